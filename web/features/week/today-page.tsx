import { calledName } from '#engine/names/called-name.ts';
import './week.css';
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Me } from '#contract/session.ts';
import { TodayNotices } from '#web/features/access/access.tsx';
import { OpenToHellosQuestion } from '#web/features/boundaries/boundaries.tsx';
import { useAndYou } from '#web/features/introductions/introductions.tsx';
import { keepNote, openNotes } from '#web/features/notebook/notebook.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { formatTime, localDay } from '#web/platform/dates.ts';
import { both } from '#web/platform/query-state.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Faces } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { arranged, askedBefore, comingNext } from './arrange.ts';
import { ideaOf, type Memory, memoryKey, parseMemory, withStanding } from './memory.ts';
import { type Introduction, Waiting } from './waiting.tsx';
import { WeekRows } from './week.tsx';
import { en } from './week.words.ts';
import type { Week } from './why-words.tsx';

const IDEAS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

function greeting(hour: number): 'week.morning' | 'week.afternoon' | 'week.evening' {
  if (hour < 12) return 'week.morning';
  return hour < 18 ? 'week.afternoon' : 'week.evening';
}

/** The first thing every day: what waits for me, then my people this week. */
export function TodayPage() {
  const me = useMe();
  if (!me?.person || !me.workspace) return null;
  return <Today me={me.person} workspace={me.workspace} />;
}

interface TodayProps {
  me: NonNullable<Me['person']>;
  workspace: NonNullable<Me['workspace']>;
}

function Today({ me, workspace }: TodayProps) {
  const t = useTranslation(en);
  const week = useQuery(api.week.get.queryOptions());
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const list = useQuery(api.introductions.list.queryOptions());
  const isHello = (hellos.data?.received.length ?? 0) > 0;
  const next = comingNext(list.data?.introductions ?? [], new Date());
  return (
    <Page
      title={t(greeting(new Date().getHours()), { name: calledName(me.name) })}
      above={workspace.purpose || workspace.name}
      lead={week.data ? <Lead week={week.data} isHello={isHello} /> : ' '}
    >
      <Stack gap="lg">
        <Answered query={both(week, both(hellos, list))} height={380}>
          {([mine, [{ received }, { introductions }]]) => (
            <>
              <Waiting hellos={received} introductions={introductions} today={localDay(new Date())} />
              <TodayNotices me={me} />
              {mine.isAlone ? (
                <Beginning isSteward={me.roles.includes('steward')} />
              ) : (
                <>
                  <OpenToHellosQuestion />
                  <MyWeek key={mine.week} week={mine} isBusy={isHello} workspaceId={workspace.id} personId={me.id} />
                </>
              )}
            </>
          )}
        </Answered>
        <div className="week-below">
          {next ? <Next introduction={next} /> : null}
          <Kept workspaceId={workspace.id} personId={me.id} />
        </div>
        {week.data?.isAlone === false ? <Idea week={week.data.week} /> : null}
      </Stack>
    </Page>
  );
}

function Lead({ week, isHello }: { week: Week; isHello: boolean }) {
  const t = useTranslation(en);
  const { nurture, hardlyKnow, shouldKnow, connect } = week;
  const count = [nurture, hardlyKnow, shouldKnow, connect].filter((list) => list.length > 0).length;
  if (week.isAlone) return t('week.lead-alone');
  if (isHello) return t(count ? 'week.lead-hello' : 'week.lead-hello-only');
  return t(count ? 'week.lead' : 'week.lead-none', { count });
}

interface MyWeekProps {
  week: Week;
  isBusy: boolean;
  workspaceId: string;
  personId: string;
}

function MyWeek({ week, isBusy, workspaceId, personId }: MyWeekProps) {
  const t = useTranslation(en);
  const key = memoryKey(workspaceId, personId);
  const [memory, setMemory] = useState(() => parseMemory(localStorage.getItem(key), week.week));
  const today = localDay(new Date());
  const remember = (next: Memory) => {
    localStorage.setItem(key, JSON.stringify(next));
    setMemory(next);
  };
  const rows = arranged(week, memory, today);
  const stays = rows.find(({ kind }) => kind === 'hardlyKnow')?.key;
  // Whoever joins or leaves moves nobody out of this row.
  useEffect(() => {
    if (stays) localStorage.setItem(key, JSON.stringify(withStanding(memory, 'hardlyKnow', stays)));
  }, [stays, memory, key]);
  const isEmpty = rows.length === 0 && askedBefore(memory, today).length === 0;
  return (
    <section className="loam-card week" aria-labelledby="week-title">
      <h2 id="week-title">{t('week.title')}</h2>
      {isEmpty ? (
        <p className="loam-muted">{t('week.quiet')}</p>
      ) : (
        <WeekRows
          week={week}
          memory={memory}
          today={today}
          isBusy={isBusy}
          onRemember={remember}
          onNote={(text) =>
            keepNote({ workspaceId, personId }, { id: `${Date.now()}`, text, isDone: false, day: today })
          }
        />
      )}
      <p className="loam-muted week-foot">{t('week.on-device')}</p>
    </section>
  );
}

/** What one person alone can do. */
function Beginning({ isSteward }: { isSteward: boolean }) {
  const t = useTranslation(en);
  return (
    <Card>
      <EmptyState title={t('week.small-title')} picture="roots">
        <p>{t(isSteward ? 'week.small-text' : 'week.small-text-other')}</p>
        {isSteward ? (
          <Button
            variant="filled"
            renderRoot={(props) => <Link {...props} to="/organisation" search={{ part: 'people' }} />}
          >
            {t('week.bring-in')}
          </Button>
        ) : null}
        <p className="week-alone">
          <Link to="/talk">{t('week.to-guides')}</Link> <Link to="/notebook">{t('week.to-notebook')}</Link>
        </p>
      </EmptyState>
    </Card>
  );
}

function Next({ introduction }: { introduction: Introduction }) {
  const t = useTranslation(en);
  const andYou = useAndYou();
  const { time, others } = introduction;
  const isToCome = time?.at && new Date(time.at) > new Date();
  return (
    <Card label={t('week.next')}>
      <div className="week-next">
        <Faces people={others.slice(0, 3)} size={52} />
        <div>
          <h2>{andYou(others)}</h2>
          {isToCome && time.at ? (
            <p className="loam-muted loam-flush">
              {t(time.stand === 'pencilled' ? 'week.next-pencilled' : 'week.next-at', { time: formatTime(time.at) })}
            </p>
          ) : null}
        </div>
      </div>
      <Link to="/meet/$introductionId" params={{ introductionId: introduction.id }}>
        {t('week.open-guide')}
      </Link>
    </Card>
  );
}

function Kept({ workspaceId, personId }: { workspaceId: string; personId: string }) {
  const t = useTranslation(en);
  const notes = openNotes(workspaceId, personId);
  if (notes.length === 0) return null;
  return (
    <Card tone="sealed" label={t('week.only-you')}>
      <h2>{t('week.kept')}</h2>
      <ul className="week-kept">
        {notes.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <Link to="/notebook">{t('week.to-notebook')}</Link>
    </Card>
  );
}

function Idea({ week }: { week: string }) {
  const t = useTranslation(en);
  const idea = IDEAS[ideaOf(week, IDEAS.length)] ?? 0;
  return (
    <p className="week-idea">
      <strong>{t('week.idea')}</strong> <span className="loam-muted">{t(`week.idea.${idea}`)}</span>{' '}
      <Link to="/talk">{t('week.why-it-works')}</Link>
    </p>
  );
}
