import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { en } from './introductions.words.ts';
import { refreshIntroductions } from './refresh.ts';

/** Answers a hello: yes leads to the guide, "not now" can be taken back for a minute. */
export function useAnswerHello() {
  const t = useTranslation(en);
  const words = useErrorMessage();
  const navigate = useNavigate();
  // The message outlives the card that showed it, so taking back needs nothing of that card.
  const undo = (id: string) =>
    client.introductions.answerHello({ id, answer: 'undo' }).then(
      () => refreshIntroductions(),
      (error: unknown) => say(words(error)),
    );
  return useMutation(
    api.introductions.answerHello.mutationOptions({
      onSuccess: async ({ introductionId }, { id, answer }) => {
        if (answer === 'not-now') {
          offerUndo({
            message: t('introductions.put-off'),
            undo: t('introductions.put-back'),
            onUndo: () => void undo(id),
            lasts: 60_000,
          });
        }
        await refreshIntroductions();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
}
