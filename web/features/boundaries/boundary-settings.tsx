import { Button, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './boundaries.words.ts';
import { refresh, useChange } from './use-change.ts';

const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const;

/** Open to hellos and introductions, my own pace, pause, and whom I blocked. */
export function BoundarySettings() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const change = useChange();
  if (!mine.data) return mine.isError ? <p role="alert">{errorWords(mine.error)}</p> : null;
  return (
    <Stack gap="lg">
      <p className="loam-lead">{t('boundaries.lead')}</p>
      <Card>
        <Switch
          label={t('boundaries.hellos')}
          description={t('boundaries.hellos-text')}
          checked={mine.data.hellos === true}
          onChange={(event) => change.mutate({ hellos: event.currentTarget.checked })}
        />
        <Switch
          mt="lg"
          label={t('boundaries.introductions')}
          description={t('boundaries.introductions-text')}
          checked={mine.data.introductions === true}
          onChange={(event) => change.mutate({ introductions: event.currentTarget.checked })}
        />
        <Switch
          mt="lg"
          label={t('boundaries.never-invite')}
          description={t('boundaries.never-invite-text')}
          checked={mine.data.neverInvite}
          onChange={(event) => change.mutate({ neverInvite: event.currentTarget.checked })}
        />
      </Card>
      <Card>
        <NativeSelect
          size="md"
          label={t('boundaries.rhythm')}
          description={t('boundaries.rhythm-text')}
          value={mine.data.rhythm ?? ''}
          onChange={(event) =>
            change.mutate({ rhythm: RHYTHMS.find((each) => each === event.currentTarget.value) ?? null })
          }
          data={[
            { value: '', label: t('boundaries.rhythm.none') },
            ...RHYTHMS.map((value) => ({ value, label: t(`boundaries.rhythm.${value}`) })),
          ]}
          maw={420}
        />
      </Card>
      <Card>
        <Pause pausedUntil={mine.data.pausedUntil} onChange={(pausedUntil) => change.mutate({ pausedUntil })} />
      </Card>
      {change.isError ? <p role="alert">{errorWords(change.error)}</p> : null}
      <Blocks />
    </Stack>
  );
}

const localToday = (): string =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

function Pause({ pausedUntil, onChange }: { pausedUntil: string | null; onChange(day: string | null): void }) {
  const t = useWords(en);
  const [day, setDay] = useState('');
  const isPaused = pausedUntil !== null && pausedUntil >= localToday();
  if (isPaused) {
    return (
      <Group justify="space-between">
        <span>{t('boundaries.paused', { day: dayWords(pausedUntil) })}</span>
        <Button onClick={() => onChange(null)}>{t('boundaries.pause-end')}</Button>
      </Group>
    );
  }
  return (
    <Group align="flex-end">
      <TextInput
        type="date"
        label={t('boundaries.pause')}
        description={t('boundaries.pause-text')}
        min={localToday()}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        style={{ flex: '1 1 260px' }}
      />
      <Button disabled={day < localToday()} onClick={() => onChange(day)}>
        {t('boundaries.pause-set')}
      </Button>
    </Group>
  );
}

function Blocks() {
  const t = useWords(en);
  const blocks = useQuery(api.boundaries.blocks.queryOptions());
  const unblock = useMutation(api.boundaries.unblock.mutationOptions({ onSuccess: refresh }));
  if (!blocks.data) return null;
  return (
    <Card>
      <h2 style={{ fontSize: '1.25rem', margin: 0 }}>{t('boundaries.blocked')}</h2>
      <p className="loam-muted">
        {t(blocks.data.people.length ? 'boundaries.blocked-text' : 'boundaries.blocked-none')}
      </p>
      <div className="loam-rows">
        {blocks.data.people.map((person) => (
          <Group key={person.id} justify="space-between" py="xs">
            <span>{person.name}</span>
            <Button size="sm" onClick={() => unblock.mutate({ personId: person.id })}>
              {t('boundaries.unblock')}
            </Button>
          </Group>
        ))}
      </div>
    </Card>
  );
}
