import { expect, vi } from 'vitest';
import type { World } from './world.ts';

/** Carries out what sends a code, and reads the code where the mail would carry it. */
export async function codeOf<T>(world: World, work: () => Promise<T>): Promise<{ answer: T; code: string }> {
  const { delivery } = world.services.doors;
  const mails = [vi.spyOn(delivery, 'sendCode'), vi.spyOn(delivery, 'sendLongCode')];
  const answer = await work();
  const sent = () => mails.flatMap((mail) => mail.mock.calls);
  await vi.waitFor(() => expect(sent()).not.toEqual([]), { timeout: 10_000 });
  const code = sent()[0]?.[1] ?? '';
  for (const mail of mails) mail.mockRestore();
  return { answer, code };
}
