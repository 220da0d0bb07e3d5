import { afterAll, describe, expect, it } from 'vitest';
import type { Verbs } from './thread.test-helper.ts';
import { openThread } from './thread.ts';

const entry = new URL('./thread.test-helper.ts', import.meta.url);
const thread = openThread<Verbs>(entry, ['echo', 'refuse', 'breakDown', 'die', 'think'], {});
afterAll(() => thread.close());

describe('a thread', () => {
  it('answers with values, dates and bytes among them', async () => {
    const value = { at: new Date('2026-11-23T09:00:00Z'), bytes: new Uint8Array([1, 2]), none: undefined };
    expect(await thread.verbs.echo(value)).toEqual(value);
  });

  it('answers each call with its own result', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => thread.verbs.echo(number)))).toEqual(numbers);
  });

  it('lets this thread go on while it thinks', async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 5);
    await thread.verbs.think(300);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(3);
  });

  it('refuses with the code and facts of the contract, and breaks with the words of the error', async () => {
    await expect(thread.verbs.refuse(7)).rejects.toMatchObject({
      code: 'imports.needs-confirmation',
      status: 409,
      data: { gone: 7 },
    });
    await expect(thread.verbs.breakDown()).rejects.toThrow('the database is away');
  });

  it('fails what waited when it ends early, and starts anew', async () => {
    await expect(thread.verbs.die()).rejects.toThrow();
    expect(await thread.verbs.echo('again')).toBe('again');
  });

  it('is ended though it thinks without end, and whoever waits is told', async () => {
    const endless = thread.verbs.think(1e12).catch((error: unknown) => error);
    await thread.close();
    expect(await endless).toBeInstanceOf(Error);
    expect(await thread.verbs.echo('again')).toBe('again');
  });

  it('may be closed and used again', async () => {
    await thread.close();
    expect(await thread.verbs.echo('again')).toBe('again');
    await thread.close();
    await thread.close();
  });
});
