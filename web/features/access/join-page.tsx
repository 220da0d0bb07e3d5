import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { emailOf } from '#contract/email.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { errorCode, isGone } from '#web/platform/errors.ts';
import type { Form } from '#web/platform/form.ts';
import { useDraftForm } from '#web/platform/form.ts';
import { Problem, useFieldProblem } from '#web/platform/problem.tsx';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';
import { CodePage } from './code-form.tsx';

const route = getRouteApi('/open/join/$token');

type Joiner = {
  name: string;
  email: string;
};

interface JoinFormProps {
  form: Form<Joiner>;
  domain: string;
  isPending: boolean;
  error: unknown;
  /** Whether the address is of another domain. */
  isElsewhere: boolean;
  onSend(): void;
}

function JoinForm({ form, domain, isPending, error, isElsewhere, onSend }: JoinFormProps) {
  const t = useTranslation(en);
  const { below, beside } = useFieldProblem(
    error,
    ['access.wrong-domain'],
    isElsewhere ? t('access.other-domain', { domain }) : undefined,
  );
  return (
    <form onSubmit={form.onSubmit(onSend)}>
      <Stack gap="lg">
        <TextInput
          label={t('access.join-name')}
          description={t('access.join-name-hint')}
          required
          withAsterisk={false}
          autoComplete="name"
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('access.email')}
          type="email"
          required
          withAsterisk={false}
          autoComplete="email"
          maxLength={254}
          placeholder={`…@${domain}`}
          {...form.getInputProps('email')}
          error={below}
        />
        <div>
          <Button type="submit" variant="filled" loading={isPending}>
            {t('access.send-code')}
          </Button>
          <Problem error={beside} />
        </div>
      </Stack>
    </form>
  );
}

function Joining({ token, workspace, domain }: { token: string; workspace: string; domain: string }) {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  const { form } = useDraftForm<Joiner>('join', { name: '', email: '' });
  const [sent, setSent] = useState(0);
  const [isElsewhere, setElsewhere] = useState(false);
  const join = useMutation(api.access.join.mutationOptions({ onSuccess: () => setSent((times) => times + 1) }));
  const email = form.values.email.trim();
  const ask = () => {
    const isOther = !(emailOf(email) ?? email).endsWith(`@${domain}`);
    setElsewhere(isOther);
    if (!isOther) join.mutate({ token, name: form.values.name.trim(), email, language: currentLanguage() });
  };
  if (sent === 0) {
    return (
      <PublicPage title={t('access.join', { workspace })} lead={t('access.join-lead', { domain })}>
        <MailNotice />
        <JoinForm
          form={form}
          domain={domain}
          isPending={join.isPending}
          error={join.error}
          isElsewhere={isElsewhere}
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
  const t = useTranslation(en);
  const { token } = route.useParams();
  const link = useQuery(
    api.access.link.queryOptions({
      input: { token },
      staleTime: Number.POSITIVE_INFINITY,
      retry: (count, error) => count < 2 && !hasEnded(error),
    }),
  );
  if (link.data) return <Joining token={token} {...link.data} />;
  if (hasEnded(link.error)) {
    return (
      <PublicPage title={t('access.no-link')} lead={t('access.no-link-lead')}>
        <Link to="/">{t('access.home')}</Link>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t(link.error ? 'access.sign-in' : 'access.loading')}>
      <Answered query={link}>{() => null}</Answered>
    </PublicPage>
  );
}

const hasEnded = (error: unknown): boolean => isGone(error) || errorCode(error) === 'access.link-ended';
