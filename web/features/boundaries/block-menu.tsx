import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { en } from './boundaries.words.ts';
import { refreshPeople } from './use-change.ts';

/** The quiet menu on somebody's page. */
export function PersonMenu({ personId, name }: { personId: string; name: string }) {
  const t = useTranslation(en);
  const words = useErrorMessage();
  const [isAsking, setAsking] = useState(false);
  // The person's page is left by then, so the message that offered it says what failed.
  const unblock = useMutation(
    api.boundaries.unblock.mutationOptions({ onSuccess: refreshPeople, onError: (error) => say(words(error)) }),
  );
  const block = useMutation(
    api.boundaries.block.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        offerUndo({
          message: t('boundaries.done'),
          undo: t('boundaries.undo'),
          onUndo: () => unblock.mutate({ personId }),
        });
        await refreshPeople();
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
        <Problem error={block.error} />
      </Confirm>
    </>
  );
}
