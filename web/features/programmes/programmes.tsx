import './programmes.css';
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Programme } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { FormatCards } from './format-cards.tsx';
import { stateOf } from './formats.ts';
import { JoinForm } from './join-form.tsx';
import { en } from './programmes.words.ts';
import { longDay, useSentences } from './sentences.ts';

/** What the Meet page shows of programmes: mine, open to me, mine to host, and how to host one. */
export function ProgrammesOnMeet() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const list = useQuery(api.programmes.list.queryOptions());
  if (list.isError) return <p role="alert">{errorWords(list.error)}</p>;
  if (!list.data) return null;
  const { programmes } = list.data;
  const mine = programmes.filter(({ membership }) => membership !== null);
  const hosting = programmes.filter(({ isHost }) => isHost);
  const open = programmes.filter(({ membership, isHost, status }) => !membership && !isHost && status === 'running');
  return (
    <Stack gap="lg" mt="lg">
      <Rows label={t('programmes.mine')} programmes={mine}>
        {(programme) => <MineRow programme={programme} />}
      </Rows>
      <Rows label={t('programmes.open')} programmes={open}>
        {(programme) => <OpenRow programme={programme} />}
      </Rows>
      <Rows label={t('programmes.hosting')} programmes={hosting}>
        {(programme) => <HostRow programme={programme} />}
      </Rows>
      <Card label={t('programmes.host-one')}>
        <p className="loam-muted loam-measure" style={{ margin: '4px 0 12px' }}>
          {t(programmes.length ? 'programmes.host-one-text' : 'programmes.none')}
        </p>
        <FormatCards level={2} />
      </Card>
    </Stack>
  );
}

const FEW = 6;

interface RowsProps {
  label: string;
  programmes: Programme[];
  children(programme: Programme): ReactNode;
}

/** A few rows, and the rest when asked for. */
function Rows({ label, programmes, children }: RowsProps) {
  const t = useWords(en);
  const [isWhole, setWhole] = useState(false);
  if (programmes.length === 0) return null;
  return (
    <Card label={label}>
      <div className="loam-rows">
        {(isWhole ? programmes : programmes.slice(0, FEW)).map((programme) => (
          <div key={programme.id} className="programmes-row">
            {children(programme)}
          </div>
        ))}
      </div>
      {isWhole || programmes.length <= FEW ? null : (
        <Button variant="plain" size="sm" onClick={() => setWhole(true)}>
          {t('programmes.more', { count: programmes.length })}
        </Button>
      )}
    </Card>
  );
}

function MineRow({ programme }: { programme: Programme }) {
  const t = useWords(en);
  const { id, name, nextOn } = programme;
  return (
    <div className="programmes-row-words">
      <Link to="/meet/programmes/$id" params={{ id }}>
        {name}
      </Link>
      <span className="loam-muted">
        {t(`programmes.state.${stateOf(programme)}`, { day: nextOn ? longDay(nextOn) : '' })}
      </span>
    </div>
  );
}

function OpenRow({ programme }: { programme: Programme }) {
  const { sentence } = useSentences();
  return (
    <>
      <div className="programmes-row-words">
        <Link to="/meet/programmes/$id" params={{ id: programme.id }}>
          {programme.name}
        </Link>
        <span className="loam-muted">{sentence(programme)}</span>
      </div>
      <JoinForm programme={programme} />
    </>
  );
}

function HostRow({ programme }: { programme: Programme }) {
  const t = useWords(en);
  const { audience } = useSentences();
  const { id, name, nextOn, status } = programme;
  const next = nextOn ? t('programmes.next', { day: longDay(nextOn) }) : '';
  const state = status === 'running' ? next : t(`programmes.${status}`);
  return (
    <div className="programmes-row-words">
      <Link to="/meet/programmes/$id/host" params={{ id }}>
        {name}
      </Link>
      <span className="loam-muted">{[audience(programme), state].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
