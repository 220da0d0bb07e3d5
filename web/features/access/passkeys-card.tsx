import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Confirm } from '#web/ui/confirm.tsx';
import { en } from './access.words.ts';
import { addPasskey, knowsPasskeys, PasskeyError } from './passkey.ts';

interface Passkey {
  id: string;
  name: string;
  createdAt: string | Date | null;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.session.key() });

function PasskeyRow({ passkey, onRemove }: { passkey: Passkey; onRemove(): void }) {
  const t = useWords(en);
  const name = passkey.name || t('access.passkey-unnamed');
  return (
    <Group justify="space-between" wrap="nowrap" py="sm">
      <span>
        {name}
        {passkey.createdAt ? (
          <span className="loam-muted"> · {t('access.passkey-since', { day: dayWords(passkey.createdAt) })}</span>
        ) : null}
      </span>
      <Button variant="plain" size="sm" flex="none" aria-label={t('access.remove-of', { name })} onClick={onRemove}>
        {t('access.remove')}
      </Button>
    </Group>
  );
}

function AddPasskey() {
  const t = useWords(en);
  const here = useQuery(api.session.list.queryOptions()).data?.sessions.find(({ isThis }) => isThis);
  const add = useMutation({ mutationFn: () => addPasskey(here?.device ?? ''), onSuccess: refresh });
  if (!knowsPasskeys()) return <p className="loam-muted">{t('access.passkey-unsupported')}</p>;
  const isStale = add.error instanceof PasskeyError && add.error.code === 'SESSION_NOT_FRESH';
  return (
    <>
      <Button mt="sm" loading={add.isPending} onClick={() => add.mutate()}>
        {t('access.add-passkey')}
      </Button>
      {add.error ? (
        <Alert role="alert" mt="md">
          {t(isStale ? 'access.passkey-stale' : 'access.passkey-not-added')}
        </Alert>
      ) : null}
    </>
  );
}

/** My passkeys: to look at, to add, to remove. */
export function PasskeysCard() {
  const t = useWords(en);
  const words = useErrorWords();
  const [asked, setAsked] = useState<Passkey | null>(null);
  const passkeys = useQuery(api.session.passkeys.queryOptions());
  const remove = useMutation(api.session.endPasskey.mutationOptions({ onSettled: refresh }));
  const error = passkeys.error ?? remove.error;
  return (
    <Card>
      <h2 style={{ margin: '0 0 4px' }}>{t('access.passkeys')}</h2>
      <p className="loam-muted loam-measure" style={{ margin: '0 0 8px' }}>
        {t('access.passkeys-lead')}
      </p>
      {passkeys.isPending ? <Skeleton height={44} radius={10} /> : null}
      {passkeys.data?.passkeys.length === 0 ? <p>{t('access.no-passkeys')}</p> : null}
      <div className="loam-rows">
        {passkeys.data?.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setAsked(passkey)} />
        ))}
      </div>
      {error ? <Alert role="alert">{words(error)}</Alert> : null}
      <AddPasskey />
      <Confirm
        opened={asked !== null}
        title={t('access.passkey-ask')}
        confirm={t('access.remove')}
        cancel={t('access.keep')}
        onConfirm={() => {
          if (asked) remove.mutate({ id: asked.id });
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {t('access.passkey-ask-text')}
      </Confirm>
    </Card>
  );
}
