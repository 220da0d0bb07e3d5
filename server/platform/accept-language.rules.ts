import type { Language } from '#contract/common.ts';

/** The language of ours that a browser asks for first, by "Accept-Language"; undefined where it asks for neither. */
export function askedLanguage(headers: Headers): Language | undefined {
  const asked = (headers.get('accept-language') ?? '')
    .slice(0, 400)
    .split(',')
    .map((part) => {
      const [tag = '', ...more] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = Number(more.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1);
      return { language: tag.split('-')[0], weight };
    });
  const best = asked.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best.flatMap(({ language }): Language[] => (language === 'de' || language === 'en' ? [language] : []))[0];
}
