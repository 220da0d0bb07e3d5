import { useMutation } from '@tanstack/react-query';
import type { ElsewhereStep } from '#contract/workspace.ts';
import { api, invalidate } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { en } from './overview.words.ts';

/** Says that a step is settled elsewhere, or takes that back; what went wrong, to stand beside the press. */
export function useElsewhere() {
  const t = useTranslation(en);
  const { mutate, error } = useMutation(
    api.workspace.sayElsewhere.mutationOptions({
      onSettled: () => invalidate(api.workspace.overview.key()),
    }),
  );
  return {
    problem: <Problem error={error} />,
    say(step: ElsewhereStep, isElsewhere: boolean): void {
      const onSuccess = () => {
        if (!isElsewhere) return say(t('overview.taken-back'));
        return offerUndo({
          message: t(`overview.${step}-said`),
          undo: t('overview.undo'),
          onUndo: () => mutate({ step, isElsewhere: false }),
        });
      };
      mutate({ step, isElsewhere }, { onSuccess });
    },
  };
}
