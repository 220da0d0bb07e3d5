import type { Note } from '#server/features/delivery/delivery.ts';
import type { Message } from '#server/ports/channel.ts';

/** Hellos: only that there is one, never from whom. */
export const helloNote = (helloId: string, toId: string, message: Message): Note => ({
  key: `hello:${helloId}`,
  personId: toId,
  kind: 'hello',
  aboutId: helloId,
  message,
});

const aboutIntroduction = (aboutId: string, personId: string) => ({ personId, aboutId });

// Of one key, so that nobody is told twice that it began.
const introductionKey = (id: string, personId: string): string => `introduction:${id}:${personId}`;

export const introductionNote = (id: string, personId: string): Note => ({
  ...aboutIntroduction(id, personId),
  key: introductionKey(id, personId),
  kind: 'introduction',
});

export const roundIntroductionNote = (id: string, personId: string, notBefore: Date): Note => ({
  ...aboutIntroduction(id, personId),
  key: introductionKey(id, personId),
  kind: 'round-introduction',
  notBefore,
});

export const didYouMeetNote = (id: string, personId: string, notBefore: Date): Note => ({
  ...aboutIntroduction(id, personId),
  key: `did-you-meet:${id}:${personId}`,
  kind: 'did-you-meet',
  notBefore,
});

/** Nobody is left to meet; told with its words, which name people who are gone from it. */
export const endedNote = (id: string, personId: string, told: { notBefore: Date; message: Message }): Note => ({
  personId,
  key: `introduction-ended:${id}:${personId}`,
  kind: 'introduction-ended',
  ...told,
});

/** Fewer are left: one text a morning ('YYYY-MM-DD'), however many cannot; who is left is known only then. */
export const fewerNote = (id: string, personId: string, morning: { notBefore: Date; day: string }): Note => ({
  ...aboutIntroduction(id, personId),
  key: `introduction-fewer:${id}:${personId}:${morning.day}`,
  kind: 'introduction-ended',
  notBefore: morning.notBefore,
});

/** A time is set; the key names the change, so that only the last one still holds when it is sent. */
export const timeNote = (id: string, sequence: number, personId: string): Note => ({
  ...aboutIntroduction(id, personId),
  key: `introduction-time:${id}:${sequence}:${personId}`,
  kind: 'introduction-time',
});

/** Somebody asks for a time; the key names it and since when. */
export const questionNote = (id: string, asked: { at: Date; since: Date }, personId: string): Note => ({
  ...aboutIntroduction(id, personId),
  key: `introduction-question:${id}:${asked.at.getTime()}:${asked.since.getTime()}:${personId}`,
  kind: 'introduction-question',
});

export const againNote = (id: string, personId: string): Note => ({
  ...aboutIntroduction(id, personId),
  key: `again:${id}:${personId}`,
  kind: 'again',
});

/** Reminds people of each other on a day ('YYYY-MM-DD'). */
export const rhythmNote = (id: string, day: string, personId: string): Note => ({
  ...aboutIntroduction(id, personId),
  key: `meeting-rhythm:${id}:${day}:${personId}`,
  kind: 'meeting-rhythm',
});

export const requestLapsedNote = (requestId: string, personId: string): Note => ({
  key: `request-lapsed:${requestId}`,
  personId,
  kind: 'request-lapsed',
  aboutId: requestId,
});
