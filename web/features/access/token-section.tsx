import { useForm } from '@mantine/form';
import './sections.css';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { ShownOnce } from './shown-once.tsx';
import { en } from './tokens.words.ts';

const refresh = () => invalidate(api.access.tokens.key());

interface Held {
  id: string;
  name: string;
  createdAt: string;
  usedAt: string | null;
  expiresAt: string;
}

function MakeToken({ gone }: { gone: ReadonlySet<string> }) {
  const t = useTranslation(en);
  const form = useForm({ initialValues: { name: '' } });
  const make = useMutation(
    api.access.makeToken.mutationOptions({
      onSuccess: () => {
        form.reset();
        return refresh();
      },
    }),
  );
  const submit = form.onSubmit(({ name }) => make.mutate({ name: name.trim() }));
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          label={t('tokens.token-name')}
          description={t('tokens.token-name-hint')}
          required
          withAsterisk={false}
          maxLength={60}
          flex="1 1 260px"
          {...form.getInputProps('name')}
        />
        <Button type="submit" loading={make.isPending}>
          {t('tokens.make-token')}
        </Button>
      </Group>
      {make.data && !gone.has(make.data.id) ? (
        <ShownOnce label={t('tokens.token-once', { day: formatDay(make.data.expiresAt) })} text={make.data.token} />
      ) : null}
      <Problem error={make.error} />
    </form>
  );
}

function TokenRow({ token, onEnd }: { token: Held; onEnd(): void }) {
  const t = useTranslation(en);
  const name = token.name || t('tokens.token-unnamed');
  const days = { made: formatDay(token.createdAt), day: formatDay(token.expiresAt) };
  return (
    <Group justify="space-between" wrap="nowrap" py="xs">
      <Stack className="loam-anywhere" gap={0}>
        <span>{name}</span>
        <span className="loam-muted">
          {token.usedAt
            ? t('tokens.token-used', { ...days, used: formatDay(token.usedAt) })
            : t('tokens.token-unused', days)}
        </span>
      </Stack>
      <Button variant="plain" size="sm" flex="none" aria-label={t('tokens.end-token-of', { name })} onClick={onEnd}>
        {t('tokens.end-token')}
      </Button>
    </Group>
  );
}

interface TokenListProps {
  held: readonly Held[];
  /** So that a token that has just been made is not shown any longer. */
  onEnded(ids: string[]): void;
}

function TokenList({ held, onEnded }: TokenListProps) {
  const t = useTranslation(en);
  const end = useMutation(
    api.access.endToken.mutationOptions({
      onSuccess: (_, { id }) => {
        onEnded([id]);
        say(t('tokens.token-ended'));
      },
      onSettled: refresh,
    }),
  );
  const endAll = useMutation(
    api.access.endTokens.mutationOptions({
      onSuccess: () => {
        onEnded(held.map(({ id }) => id));
        say(t('tokens.tokens-ended'));
      },
      onSettled: refresh,
    }),
  );
  return (
    <>
      {held.length === 0 ? <p className="loam-muted">{t('tokens.no-tokens')}</p> : null}
      <div className="loam-rows">
        {held.map((token) => (
          <TokenRow key={token.id} token={token} onEnd={() => end.mutate({ id: token.id })} />
        ))}
      </div>
      {held.length > 1 ? (
        <Button variant="plain" mt="sm" ml={-22} loading={endAll.isPending} onClick={() => endAll.mutate({})}>
          {t('tokens.end-tokens')}
        </Button>
      ) : null}
      <Problem error={end.error ?? endAll.error} />
    </>
  );
}

/** Tokens for the command line: make one, look at those that hold, end one or all. */
export function TokenSection() {
  const t = useTranslation(en);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const tokens = useQuery(api.access.tokens.queryOptions());
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      <MakeToken gone={gone} />
      <div className="access-list-place">
        <Answered query={tokens} height={44}>
          {({ tokens: held }) => (
            <TokenList held={held} onEnded={(ids) => setGone((before) => new Set([...before, ...ids]))} />
          )}
        </Answered>
      </div>
    </Section>
  );
}
