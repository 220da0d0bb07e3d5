import { formatLongDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { sumOf } from './bridges.ts';
import { BridgesPicture } from './bridges-picture.tsx';
import { Certificate } from './certificate.tsx';
import { en } from './hosting.words.ts';
import { useAbout, useRoundSentence } from './round-sentence.ts';
import type { Hosted } from './shapes.ts';

/** How it goes, in blurred counts that stand still; in a small organisation none. */
export function HostFigures({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const { rounds, isSmall } = hosted;
  // Rounds repeat what was told before, so they are not added up.
  const lastTold = rounds.find(({ certificate }) => certificate !== null)?.certificate;
  const bridges = sumOf(lastTold ? [lastTold.bridges] : []);
  // A round inside one team brought no teams together.
  const isAcross = bridges.some(({ a, b }) => a !== b);
  return (
    <>
      {isSmall ? null : <Counts hosted={hosted} />}
      {isSmall || bridges.length === 0 ? null : (
        <Card>
          <h2 className="loam-title-lead">{t(isAcross ? 'hosting.bridged' : 'hosting.who-met')}</h2>
          <BridgesPicture bridges={bridges} />
          <p className="loam-muted programmes-note">{t('hosting.only-units')}</p>
        </Card>
      )}
      {rounds.length ? <Rounds hosted={hosted} /> : null}
    </>
  );
}

function Counts({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const about = useAbout('hosting.fewer');
  const { rounds, joined } = hosted;
  const [last] = rounds;
  const settled = rounds.find(({ met }) => met !== null)?.met;
  const rows = [
    ['hosting.joined', joined],
    ...(last ? ([['hosting.placed', last.certificate?.people ?? null]] as const) : []),
    ...(settled ? ([['hosting.met', settled.about]] as const) : []),
  ] as const;
  return (
    <Card label={t('hosting.counts')}>
      <dl className="programmes-figures">
        {rows.map(([key, count]) => (
          <div key={key}>
            <dt className="loam-muted">{t(key)}</dt>
            <dd data-words={count === null || undefined}>{about(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="loam-muted programmes-note">
        {last ? null : t('hosting.no-round')} {t('hosting.counts-text')}
      </p>
    </Card>
  );
}

function Rounds({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const sentence = useRoundSentence();
  const { rounds, programme } = hosted;
  return (
    <Card label={t('hosting.rounds')}>
      <div className="loam-rows">
        {rounds.map(({ on, certificate, met }) => (
          <section key={on} className="programmes-round" aria-label={formatLongDay(on)}>
            <h3>{formatLongDay(on)}</h3>
            <p>
              {certificate ? sentence(certificate, programme.rule) : t('hosting.round-few')}{' '}
              {met === null
                ? null
                : met.about === null
                  ? t('hosting.round-met-fewer')
                  : t('hosting.round-met', { count: met.about })}
            </p>
            {certificate ? <Certificate certificate={certificate} /> : null}
          </section>
        ))}
      </div>
    </Card>
  );
}
