import { Button, Divider, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api } from '#web/platform/api.ts';
import { hasDrafts, useDraft } from '#web/platform/draft.ts';
import { Problem, useFieldProblem } from '#web/platform/problem.tsx';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';
import { CodePage, useEntering } from './code-form.tsx';
import { knowsPasskeys, signInWithPasskey } from './passkey.ts';

const route = getRouteApi('/open/sign-in');

function PasskeyWay({ next }: { next: string | undefined }) {
  const t = useTranslation(en);
  const entering = useEntering(next);
  const use = useMutation({ mutationFn: signInWithPasskey, onSuccess: entering });
  if (!knowsPasskeys()) return null;
  return (
    <Stack gap="lg" mt="xl">
      <Divider label={t('access.or')} />
      <div>
        <Button loading={use.isPending} onClick={() => use.mutate()}>
          {t('access.use-passkey')}
        </Button>
      </div>
      <Problem error={use.error} words={t('access.passkey-failed')} />
    </Stack>
  );
}

interface AddressFormProps {
  email: string;
  isPending: boolean;
  error: unknown;
  onChange(email: string): void;
  onSend(): void;
}

function AddressForm({ email, isPending, error, onChange, onSend }: AddressFormProps) {
  const t = useTranslation(en);
  const { below, beside } = useFieldProblem(error, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label={t('access.email')}
          type="email"
          required
          withAsterisk={false}
          autoFocus
          autoComplete="username webauthn"
          maxLength={254}
          size="lg"
          value={email}
          error={below}
          onChange={(event) => onChange(event.currentTarget.value)}
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

/** Address, then the code that came by mail; or a passkey. */
export function SignInPage() {
  const t = useTranslation(en);
  const me = useMe();
  const isFolder = useIsFolder();
  const { next } = route.useSearch();
  const { value: email, set: setEmail } = useDraft('sign-in', '');
  const [sent, setSent] = useState(0);
  const send = useMutation(api.session.sendCode.mutationOptions({ onSuccess: () => setSent((times) => times + 1) }));
  const ask = () => send.mutate({ email: email.trim(), language: currentLanguage() });
  if (sent > 0) {
    return (
      <CodePage
        lead={t(isFolder ? 'access.code-lead-folder' : 'access.code-lead', { email: email.trim() })}
        email={email.trim()}
        next={next}
        sent={sent}
        asking={send}
        onAgain={ask}
        onOther={() => setSent(0)}
      />
    );
  }
  return (
    <PublicPage
      title={t('access.sign-in')}
      above={me?.workspace?.name}
      lead={t(hasDrafts() ? 'access.sign-in-kept' : 'access.sign-in-lead')}
    >
      <MailNotice />
      <AddressForm email={email} isPending={send.isPending} error={send.error} onChange={setEmail} onSend={ask} />
      <PasskeyWay next={next} />
      {me && !me.workspace ? (
        <p className="loam-muted">
          {t('access.new-here')} <Link to="/setup">{t('access.set-up')}</Link>
        </p>
      ) : null}
    </PublicPage>
  );
}
