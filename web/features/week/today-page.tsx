import './week.css';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '#contract/session.ts';
import { OpenToHellosQuestion } from '#web/features/boundaries/boundaries.tsx';
import { useAndYou } from '#web/features/introductions/introductions.tsx';
import { KeptNotes } from '#web/features/notebook/notebook.tsx';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Faces } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { choicesKey, ideaOf, KINDS, parseChoices } from './choices.ts';
import { WeekRows } from './week.tsx';
import { en } from './week.words.ts';

const IDEAS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

function greeting(hour: number): 'week.morning' | 'week.afternoon' | 'week.evening' {
  if (hour < 12) return 'week.morning';
  return hour < 18 ? 'week.afternoon' : 'week.evening';
}

/** The first thing every day: my people this week. */
export function TodayPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const me = useMe();
  const week = useQuery(api.week.get.queryOptions());
  if (!me?.person || !me.workspace) return null;
  const count = week.data ? KINDS.filter((kind) => week.data[kind].length > 0).length : 0;
  const name = me.person.name.split(' ')[0] ?? me.person.name;
  const lead = week.data ? t(count ? 'week.lead' : 'week.lead-none', { count }) : ' ';
  return (
    <Page
      title={t(greeting(new Date().getHours()), { name })}
      above={me.workspace.purpose || me.workspace.name}
      lead={lead}
    >
      <Stack gap="lg">
        <OpenToHellosQuestion />
        {week.isError ? <p role="alert">{errorWords(week.error)}</p> : null}
        {week.isPending ? <Skeleton height={380} radius={14} /> : null}
        {week.data ? (
          <Week
            week={week.data}
            storageKey={choicesKey(me.workspace.id, me.person.id, week.data.week)}
            me={me.person}
          />
        ) : null}
        <div className="week-below">
          <Next />
          <Card tone="sealed" label={t('week.only-you')}>
            <h2 style={{ fontSize: '1.25rem', margin: '2px 0 8px' }}>{t('week.kept')}</h2>
            <KeptNotes workspaceId={me.workspace.id} personId={me.person.id} empty={t('week.kept-none')} />
            <Link to="/notebook">{t('week.to-notebook')}</Link>
          </Card>
        </div>
        {week.data ? <Idea week={week.data.week} /> : null}
      </Stack>
    </Page>
  );
}

type WeekData = Parameters<typeof WeekRows>[0]['week'];

function Week({ week, storageKey, me }: { week: WeekData; storageKey: string; me: NonNullable<Me['person']> }) {
  const t = useWords(en);
  const [choices, setChoices] = useState(() => parseChoices(localStorage.getItem(storageKey)));
  const isEmpty = KINDS.every((kind) => week[kind].length === 0);
  if (isEmpty) return <Beginning isSteward={me.roles.includes('steward')} />;
  return (
    <section className="loam-card" aria-label={t('week.title')}>
      <WeekRows
        week={week}
        choices={choices}
        onChange={(next) => {
          localStorage.setItem(storageKey, JSON.stringify(next));
          setChoices(next);
        }}
      />
      <p className="loam-muted" style={{ margin: '8px 0 0', fontSize: '0.875rem' }}>
        {t('week.on-device')}
      </p>
    </section>
  );
}

function Beginning({ isSteward }: { isSteward: boolean }) {
  const t = useWords(en);
  return (
    <Card>
      <EmptyState title={t('week.small-title')} picture="roots">
        <p>{t(isSteward ? 'week.small-text' : 'week.ask-steward')}</p>
        {isSteward ? (
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/organisation" />}>
            {t('week.bring-in')}
          </Button>
        ) : (
          <Link to="/talk">{t('week.to-guides')}</Link>
        )}
      </EmptyState>
    </Card>
  );
}

function Next() {
  const t = useWords(en);
  const andYou = useAndYou();
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const list = useQuery(api.introductions.list.queryOptions());
  const next = list.data?.introductions.find(({ isEnded, metOn }) => !isEnded && metOn === null);
  const waiting = hellos.data?.received.length ?? 0;
  return (
    <Card label={t('week.next')}>
      {waiting ? (
        <p className="week-hellos">
          {t('week.hellos', { count: waiting })} <Link to="/meet">{t('week.see-hellos')}</Link>
        </p>
      ) : null}
      {next ? (
        <div className="week-next">
          <Faces people={next.others} size={52} />
          <div>
            <h2>{andYou(next.others)}</h2>
            <Link to="/meet/$introductionId" params={{ introductionId: next.id }}>
              {t('week.open-guide')}
            </Link>
          </div>
        </div>
      ) : null}
      {!waiting && !next ? <p className="loam-muted">{t('week.nothing-next')}</p> : null}
    </Card>
  );
}

function Idea({ week }: { week: string }) {
  const t = useWords(en);
  const idea = IDEAS[ideaOf(week, IDEAS.length)] ?? 0;
  return (
    <p className="week-idea" style={{ margin: 0 }}>
      <strong>{t('week.idea')}</strong> <span className="loam-muted">{t(`week.idea.${idea}`)}</span>{' '}
      <Link to="/talk">{t('week.why-it-works')}</Link>
    </p>
  );
}
