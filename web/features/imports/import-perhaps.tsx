import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportLine } from '#contract/imports.ts';
import { api } from '#web/platform/api.ts';
import { formatList } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';
import type { Run } from './shapes.ts';

type Pair = ImportLine & { kind: 'perhaps' };

function answered(pair: Pair, said: ImportPerhapsProps['said']): Pair {
  const answer = said?.same?.includes(pair.key) ? 'same' : said?.apart?.includes(pair.key) ? 'two' : pair.answer;
  return { ...pair, answer };
}

interface ImportPerhapsProps {
  run: Run;
  /** What was answered already, while the file is read again with it. */
  said: { same?: string[]; apart?: string[] } | undefined;
  /** Absent where the file is not at hand any more. */
  onChange: ((answers: { same: string[]; apart: string[] }) => void) | undefined;
}

/** Somebody new who is much like somebody the file names no more: one person or two, asked pair by pair. */
export function ImportPerhaps({ run, said, onChange }: ImportPerhapsProps) {
  const t = useTranslation(en);
  const lines = useQuery({
    ...api.imports.lines.queryOptions({ input: { id: run.id, kind: 'perhaps', from: 0 } }),
    // The pairs stay while the file is read again: the keyboard would lose its place.
    placeholderData: (before) => before,
  });
  const pairs = (lines.data?.lines ?? []).flatMap((line) => (line.kind === 'perhaps' ? [answered(line, said)] : []));
  if (pairs.length === 0) return null;
  const answer = (key: string, said: Pair['answer']) => {
    const answers = pairs.map((pair) => (pair.key === key ? { ...pair, answer: said } : pair));
    const keysOf = (wanted: Pair['answer']) => answers.filter((pair) => pair.answer === wanted).map((pair) => pair.key);
    onChange?.({ same: keysOf('same'), apart: keysOf('two') });
  };
  return (
    <Card label={t('imports.perhaps')}>
      <p className="loam-measure">{t('imports.perhaps-lead')}</p>
      <Stack gap={24} mt={12}>
        {pairs.map((pair) => (
          <Radio.Group
            key={pair.key}
            label={t('imports.perhaps-question', {
              name: pair.name,
              email: pair.email,
              before: pair.before.name,
              old: pair.before.email,
            })}
            description={t('imports.perhaps-shares', {
              list: formatList(pair.shares.map((share) => t(`imports.shares-${share}`))),
            })}
            classNames={{ label: 'loam-anywhere' }}
            value={pair.answer ?? ''}
            onChange={(value) => answer(pair.key, value === 'same' ? 'same' : 'two')}
          >
            <Stack gap={8} mt={8}>
              <Radio value="same" disabled={!onChange} label={t('imports.perhaps-same')} />
              <Radio value="two" disabled={!onChange} label={t('imports.perhaps-two')} />
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
    </Card>
  );
}
