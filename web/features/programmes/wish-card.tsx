import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Programme, Wish } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './programmes.words.ts';
import { useMembership } from './use-membership.ts';

const CHOICES = ['none', 'surprise', 'levels', 'subject', 'unit'] as const;
type Choice = (typeof CHOICES)[number];

const MOST = 80;
const isSaid = (choice: Choice): choice is 'subject' | 'unit' => choice === 'subject' || choice === 'unit';
const textOf = (wish: Wish | null): string => (wish && 'text' in wish ? wish.text : '');

/** What I hope for in the next round. */
export function WishCard({ programme, wish }: { programme: Programme; wish: Wish | null }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const { choose, isPending, error } = useMembership(programme);
  const [choice, setChoice] = useState<Choice>(wish?.kind ?? 'none');
  const [text, setText] = useState(textOf(wish));
  const [known, setKnown] = useState(wish);
  // A wish that was taken back elsewhere shows here too.
  if (JSON.stringify(known) !== JSON.stringify(wish)) {
    setKnown(wish);
    setChoice(wish?.kind ?? 'none');
    setText(textOf(wish));
  }
  const keep = (next: Wish | null) =>
    choose({ wish: next }, t(next ? 'programmes.wish-kept' : 'programmes.wish-gone'), { wish });
  const pick = (picked: string) => {
    const next = CHOICES.find((each) => each === picked) ?? 'none';
    setChoice(next);
    setText('');
    if (!isSaid(next)) keep(next === 'none' ? null : { kind: next });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaid(choice) && text.trim()) keep({ kind: choice, text: text.trim() });
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <Radio.Group
          value={choice}
          onChange={pick}
          label={<span className="programmes-heading">{t('programmes.wish')}</span>}
        >
          <p className="loam-muted" style={{ margin: '4px 0 14px' }}>
            {t('programmes.wish-text')}
          </p>
          <Stack gap={10}>
            {CHOICES.map((each) => (
              <Radio key={each} value={each} label={t(`programmes.wish.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {isSaid(choice) ? (
          <Group align="end" gap="sm" mt={16}>
            {choice === 'subject' ? (
              <TextInput
                label={t('programmes.wish-subject')}
                description={t('programmes.wish-subject-hint')}
                style={{ flex: '1 1 240px' }}
                maxLength={MOST}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            ) : (
              <UnitInput value={text} onChange={setText} />
            )}
            <Button type="submit" loading={isPending} disabled={!text.trim()}>
              {t('programmes.wish-save')}
            </Button>
          </Group>
        ) : null}
        {error ? (
          <Alert role="alert" mt="md">
            {errorWords(error)}
          </Alert>
        ) : null}
      </form>
    </Card>
  );
}

/** A unit in words, with the names that exist at hand. */
function UnitInput({ value, onChange }: { value: string; onChange(text: string): void }) {
  const t = useWords(en);
  const list = useId();
  const units = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  return (
    <>
      <TextInput
        label={t('programmes.wish-unit')}
        style={{ flex: '1 1 240px' }}
        maxLength={MOST}
        list={list}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {units.data?.units.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
