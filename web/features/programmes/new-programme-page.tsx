import './programmes.css';
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ProgrammeKind } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { AudienceFields, type Chosen, useFirstAudience } from './audience-fields.tsx';
import { FormatCards } from './format-cards.tsx';
import { FORMATS, kindOf } from './formats.ts';
import { en } from './hosting.words.ts';
import { en as programmes } from './programmes.words.ts';
import { useSentences } from './sentences.ts';
import { SettingFields } from './setting-fields.tsx';
import { refresh } from './use-membership.ts';

const route = getRouteApi('/inside/meet/programmes/new');

/** Where a programme begins: eight ready ones, then one sentence and one button. */
export function NewProgrammePage() {
  const t = useWords(en);
  const p = useWords(programmes);
  const kind = kindOf(route.useSearch().kind);
  if (!kind) {
    return (
      <Page
        title={t('hosting.new')}
        lead={t('hosting.new-lead')}
        above={<BackLink to="/meet">{p('programmes.back')}</BackLink>}
      >
        <Card>
          <FormatCards level={2} />
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title={p(`programmes.kind.${kind}`)}
      lead={p(`programmes.why.${kind}`)}
      above={<BackLink to="/meet/programmes/new">{t('hosting.back-to-choice')}</BackLink>}
    >
      <NewProgramme key={kind} kind={kind} />
    </Page>
  );
}

function NewProgramme({ kind }: { kind: ProgrammeKind }) {
  const t = useWords(en);
  const p = useWords(programmes);
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const { sentence } = useSentences();
  const first = useFirstAudience();
  const [chosen, setChosen] = useState<Chosen>();
  const [settings, setSettings] = useState(FORMATS[kind]);
  const [name, setName] = useState<string>(p(`programmes.kind.${kind}`));
  const [startsOn, setStartsOn] = useState('');
  const create = useMutation(
    api.programmes.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await refresh();
        await navigate({ to: '/meet/programmes/$id/host', params: { id } });
      },
    }),
  );
  const whom = chosen ?? first;
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
            <p className="loam-muted loam-measure" style={{ marginTop: 0 }}>
              {t(`hosting.lead-${kind}`)}
            </p>
          ) : null}
          <details className="programmes-fold">
            <summary>{t('hosting.adjust')}</summary>
            <div className="programmes-fields" style={{ marginTop: 12 }}>
              <SettingFields value={settings} onChange={(change) => setSettings({ ...settings, ...change })} />
              <TextInput
                type="date"
                label={t('hosting.starts')}
                description={t('hosting.starts-hint')}
                inputWrapperOrder={['label', 'input', 'description']}
                value={startsOn}
                onChange={(event) => setStartsOn(event.currentTarget.value)}
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
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {whom ? <AudienceFields value={whom} onChange={setChosen} /> : null}
          </Stack>
        </Card>
        {create.error ? <Alert role="alert">{errorWords(create.error)}</Alert> : null}
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
