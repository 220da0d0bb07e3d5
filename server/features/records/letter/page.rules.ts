import { letterWords } from './letter.messages.ts';
import { type Letter, type LetterSection, valueWords } from './letter.rules.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that no browser takes for markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

const STYLE = `body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#2b2622;background:#fbf8f3;overflow-wrap:anywhere}
h1,h2{font-family:Georgia,serif;line-height:1.25}h2{margin-top:2.5rem}dl{border-top:1px solid #e6ded3;padding:.75rem 0;margin:0}
dt{color:#6b5e53;font-size:.875rem}dd{margin:0 0 .5rem;white-space:pre-line}p{color:#6b5e53}img{border-radius:50%}
@media(prefers-color-scheme:dark){body{background:#1c1916;color:#ede6dc}dt,p{color:#b8ab9d}dl{border-color:#3a342e}}`;

const entryOf = (lines: LetterSection['entries'][number]): string =>
  `<dl>${lines.map(({ what, value }) => `<dt>${escaped(what)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;

/** The letter as one page that needs nothing else, runs nothing, and asks nobody for anything. */
export function pageOf(letter: Letter, photo: string | null): string {
  const { language, name, organisation, madeAt, sections } = letter;
  const t = letterWords(language);
  const parts = sections.map(
    ({ title, why, keptFor, entries }) =>
      `<section><h2>${escaped(title)}</h2><p>${t('letter.section', { why: escaped(why), keptFor: escaped(keptFor) })}</p>${entries.map(entryOf).join('')}</section>`,
  );
  const made = {
    name: escaped(name),
    organisation: escaped(organisation),
    time: escaped(valueWords(madeAt, '', language)),
  };
  const face = photo ? `<img src="${escaped(photo)}" alt="" width="96" height="96">` : '';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(name)} · Loam</title><style>${STYLE}</style></head>
<body>${face}<h1>${t('letter.title')}</h1><p>${t('letter.made', made)}</p>
${parts.join('\n')}
<p>${t('letter.left-out')}</p></body></html>
`;
}
