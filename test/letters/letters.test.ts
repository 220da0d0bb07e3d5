import { describe, expect, it } from 'vitest';
import { calledName } from '#engine/names/called-name.ts';
import { accessNotices } from '#server/features/access/access.notices.ts';
import { stopLine, whyLine } from '#server/features/delivery/delivery.messages.ts';
import { becauseOf, noticeOf } from '#server/features/delivery/delivery.rules.ts';
import { workspaceNotices } from '#server/features/workspace/workspace.notices.ts';
import { renderMail } from '#server/integrations/email/email.render.ts';
import { readLetter } from '#test/helpers/letter.ts';
import { toldKinds } from '#test/helpers/told-kinds.ts';
import { DATED, KINDS, type Kind, LETTERS, NAMELESS } from './letters.ts';

const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

interface Name {
  /** As the directory has it. */
  name: string;
  /** As a sentence says it. */
  said: string;
  isFromTheRight?: boolean;
}

const LONG = `Maximiliane ${'Wilhelmina '.repeat(5)}Hohenstein-Oberländer`.slice(0, 80);
const UNBROKEN = `Ana ${'x'.repeat(76)}`;
const NAMES: readonly Name[] = [
  { name: 'Amara Okafor', said: 'Amara Okafor' },
  { name: 'محمد الأحمد', said: 'محمد الأحمد', isFromTheRight: true },
  { name: 'משה כהן', said: 'משה כהן', isFromTheRight: true },
  { name: 'Prof. Dr. Anna Weiß', said: 'Prof. Dr. Anna Weiß' },
  { name: 'Kock, Dr. Arne (Foundry)', said: 'Dr. Arne Kock' },
  { name: LONG, said: LONG },
  { name: UNBROKEN, said: UNBROKEN },
];

const because = (kind: Kind) => becauseOf(noticeOf({ ...accessNotices, ...workspaceNotices }, kind));
const page = `https://loam.example.org/mail/${'t'.repeat(100)}`;

/** A letter as its receiver reads it, and the lines of its bytes. */
async function written(kind: Kind, language: Language, name: string) {
  const message = LETTERS[kind]({ language, name });
  const bytes = await renderMail({
    key: `${kind}:${language}`,
    from: { name: 'Meridian', address: 'loam@example.test' },
    to: { name: 'Li Chen', address: 'li@example.test' },
    message,
    language,
    writtenAt: new Date('2026-11-23T09:00:00Z'),
    footer: [whyLine('Meridian', because(kind), language), stopLine(language)],
    stop: { page, oneClick: page.replace('/mail/', '/api/mail/') },
    beforeHandover: async () => undefined,
  });
  return { ...readLetter(bytes), lines: bytes.toString('latin1').split('\r\n') };
}

/** Words of the other language, which this one does not have. */
const FOREIGN: Record<Language, RegExp> = {
  de: /\b(the|you|your|with|this|and|not|for|it|is|of|to|on)\b/i,
  en: /\b(und|nicht|dich|dir|dein|deine|ist|mit|ihr|für|das|der|auf)\b/i,
};
const DAY: Record<Language, RegExp> = {
  de: /(Dienstag|Donnerstag), [13]\. Dezember/,
  en: /(Tuesday|Thursday),? [13] December/,
};
const PAIRS = /\u2068[^\u2068\u2069]*\u2069/g;
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Cf}]/u;

it('has a letter of every kind that some feature tells', () => {
  expect(KINDS).toEqual(expect.arrayContaining(toldKinds()));
});

describe.each(KINDS)('a letter about %s', (kind) => {
  describe.each(LANGUAGES)('in %s', (language) => {
    const letters = () =>
      Promise.all(NAMES.map(async (of) => ({ ...of, ...(await written(kind, language, of.name)) })));

    it('is in that language alone, and says who sends it and why', async () => {
      for (const { name, said, subject, text, shown, ...letter } of await letters()) {
        expect(letter.language).toBe(language);
        const bare = (part: string) =>
          [name, said].reduce((rest, each) => rest.replaceAll(each, ''), part.replaceAll(/https?:\S+|\S+@\S+/g, ''));
        for (const part of [subject, text]) expect(bare(part)).not.toMatch(FOREIGN[language]);
        for (const part of [text, shown]) expect(part).toContain(whyLine('Meridian', because(kind), language));
        if (DATED.includes(kind)) expect(text).toMatch(DAY[language]);
      }
    });

    it('has links with words to press, and in plain text each on a line of its own', async () => {
      for (const { text, shown, links, lines } of await letters()) {
        expect(shown).not.toMatch(/https?:/);
        expect(links).toContain(page);
        for (const line of text.split('\n').filter((each) => each.includes('://'))) expect(line).toMatch(/^https:\S+$/);
        for (const link of links) expect(text.split('\n')).toContain(link);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200);
      }
    });

    it('names whom it is about, never by a title, and right-to-left names keep to themselves', async () => {
      for (const { name, said, isFromTheRight, subject, text, shown, html } of await letters()) {
        const isNamed = text.includes(said) || text.includes(calledName(name));
        expect([kind, isNamed]).toEqual([kind, !NAMELESS.includes(kind)]);
        for (const part of [subject, text, shown]) {
          expect(part).not.toMatch(/(Prof|Dr)\.(?! (Dr\. )?(Anna|Arne))|\(Foundry\)/);
        }
        for (const part of [subject, text]) {
          expect(part.replaceAll(PAIRS, '')).not.toMatch(FROM_THE_RIGHT);
          if (!isFromTheRight) expect(part).not.toMatch(PAIRS);
        }
        const body = html.replace(/^[\s\S]*<body/, '');
        expect(body.replaceAll(/<bdi>[^<]*<\/bdi>/g, '')).not.toMatch(FROM_THE_RIGHT);
      }
    });
  });
});
