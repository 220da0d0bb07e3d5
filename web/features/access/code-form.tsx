import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { forgetMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';
import { safeNext } from './next.ts';

interface CodeFormProps {
  email: string;
  next?: string | undefined;
  isSendingAgain: boolean;
  wasSentAgain: boolean;
  /** Asks for a new code. */
  onAgain(): void;
  /** Back to typing the address. */
  onOther(): void;
}

/** Learns anew who I am, and goes where I wanted to go. */
export function useEntering(next?: string): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await forgetMe();
    await navigate({ href: safeNext(next) });
  };
}

/** The six digits from the mail; typing the last one is enough. */
function CodeForm({ email, next, isSendingAgain, wasSentAgain, onAgain, onOther }: CodeFormProps) {
  const t = useWords(en);
  const words = useErrorWords();
  const [code, setCode] = useState('');
  const entering = useEntering(next);
  const enter = useMutation(api.session.enter.mutationOptions({ onSuccess: entering }));
  const change = (typed: string) => {
    const digits = typed.replaceAll(/\D/g, '').slice(0, 6);
    setCode(digits);
    if (digits.length === 6 && digits !== code && !enter.isPending) enter.mutate({ email, code: digits });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) enter.mutate({ email, code });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label={t('access.code')}
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          size="lg"
          styles={{ input: { letterSpacing: '0.4em', fontVariantNumeric: 'tabular-nums', maxWidth: 240 } }}
          value={code}
          error={enter.error ? <span role="alert">{words(enter.error)}</span> : undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <p role="status" className="loam-muted" style={{ margin: 0 }} hidden={!wasSentAgain}>
          {wasSentAgain ? t('access.sent-again') : null}
        </p>
        <Group gap="sm">
          <Button type="submit" variant="filled" loading={enter.isPending}>
            {t('access.enter')}
          </Button>
          <Button variant="plain" loading={isSendingAgain} onClick={onAgain}>
            {t('access.again')}
          </Button>
          <Button variant="plain" onClick={onOther}>
            {t('access.other-email')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface CodePageProps {
  lead: string;
  email: string;
  next?: string | undefined;
  /** How many codes were sent so far. */
  sent: number;
  asking: { isPending: boolean; error: unknown };
  onAgain(): void;
  onOther(): void;
}

/** The second half of coming in: the code from the mail. */
export function CodePage({ lead, sent, asking, ...form }: CodePageProps) {
  const t = useWords(en);
  const words = useErrorWords();
  return (
    <PublicPage title={t('access.code-title')} lead={lead}>
      <CodeForm key={sent} {...form} isSendingAgain={asking.isPending} wasSentAgain={sent > 1} />
      {asking.error ? (
        <Alert role="alert" mt="lg">
          {words(asking.error)}
        </Alert>
      ) : null}
    </PublicPage>
  );
}
