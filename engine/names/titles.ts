/** Titles that stand before or after a name, in the languages of directories; without their dots, in lower case. */
const TITLES = new Set(
  `dr dres prof professor professorin ing msc bsc phd mba rer habil priv doz mr mrs ms miss mx dame herr frau fräulein
   monsieur madame mademoiselle mme mlle sra srta señor señora senhor senhora signor signora doña dott dottssa avv geom rag dhr mevr
   drs mgr judr mudr phdr rndr jr ii iii iv esq cpa pmp llm llb cissp meng beng bcom mphil dphil`.split(/\s+/),
);
/** Titles only where a dot follows: without it they are names too. */
const DOTTED = new Set(
  'med phil dipl mag ma ba jur nat oec univ sir rev fr sr hon capt col lt sgt hr m ir mw bc dra sig lic'.split(' '),
);
/** Titles only behind a comma and in capitals: elsewhere they are names. */
const BEHIND_A_COMMA = new Set('MA BA BS MS JD MD RN SR ING CFA CMA FCA ACA PE MAG DDS EDD DBA CSM V VI'.split(' '));

const parts = (word: string): string[] => word.toLowerCase().split(/[.\s-]+/);

/** Whether words are titles alone: 'Dr.', 'Prof. Dr.-Ing.', 'PhD'. */
export const isTitle = (word: string): boolean =>
  parts(word).every((part) => part === '' || TITLES.has(part) || (DOTTED.has(part) && word.includes('.'))) ||
  TITLES.has(word.toLowerCase().replaceAll('.', ''));

/** Whether what stands behind a comma is a title, and no given name. */
export const isSuffix = (words: string): boolean =>
  isTitle(words) ||
  words
    .split(/\s+/)
    .every(
      (word) => isTitle(word) || BEHIND_A_COMMA.has(word.includes('.') ? word.toUpperCase().replaceAll('.', '') : word),
    );
