import { Alert, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Programme, Rhythm } from '#contract/programmes.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { RHYTHMS } from './formats.ts';
import { en } from './programmes.words.ts';
import { useMembership } from './use-membership.ts';

interface JoinFormProps {
  programme: Programme;
  /** From a link, where one led here. */
  token?: string;
  isPrimary?: boolean;
  onJoined?(): void;
}

/** How often, and in: one click, with a pace that fits. */
export function JoinForm({ programme, token, isPrimary, onJoined }: JoinFormProps) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [rhythm, setRhythm] = useState<Rhythm>('every');
  const [part, setPart] = useState<'member' | 'lead'>('member');
  const { join, isPending, error } = useMembership(programme, token);
  const { name, kind } = programme;
  return (
    <>
      <div className="programmes-join">
        {kind === 'newcomer' || kind === 'lottery' ? <PartSelect kind={kind} part={part} onChange={setPart} /> : null}
        <RhythmSelect rhythm={rhythm} onChange={setRhythm} />
        <Button
          {...(isPrimary ? { variant: 'filled' } : {})}
          aria-label={t('programmes.join-of', { name })}
          loading={isPending}
          onClick={() => join({ rhythm, part }, onJoined)}
        >
          {t('programmes.join')}
        </Button>
      </div>
      {error ? <Alert role="alert">{errorWords(error)}</Alert> : null}
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
  const t = useWords(en);
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
  const t = useWords(en);
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
