import { Button, Group, SimpleGrid } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { formatClock, formatList, formatShortDay, formatTime } from '#web/platform/dates.ts';
import { base } from '#web/platform/place.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { firstNames } from './introductions.tsx';
import { refreshIntroductions } from './refresh.ts';
import type { IntroductionDetails } from './shapes.ts';
import { choicesOf, type TimeChoice } from './time-choices.ts';
import { en } from './times.words.ts';

/** The time of an introduction: what stands, what is asked, and what else could be. */
export function Times({ introduction, name }: { introduction: IntroductionDetails; name: string }) {
  const t = useTranslation(en);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isChanging, setChanging] = useState(false);
  const { time, others } = introduction;
  const isPair = others.length === 1;
  const isSet = time?.stand === 'agreed' && !isChanging;
  return (
    <section className="introduction-part">
      <h2 ref={heading} tabIndex={-1}>
        {t(isPair ? 'times.title' : 'times.title-all')}
      </h2>
      <Standing introduction={introduction} name={name} />
      {isSet ? null : (
        <Choosing
          introduction={introduction}
          onChosen={() => {
            setChanging(false);
            heading.current?.focus();
          }}
        />
      )}
      <Group mt="md" gap="md">
        {time?.at ? (
          <Button
            {...(isSet ? {} : { variant: 'plain', size: 'sm' })}
            renderRoot={(props) => (
              <a
                {...props}
                href={`${base}/api/introductions/${introduction.id}/calendar.ics?language=${currentLanguage()}`}
                download="loam.ics"
              >
                {t('times.calendar')}
              </a>
            )}
          />
        ) : null}
        {isSet ? (
          <Button variant="plain" onClick={() => setChanging(true)}>
            {t('times.another')}
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

/** How it stands, in one sentence that is read aloud when it changes; a yes can be taken back. */
function Standing({ introduction, name }: { introduction: IntroductionDetails; name: string }) {
  const t = useTranslation(en);
  const me = useMe();
  const takeBack = useMutation(
    api.introductions.takeTimeBack.mutationOptions({ onSuccess: () => refreshIntroductions() }),
  );
  const { time, times, others } = introduction;
  if (!time) return null;
  const { stand, at, asked } = time;
  const isPast = at !== null && new Date(at) < new Date();
  const awaited = others.filter(({ id }) => !asked?.yesIds.includes(id));
  const asker = others.find(({ id }) => id === asked?.byId);
  const values = {
    name,
    time: asked ? formatTime(asked.at) : at ? formatTime(at) : '',
    stands: at ? formatTime(at) : '',
    names: formatList(awaited.map((other) => firstNames([other]))),
    asker: asker ? firstNames([asker]) : name,
  };
  const key = (): Parameters<typeof t>[0] => {
    if (stand === 'asked') return 'times.asked';
    if (stand === 'waiting') return asked?.byId === me?.person?.id ? 'times.waiting' : 'times.waiting-too';
    if (isPast) return 'times.past';
    if (stand === 'none') return times.length ? 'times.none' : 'times.no-overlap';
    return stand === 'agreed' ? 'times.agreed' : 'times.pencilled';
  };
  const isMoved = asked && at && !isPast && new Date(asked.at).getTime() !== new Date(at).getTime();
  return (
    <div className="introduction-stand" aria-live="polite">
      <p data-agreed={(stand === 'agreed' && !isPast) || undefined}>{t(key(), values)}</p>
      {isMoved ? <p className="loam-muted">{t('times.until-then', values)}</p> : null}
      <Problem error={takeBack.error} />
      {stand === 'waiting' ? (
        <Button
          variant="plain"
          size="sm"
          loading={takeBack.isPending}
          onClick={() => takeBack.mutate({ id: introduction.id })}
        >
          {t('times.take-back')}
        </Button>
      ) : null}
    </div>
  );
}

/** Three large buttons: one press says yes or proposes. */
function Choosing({ introduction, onChosen }: { introduction: IntroductionDetails; onChosen(): void }) {
  const t = useTranslation(en);
  const whereOf = useWhere(introduction);
  const choose = useMutation(
    api.introductions.chooseTime.mutationOptions({
      onSuccess: async () => {
        onChosen();
        await refreshIntroductions();
      },
      // What is on offer may have moved on.
      onError: () => refreshIntroductions(),
    }),
  );
  const { id, time } = introduction;
  const choices = choicesOf(introduction, new Date());
  const isAt = (one: Date, other: string | Date | null | undefined) =>
    Boolean(other) && one.getTime() === new Date(other ?? 0).getTime();
  const noteOf = (at: Date): string | null => {
    if (isAt(at, time?.asked?.at)) return t(time?.stand === 'waiting' ? 'times.note-yes' : 'times.note-asked');
    if (!isAt(at, time?.at)) return null;
    return t(time?.stand === 'agreed' ? 'times.note-agreed' : 'times.note-pencilled');
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {choices.map((choice) => {
          const note = noteOf(choice.at);
          const isMine = time?.stand === 'waiting' && isAt(choice.at, time.asked?.at);
          return (
            <button
              key={choice.at.toISOString()}
              type="button"
              className="introduction-time"
              data-chosen={note !== null || undefined}
              aria-pressed={isMine}
              disabled={choose.isPending}
              onClick={() => (isMine ? undefined : choose.mutate({ id, at: choice.at }))}
            >
              {note ? <em>{note}</em> : null}
              <strong>{formatShortDay(choice.at)}</strong>
              <span>{formatClock(choice.at)}</span>
              <small>{whereOf(choice)}</small>
            </button>
          );
        })}
      </SimpleGrid>
      <Problem error={choose.error} />
    </>
  );
}

/** Where it is which hour, as far as clocks differ. */
function useWhere({ words, others }: IntroductionDetails): (choice: TimeChoice) => string {
  const t = useTranslation(en);
  const isPair = others.length === 1;
  return ({ at, isInOffice, isOutside }) => {
    // Whoever lives by the same clock as others is named with them.
    const byTime = new Map<string, string[]>();
    for (const each of words) {
      const theirs = formatClock(at, each.timezone);
      const who = others.filter((other) => other.id === each.personId);
      byTime.set(theirs, [...(byTime.get(theirs) ?? []), firstNames(who)]);
    }
    byTime.delete(formatClock(at));
    const elsewhere = [...byTime].map(([time, names]) => t('times.theirs', { time, name: formatList(names) }));
    const early = isOutside ? [t('times.outside')] : [];
    if (elsewhere.length) return [...elsewhere, ...early].join(' · ');
    if (isPair) return t(isInOffice ? 'times.office' : 'times.same');
    return t(isInOffice ? 'times.office-all' : 'times.same-all');
  };
}
