import { ActionIcon, Button, Group, Menu, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Confirm } from '#web/ui/confirm.tsx';
import { en } from './boundaries.words.ts';

/** After a change of limits everything that shows people may look different. */
const refresh = () => queryClient.invalidateQueries();

function useChange() {
  return useMutation(api.boundaries.change.mutationOptions({ onSuccess: refresh }));
}

/** Open to hellos, pause, and whom I blocked. */
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
      </Card>
      <Card>
        <Pause pausedUntil={mine.data.pausedUntil} onChange={(pausedUntil) => change.mutate({ pausedUntil })} />
      </Card>
      {change.isError ? <p role="alert">{errorWords(change.error)}</p> : null}
      <Blocks />
    </Stack>
  );
}

const localToday = (): string => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

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
      <p className="loam-muted">{t(blocks.data.people.length ? 'boundaries.blocked-text' : 'boundaries.blocked-none')}</p>
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

/** The quiet menu on somebody's page. */
export function BlockMenu({ personId, name }: { personId: string; name: string }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const block = useMutation(
    api.boundaries.block.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        notifications.show({ message: t('boundaries.done') });
        await refresh();
      },
    }),
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('boundaries.menu', { name })}>
            <IconDots size={20} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking(true)}>{t('boundaries.block', { name })}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isAsking}
        title={t('boundaries.block-title', { name })}
        confirm={t('boundaries.block-yes')}
        cancel={t('boundaries.cancel')}
        onConfirm={() => block.mutate({ personId })}
        onClose={() => setAsking(false)}
      >
        {t('boundaries.block-text', { name })}
        {block.isError ? <p role="alert">{errorWords(block.error)}</p> : null}
      </Confirm>
    </>
  );
}

/** Asked once, on the first visit; until it is answered nobody may say hello. */
export function OpenToHellosQuestion() {
  const t = useWords(en);
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const change = useChange();
  if (mine.data?.hellos !== null) return null;
  return (
    <Card>
      <h2 style={{ fontSize: '1.25rem', margin: 0 }}>{t('boundaries.question')}</h2>
      <p className="loam-muted loam-measure">{t('boundaries.question-text')}</p>
      <Group>
        <Button variant="filled" loading={change.isPending} onClick={() => change.mutate({ hellos: true })}>
          {t('boundaries.yes')}
        </Button>
        <Button onClick={() => change.mutate({ hellos: false })}>{t('boundaries.no')}</Button>
      </Group>
    </Card>
  );
}
