import { isNothing } from './cells.ts';
import type { ColumnUse } from './column-names.ts';
import { type DateOrder, dateOf } from './dates.ts';
import { foldedHeader } from './headers.ts';

/** Words by which sources say that somebody is not, or no longer, of the people; folded. */
const GONE = new Set(
  `inactive inactiv suspended disabled deactivated deprovisioned terminated deleted archived left leaver former exemployee ex resigned
   retired departed offboarded blocked locked expired closed guest guests external dismissed deceased separated withdrawn removed alumni
   relieved absconded absconding ended bot exited quit discharged released
   inaktiv gesperrt deaktiviert ausgeschieden ausgetreten geloescht archiviert gekuendigt ehemalig ehemalige ehemaliger gast extern
   verrentet pensioniert beendet verlassen freigestellt
   inactif inactive desactive desactivee suspendu suspendue sorti sortie parti partie supprime supprimee invite externe licencie demissionne bloque archive
   inactivo inactiva suspendido suspendida baja despedido despedida invitado eliminado desactivado desactivada bloqueado cesado jubilado
   inativo inativa desligado desligada demitido demitida suspenso convidado desativado aposentado rescindido
   inattivo inattiva sospeso cessato cessata ospite disattivato dimesso licenziato
   inactief uitdienst geblokkeerd vertrokken uitgeschakeld verwijderd
   avslutad avslutat slutad slutat inaktiverad avstangd gjest gaest sluttet avsluttet fratradt fratraadt opsagt poistunut paattynyt
   nieaktywny nieaktywna zwolniony zwolniona zablokowany usuniety byly byla zakonczony
   neaktivni ukoncen ukonceny ukoncena propusten zablokovany
   pasif ayrildi ayrıldı istenayrildi iştenayrıldı askida silindi
   inaktív kilepett felmondott
   неактивен неактивна неактивный уволен уволена уволенный заблокирован заблокирована отключен отключена удален удалён гость
   неактивний звільнений звільнена
   ανενεργος ανενεργόσ ανενεργός
   离职 已离职 離職 已離職 退休 停用 已停用 禁用 已禁用 冻结 退職 退職済 退職済み 退社 無効 停止 削除済み 削除 ゲスト
   퇴사 퇴직 퇴사자 퇴직자 비활성 비활성화 정지 게스트
   غيرنشط منتهي مستقيل معطل موقوف ضيف
   đãnghỉviệc nghỉviệc thôiviệc
   לאפעיל עזב עזבה סיים סיימה מושבת אורח`
    .split(/\s+/)
    .map(foldedHeader),
);
/** Words by which they say that somebody is here; with those above they tell a column of statuses. */
const HERE = new Set(
  `active activ activated enabled employed hired current working onleave leave member admin owner primaryowner fulltime parttime
   probation onboarding staged provisioned invited invitedmember passwordexpired
   aktiv aktive angestellt beschaeftigt elternzeit mutterschutz probezeit actif activo activa alta ativo ativa attivo attiva actief aktywny
   aktywna zatrudniony aktivni aktiivinen anstalld ansat ansatt aktif calisiyor çalışıyor
   активен активна активный работает активний
   在职 在職 在職中 在籍 休職 休職中 试用 試用 正常 启用 有効 재직 재직중 휴직 활성
   نشط פעיל פעילה`
    .split(/\s+/)
    .map(foldedHeader),
);
const PARTS_IN_A_TEAM = new Set(
  'owner member guest admin mitglied besitzer gast membre proprietaire miembro propietario'.split(' '),
);
const NOT = new Set('not no non nicht nao não pas ikke inte niet nie ne longer mehr plus'.split(' ').map(foldedHeader));
const YES = new Set(
  'true yes y 1 on ja j oui si sì x wahr vrai verdadero vero sim waar sant prawda tak ano evet igen kyllä да истина так ναι 是 はい 예 כן نعم ✓ ✔ t'
    .split(' ')
    .map((word) => foldedHeader(word) || word),
);
const NOS = new Set(
  'false no n 0 off nein non nao falsch faux falso onwaar falskt fałsz nie ne hayır nem ei нет ложь ні όχι 否 いいえ 아니오 아니요 לא لا f'
    .split(' ')
    .map(foldedHeader),
);
/** Letters by which payrolls say it. */
const LETTERS: Record<string, boolean> = {
  a: true,
  l: true,
  p: true,
  t: false,
  i: false,
  d: false,
  r: false,
  q: false,
  s: false,
};
/** Columns whose "yes" says that somebody is not here. */
const NEGATIVE =
  /suspended|disabled|inactive|archived|terminated|deleted|deactivated|blocked|blockcredential|isguest|isexternal|locked|inaktiv|gesperrt|deaktiviert|ausgeschieden|geloescht|desactive|suspendu|bloque|suspendid|desactivad|inactiv|inativ|desativad|inattiv|sospes|geblokkeerd|uitgeschakeld|nieaktywn|zablokowan|pasif|заблокирован|уволен|停用|禁用|退職|離職|离职|퇴사|퇴직|비활성/u;
