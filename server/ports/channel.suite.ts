import { describe, expect, it } from 'vitest';
import type { Channel, Envelope } from './channel.ts';

/** What a channel delivered, as its receiver sees it. */
export interface Delivered {
  key: string;
  to: string;
  subject: string;
  text: string;
}

export interface Bench {
  channel: Channel;
  delivered(): Promise<Delivered[]>;
}

export const sampleEnvelope = (more: Partial<Envelope> = {}): Envelope => ({
  key: 'hello:1',
  from: { name: 'Meridian', address: 'loam@example.test' },
  to: { name: 'Amara Okafor', address: 'amara@example.test' },
  message: { subject: 'Somebody said hello', lines: ['Jonas would like to meet you.', 'Grüße aus Köln'] },
  language: 'en',
  writtenAt: new Date('2026-11-23T09:00:00Z'),
  footer: ['You are in the directory of Meridian.'],
  beforeHandover: async () => undefined,
  ...more,
});

/** Every channel passes this: what it promises to the outbox. */
export function channelSuite(name: string, open: () => Promise<Bench>): void {
  describe(`${name} as a channel`, () => {
    it('delivers what was said, to whom it was said', async () => {
      const { channel, delivered } = await open();
      await channel.send(sampleEnvelope());
      const [letter, ...more] = await delivered();
      expect(more).toEqual([]);
      expect(letter).toMatchObject({ to: 'amara@example.test', subject: 'Somebody said hello' });
      expect(letter?.text).toContain('Jonas would like to meet you.');
    });

    it('lets nothing out before the hand-over is on record', async () => {
      const { channel, delivered } = await open();
      let before = -1;
      await channel.send(
        sampleEnvelope({
          beforeHandover: async () => {
            await new Promise((done) => setTimeout(done, 30));
            before = (await delivered()).length;
          },
        }),
      );
      expect(before).toBe(0);
      expect(await delivered()).toHaveLength(1);
    });

    it('delivers nothing where the hand-over cannot be recorded', async () => {
      const { channel, delivered } = await open();
      const sending = channel.send(
        sampleEnvelope({ beforeHandover: () => Promise.reject(new Error('the row is not mine any more')) }),
      );
      await expect(sending).rejects.toThrow();
      expect(await delivered()).toEqual([]);
    });

    it('keeps the identity of a message over several tries', async () => {
      const { channel, delivered } = await open();
      await channel.send(sampleEnvelope());
      await channel.send(sampleEnvelope());
      expect(new Set((await delivered()).map((letter) => letter.key)).size).toBe(1);
    });
  });
}
