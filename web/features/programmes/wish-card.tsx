import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { Programme, Wish } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './programmes.words.ts';
import { useMembership } from './use-membership.ts';

type Choice = 'none' | Wish['kind'];
const CHOICES = valuesOf<Choice>({ none: 1, surprise: 1, levels: 1, subject: 1, unit: 1 });

const MOST = 80;
const isSaid = (choice: Choice): choice is 'subject' | 'unit' => choice === 'subject' || choice === 'unit';
const textOf = (wish: Wish | null): string => (wish && 'text' in wish ? wish.text : '');

/** What I hope for in the next round. */
export function WishCard({ programme, wish }: { programme: Programme; wish: Wish | null }) {
  const t = useTranslation(en);
  const { choose, isPending, error } = useMembership(programme);
  const saved: { choice: Choice; text: string } = { choice: wish?.kind ?? 'none', text: textOf(wish) };
  const draft = useDraft(`wish.${programme.id}`, saved);
  const { choice, text } = draft.value;
  const setText = (next: string) => draft.set({ choice, text: next });
  const keep = (next: Wish | null) =>
    choose({ wish: next }, t(next ? 'programmes.wish-kept' : 'programmes.wish-gone'), { wish });
  const pick = (picked: string) => {
    const next = CHOICES.find((each) => each === picked) ?? 'none';
    draft.set({ choice: next, text: '' });
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
          <p className="loam-muted programmes-wish-text">{t('programmes.wish-text')}</p>
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
                flex="1 1 240px"
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
        <Problem error={error} />
      </form>
    </Card>
  );
}

/** A unit in words, with the names that exist at hand. */
function UnitInput({ value, onChange }: { value: string; onChange(text: string): void }) {
  const t = useTranslation(en);
  const list = useId();
  const units = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  return (
    <>
      <TextInput
        label={t('programmes.wish-unit')}
        flex="1 1 240px"
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
