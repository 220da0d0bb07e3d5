import type { Channel } from '#server/ports/channel.ts';

/** The sample organisation's channel: everything happens but the sending. */
export const keptChannel: Channel = {
  name: 'kept',
  send: ({ beforeHandover }) => beforeHandover(),
};
