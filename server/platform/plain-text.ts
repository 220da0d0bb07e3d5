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
