import { Button, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Limits, OwnRhythm } from '#contract/boundaries.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { formatDay, localDay } from '#web/platform/dates.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { offerUndo } from '#web/ui/toasts.tsx';
import { en } from './boundaries.words.ts';
import { refreshPeople, useChange } from './use-change.ts';

const RHYTHMS = valuesOf<OwnRhythm>({ weekly: 1, fortnightly: 1, monthly: 1, quarterly: 1 });

/** Open to hellos and introductions, my own pace, pause, and whom I blocked. */
export function BoundaryCards() {
  const t = useTranslation(en);
  const mine = useQuery(api.boundaries.mine.queryOptions());
  return (
    <Stack gap="lg">
      <p className="loam-lead">{t('boundaries.lead')}</p>
      <Answered query={mine} height={320}>
        {(limits) => (
          <>
            <Openness limits={limits} />
            <Card>
              <Rhythm rhythm={limits.rhythm} />
            </Card>
            <Card>
              <Pause pausedUntil={limits.pausedUntil} />
            </Card>
          </>
        )}
      </Answered>
      <Blocks />
    </Stack>
  );
}

const SWITCHES = [
  ['hellos', 'hellos'],
  ['introductions', 'introductions'],
  ['neverInvite', 'never-invite'],
] as const;

/** What I am open to; a switch that could not be turned says so below it. */
function Openness({ limits }: { limits: Limits }) {
  const t = useTranslation(en);
  const change = useChange();
  const [pressed, setPressed] = useState<(typeof SWITCHES)[number][0]>();
  return (
    <Card>
      <Stack gap="lg">
        {SWITCHES.map(([field, words]) => (
          <div key={field}>
            <Switch
              label={t(`boundaries.${words}`)}
              description={t(`boundaries.${words}-text`)}
              checked={limits[field] === true}
              onChange={(event) => {
                setPressed(field);
                change.mutate({ [field]: event.currentTarget.checked });
              }}
            />
            {pressed === field ? <Problem error={change.error} /> : null}
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function Rhythm({ rhythm }: { rhythm: Limits['rhythm'] }) {
  const t = useTranslation(en);
  const change = useChange();
  return (
    <>
      <NativeSelect
        size="md"
        label={t('boundaries.rhythm')}
        description={t('boundaries.rhythm-text')}
        value={rhythm ?? ''}
        onChange={(event) =>
          change.mutate({ rhythm: RHYTHMS.find((each) => each === event.currentTarget.value) ?? null })
        }
        data={[
          { value: '', label: t('boundaries.rhythm.none') },
          ...RHYTHMS.map((value) => ({ value, label: t(`boundaries.rhythm.${value}`) })),
        ]}
        maw={420}
      />
      <Problem error={change.error} />
    </>
  );
}

function Pause({ pausedUntil }: { pausedUntil: string | null }) {
  const t = useTranslation(en);
  const change = useChange();
  const { value: day, set: setDay, clear } = useDraft('pause', '');
  const today = localDay(new Date());
  const isPaused = pausedUntil !== null && pausedUntil >= today;
  const make = (next: string | null) => change.mutate({ pausedUntil: next }, { onSuccess: clear });
  return (
    <>
      {isPaused ? (
        <Group justify="space-between">
          <span>{t('boundaries.paused', { day: formatDay(pausedUntil) })}</span>
          <Button loading={change.isPending} onClick={() => make(null)}>
            {t('boundaries.pause-end')}
          </Button>
        </Group>
      ) : (
        <Group align="flex-end">
          <TextInput
            type="date"
            label={t('boundaries.pause')}
            description={t('boundaries.pause-text')}
            min={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            flex="1 1 240px"
            miw={0}
          />
          <Button disabled={day < today} loading={change.isPending} onClick={() => make(day)}>
            {t('boundaries.pause-set')}
          </Button>
        </Group>
      )}
      <Problem error={change.error} />
    </>
  );
}

/** Whom I blocked; lifting a block can be taken back. */
function Blocks() {
  const t = useTranslation(en);
  const blocks = useQuery(api.boundaries.blocks.queryOptions());
  const block = useMutation(api.boundaries.block.mutationOptions({ onSuccess: refreshPeople }));
  const unblock = useMutation(api.boundaries.unblock.mutationOptions({ onSuccess: refreshPeople }));
  const lift = ({ id: personId, name }: { id: string; name: string }) =>
    unblock.mutate(
      { personId },
      {
        onSuccess: () =>
          offerUndo({
            message: t('boundaries.unblocked', { name }),
            undo: t('boundaries.undo'),
            onUndo: () => block.mutate({ personId }),
          }),
      },
    );
  return (
    <Card>
      <h2 className="loam-flush">{t('boundaries.blocked')}</h2>
      <Answered query={blocks} height={60}>
        {({ people }) => (
          <>
            <p className="loam-muted">{t(people.length ? 'boundaries.blocked-text' : 'boundaries.blocked-none')}</p>
            <div className="loam-rows">
              {people.map((person) => (
                <Group key={person.id} justify="space-between" py="xs">
                  <span className="loam-anywhere">{person.name}</span>
                  <Button
                    size="sm"
                    loading={unblock.isPending && unblock.variables.personId === person.id}
                    onClick={() => lift(person)}
                  >
                    {t('boundaries.unblock')}
                  </Button>
                </Group>
              ))}
            </div>
          </>
        )}
      </Answered>
      <Problem error={unblock.error ?? block.error} />
    </Card>
  );
}
