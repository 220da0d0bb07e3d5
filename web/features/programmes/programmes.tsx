import { formatLongDay } from '#web/platform/dates.ts';
import './programmes.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Programme } from '#contract/programmes.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { icons } from './format-cards.tsx';
import { stateOf } from './formats.ts';
import { en } from './programmes.words.ts';
import { useSentences } from './sentences.ts';
import { useMembership } from './use-membership.ts';

const FEW = 6;

/** Programmes on the Meet page: mine, then those open to me; one line each. */
export function ProgrammesOnMeet({ programmes }: { programmes: readonly Programme[] }) {
  const t = useTranslation(en);
  const [isWhole, setWhole] = useState(false);
  const mine = programmes.filter(({ membership, status }) => membership !== null && status !== 'ended');
  const open = programmes.filter(({ membership, status }) => !membership && status === 'running');
  const all = [...mine, ...open];
  return (
    <section>
      <div className="programmes-head">
        <h2>{t('programmes.title')}</h2>
        <Link to="/hosting">
          {t(programmes.some(({ isHost }) => isHost) ? 'programmes.hosting' : 'programmes.host-one')}
        </Link>
      </div>
      {all.length ? (
        <div className="loam-card">
          <div className="loam-rows">
            {(isWhole ? all : all.slice(0, FEW)).map((programme) => (
              <Row key={programme.id} programme={programme} />
            ))}
          </div>
          {isWhole || all.length <= FEW ? null : (
            <Button variant="plain" size="sm" onClick={() => setWhole(true)}>
              {t('programmes.more', { count: all.length })}
            </Button>
          )}
        </div>
      ) : (
        <p className="loam-muted">{t('programmes.none')}</p>
      )}
    </section>
  );
}

function Row({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const { sentence } = useSentences();
  const { id, name, kind, nextOn, membership } = programme;
  const Icon = icons[kind];
  const state = t(`programmes.state.${stateOf(programme)}`, { day: nextOn ? formatLongDay(nextOn) : '' });
  return (
    <div className="programmes-line">
      <Icon size={22} stroke={1.5} aria-hidden />
      <div className="programmes-row-words">
        <Link to="/meet/programmes/$id" params={{ id }}>
          {name}
        </Link>
        <span className="loam-muted">{membership ? state : sentence(programme)}</span>
      </div>
      {membership ? null : <Join programme={programme} />}
    </div>
  );
}

/** One press joins; how often stands on the programme's page, as does a part that one chooses. */
function Join({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const { join, isPending, error } = useMembership(programme);
  const { id, name, kind } = programme;
  const label = t('programmes.join-of', { name });
  if (kind === 'newcomer' || kind === 'lottery')
    return (
      <Button
        size="sm"
        aria-label={label}
        renderRoot={(props) => <Link {...props} to="/meet/programmes/$id" params={{ id }} />}
      >
        {t('programmes.join')}
      </Button>
    );
  return (
    <div>
      <Button
        size="sm"
        aria-label={label}
        loading={isPending}
        onClick={() => join({ rhythm: 'every', part: 'member' })}
      >
        {t('programmes.join')}
      </Button>
      <Problem error={error} />
    </div>
  );
}
