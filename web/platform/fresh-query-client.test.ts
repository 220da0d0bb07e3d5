import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { FreshQueryClient } from './fresh-query-client.ts';

/** A page that asks a server whose answers wait for us. */
function page(queryKey: string[]) {
  const client = new FreshQueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((answer) => answers.push(answer));
  const seen: unknown[] = [];
  new QueryObserver(client, { queryKey, queryFn }).subscribe(({ data, error }) => seen.push(error ?? data));
  return { client, answers, seen };
}

const settled = () => new Promise((done) => setTimeout(done));

test('a first answer under way while something changes is asked for again', async () => {
  const { client, answers, seen } = page(['programmes', 'list']);
  await settled();
  const done = client.invalidateQueries({ queryKey: ['programmes'] });
  await settled();
  expect(answers).toHaveLength(2);
  answers[0]?.('before');
  answers[1]?.('after');
  await done;
  await settled();
  expect(seen.filter((data) => data !== undefined)).toEqual(['after']);
});

test('an answer that is there stays until the next one, and others are left in peace', async () => {
  const { client, answers, seen } = page(['programmes', 'list']);
  await settled();
  answers[0]?.('first');
  await settled();
  const other = client.invalidateQueries({ queryKey: ['people'] });
  await other;
  expect(answers).toHaveLength(1);
  const done = client.invalidateQueries({ queryKey: ['programmes'] });
  await settled();
  expect(seen.at(-1)).toBe('first');
  answers[1]?.('second');
  await done;
  await settled();
  expect(seen.at(-1)).toBe('second');
});
