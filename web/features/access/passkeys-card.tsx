import './cards.css';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './access.words.ts';
import { addPasskey, knowsPasskeys, PasskeyError } from './passkey.ts';

interface Passkey {
  id: string;
  name: string;
  createdAt: string | Date | null;
}

const refresh = () => invalidate(api.session.key());

interface RowProps {
  passkey: Passkey;
  isPending: boolean;
  onRemove(): void;
}

function PasskeyRow({ passkey, isPending, onRemove }: RowProps) {
  const t = useTranslation(en);
  const name = passkey.name || t('access.passkey-unnamed');
  return (
    <Group justify="space-between" wrap="nowrap" py="sm">
      <span>
        {name}
        {passkey.createdAt ? (
          <span className="loam-muted"> · {t('access.passkey-since', { day: formatDay(passkey.createdAt) })}</span>
        ) : null}
      </span>
      <AskedPress
        press={t('access.remove')}
        button={{ variant: 'plain', size: 'sm', flex: 'none', 'aria-label': t('access.remove-of', { name }) }}
        isPending={isPending}
        title={t('access.passkey-ask')}
        cancel={t('access.keep')}
        onConfirm={onRemove}
      >
        {t('access.passkey-ask-text')}
      </AskedPress>
    </Group>
  );
}

function AddPasskey() {
  const t = useTranslation(en);
  const here = useQuery(api.session.list.queryOptions()).data?.sessions.find(({ isThis }) => isThis);
  const add = useMutation({ mutationFn: () => addPasskey(here?.device ?? ''), onSuccess: refresh });
  if (!knowsPasskeys()) return <p className="loam-muted">{t('access.passkey-unsupported')}</p>;
  const isStale = add.error instanceof PasskeyError && add.error.code === 'SESSION_NOT_FRESH';
  return (
    <>
      <Button mt="sm" loading={add.isPending} onClick={() => add.mutate()}>
        {t('access.add-passkey')}
      </Button>
      <Problem error={add.error} words={t(isStale ? 'access.passkey-stale' : 'access.passkey-not-added')} />
    </>
  );
}

/** My passkeys: to look at, to add, to remove. */
export function PasskeysCard() {
  const t = useTranslation(en);
  const list = useQuery(api.session.passkeys.queryOptions());
  const remove = useMutation(
    api.session.endPasskey.mutationOptions({ onSuccess: () => say(t('access.passkey-removed')), onSettled: refresh }),
  );
  return (
    <Card>
      <h2 className="loam-title">{t('access.passkeys')}</h2>
      <p className="loam-muted loam-measure access-lead">{t('access.passkeys-lead')}</p>
      <Answered query={list} height={44}>
        {({ passkeys }) => (
          <div className="loam-rows">
            {passkeys.length === 0 ? <p>{t('access.no-passkeys')}</p> : null}
            {passkeys.map((passkey) => (
              <PasskeyRow
                key={passkey.id}
                passkey={passkey}
                isPending={remove.isPending && remove.variables.id === passkey.id}
                onRemove={() => remove.mutate({ id: passkey.id })}
              />
            ))}
          </div>
        )}
      </Answered>
      <Problem error={remove.error} />
      <AddPasskey />
    </Card>
  );
}
