import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

it('lets style sheets through and no markup', async () => {
  const policies = new Map<string, { createHTML(text: string): string }>();
  const createPolicy = (name: string, rules: { createHTML(text: string): string }) => void policies.set(name, rules);
  vi.stubGlobal('trustedTypes', { createPolicy });
  await import('./trusted-types.ts');
  const rules = policies.get('default');
  expect(policies.size).toBe(1);
  expect(rules?.createHTML('a > b { color: red }')).toBe('a > b { color: red }');
  expect(() => rules?.createHTML('<img src=x>')).toThrow(TypeError);
});
