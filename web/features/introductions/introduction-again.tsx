import { Button, Group, NativeSelect, SimpleGrid } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingEvery } from '#contract/introductions.ts';
import { api } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './again.words.ts';
import { refreshIntroductions } from './refresh.ts';
import type { IntroductionDetails } from './shapes.ts';

interface AgainProps {
  introduction: IntroductionDetails;
  name: string;
}

/** "Again?", asked of each alone; what a yes of everybody opens. */
export function Again({ introduction, name }: AgainProps) {
  const t = useTranslation(en);
  const [isChanging, setChanging] = useState(false);
  const say = useMutation(
    api.introductions.again.mutationOptions({
      onSuccess: async () => {
        setChanging(false);
        await refreshIntroductions();
      },
    }),
  );
  const { id, again, isMutual } = introduction;
  const count = introduction.others.length;
  if (isMutual) return <Offers introduction={introduction} name={name} />;
  const isAsked = again === null || isChanging;
  return (
    <section className="introduction-part">
      <h2>{t('again.question')}</h2>
      <p className="loam-muted introduction-lead" aria-live="polite">
        {isAsked ? t('again.blind', { count, name }) : t(again ? 'again.said-yes' : 'again.said-no', { count, name })}
      </p>
      {isAsked ? (
        <Group>
          <Button variant="filled" loading={say.isPending} onClick={() => say.mutate({ id, again: true })}>
            {t('again.yes')}
          </Button>
          <Button disabled={say.isPending} onClick={() => say.mutate({ id, again: false })}>
            {t('again.no')}
          </Button>
        </Group>
      ) : (
        <Button variant="plain" onClick={() => setChanging(true)}>
          {t('again.change')}
        </Button>
      )}
      <Problem error={say.error} />
    </section>
  );
}

function Offers({ introduction, name }: AgainProps) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const [hasNobody, setNobody] = useState(false);
  const next = useMutation(
    api.introductions.next.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        setNobody(introductionId === null);
        await refreshIntroductions();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  const { id } = introduction;
  const count = introduction.others.length;
  return (
    <section className="introduction-part">
      <h2>{t('again.mutual', { count })}</h2>
      <p className="loam-muted introduction-lead">{t('again.mutual-text', { count, name })}</p>
      <SimpleGrid cols={{ base: 1, sm: count === 1 ? 3 : 2 }} spacing="lg">
        <Card>
          <div className="introduction-offer">
            <h3>{t('again.second')}</h3>
            <p className="loam-muted">{t('again.second-text')}</p>
            <Button variant="filled" loading={next.isPending} onClick={() => next.mutate({ id, with: 'us' })}>
              {t('again.second-do')}
            </Button>
          </div>
        </Card>
        {count === 1 ? (
          <Card>
            <div className="introduction-offer">
              <h3>{t('again.third')}</h3>
              <p className="loam-muted" aria-live="polite">
                {t(hasNobody ? 'again.third-none' : 'again.third-text')}
              </p>
              <Button disabled={next.isPending} onClick={() => next.mutate({ id, with: 'third' })}>
                {t('again.third-do')}
              </Button>
            </div>
          </Card>
        ) : null}
        <Card>
          <Rhythm introduction={introduction} />
        </Card>
      </SimpleGrid>
      <Problem error={next.error} />
    </section>
  );
}

const EVERY = valuesOf<MeetingEvery>({ fortnightly: 1, monthly: 1, quarterly: 1 });

function Rhythm({ introduction }: { introduction: IntroductionDetails }) {
  const t = useTranslation(en);
  const [every, setEvery] = useState<MeetingEvery>('monthly');
  const onSuccess = () => refreshIntroductions();
  const set = useMutation(api.introductions.setRhythm.mutationOptions({ onSuccess }));
  const end = useMutation(
    api.introductions.endRhythm.mutationOptions({
      onSuccess: async () => {
        say(t('again.ended'));
        await onSuccess();
      },
    }),
  );
  const { id, rhythm } = introduction;
  const error = set.error ?? end.error;
  return (
    <div className="introduction-offer">
      <h3>{t('again.rhythm')}</h3>
      {rhythm ? (
        <>
          <p className="loam-muted">
            {t(`again.${rhythm.every}`)}. {t('again.next-on', { day: formatDay(rhythm.nextOn) })}
          </p>
          <Button loading={end.isPending} onClick={() => end.mutate({ id })}>
            {t('again.end')}
          </Button>
        </>
      ) : (
        <>
          <p className="loam-muted">{t('again.rhythm-text', { count: introduction.others.length })}</p>
          <NativeSelect
            aria-label={t('again.every')}
            value={every}
            onChange={(event) => setEvery(EVERY.find((each) => each === event.currentTarget.value) ?? 'monthly')}
            data={EVERY.map((each) => ({ value: each, label: t(`again.${each}`) }))}
          />
          <Button loading={set.isPending} onClick={() => set.mutate({ id, every })}>
            {t('again.set')}
          </Button>
        </>
      )}
      <Problem error={error} />
    </div>
  );
}
