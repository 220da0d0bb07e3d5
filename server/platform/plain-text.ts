/** Text that stays on one line: no control, direction or unseen marks, blanks collapsed. */
export function onOneLine(text: string): string {
  return (
    text
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      // Unseen fillers and marks, direction marks, tags; selectors that only style a sign may stay.
      .replaceAll(/\p{Cf}|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|[\u3164\uffa0]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  );
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const PAIR = /\u2068([^\u2068\u2069]*)\u2069/g;

/** A name as a sentence takes it: one written from right to left keeps to itself, so that nothing around it turns. */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);

/** As `onOneLine`, but the pairs of marks stay that keep a name to itself. */
export function sentenceOf(text: string): string {
  // Signs that no script uses stand in for the pairs meanwhile.
  const held = text.replaceAll(/[\ue000\ue001]/g, '').replaceAll(PAIR, '\ue000$1\ue001');
  return onOneLine(held).replaceAll('\ue000', '\u2068').replaceAll('\ue001', '\u2069');
}

/** Text for `&`, `<`, `>` and quotes in HTML. */
export function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (sign) => named[sign] ?? sign);
}

/** Whether words could be taken for a web or email address. */
export function leadsAway(text: string): boolean {
  const plain = onOneLine(text).normalize('NFKC');
  return /@|:\/\/|\bwww\.|\p{L}[\p{L}\p{N}-]*\.\p{L}{2,}(?![\p{L}.])/iu.test(plain);
}
