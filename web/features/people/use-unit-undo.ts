import { useMutation } from '@tanstack/react-query';
import type { Unit } from '#contract/people.ts';
import { api, invalidate } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { en } from './units.words.ts';

/** People carry the names of their units. */
export const refreshUnits = () => invalidate(api.people.key());

/** Says what a steward did with a unit, and takes it back. */
export function useUnitUndo() {
  const t = useTranslation(en);
  const errorWords = useErrorMessage();
  const options = {
    onSuccess: () => say(t('units.undone')),
    onError: (error: Error) => say(errorWords(error)),
    onSettled: refreshUnits,
  };
  const add = useMutation(api.directory.addUnit.mutationOptions(options));
  const change = useMutation(api.directory.changeUnit.mutationOptions(options));
  const remove = useMutation(api.directory.removeUnit.mutationOptions(options));
  const offer = (message: string, onUndo: () => void) => offerUndo({ message, undo: t('units.undo'), onUndo });
  return {
    added: (unitId: string, unit: string) => offer(t('units.added', { unit }), () => remove.mutate({ unitId })),
    changed: ({ id: unitId, name, parentId }: Unit, unit: string) =>
      offer(t('units.changed', { unit }), () => change.mutate({ unitId, name, parentId })),
    removed: ({ id: unitId, name, parentId, origin }: Unit) =>
      offer(t('units.removed', { unit: name }), () => add.mutate({ unitId, name, parentId, origin })),
  };
}
