import type { Channel, Envelope } from './channel.ts';

/** A channel that remembers; tests tell it when to fail. */
export function fakeChannel(name = 'fake') {
  const sent: Envelope[] = [];
  let trouble: { error: Error; after: boolean } | undefined;
  const channel: Channel = {
    name,
    async send(envelope) {
      if (trouble && !trouble.after) throw trouble.error;
      await envelope.beforeHandover();
      if (trouble) throw trouble.error;
      sent.push(envelope);
    },
  };
  return {
    channel,
    sent,
    /** Fails every send from now on, before or after the hand-over. */
    failWith(error: Error, after = false): void {
      trouble = { error, after };
    },
    recover(): void {
      trouble = undefined;
    },
  };
}
