import type { PresenceWord } from '#contract/imports.ts';
import { foldedHeader } from '#engine/tables/columns.ts';

/** Words by which sources say that somebody is not, or no longer, of the people; folded. */
const GONE = new Set(
  `inactive inactiv suspended disabled deactivated deprovisioned terminated terminatedemployee deleted archived left leaver formeremployee
   former exemployee resigned retired departed offboarded blocked locked expired closed guest external externalguest inaktiv gesperrt
   deaktiviert ausgeschieden geloescht archiviert gekuendigt ehemalig ehemalige ehemaliger gast extern inactif desactive suspendu sorti
   parti supprime desactivee invite externe inactivo suspendido baja despedido invitado inativo desligado demitido suspenso convidado inattivo
   sospeso cessato ospite inactief uitdienst geblokkeerd gast inaktiv avslutad slutad gjest gaest nieaktywny zwolniony neaktivni`.split(
    /\s+/,
  ),
);
const YES = new Set('true yes y 1 on ja j oui si sim sì x wahr vrai verdadero vero'.split(' '));
const NO = new Set('false no n 0 off nein non nao não falsch faux falso'.split(' '));
/** Columns whose "yes" says that somebody is not here. */
const NEGATIVE =
  /suspended|disabled|inactive|archived|terminated|deleted|deactivated|inaktiv|gesperrt|deaktiviert|ausgeschieden|locked/;
/** The bit of a Windows account that is switched off. */
const ACCOUNT_DISABLE = 2;

/** Whether a cell says that its person is here; an empty or unknown one says nothing against it. */
export function saysHere(header: string, cell: string): boolean {
  const [column, word] = [foldedHeader(header), foldedHeader(cell)];
  if (column === 'useraccountcontrol') return (Number(cell) & ACCOUNT_DISABLE) === 0;
  const isNegative = NEGATIVE.test(column);
  if (YES.has(word)) return !isNegative;
  if (NO.has(word)) return isNegative;
  return !GONE.has(word);
}

/** Reads status columns: who is here, and each word with what it was taken for, the most frequent first. */
export function createPresence(told: readonly string[] | undefined) {
  const words = new Map<string, PresenceWord>();
  const toldGone = told && new Set(told);
  return {
    /** Whether a line speaks of somebody who is here: every status column must say so. */
    isHere(cells: readonly { header: string; cell: string }[]): boolean {
      let all = true;
      for (const { header, cell } of cells) {
        if (cell === '') continue;
        const word = `${header}: ${cell}`.slice(0, 80);
        const known = words.get(word) ?? {
          word,
          people: 0,
          isHere: toldGone ? !toldGone.has(word) : saysHere(header, cell),
        };
        words.set(word, { ...known, people: known.people + 1 });
        all &&= known.isHere;
      }
      return all;
    },
    words: (): PresenceWord[] => [...words.values()].sort((a, b) => b.people - a.people).slice(0, 50),
  };
}
