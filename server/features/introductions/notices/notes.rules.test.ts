import { expect, it } from 'vitest';
import * as notes from './notes.rules.ts';

const at = new Date('2026-12-03T10:00:00Z');
const since = new Date('2026-12-01T10:00:00Z');
const message = { subject: 'A subject', lines: [] };

// The outbox holds them for ever: a note that is told again under another key is told twice.
it.each([
  [notes.helloNote('h', 'p', message), 'hello', 'hello:h', 'h'],
  [notes.introductionNote('i', 'p'), 'introduction', 'introduction:i:p', 'i'],
  [notes.roundIntroductionNote('i', 'p', at), 'round-introduction', 'introduction:i:p', 'i'],
  [notes.didYouMeetNote('i', 'p', at), 'did-you-meet', 'did-you-meet:i:p', 'i'],
  [notes.endedNote('i', 'p', { notBefore: at, message }), 'introduction-ended', 'introduction-ended:i:p', undefined],
  [
    notes.fewerNote('i', 'p', { notBefore: at, day: '2026-12-03' }),
    'introduction-ended',
    'introduction-fewer:i:p:2026-12-03',
    'i',
  ],
  [notes.timeNote('i', 2, 'p'), 'introduction-time', 'introduction-time:i:2:p', 'i'],
  [
    notes.questionNote('i', { at, since }, 'p'),
    'introduction-question',
    `introduction-question:i:${at.getTime()}:${since.getTime()}:p`,
    'i',
  ],
  [notes.againNote('i', 'p'), 'again', 'again:i:p', 'i'],
  [notes.rhythmNote('i', '2026-12-03', 'p'), 'meeting-rhythm', 'meeting-rhythm:i:2026-12-03:p', 'i'],
  [notes.requestLapsedNote('r', 'p'), 'request-lapsed', 'request-lapsed:r', 'r'],
])('%# keeps its kind and key', (note, kind, key, aboutId) => {
  expect(note).toMatchObject({ personId: 'p', kind, key });
  expect(note.aboutId).toBe(aboutId);
});
