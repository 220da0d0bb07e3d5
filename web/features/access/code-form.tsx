import './code.css';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { plainCode } from '#contract/sign-in-code.ts';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { safeNext } from '#web/platform/next.ts';
import { Problem, useFieldProblem } from '#web/platform/problem.tsx';
import { forgetMe, keepLanguage, loadMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';
import { isWhole, shownCode } from './typed-code.ts';

/** How fields for codes take what is typed, pasted or offered by the mail program. */
export const CODE_INPUT = {
  autoComplete: 'one-time-code',
  autoCapitalize: 'characters',
  autoCorrect: 'off',
  spellCheck: false,
  placeholder: '•••-•••-•••',
} as const;

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

/** Learns anew who I am, and goes where I wanted to go; the first time over the welcome. */
export function useEntering(next?: string): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    // Nothing that somebody else saw here is shown to whoever comes next.
    queryClient.removeQueries({ type: 'inactive' });
    await forgetMe();
    const me = await loadMe();
    await keepLanguage(currentLanguage(), false);
    if (me.person?.isNew) await navigate({ to: '/hello', search: next === undefined ? {} : { next: safeNext(next) } });
    else await navigate({ href: safeNext(next) });
  };
}

/** The code from the mail; typing its last letter is enough. */
function CodeForm({ email, next, isSendingAgain, wasSentAgain, onAgain, onOther }: CodeFormProps) {
  const t = useTranslation(en);
  const [code, setCode] = useState('');
  const entering = useEntering(next);
  const enter = useMutation(api.session.enter.mutationOptions({ onSuccess: entering }));
  const { below, beside } = useFieldProblem(enter.error, ['access.wrong-code']);
  const change = (typed: string) => {
    setCode(shownCode(typed));
    const [before, now] = [plainCode(code), plainCode(typed)];
    if (isWhole(now) && now !== before && !enter.isPending) enter.mutate({ email, code: now });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = plainCode(code);
    if (isWhole(plain)) enter.mutate({ email, code: plain });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <TextInput
          label={t('access.code')}
          autoFocus
          description={t('access.code-hint')}
          {...CODE_INPUT}
          required
          withAsterisk={false}
          size="lg"
          classNames={{ input: 'access-code' }}
          value={code}
          error={below}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <p role="status" className="loam-muted loam-flush" hidden={!wasSentAgain}>
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
        <Problem error={beside} />
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
  const t = useTranslation(en);
  return (
    <PublicPage title={t('access.code-title')} lead={lead}>
      <MailNotice />
      <CodeForm key={sent} {...form} isSendingAgain={asking.isPending} wasSentAgain={sent > 1} />
      <Problem error={asking.error} />
    </PublicPage>
  );
}
