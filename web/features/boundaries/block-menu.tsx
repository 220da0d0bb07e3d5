import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { en } from './boundaries.words.ts';
import { refresh } from './use-change.ts';

/** The quiet menu on somebody's page. */
export function BlockMenu({ personId, name }: { personId: string; name: string }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const block = useMutation(
    api.boundaries.block.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        notifications.show({ message: t('boundaries.done') });
        await refresh();
      },
    }),
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('boundaries.menu', { name })}>
            <IconDots size={20} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking(true)}>{t('boundaries.block', { name })}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isAsking}
        title={t('boundaries.block-title', { name })}
        confirm={t('boundaries.block-yes')}
        cancel={t('boundaries.cancel')}
        onConfirm={() => block.mutate({ personId })}
        onClose={() => setAsking(false)}
      >
        {t('boundaries.block-text', { name })}
        {block.isError ? <p role="alert">{errorWords(block.error)}</p> : null}
      </Confirm>
    </>
  );
}
