import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { plainCode } from '#contract/sign-in-code.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem, useFieldProblem } from '#web/platform/problem.tsx';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { CODE_INPUT } from './code-form.tsx';
import { en } from './private-address.words.ts';
import { isWhole, shownCode } from './typed-code.ts';

const refresh = () => invalidate(api.session.privateAddress.key());

function CodeStep({ email, onDone, onOther }: { email: string; onDone(): void; onOther(): void }) {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  const [code, setCode] = useState('');
  const keep = useMutation(api.session.setPrivateAddress.mutationOptions({ onSuccess: () => refresh().then(onDone) }));
  const { below, beside } = useFieldProblem(keep.error, ['access.wrong-code']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ code: plainCode(code) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md" align="flex-start">
        <p role="status" className="loam-measure loam-flush">
          {t(isFolder ? 'private-address.sent-folder' : 'private-address.sent', { email })}
        </p>
        <TextInput
          label={t('private-address.code')}
          {...CODE_INPUT}
          autoFocus
          value={code}
          error={below}
          onChange={(event) => setCode(shownCode(event.currentTarget.value))}
        />
        <Group gap="sm">
          <Button type="submit" disabled={!isWhole(plainCode(code))} loading={keep.isPending}>
            {t('private-address.keep')}
          </Button>
          <Button variant="plain" onClick={onOther}>
            {t('private-address.other')}
          </Button>
        </Group>
        <Problem error={beside} />
      </Stack>
    </form>
  );
}

function AddressStep({ onSent }: { onSent(email: string): void }) {
  const t = useTranslation(en);
  const { value: email, set: setEmail, clear } = useDraft('private-address', '');
  const ask = useMutation(
    api.session.askPrivateAddress.mutationOptions({
      onSuccess: () => {
        clear();
        onSent(email.trim());
      },
    }),
  );
  const { below, beside } = useFieldProblem(ask.error, ['addresses.taken']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ email: email.trim(), language: currentLanguage() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md" align="flex-start">
        <TextInput
          w="100%"
          maw={420}
          type="email"
          label={t('private-address.email')}
          required
          withAsterisk={false}
          maxLength={254}
          autoComplete="off"
          value={email}
          error={below}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Audience who="me">{t('private-address.who')}</Audience>
        <MailNotice isAside />
        <Button type="submit" loading={ask.isPending}>
          {t('private-address.send-code')}
        </Button>
        <Problem error={beside} />
      </Stack>
    </form>
  );
}

function Kept({ email }: { email: string }) {
  const t = useTranslation(en);
  const forget = useMutation(
    api.session.forgetPrivateAddress.mutationOptions({
      onSuccess: () => say(t('private-address.forgotten')),
      onSettled: refresh,
    }),
  );
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <span className="loam-anywhere">{t('private-address.kept', { email })}</span>
        <Button variant="plain" size="sm" flex="none" loading={forget.isPending} onClick={() => forget.mutate({})}>
          {t('private-address.forget')}
        </Button>
      </Group>
      <Problem error={forget.error} />
    </>
  );
}

/** The address at home by which I can fetch what is mine after I left. */
export function PrivateAddressCard() {
  const t = useTranslation(en);
  const [asked, setAsked] = useState<string | null>(null);
  const kept = useQuery(api.session.privateAddress.queryOptions());
  const onOther = () => setAsked(null);
  return (
    <Section title={t('private-address.title')} lead={t('private-address.lead')}>
      <Answered query={kept} height={44}>
        {({ email }) => {
          if (email) return <Kept email={email} />;
          if (asked === null) return <AddressStep onSent={setAsked} />;
          return <CodeStep email={asked} onDone={onOther} onOther={onOther} />;
        }}
      </Answered>
    </Section>
  );
}
