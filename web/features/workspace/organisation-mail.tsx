import { Button, Checkbox, Group, NumberInput, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, queryClient } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { Problem, SaveOrDiscard, Section, say } from './section.tsx';
import { en } from './workspace.words.ts';

interface Settings {
  host: string;
  port: number;
  secure: boolean;
  user?: string | undefined;
  from: string;
}
type Draft = Settings & { user: string; password: string };

const draftOf = (saved: Settings | null): Draft => ({
  ...(saved ?? { host: '', port: 587, secure: false, from: '' }),
  user: saved?.user ?? '',
  password: '',
});

const refresh = () => queryClient.invalidateQueries({ queryKey: api.workspace.mail.key() });

interface FieldsProps {
  draft: Draft;
  isKept: boolean;
  onChange(change: Partial<Draft>): void;
}

function ServerFields({ draft, onChange }: Omit<FieldsProps, 'isKept'>) {
  const t = useWords(en);
  return (
    <>
      <div className="workspace-server">
        <TextInput
          label={t('workspace.mail-host')}
          required
          withAsterisk={false}
          maxLength={253}
          autoComplete="off"
          spellCheck={false}
          value={draft.host}
          onChange={(event) => onChange({ host: event.currentTarget.value })}
        />
        <NumberInput
          label={t('workspace.mail-port')}
          size="md"
          hideControls
          required
          withAsterisk={false}
          min={1}
          max={65_535}
          allowDecimal={false}
          allowNegative={false}
          value={draft.port}
          onChange={(port) => onChange({ port: Number(port) })}
        />
      </div>
      <Checkbox
        label={t('workspace.mail-secure')}
        checked={draft.secure}
        onChange={(event) => onChange({ secure: event.currentTarget.checked })}
      />
    </>
  );
}

function Fields({ draft, isKept, onChange }: FieldsProps) {
  const t = useWords(en);
  return (
    <>
      <ServerFields draft={draft} onChange={onChange} />
      <div className="workspace-pair">
        <TextInput
          label={t('workspace.mail-user')}
          description={t('workspace.mail-user-hint')}
          maxLength={254}
          autoComplete="off"
          value={draft.user}
          onChange={(event) => onChange({ user: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('workspace.mail-password')}
          description={t(isKept ? 'workspace.mail-password-kept' : 'workspace.mail-password-hint')}
          size="md"
          maxLength={500}
          autoComplete="new-password"
          value={draft.password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('workspace.mail-from')}
        description={t('workspace.mail-from-hint')}
        type="email"
        required
        withAsterisk={false}
        maxLength={254}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
    </>
  );
}

function TestMail() {
  const t = useWords(en);
  const test = useMutation(
    api.workspace.testMail.mutationOptions({ onSuccess: () => say(t('workspace.mail-tested')) }),
  );
  return (
    <>
      <Button loading={test.isPending} onClick={() => test.mutate({})}>
        {t('workspace.mail-test')}
      </Button>
      <Problem error={test.error} />
    </>
  );
}

function MailForm({ saved }: { saved: Settings | null }) {
  const t = useWords(en);
  const [changed, setChanged] = useState<Partial<Draft>>({});
  const draft = { ...draftOf(saved), ...changed };
  const save = useMutation(
    api.workspace.setMail.mutationOptions({
      onSuccess: async () => {
        await refresh();
        setChanged({});
        say(t('workspace.saved'));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { user, password, ...rest } = draft;
    save.mutate({
      ...rest,
      host: rest.host.trim(),
      from: rest.from.trim(),
      ...(user.trim() ? { user: user.trim() } : {}),
      ...(password ? { password } : {}),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Fields
          draft={draft}
          isKept={saved?.user !== undefined}
          onChange={(part) => setChanged({ ...changed, ...part })}
        />
        <Problem error={save.error} />
        {Object.keys(changed).length > 0 ? (
          <SaveOrDiscard isSaving={save.isPending} onDiscard={() => setChanged({})} />
        ) : null}
      </Stack>
    </form>
  );
}

function Forget({ onForgotten }: { onForgotten(): void }) {
  const t = useWords(en);
  const [isAsked, setAsked] = useState(false);
  const forget = useMutation(
    api.workspace.clearMail.mutationOptions({
      onSuccess: async () => {
        onForgotten();
        say(t('workspace.mail-forgotten'));
        await refresh();
      },
    }),
  );
  return (
    <>
      <Button variant="plain" loading={forget.isPending} onClick={() => setAsked(true)}>
        {t('workspace.mail-forget')}
      </Button>
      <Problem error={forget.error} />
      <Confirm
        opened={isAsked}
        title={t('workspace.mail-forget-ask')}
        confirm={t('workspace.mail-forget')}
        cancel={t('workspace.keep')}
        onConfirm={() => {
          setAsked(false);
          forget.mutate({});
        }}
        onClose={() => setAsked(false)}
      >
        {t('workspace.mail-forget-text')}
      </Confirm>
    </>
  );
}

/** How mail leaves: settings, a test to myself, the way back. */
export function OrganisationMail() {
  const t = useWords(en);
  const mail = useQuery(api.workspace.mail.queryOptions());
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || Boolean(mail.data?.mail);
  return (
    <Section title={t('workspace.mail')} lead={t('workspace.mail-lead')}>
      {mail.isPending ? <Skeleton height={320} radius={10} /> : null}
      {mail.data ? (
        <>
          {isShown ? (
            <MailForm key={mail.data.mail ? 'set' : 'unset'} saved={mail.data.mail} />
          ) : (
            <p className="loam-measure workspace-none">{t('workspace.mail-none')}</p>
          )}
          <Group gap="sm" mt="lg">
            {isShown ? null : <Button onClick={() => setOpen(true)}>{t('workspace.mail-set')}</Button>}
            <TestMail />
            {mail.data.mail ? <Forget onForgotten={() => setOpen(false)} /> : null}
          </Group>
        </>
      ) : null}
      <Problem error={mail.error} />
    </Section>
  );
}
