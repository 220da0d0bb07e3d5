import { useMutation } from '@tanstack/react-query';
import type { Programme } from '#contract/programmes.ts';
import { api, client, invalidate } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { keepLink, keptLink } from './links.ts';
import { en } from './programmes.words.ts';

/** After a change of what I take part in, everything about programmes is asked anew. */
export const refreshProgrammes = () => invalidate(api.programmes.key());

type Choice = Omit<Parameters<typeof client.programmes.choose>[0], 'id'>;
type JoinAs = Pick<Parameters<typeof client.programmes.join>[0], 'rhythm' | 'part'>;

interface Act {
  work(): Promise<unknown>;
  /** Runs before the page changes under it. */
  done(): void;
}

/** Join, choose and leave; each can be taken back from the message that confirms it. */
export function useMembership(programme: Programme, token?: string) {
  const t = useTranslation(en);
  const errorWords = useErrorMessage();
  const act = useMutation({
    mutationFn: async ({ work, done }: Act) => {
      await work();
      done();
      await refreshProgrammes();
    },
  });
  const { id, name, membership, audience, isHost } = programme;
  // The message outlives the page that showed it, so taking back needs nothing of that page.
  const withUndo = (message: string, back: () => Promise<unknown>) =>
    offerUndo({
      message,
      undo: t('programmes.undo'),
      onUndo: () => void back().then(refreshProgrammes, (error: unknown) => say(errorWords(error))),
    });
  const join = (as: JoinAs, word: string | undefined) =>
    client.programmes.join({ id, ...as, ...(word ? { token: word } : {}) });
  return {
    join: (as: JoinAs, onJoined?: () => void) =>
      act.mutate({
        work: () => join(as, token),
        done: () => {
          if (token) keepLink(id, token);
          withUndo(t('programmes.joined'), () => client.programmes.leave({ id }));
          onJoined?.();
        },
      }),
    choose: (choice: Choice, message: string, back?: Choice) =>
      act.mutate({
        work: () => client.programmes.choose({ id, ...choice }),
        done: () => (back ? withUndo(message, () => client.programmes.choose({ id, ...back })) : say(message)),
      }),
    leave: (onLeft: (isHidden: boolean) => void) => {
      const again = membership ? { rhythm: membership.rhythm, part: membership.part } : {};
      const word = keptLink(id);
      // Whoever came by a link finds the programme again by the link alone.
      const isHidden = audience === 'link' && !isHost;
      act.mutate({
        work: () => client.programmes.leave({ id }),
        done: () => {
          onLeft(isHidden);
          if (isHidden && !word) say(t('programmes.left-link', { name }));
          else withUndo(t('programmes.left', { name }), () => join(again, word));
        },
      });
    },
    isPending: act.isPending,
    error: act.error,
  };
}
