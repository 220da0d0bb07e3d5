import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { formatDay, localDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './introduction.words.ts';
import { Again } from './introduction-again.tsx';
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
        <h2 aria-live="polite">{t('introduction.met-on', { day: formatDay(metOn) })}</h2>
        <p className="loam-muted">
          {t('introduction.after.met')} <Link to="/notebook">{t('introduction.remember')}</Link>
        </p>
        {isFresh ? (
          <Group align="flex-end">
            <TextInput
              type="date"
              label={t('introduction.other-day')}
              min={localDay(new Date(introduction.startedAt))}
              max={localDay(new Date())}
              value={metOn}
              onChange={(event) => (event.currentTarget.value ? give('met', event.currentTarget.value) : undefined)}
            />
            <Button variant="plain" onClick={() => give('not-yet')}>
              {t('introduction.undo')}
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
      <h2>{t('introduction.how')}</h2>
      <p className="loam-muted introduction-lead" aria-live="polite">
        {t(myAnswer === 'not-yet' ? 'introduction.after.not-yet' : 'introduction.how-text', { count })}
      </p>
      <Group>
        <Button variant="filled" loading={answer.isPending} onClick={() => give('met')}>
          {t('introduction.answer.met')}
        </Button>
        <Button disabled={myAnswer === 'not-yet'} onClick={() => give('not-yet')}>
          {t('introduction.answer.not-yet')}
        </Button>
        <AskedPress
          press={t('introduction.answer.cannot')}
          button={{ variant: 'plain' }}
          isPending={answer.isPending && answer.variables.answer === 'cannot'}
          title={t('introduction.cannot-title')}
          cancel={t('introduction.cancel')}
          onConfirm={() => give('cannot')}
        >
          {t('introduction.cannot-text', { name, count })}
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
        say(t('introduction.swapped'));
        await navigate({ to: '/meet' });
        await refreshIntroductions();
      },
    }),
  );
  return (
    <div className="introduction-swap">
      <p className="loam-muted">{t('introduction.swap-text')}</p>
      <AskedPress
        press={t('introduction.swap')}
        button={{ size: 'sm' }}
        isPending={swap.isPending}
        title={t('introduction.swap-title')}
        cancel={t('introduction.cancel')}
        onConfirm={() => swap.mutate({ id })}
      >
        {t('introduction.swap-explain', { name, count })}
      </AskedPress>
      <Problem error={swap.error} />
    </div>
  );
}
