import { calledName } from '#engine/names/called-name.ts';
import './sample.css';
import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { Face } from '#web/ui/face.tsx';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './sample.words.ts';

type Somebody = Awaited<ReturnType<typeof client.sample.people>>['people'][number];

const EMPTY_CARDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The door of the sample organisation: six people to look around as. */
export function SamplePage() {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const found = useQuery(api.sample.people.queryOptions({ input: { language: currentLanguage() }, staleTime: 60_000 }));
  const enter = useMutation(
    api.sample.enter.mutationOptions({
      onSuccess: async () => {
        // What the person before could see must not shine through.
        queryClient.clear();
        await navigate({ to: '/' });
      },
    }),
  );
  return (
    <PublicPage isWide title={t('sample.title')} lead={t('sample.lead')}>
      <p className="loam-visually-hidden" role="status">
        {found.isPending ? t('sample.filling') : ''}
      </p>
      <Answered query={found} loading={<EmptyCards />}>
        {({ people }) => (
          <ul className="sample-people">
            {people.map((each) => (
              <li key={each.person.id}>
                <PersonCard
                  somebody={each}
                  isEntering={enter.isPending}
                  onEnter={() => enter.mutate({ personId: each.person.id, language: currentLanguage() })}
                />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <Problem error={enter.error} />
      {found.data ? <Anew /> : null}
    </PublicPage>
  );
}

function EmptyCards() {
  return (
    <div className="sample-people">
      {EMPTY_CARDS.map((key) => (
        <Skeleton key={key} height={170} radius={14} />
      ))}
    </div>
  );
}

interface PersonCardProps {
  somebody: Somebody;
  isEntering: boolean;
  onEnter(): void;
}

function PersonCard({ somebody: { person, part }, isEntering, onEnter }: PersonCardProps) {
  const t = useTranslation(en);
  const isMe = useMe()?.person?.id === person.id;
  const first = calledName(person.name);
  return (
    <button type="button" className="sample-person" disabled={isEntering} onClick={onEnter}>
      <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={64} />
      <span className="sample-words">
        <span className="sample-name">{person.name}</span>
        <span className="sample-place">{[person.title, person.siteName].filter(Boolean).join(' · ')}</span>
        <span className="sample-line">{t(`sample.${part}`)}</span>
        {isMe ? <span className="loam-label">{t('sample.is-me', { name: first })}</span> : null}
      </span>
    </button>
  );
}

/** Begins the sample anew, after asking once more. */
function Anew() {
  const t = useTranslation(en);
  const reset = useMutation(
    api.sample.reset.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ refetchType: 'all' }),
    }),
  );
  return (
    <>
      <AskedPress
        press={t('sample.anew')}
        button={{ variant: 'plain', ml: -12 }}
        isPending={reset.isPending}
        title={t('sample.anew-title')}
        cancel={t('sample.anew-no')}
        onConfirm={() => reset.mutate({ language: currentLanguage() })}
      >
        {t('sample.anew-text')}
      </AskedPress>
      <p role="status" className="loam-muted" hidden={!reset.isSuccess}>
        {reset.isSuccess ? t('sample.anew-done') : null}
      </p>
      <Problem error={reset.error} />
    </>
  );
}
