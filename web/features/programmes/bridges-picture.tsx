import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Bridge } from '#contract/programmes.ts';
import { useTranslation } from '#web/platform/words.ts';
import { matrixOf, type Place } from './bridges.ts';
import { en } from './hosting.words.ts';

const ROOM = 6;
const ROWS = 12;

/** The name of a place in the picture. */
export function usePlaceName(): (place: Place) => string {
  const t = useTranslation(en);
  return (place) => place ?? t(place === null ? 'hosting.smaller-units' : 'hosting.other-units');
}

/** Which units meet which: a small picture, and the same as a table. */
export function BridgesPicture({ bridges }: { bridges: readonly Bridge[] }) {
  const t = useTranslation(en);
  if (bridges.length === 0) return <p className="loam-muted">{t('hosting.small-organisation')}</p>;
  return (
    <>
      <Picture bridges={bridges} />
      <details className="programmes-fold programmes-folded">
        <summary>{t('hosting.as-table')}</summary>
        <Table bridges={bridges} />
      </details>
    </>
  );
}

function Picture({ bridges }: { bridges: readonly Bridge[] }) {
  const t = useTranslation(en);
  const nameOf = usePlaceName();
  const { units, pairs, most } = matrixOf(bridges, ROOM);
  // Cells are as deep as they are lively, never so deep that the number fades.
  const depth = (count: number) => (count ? 10 + Math.round((30 * count) / most) : 4);
  return (
    <div className="programmes-picture" role="img" aria-label={t('hosting.will-meet')}>
      <div
        className="programmes-matrix"
        style={{
          gridTemplateColumns: `minmax(var(--name), max-content) repeat(${units.length}, minmax(20px, 48px)) minmax(var(--rest), 1fr)`,
        }}
      >
        {/* The name of a column stands on its stair, above the first cell. */}
        {units.map((unit, column) => (
          <span
            key={String(unit)}
            className="programmes-matrix-name"
            data-stair
            style={{ gridRow: column + 1, gridColumn: `${column + 2} / -1` }}
          >
            {nameOf(unit)}
          </span>
        ))}
        {units.map((unit, row) => (
          <div key={String(unit)} className="programmes-matrix-row">
            <span className="programmes-matrix-name" style={{ gridRow: row + 2, gridColumn: 1 }}>
              {nameOf(unit)}
            </span>
            {units.slice(0, row + 1).map((other, column) => {
              const count = pairs(row, column);
              const words = { a: nameOf(unit), b: nameOf(other), pairs: count };
              return (
                <span
                  key={String(other)}
                  className="programmes-matrix-cell"
                  title={t(row === column ? 'hosting.pairs-inside' : 'hosting.pairs-of', words)}
                  style={{
                    background: `color-mix(in srgb, var(--loam-leaf) ${depth(count)}%, var(--loam-card))`,
                    gridArea: `${row + 2} / ${column + 2}`,
                  }}
                >
                  {count || '·'}
                </span>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function Table({ bridges }: { bridges: readonly Bridge[] }) {
  const t = useTranslation(en);
  const nameOf = usePlaceName();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <table className="programmes-table">
        <thead>
          <tr>
            <th scope="col">{t('hosting.unit')}</th>
            <th scope="col">{t('hosting.meets')}</th>
            <th scope="col">{t('hosting.pairs')}</th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? bridges : bridges.slice(0, ROWS)).map(({ a, b, pairs }) => (
            <tr key={JSON.stringify([a, b])}>
              <td>{nameOf(a)}</td>
              <td>{nameOf(b)}</td>
              <td>{pairs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isWhole || bridges.length <= ROWS ? null : (
        <Button variant="plain" size="sm" onClick={() => setWhole(true)}>
          {t('hosting.all-rows', { count: bridges.length })}
        </Button>
      )}
    </>
  );
}
