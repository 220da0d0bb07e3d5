/** What sources write where there is nothing. */
const NOTHING =
  /^(?:#?n\/a|n\.a\.|#n\/v|\(?null\)?|nil|\\n|none|undefined|nan|[-–—−_.?]+|\(?blank\)?|\(?empty\)?|\(?leer\)?|k\. ?a\.|keine?r?|keine angabe|unassigned|not set|not assigned|nicht zugeordnet|s\/o|sin asignar|n\.v\.t\.|#(?:ref|value|wert|bezug|null|num|zahl|nom|valor|valeur)[!?]|#name\?|no_manager|нет|なし|无|無|없음|暂无|yok)$/i;
/** The same in a column of names, where Null and None are people. */
const NO_NAME = /^(?:#?[nN]\/[aA]|#N\/V|\(null\)|NULL|null|\\N|[-–—−_.?]+|#(?:REF|VALUE|WERT|BEZUG)!|#NAME\?)$/;

export const isNothing = (text: string): boolean => NOTHING.test(text);
export const isNoName = (text: string): boolean => NO_NAME.test(text);

/** A spreadsheet keeps 15 digits of a number. */
const KEPT = 15;

/** The numbers of a column that a spreadsheet has rounded: '1.23E+11', and long ones that all end in zeros. */
export function roundedNumbers(texts: readonly string[]): Set<string> {
  const scientific = texts.filter((text) => /^\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text));
  const long = texts.filter((text) => /^\d+$/.test(text) && text.length > KEPT);
  const isRounded = long.length > 1 && long.every((text) => /^0+$/.test(text.slice(KEPT)));
  return new Set([...scientific, ...(isRounded ? long : [])]);
}
