import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Programme } from '#contract/programmes.ts';
import { api, type client } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AskedPress } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './hosting.words.ts';
import { useSentences } from './sentences.ts';
import { SettingFields } from './setting-fields.tsx';
import { refreshProgrammes } from './use-membership.ts';

type Change = Omit<Parameters<typeof client.programmes.change>[0], 'id'>;

function useChange(id: string) {
  const change = useMutation(api.programmes.change.mutationOptions({ onSuccess: refreshProgrammes }));
  const make = (next: Change, message: string, onMade?: () => void) =>
    change.mutate(
      { id, ...next },
      {
        onSuccess: () => {
          say(message);
          onMade?.();
        },
      },
    );
  return { make, isPending: change.isPending, error: change.error };
}

/** How a programme is set, and how it pauses or ends. */
export function HostSettings({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  if (programme.status === 'ended') {
    return (
      <Card>
        <h2 className="programmes-state programmes-state-ended">{t('hosting.step.ended')}</h2>
        <p className="loam-muted">{t('hosting.step.ended-text')}</p>
      </Card>
    );
  }
  return (
    <Stack gap={20}>
      <Form programme={programme} />
      <Section title={t('hosting.status')} lead={t('hosting.status-text')}>
        <Status programme={programme} />
      </Section>
    </Stack>
  );
}

function Form({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const { sentence } = useSentences();
  const { kind, name, size, rule, cadence, weekday, drawTime, timezone } = programme;
  const saved = { name, size, rule, cadence, weekday, drawTime, timezone };
  const { value: next, set: setNext, clear } = useDraft(`programme.${programme.id}`, saved);
  const { make, isPending, error } = useChange(programme.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make({ ...next, name: next.name.trim() }, t('hosting.saved'), clear);
  };
  return (
    <Card label={t('hosting.what')}>
      <p className="programmes-state" aria-live="polite">
        {sentence({ kind, ...next })}
      </p>
      <form onSubmit={submit}>
        <Stack gap={20}>
          <TextInput
            label={t('hosting.name')}
            required
            withAsterisk={false}
            maxLength={60}
            value={next.name}
            onChange={(event) => setNext({ ...next, name: event.currentTarget.value })}
          />
          <div className="programmes-fields">
            <SettingFields value={next} onChange={(change) => setNext({ ...next, ...change })} />
            <NativeSelect
              size="md"
              label={t('hosting.zone')}
              value={next.timezone}
              data={[...new Set([next.timezone, ...Intl.supportedValuesOf('timeZone')])]}
              onChange={(event) => setNext({ ...next, timezone: event.currentTarget.value })}
            />
          </div>
          <Problem error={error} />
          <div>
            <Button type="submit" variant="filled" loading={isPending} disabled={!next.name.trim()}>
              {t('hosting.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

function Status({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const { id, name, status } = programme;
  const { make, isPending, error } = useChange(id);
  const isPaused = status === 'paused';
  return (
    <>
      <Group gap="sm">
        <Button
          loading={isPending}
          onClick={() =>
            isPaused
              ? make({ status: 'running' }, t('hosting.resumed'))
              : make({ status: 'paused' }, t('hosting.paused'))
          }
        >
          {t(isPaused ? 'hosting.resume' : 'hosting.pause')}
        </Button>
        <AskedPress
          press={t('hosting.end')}
          button={{ variant: 'plain' }}
          isPending={isPending}
          title={t('hosting.end-ask', { name })}
          cancel={t('hosting.end-keep')}
          onConfirm={() => make({ status: 'ended' }, t('hosting.ended'))}
        >
          {t('hosting.end-text')}
        </AskedPress>
      </Group>
      <Problem error={error} />
    </>
  );
}
