import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMailReason } from '#web/features/delivery/delivery.tsx';
import { api, type client, invalidate } from '#web/platform/api.ts';
import { formatList, formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { say } from '#web/ui/toasts.tsx';
import { en } from './workspace.words.ts';

type MailStateShown = Awaited<ReturnType<typeof client.workspace.mail>>;
type Waiting = NonNullable<MailStateShown['proposal']>;
type Settings = MailStateShown['mail'];

export const refreshMail = () => invalidate(api.workspace.mail.key());

/** One row for each thing that mail settings say, now and as proposed. */
function Comparison({ now, hadPassword, proposal }: { now: Settings; hadPassword: boolean; proposal: Waiting }) {
  const t = useTranslation(en);
  const cellsOf = (mail: Settings, hasPassword: boolean) => ({
    host: mail?.host ?? t('workspace.mail-servers-own'),
    port: mail ? String(mail.port) : '–',
    secure: mail ? t(mail.secure ? 'workspace.mail-secure-yes' : 'workspace.mail-secure-no') : '–',
    user: mail?.user ?? '–',
    password: mail ? t(hasPassword ? 'workspace.mail-password-stored' : 'workspace.mail-password-none') : '–',
    from: mail?.from ?? '–',
    ca: mail ? t(mail.ca ? 'workspace.mail-ca-yes' : 'workspace.mail-ca-no') : '–',
  });
  const [before, after] = [cellsOf(now, hadPassword), cellsOf(proposal.mail, proposal.hasPassword)];
  const lines = [
    [t('workspace.mail-host'), before.host, after.host],
    [t('workspace.mail-port'), before.port, after.port],
    [t('workspace.mail-secure-short'), before.secure, after.secure],
    [t('workspace.mail-user'), before.user, after.user],
    [t('workspace.mail-password'), before.password, after.password],
    [t('workspace.mail-from'), before.from, after.from],
    [t('workspace.mail-ca-short'), before.ca, after.ca],
  ] as const;
  return (
    <table className="workspace-compare">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('workspace.mail-now')}</th>
          <th scope="col">{t('workspace.mail-proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([label, old, next]) => (
          <tr key={label} data-changed={old !== next || undefined}>
            <th scope="row">{label}</th>
            <td>{old}</td>
            <td>{next}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WithCode({ id }: { id: string }) {
  const t = useTranslation(en);
  const [code, setCode] = useState('');
  const confirm = useMutation(
    api.workspace.confirmMail.mutationOptions({
      onSuccess: async () => {
        say(t('workspace.mail-changed'));
        await refreshMail();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ id, code });
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm" mt="md">
        <TextInput
          label={t('workspace.mail-code')}
          description={t('workspace.mail-code-hint')}
          required
          withAsterisk={false}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('workspace.mail-code-use')}
        </Button>
      </Group>
      <Problem error={confirm.error} />
    </form>
  );
}

/** A change that waits: what it would change, and who may let it hold. */
export function MailProposal({ state, proposal }: { state: MailStateShown; proposal: Waiting }) {
  const t = useTranslation(en);
  const confirm = useMutation(
    api.workspace.confirmMail.mutationOptions({
      onSuccess: async () => {
        say(t('workspace.mail-changed'));
        await refreshMail();
      },
    }),
  );
  const withdraw = useMutation(
    api.workspace.withdrawMail.mutationOptions({
      onSuccess: async () => {
        say(t('workspace.mail-withdrawn'));
        await refreshMail();
      },
      onError: refreshMail,
    }),
  );
  const who =
    proposal.confirmers.length > 0
      ? t('workspace.mail-who', { names: formatList(proposal.confirmers), count: proposal.confirmers.length })
      : t('workspace.mail-who-none');
  return (
    <section aria-labelledby="mail-proposal" className="workspace-waiting">
      <h3 id="mail-proposal">{t('workspace.mail-waits')}</h3>
      <p className="loam-measure">
        {t('workspace.mail-waits-text', { name: proposal.by.name, until: formatTime(proposal.lapsesAt) })} {who}
      </p>
      <Comparison now={state.mail} hadPassword={state.hasPassword} proposal={proposal} />
      <Group gap="sm" mt="md">
        {proposal.mayConfirm ? (
          <Button variant="filled" loading={confirm.isPending} onClick={() => confirm.mutate({ id: proposal.id })}>
            {t('workspace.mail-confirm')}
          </Button>
        ) : null}
        <Button variant="plain" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id: proposal.id })}>
          {t('workspace.mail-withdraw')}
        </Button>
      </Group>
      <Problem error={confirm.error ?? withdraw.error} />
      <WithCode id={proposal.id} />
    </section>
  );
}

/** Which way mail takes now, where that is not what the fields say. */
export function MailWay({ state: { mail, uses, trouble } }: { state: MailStateShown }) {
  const t = useTranslation(en);
  const reasonWords = useMailReason();
  if (!trouble) return null;
  const way = t(
    uses === 'stored'
      ? 'workspace.mail-way-stored'
      : uses === 'server'
        ? 'workspace.mail-way-server'
        : 'workspace.mail-way-folder',
  );
  const why =
    trouble.kind === 'unreadable'
      ? t('workspace.mail-unreadable')
      : t('workspace.mail-failing', {
          host: mail?.host ?? '–',
          at: trouble.at ? formatTime(trouble.at) : '',
          what: reasonWords(trouble.what),
        });
  return (
    <Alert role="status" mb="md">
      {why} {way}
    </Alert>
  );
}