/** The bit of a Windows account that is switched off. */
const ACCOUNT_DISABLE = 2;

/** 'Terminated 2025-03-31' and 'Not active' in words. */
const wordsOf = (cell: string): string[] =>
  cell
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .map(foldedHeader)
    .filter((word) => word !== '');

const isGone = (cell: string): boolean => {
  const words = wordsOf(cell);
  if (HERE.has(foldedHeader(cell))) return false;
  const isNot = words.some((word, at) => NOT.has(word) && words.slice(at + 1).some((later) => HERE.has(later)));
  return GONE.has(foldedHeader(cell)) || words.some((word) => GONE.has(word)) || isNot;
};

/** Whether a cell says that its person is here; an empty or unknown one says nothing against it. */
export function saysHere(header: string, cell: string): boolean {
  const [column, word] = [foldedHeader(header), foldedHeader(cell) || cell.trim()];
  if (column === 'useraccountcontrol') return (Number(cell) & ACCOUNT_DISABLE) === 0;
  const isNegative = NEGATIVE.test(column);
  const isStatus = /stat|estado|situa|durum|tila/.test(column) && !column.startsWith('active');
  const byLetter = isStatus ? LETTERS[word] : undefined;
  if (byLetter !== undefined) return byLetter;
  if (YES.has(word)) return !isNegative;
  if (NOS.has(word)) return isNegative;
  // A lock after wrong passwords passes by itself.
  return word === 'lockedout' || !isGone(cell);
}

/** Whether a cell holds what only columns of statuses hold. */
export const isStatusWord = (cell: string): boolean =>
  HERE.has(foldedHeader(cell)) || isGone(cell) || wordsOf(cell).some((word) => HERE.has(word));

/** Whether a cell says what part somebody has in a team. */
export const isPartInTeam = (cell: string): boolean => PARTS_IN_A_TEAM.has(foldedHeader(cell));

/** What a column that answers yes or no says; undefined for anything else. */
export function saysYes(cell: string): boolean | undefined {
  const word = foldedHeader(cell) || cell.trim();
  return YES.has(word) ? true : NOS.has(word) ? false : undefined;
}

/** A word of a status column: what it is taken for, and how many lines bear it. */
export interface PresenceWord {
  word: string;
  people: number;
  isHere: boolean;
}

/** A cell that tells who is here: what stands in it, and whether it says so where no word does (a day that is past). */
export interface PresenceCell {
  header: string;
  cell: string;
  isHere?: boolean;
}

/** How a file says who is here. */
export interface PresenceColumns {
  headers: readonly string[];
  uses: readonly ColumnUse[];
  order: DateOrder;
  /** 'YYYY-MM-DD': whoever left before it is not here. */
  today?: string | undefined;
}

/** What a line says of whether its person is here: by a word, by a day that is past, by a guest's sign-in name. */
export function presenceOf(cellAt: (column: number) => string, columns: PresenceColumns): PresenceCell[] {
  const { headers, uses, order, today } = columns;
  return uses.flatMap((use, index): PresenceCell[] => {
    if (use !== 'status' && use !== 'left' && use !== 'email') return [];
    const [header, cell] = [headers[index] ?? '', cellAt(index)];
    if (use === 'status') return isNothing(cell) ? [] : [{ header, cell }];
    if (use === 'email') return /#EXT#@/i.test(cell) ? [{ header, cell: '#EXT#', isHere: false }] : [];
    const day = today === undefined ? undefined : dateOf(cell, order);
    return day !== undefined && today !== undefined && day < today
      ? [{ header, cell: `< ${today}`, isHere: false }]
      : [];
  });
}

/** Reads status columns: who is here, and each word with what it was taken for, the most frequent first. */
export function createPresence(told?: readonly string[]) {
  const words = new Map<string, PresenceWord>();
  const toldGone = told && new Set(told);
  return {
    /** Whether a line speaks of somebody who is here: every status column must say so. */
    isHere(cells: readonly PresenceCell[]): boolean {
      let all = true;
      for (const { header, cell, isHere } of cells) {
        if (cell === '') continue;
        // 'Terminated 2025-03-31' is one word whatever the day.
        const said = isHere === undefined ? cell.replaceAll(/\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/g, '…') : cell;
        const word = `${header}: ${said}`.slice(0, 80);
        const known = words.get(word) ?? {
          word,
          people: 0,
          isHere: toldGone ? !toldGone.has(word) : (isHere ?? saysHere(header, cell)),
        };
        words.set(word, { ...known, people: known.people + 1 });
        all &&= known.isHere;
      }
      return all;
    },
    words: (): PresenceWord[] => [...words.values()].sort((a, b) => b.people - a.people).slice(0, 50),
  };
}
