import { Box, Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { errorCode } from '#web/platform/errors.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './press.words.ts';

type State = Awaited<ReturnType<typeof client.introductions.pressState>>;
type Answer = Parameters<typeof client.introductions.press>[0]['answer'];
type Key = keyof typeof en;

const route = getRouteApi('/open/press/$token');

const QUESTIONS = { met: 'press.met', skip: 'press.skip', 'never-invite': 'press.never' } as const;
const CHOICES = { skip: 'press.skip-on', 'never-invite': 'press.never-on' } as const;

function titleOf({ kind, state }: State): Exclude<Key, `${string}-lead`> {
  if (state === 'closed') return 'press.closed';
  if (state === 'met') return 'press.is-met';
  if (state === 'not-yet') return 'press.is-not-yet';
  if (state === 'on') return kind === 'skip' ? 'press.is-skip' : 'press.is-never';
  return QUESTIONS[kind];
}

const LEADS: Partial<Record<Key, Key>> = {
  'press.met': 'press.met-lead',
  'press.skip': 'press.skip-lead',
  'press.never': 'press.never-lead',
  'press.closed': 'press.closed-lead',
  'press.is-met': 'press.is-met-lead',
  'press.is-not-yet': 'press.is-not-yet-lead',
  'press.is-skip': 'press.is-skip-lead',
  'press.is-never': 'press.is-never-lead',
};

/** Where a link in a mail leads: one press, no name, no signing in; opening it changes nothing. */
export function PressPage() {
  const t = useTranslation(en);
  const { token } = route.useParams();
  const state = api.introductions.pressState.queryOptions({ input: { token } });
  const found = useQuery(state);
  const { data, error } = found;
  const press = useMutation(
    api.introductions.press.mutationOptions({
      onSuccess: (answer) => queryClient.setQueryData(state.queryKey, answer),
    }),
  );
  const home = <Link to="/">{t('press.home')}</Link>;
  if (error && errorCode(error) === 'not-found') {
    return (
      <PublicPage title={t('press.unknown')} lead={t('press.unknown-lead')}>
        {home}
      </PublicPage>
    );
  }
  const title = data ? titleOf(data) : 'press.home';
  const lead = LEADS[title];
  return (
    <PublicPage title={t(data ? title : 'press.loading')} lead={lead ? t(lead) : ' '}>
      <Answered query={found} height={44}>
        {(now) => (
          <Buttons state={now} isPending={press.isPending} onPress={(answer) => press.mutate({ token, answer })} />
        )}
      </Answered>
      <Problem error={press.error} />
      <Box component="p" mt={28}>
        {home}
      </Box>
    </PublicPage>
  );
}

function Buttons({ state, isPending, onPress }: { state: State; isPending: boolean; onPress(answer: Answer): void }) {
  const t = useTranslation(en);
  const { kind, mayUndo } = state;
  const undo = (
    <Button loading={isPending} onClick={() => onPress('undo')}>
      {t('press.undo')}
    </Button>
  );
  if (state.state !== 'open') return mayUndo ? undo : null;
  if (kind !== 'met') {
    return (
      <Button variant="filled" loading={isPending} onClick={() => onPress('on')}>
        {t(CHOICES[kind])}
      </Button>
    );
  }
  return (
    <Group>
      <Button variant="filled" loading={isPending} onClick={() => onPress('met')}>
        {t('press.met-yes')}
      </Button>
      <Button disabled={isPending} onClick={() => onPress('not-yet')}>
        {t('press.met-no')}
      </Button>
    </Group>
  );
}
