import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createIntake, isTooSlow } from './bodies.ts';

function arriving(headers: Record<string, string> = {}): { stream: PassThrough; request: IncomingMessage } {
  const stream = new PassThrough();
  return { stream, request: Object.assign(stream, { headers }) as unknown as IncomingMessage };
}
const intake = () => createIntake({ small: 10, most: { small: 25, large: 100 } });

describe('bodies that arrive', () => {
  it('are whole, and end at the limit, told or not', async () => {
    const fine = arriving();
    const taken = intake().receive(fine.request, 10);
    fine.stream.end('0123456789');
    expect((await taken).bytes.toString()).toBe('0123456789');
    await expect(intake().receive(arriving({ 'content-length': '11' }).request, 10)).rejects.toMatchObject({
      status: 413,
    });
    const untold = arriving();
    const refused = intake().receive(untold.request, 10);
    untold.stream.write('0123456789a');
    await expect(refused).rejects.toMatchObject({ status: 413 });
  });

  it('make room for each other: whoever has been sending for longest gives way', async () => {
    const all = intake();
    const [slow, next, last] = [arriving(), arriving(), arriving()];
    const first = all.receive(slow.request, 10);
    first.catch(() => undefined);
    slow.stream.write('0123456789');
    const second = all.receive(next.request, 10);
    next.stream.write('0123456789');
    const third = all.receive(last.request, 10);
    last.stream.end('0123456789');
    await expect(first).rejects.toMatchObject({ status: 429 });
    next.stream.end();
    expect((await Promise.all([second, third])).map(({ bytes }) => bytes.length)).toEqual([10, 10]);
  });

  it('that are cut off are refused, and slow ones too', async () => {
    const cut = arriving();
    const refused = intake().receive(cut.request, 10);
    cut.stream.destroy();
    await expect(refused).rejects.toMatchObject({ status: 400 });
    expect([isTooSlow(1, 14_000, true), isTooSlow(1, 16_000, true)]).toEqual([false, true]);
    expect([isTooSlow(1, 9000, false), isTooSlow(200_000, 60_000, false)]).toEqual([false, true]);
    expect(isTooSlow(34_000_000, 1_200_000, false)).toBe(false);
  });

  it('of a large size are worked on one after the other', async () => {
    const all = intake();
    const leave = await all.enter();
    let isIn = false;
    const second = all.enter().then((done) => {
      isIn = true;
      return done;
    });
    await Promise.resolve();
    expect(isIn).toBe(false);
    leave();
    (await second)();
    expect(isIn).toBe(true);
  });
});
