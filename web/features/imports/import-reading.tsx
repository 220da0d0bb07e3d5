import { Radio, Stack } from '@mantine/core';
import type { DateOrder, FileEncoding } from '#contract/imports.ts';
import { formatDay, formatList } from '#web/platform/dates.ts';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';
import type { Run } from './shapes.ts';

interface ImportEncodingProps {
  encoding: Run['encoding'];
  /** Absent where the file is not at hand any more. */
  onChange: ((encoding: FileEncoding) => void) | undefined;
}

/** The ways in which the file's letters can be read, where its bytes leave a doubt. */
export function ImportEncodingChoice({ encoding: { used, choices }, onChange }: ImportEncodingProps) {
  const t = useTranslation(en);
  if (choices.length < 2) return null;
  return (
    <Card label={t('imports.encoding')}>
      <Radio.Group
        label={t('imports.encoding-lead')}
        value={used}
        onChange={(value) => {
          const chosen = choices.find(({ encoding }) => encoding === value);
          if (chosen) onChange?.(chosen.encoding);
        }}
      >
        <Stack gap={12} mt={12}>
          {choices.map(({ encoding, samples }) => (
            <Radio
              key={encoding}
              value={encoding}
              disabled={!onChange}
              label={<bdi>{formatList(samples)}</bdi>}
              description={t(`imports.encoding-${encoding}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Card>
  );
}

interface ImportDatesProps {
  dates: Run['dates'];
  /** Absent where the file is not at hand any more. */
  onChange: ((order: DateOrder) => void) | undefined;
}

const ORDERS = valuesOf<DateOrder>({ 'day-first': 1, 'month-first': 1 });

/** Which day is meant by '03/04/2021', where nothing in the file tells: asked, with both readings. */
export function ImportDatesChoice({ dates, onChange }: ImportDatesProps) {
  const t = useTranslation(en);
  if (!dates) return null;
  const [sample] = dates.samples;
  if (!sample) return null;
  return (
    <Card label={t('imports.dates')}>
      <Radio.Group
        label={t('imports.dates-lead', { list: formatList(dates.samples.map(({ text }) => text)) })}
        value={dates.isChosen ? dates.used : ''}
        onChange={(value) => {
          const chosen = ORDERS.find((order) => order === value);
          if (chosen) onChange?.(chosen);
        }}
      >
        <Stack gap={12} mt={12}>
          {ORDERS.map((order) => (
            <Radio
              key={order}
              value={order}
              disabled={!onChange}
              label={t('imports.dates-meaning', {
                text: sample.text,
                day: formatDay(order === 'day-first' ? sample.dayFirst : sample.monthFirst),
              })}
              description={t(`imports.dates-${order}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Card>
  );
}
