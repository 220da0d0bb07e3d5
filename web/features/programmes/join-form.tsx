import { Button, NativeSelect } from '@mantine/core';
import type { Programme, Rhythm } from '#contract/programmes.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { RHYTHMS } from './formats.ts';
import { en } from './programmes.words.ts';
import { useMembership } from './use-membership.ts';

interface JoinAs {
  rhythm: Rhythm;
  part: 'member' | 'lead';
}

interface JoinFormProps {
  programme: Programme;
  /** From a link, where one led here. */
  token?: string;
  isPrimary?: boolean;
  onJoined?(): void;
}

/** How often, and in: one click, with a pace that fits. */
export function JoinForm({ programme, token, isPrimary, onJoined }: JoinFormProps) {
  const t = useTranslation(en);
  const chosen = useDraft<JoinAs>(`join.${programme.id}`, { rhythm: 'every', part: 'member' });
  const { rhythm, part } = chosen.value;
  const { join, isPending, error } = useMembership(programme, token);
  const { name, kind } = programme;
  return (
    <>
      <div className="programmes-join">
        {kind === 'newcomer' || kind === 'lottery' ? (
          <PartSelect kind={kind} part={part} onChange={(next) => chosen.set({ rhythm, part: next })} />
        ) : null}
        <RhythmSelect rhythm={rhythm} onChange={(next) => chosen.set({ rhythm: next, part })} />
        <Button
          {...(isPrimary ? { variant: 'filled' } : {})}
          aria-label={t('programmes.join-of', { name })}
          loading={isPending}
          onClick={() =>
            join(chosen.value, () => {
              chosen.clear();
              onJoined?.();
            })
          }
        >
          {t('programmes.join')}
        </Button>
      </div>
      <Problem error={error} />
    </>
  );
}

interface SelectProps<T> {
  /** A label above; else it is only read aloud. */
  label?: string;
  onChange(value: T): void;
}

/** How often somebody takes part. */
export function RhythmSelect({ rhythm, label, onChange }: SelectProps<Rhythm> & { rhythm: Rhythm }) {
  const t = useTranslation(en);
  return (
    <NativeSelect
      size="md"
      {...(label ? { label } : { 'aria-label': t('programmes.rhythm') })}
      value={rhythm}
      data={RHYTHMS.map((value) => ({ value, label: t(`programmes.rhythm.${value}`) }))}
      onChange={(event) => {
        const chosen = RHYTHMS.find((each) => each === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

interface PartProps extends SelectProps<'member' | 'lead'> {
  kind: 'newcomer' | 'lottery';
  part: 'member' | 'lead';
}

/** Newcomer or buddy, guest or leader. */
export function PartSelect({ kind, part, label, onChange }: PartProps) {
  const t = useTranslation(en);
  return (
    <NativeSelect
      size="md"
      {...(label ? { label } : { 'aria-label': t('programmes.part') })}
      value={part}
      data={(['member', 'lead'] as const).map((value) => ({ value, label: t(`programmes.part.${kind}.${value}`) }))}
      onChange={(event) => onChange(event.currentTarget.value === 'lead' ? 'lead' : 'member')}
    />
  );
}
