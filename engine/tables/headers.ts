/** 'E-Mail (geschäftlich)' becomes 'emailgeschaeftlich'. */
export function foldedHeader(header: string): string {
  const spelt: Record<string, string> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    ø: 'o',
    å: 'a',
    æ: 'ae',
    ł: 'l',
    '#': 'number',
  };
  return (
    header
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüßøåæł#]/g, (letter) => spelt[letter] ?? letter)
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      // Hangul falls apart into its letters, and is put together again.
      .normalize('NFC')
  );
}

/** The same without the German way of spelling umlauts: 'Förnamn' is 'fornamn'. */
const withoutMarks = (header: string): string => foldedHeader(header.normalize('NFKD').replaceAll(/\p{M}/gu, ''));

/** One way to read a header; the step says how far it is from what is written: 0 the whole, 1 a part, 2 without filler words. */
export interface HeaderReading {
  text: string;
  step: number;
}

/** Words that say nothing about what a column holds, before and behind what does. */
const BEFORE = new Set(
  `employee employees worker workers user users person people staff associate member primary current work home legal business main
   official registered full the job hr ad my mitarbeiter mitarbeitende empleado salarie employe medewerker dipendente pracownik`.split(
    /\s+/,
  ),
);
const BEHIND = new Set(
  `description descr desc name names text label title value current primary legal full code bezeichnung nom nombre nome naam of the
   employee worker user person member mitarbeiter directo direto diretto direct directa direta corporativo profesional professionnel`.split(
    /\s+/,
  ),
);

// A longer one is a sentence, and has thousands of readings.
const LONGEST = 120;

/** The ways to read one header, the nearest first: without what stands in brackets, each part of it, without words that say nothing. */
export function readingsOf(header: string): HeaderReading[] {
  const plain = header.slice(0, LONGEST).normalize('NFKC');
  // Okta writes 'user.email'.
  const bare = plain.replaceAll(/\[[^\]]*\]|\([^)]*\)|【[^】]*】|\*|^\s*(?:user|profile)\./g, ' ');
  const parts = bare.split(/[/|·–—\n:]|\s-\s|\s(?:or|oder|ou)\s/i);
  const inside = [...plain.matchAll(/\(([^)]*)\)/g)].map((found) => found[1] ?? '');
  const readings = [
    ...[plain, bare].map((text) => ({ text, step: 0 })),
    ...[...parts, ...inside].map((text) => ({ text, step: 1 })),
    ...[bare, ...parts].flatMap((text) => shortened(wordsOf(text))).map((text) => ({ text, step: 2 })),
    ...[bare, ...parts].flatMap((text) => {
      const core = EAST_ASIAN.exec(text.trim())?.groups?.core;
      return core === undefined ? [] : [{ text: core, step: 2 }];
    }),
  ];
  const seen = new Set<string>();
  return readings.flatMap(({ text, step }) =>
    [foldedHeader(text), withoutMarks(text)].flatMap((folded) => {
      if (folded === '' || seen.has(folded)) return [];
      seen.add(folded);
      return [{ text: folded, step }];
    }),
  );
}

/** 'jobTitle', 'Job_Title' and 'JOB TITLE' as words. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[^\p{L}\p{M}\p{N}#'’]+/gu, ' ')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');

// East Asian headers have no blanks: 役職名 is 役職, 所属部署 is 部署.
const EAST_ASIAN =
  /^(?:所属|社員|従業員|会社|勤務|员工|員工|所在|工作|办公|公司|직원|사원|소속|회사|업무)?(?<core>.+?)(?:名称|名|コード|명|코드|이름)?$/u;

/** What is left without filler words at the beginning and the end, the longest first. */
function shortened(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length && (from === 0 || BEFORE.has(words[from - 1] ?? '')); from += 1)
    for (let to = words.length; to > from && (to === words.length || BEHIND.has(words[to] ?? '')); to -= 1)
      found.push(words.slice(from, to).join(' '));
  return found.slice(1);
}

/** Whether a header speaks of somebody else than the person of the line. */
export const isOfAnother = (header: string): boolean =>
  /manager|supervis|vorgesetzt|fuehrungskraft|teamleit|chef|boss|assist|emergency|notfall|recruit|hrbp|buddy|mentor|(?<!p)referr|referent|createdby|modifiedby|responsable|reportsto|reportingto|leidinggevend|przelozon|yonetici|yönetici|nadrizen|esimie|esihenkil|leder$|jefe|gestor|superieur|supérieur|spouse|partner|kontaktperson|上司|上长|上級|上级|主管|상사|관리자|руководител|начальник|מנהל|مدير/u.test(
    foldedHeader(header),
  );

/** Whether a header speaks of an address that is not the one for work. */
export const isPrivate = (header: string): boolean =>
  /personal(?!nummer)|privat|privé|prive|home|alternat|alternativ|secondary|recovery|other|perso$|personnel|particular|weitere|zweite|個人|私人|个人|개인|личн|kisisel|osobist|soukrom/u.test(
    foldedHeader(header),
  );
