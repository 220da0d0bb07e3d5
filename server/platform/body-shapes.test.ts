import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthOf, isStorable, readBody } from './body-shapes.ts';

const bytes = (text: string) => Buffer.from(text);

describe('a body', () => {
  it('is read by its type, and nothing is nothing', async () => {
    expect(await readBody(bytes(''), 'application/json')).toBeUndefined();
    expect(await readBody(bytes('{"a":[1]}'), '')).toEqual({ a: [1] });
    expect(String(await readBody(bytes('a=1&b=2'), 'application/x-www-form-urlencoded'))).toBe('a=1&b=2');
    expect(await readBody(bytes('hello'), 'text/plain; charset=utf-8')).toBe('hello');
    expect(await readBody(bytes('data: 1\n\n'), 'text/event-stream')).toBeNull();
  });

  it('of a million brackets, or a thousand parts, is refused before it is parsed', async () => {
    await expect(readBody(bytes('['.repeat(1_000_000)), 'application/json')).rejects.toMatchObject({ status: 400 });
    const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n';
    await expect(readBody(bytes(part.repeat(1000)), 'multipart/form-data; boundary=x')).rejects.toMatchObject({
      status: 400,
    });
  });

  it('is as deep as its brackets outside of texts', () => {
    const depth = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        expect(depthOf(bytes(JSON.stringify(value)))).toBe(depth(value));
      }),
    );
  });

  it('cannot be stored with a NUL or half a character, however deep', () => {
    expect(isStorable({ a: [{ b: '💧' }] })).toBe(true);
    expect(isStorable({ a: [{ b: 'a\0' }] })).toBe(false);
    expect(isStorable({ a: [{ '\ud800': 1 }] })).toBe(false);
    expect(isStorable(new URLSearchParams({ a: '\0' }))).toBe(false);
  });
});
