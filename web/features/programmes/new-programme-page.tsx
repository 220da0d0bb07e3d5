import './programmes.css';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { ProgrammeKind } from '#contract/programmes.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import type { Chosen } from './audience.ts';
import { AudienceFields, useFirstAudience, useMyUnits } from './audience-fields.tsx';
import { FORMATS, kindOf } from './formats.ts';
import { en } from './hosting.words.ts';
import { en as programmes } from './programmes.words.ts';
import { useSentences } from './sentences.ts';
import { SettingFields } from './setting-fields.tsx';
import { refreshProgrammes } from './use-membership.ts';

const route = getRouteApi('/inside/meet/programmes/new');

/** A ready programme begins: one sentence and one button. */
export function NewProgrammePage() {
  const t = useTranslation(en);
  const p = useTranslation(programmes);
  const kind = kindOf(route.useSearch().kind);
  if (!kind) return <Navigate to="/hosting" replace />;
  return (
    <Page
      title={p(`programmes.kind.${kind}`)}
      lead={p(`programmes.why.${kind}`)}
      above={<BackLink to="/hosting">{t('hosting.back-to-choice')}</BackLink>}
    >
      <NewProgramme key={kind} kind={kind} />
    </Page>
  );
}

interface NewOne {
  /** Null while it is left as proposed. */
  chosen: Chosen | null;
  settings: (typeof FORMATS)[ProgrammeKind];
  name: string;
  startsOn: string;
}

function NewProgramme({ kind }: { kind: ProgrammeKind }) {
  const t = useTranslation(en);
  const p = useTranslation(programmes);
  const navigate = useNavigate();
  const { sentence } = useSentences();
  const firstOf = useFirstAudience();
  const units = useMyUnits();
  const draft = useDraft<NewOne>(`new-programme.${kind}`, {
    chosen: null,
    settings: FORMATS[kind],
    name: p(`programmes.kind.${kind}`),
    startsOn: '',
  });
  const { chosen, settings, name, startsOn } = draft.value;
  const change = (part: Partial<NewOne>) => draft.set({ ...draft.value, ...part });
  const create = useMutation(
    api.programmes.create.mutationOptions({
      onSuccess: async ({ id }) => {
        draft.clear();
        await refreshProgrammes();
        await navigate({ to: '/meet/programmes/$id/host', params: { id } });
      },
    }),
  );
  const whom = chosen ?? (units.data && firstOf(units.data));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { hasLead: _, ...rest } = settings;
    if (whom) create.mutate({ kind, name: name.trim(), ...rest, ...whom, ...(startsOn ? { startsOn } : {}) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={20}>
        <Card label={t('hosting.what')}>
          <p className="programmes-state" aria-live="polite">
            {sentence({ kind, ...settings })}
          </p>
          {kind === 'newcomer' || kind === 'lottery' ? (
            <p className="loam-muted loam-measure programmes-lead-text">{t(`hosting.lead-${kind}`)}</p>
          ) : null}
          <details className="programmes-fold">
            <summary>{t('hosting.adjust')}</summary>
            <div className="programmes-fields programmes-folded">
              <SettingFields value={settings} onChange={(part) => change({ settings: { ...settings, ...part } })} />
              <TextInput
                type="date"
                label={t('hosting.starts')}
                description={t('hosting.starts-hint')}
                inputWrapperOrder={['label', 'input', 'description']}
                value={startsOn}
                onChange={(event) => change({ startsOn: event.currentTarget.value })}
              />
            </div>
          </details>
        </Card>
        <Card>
          <Stack gap={24}>
            <TextInput
              label={t('hosting.name')}
              description={t('hosting.name-hint')}
              required
              withAsterisk={false}
              maxLength={60}
              value={name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Answered query={units} height={120}>
              {(mine) => (
                <AudienceFields
                  units={mine}
                  value={chosen ?? firstOf(mine)}
                  onChange={(next) => change({ chosen: next })}
                />
              )}
            </Answered>
          </Stack>
        </Card>
        <Problem error={create.error} />
        <Group gap="lg">
          <Button type="submit" variant="filled" loading={create.isPending} disabled={!whom || !name.trim()}>
            {t('hosting.begin')}
          </Button>
          <span className="loam-muted">{t('hosting.begin-text')}</span>
        </Group>
      </Stack>
    </form>
  );
}
