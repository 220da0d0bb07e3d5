import { Button, Checkbox, Group, NumberInput, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { type MailDraft, type MailSettings, mailDraftOf, mailInputOf, withPort } from './mail-draft.ts';
import { MailProposal, MailWay, refreshMail } from './mail-proposal.tsx';
import { SaveOrDiscard } from './save-or-discard.tsx';
import { TestMail } from './test-mail.tsx';
import { en } from './workspace.words.ts';

interface FieldsProps {
  draft: MailDraft;
  isKept: boolean;
  onChange(change: Partial<MailDraft>): void;
}

function ServerFields({ draft, onChange }: Omit<FieldsProps, 'isKept'>) {
  const t = useTranslation(en);
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
          onChange={(port) => onChange(withPort(Number(port)))}
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
  const t = useTranslation(en);
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
      <details open={draft.ca !== ''}>
        <summary>{t('workspace.mail-ca-more')}</summary>
        <Textarea
          mt="sm"
          label={t('workspace.mail-ca')}
          description={t('workspace.mail-ca-hint')}
          placeholder="-----BEGIN CERTIFICATE-----"
          minRows={3}
          maxRows={8}
          autosize
          maxLength={20_000}
          spellCheck={false}
          value={draft.ca}
          onChange={(event) => onChange({ ca: event.currentTarget.value })}
        />
      </details>
    </>
  );
}

const PLACE = ['host', 'port', 'secure', 'user', 'ca'] as const;

function MailForm({
  saved,
  hasPassword,
  isAlone,
}: {
  saved: MailSettings | null;
  hasPassword: boolean;
  isAlone: boolean;
}) {
  const t = useTranslation(en);
  const [changed, setChanged] = useState<Partial<MailDraft>>({});
  const draft = { ...mailDraftOf(saved), ...changed };
  const save = useMutation(
    api.workspace.setMail.mutationOptions({
      onSuccess: async ({ state }) => {
        await refreshMail();
        setChanged({});
        say(t(state === 'waits' ? 'workspace.mail-now-waits' : 'workspace.saved'));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(mailInputOf(draft));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Fields
          draft={draft}
          isKept={hasPassword && PLACE.every((field) => !(field in changed))}
          onChange={(part) => setChanged({ ...changed, ...part })}
        />
        <Problem error={save.error} />
        <p className="loam-muted loam-measure workspace-none">
          {t(isAlone ? 'workspace.mail-alone' : 'workspace.mail-takes-two')}
        </p>
        {Object.keys(changed).length > 0 ? (
          <SaveOrDiscard isSaving={save.isPending} onDiscard={() => setChanged({})} />
        ) : null}
        <TestMail mail={mailInputOf(draft)} />
      </Stack>
    </form>
  );
}

function Forget({ onForgotten }: { onForgotten(): void }) {
  const t = useTranslation(en);
  const [isAsked, setAsked] = useState(false);
  const forget = useMutation(
    api.workspace.clearMail.mutationOptions({
      onSuccess: async ({ state }) => {
        if (state === 'holds') onForgotten();
        say(t(state === 'waits' ? 'workspace.mail-now-waits' : 'workspace.mail-forgotten'));
        await refreshMail();
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
export function MailSection() {
  const t = useTranslation(en);
  const mail = useQuery(api.workspace.mail.queryOptions());
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('workspace.mail')} lead={t('workspace.mail-lead')}>
      <MailNotice />
      <Answered query={mail} height={320}>
        {(state) => {
          const isShown = isOpen || state.mail !== null;
          return (
            <>
              <MailWay state={state} />
              {state.proposal ? <MailProposal state={state} proposal={state.proposal} /> : null}
              {isShown ? (
                <MailForm
                  key={state.mail ? 'set' : 'unset'}
                  saved={state.mail}
                  hasPassword={state.hasPassword}
                  isAlone={state.isAlone}
                />
              ) : (
                <p className="loam-measure workspace-none">{t('workspace.mail-none')}</p>
              )}
              <Group gap="sm" mt="lg">
                {isShown ? null : <Button onClick={() => setOpen(true)}>{t('workspace.mail-set')}</Button>}
                {isShown ? null : <TestMail />}
                {state.mail ? <Forget onForgotten={() => setOpen(false)} /> : null}
              </Group>
            </>
          );
        }}
      </Answered>
    </Section>
  );
}
