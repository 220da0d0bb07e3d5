import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { formatDay, localDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { Again } from './introduction-again.tsx';
import { en } from './introductions.words.ts';
import { refreshIntroductions } from './refresh.ts';
import type { IntroductionDetails } from './shapes.ts';

/** How it went: we met, not yet, or can't this time. */
export function IntroductionOutcome({ introduction, name }: { introduction: IntroductionDetails; name: string }) {
  const t = useTranslation(en);
  const answer = useMutation(api.introductions.answer.mutationOptions({ onSuccess: () => refreshIntroductions() }));
  const { id, myAnswer, metOn, others } = introduction;
  const count = others.length;
  const give = (given: 'met' | 'not-yet' | 'cannot', day?: string) =>
    answer.mutate({ id, answer: given, ...(day ? { metOn: day } : {}) });
  const trouble = <Problem error={answer.error} />;
  if (metOn) {
    const isFresh = myAnswer === 'met' && answer.isSuccess;
    return (
      <section className="introduction-part">
        <h2 aria-live="polite">{t('introductions.met-on', { day: formatDay(metOn) })}</h2>
        <p className="loam-muted">
          {t('introductions.after.met')} <Link to="/notebook">{t('introductions.remember')}</Link>
        </p>
        {isFresh ? (
          <Group align="flex-end">
            <TextInput
              type="date"
              label={t('introductions.other-day')}
              min={localDay(new Date(introduction.startedAt))}
              max={localDay(new Date())}
              value={metOn}
              onChange={(event) => (event.currentTarget.value ? give('met', event.currentTarget.value) : undefined)}
            />
            <Button variant="plain" onClick={() => give('not-yet')}>
              {t('introductions.undo')}
            </Button>
          </Group>
        ) : null}
        {trouble}
        <div className="introduction-after">
          <Again introduction={introduction} name={name} />
        </div>
      </section>
    );
  }
  return (
    <section className="introduction-part">
      <h2>{t('introductions.how')}</h2>
      <p className="loam-muted introduction-lead" aria-live="polite">
        {t(myAnswer === 'not-yet' ? 'introductions.after.not-yet' : 'introductions.how-text', { count })}
      </p>
      <Group>
        <Button variant="filled" loading={answer.isPending} onClick={() => give('met')}>
          {t('introductions.answer.met')}
        </Button>
        <Button disabled={myAnswer === 'not-yet'} onClick={() => give('not-yet')}>
          {t('introductions.answer.not-yet')}
        </Button>
        <AskedPress
          press={t('introductions.answer.cannot')}
          button={{ variant: 'plain' }}
          isPending={answer.isPending && answer.variables.answer === 'cannot'}
          title={t('introductions.cannot-title')}
          cancel={t('introductions.cancel')}
          onConfirm={() => give('cannot')}
        >
          {t('introductions.cannot-text', { name, count })}
        </AskedPress>
      </Group>
      {trouble}
      {introduction.maySwap ? <Swap id={id} name={name} count={count} /> : null}
    </section>
  );
}

/** Somebody else, please: once a round, unasked why. */
function Swap({ id, name, count }: { id: string; name: string; count: number }) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const swap = useMutation(
    api.introductions.swap.mutationOptions({
      onSuccess: async () => {
        say(t('introductions.swapped'));
        await navigate({ to: '/meet' });
        await refreshIntroductions();
      },
    }),
  );
  return (
    <div className="introduction-swap">
      <p className="loam-muted">{t('introductions.swap-text')}</p>
      <AskedPress
        press={t('introductions.swap')}
        button={{ size: 'sm' }}
        isPending={swap.isPending}
        title={t('introductions.swap-title')}
        cancel={t('introductions.cancel')}
        onConfirm={() => swap.mutate({ id })}
      >
        {t('introductions.swap-explain', { name, count })}
      </AskedPress>
      <Problem error={swap.error} />
    </div>
  );
}
