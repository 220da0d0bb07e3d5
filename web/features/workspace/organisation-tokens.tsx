import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useWords } from '#web/platform/words.ts';
import { Problem, Section, ShownOnce, say } from './section.tsx';
import { en } from './workspace.words.ts';

/** Tokens for the command line: make one, end all. */
export function OrganisationTokens() {
  const t = useWords(en);
  const make = useMutation(api.access.makeToken.mutationOptions());
  const end = useMutation(
    api.access.endTokens.mutationOptions({
      onSuccess: () => {
        make.reset();
        say(t('workspace.tokens-ended'));
      },
    }),
  );
  return (
    <Section title={t('workspace.tokens')} lead={t('workspace.tokens-lead')}>
      <Group gap="sm">
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {t('workspace.make-token')}
        </Button>
        <Button variant="plain" loading={end.isPending} onClick={() => end.mutate({})}>
          {t('workspace.end-tokens')}
        </Button>
      </Group>
      {make.data ? (
        <ShownOnce label={t('workspace.token-once', { day: dayWords(make.data.expiresAt) })} text={make.data.token} />
      ) : null}
      <Problem error={make.error ?? end.error} />
    </Section>
  );
}
