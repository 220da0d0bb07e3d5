import { Alert, Button, Loader, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { emailOf } from '#contract/email.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { errorCode, useErrorWords } from '#web/platform/errors.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';
import { CodePage } from './code-form.tsx';

const route = getRouteApi('/open/join/$token');

interface JoinFormProps {
  domain: string;
  name: string;
  email: string;
  isPending: boolean;
  /** What stands below the address. */
  emailError: string | null;
  onChange(change: { name?: string; email?: string }): void;
  onSend(): void;
}

function JoinForm({ domain, name, email, isPending, emailError, onChange, onSend }: JoinFormProps) {
  const t = useWords(en);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label={t('access.join-name')}
          description={t('access.join-name-hint')}
          required
          withAsterisk={false}
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('access.email')}
          type="email"
          required
          withAsterisk={false}
          autoComplete="email"
          maxLength={254}
          placeholder={`…@${domain}`}
          value={email}
          error={emailError ? <span role="alert">{emailError}</span> : undefined}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
        <div>
          <Button type="submit" variant="filled" loading={isPending}>
            {t('access.send-code')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Joining({ token, workspace, domain }: { token: string; workspace: string; domain: string }) {
  const t = useWords(en);
  const words = useErrorWords();
  const isFolder = useIsFolder();
  const { value: who, set: setWho } = useDraft('join', { name: '', email: '' });
  const [sent, setSent] = useState(0);
  const [isElsewhere, setElsewhere] = useState(false);
  const join = useMutation(api.access.join.mutationOptions({ onSuccess: () => setSent((times) => times + 1) }));
  const email = who.email.trim();
  const ask = () => {
    const isOther = !(emailOf(email) ?? email).endsWith(`@${domain}`);
    setElsewhere(isOther);
    if (!isOther) join.mutate({ token, name: who.name.trim(), email, language: currentLanguage() });
  };
  if (sent === 0) {
    return (
      <PublicPage title={t('access.join', { workspace })} lead={t('access.join-lead', { domain })}>
        <MailNotice />
        <JoinForm
          {...who}
          domain={domain}
          isPending={join.isPending}
          emailError={isElsewhere ? t('access.other-domain', { domain }) : join.error ? words(join.error) : null}
          onChange={(change) => setWho({ ...who, ...change })}
          onSend={ask}
        />
      </PublicPage>
    );
  }
  return (
    <CodePage
      lead={t(isFolder ? 'access.join-code-lead-folder' : 'access.join-code-lead', { email })}
      email={email}
      sent={sent}
      asking={join}
      onAgain={ask}
      onOther={() => setSent(0)}
    />
  );
}

/** Where a join link leads: name, address, code. */
export function JoinPage() {
  const t = useWords(en);
  const words = useErrorWords();
  const { token } = route.useParams();
  const link = useQuery(
    api.access.link.queryOptions({
      input: { token },
      staleTime: Number.POSITIVE_INFINITY,
      retry: (count, error) => count < 2 && !hasEnded(error),
    }),
  );
  if (link.data) return <Joining token={token} {...link.data} />;
  if (!link.error) {
    return (
      <PublicPage title={t('access.loading')}>
        <Loader role="status" aria-label={t('access.loading')} />
      </PublicPage>
    );
  }
  if (hasEnded(link.error)) {
    return (
      <PublicPage title={t('access.no-link')} lead={t('access.no-link-lead')}>
        <Link to="/">{t('access.home')}</Link>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('access.sign-in')}>
      <Alert role="alert">{words(link.error)}</Alert>
    </PublicPage>
  );
}

const hasEnded = (error: unknown): boolean =>
  ['access.link-ended', 'bad-request', 'not-found'].includes(errorCode(error));
