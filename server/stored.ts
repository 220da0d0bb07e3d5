import { joinLinkTables, ownAccessTables, signInTables } from './features/access/access.register.ts';
import { forgetPassedSignIns } from './features/access/limits.verbs.ts';
import {
  countSignInRows,
  giveOutAccess,
  giveOutSignIn,
  isOtherStewardLeft,
} from './features/access/stored/stored.verbs.ts';
import { limitTables } from './features/boundaries/boundaries.register.ts';
import { giveOutLimits } from './features/boundaries/stored.verbs.ts';
import { mailQueueTables, messageTables } from './features/delivery/delivery.register.ts';
import { giveOutMailChoice, giveOutMessages } from './features/delivery/stored.verbs.ts';
import { importTables } from './features/imports/imports.register.ts';
import { countImports, forgetOldImports } from './features/imports/stored.verbs.ts';
import { introductionTables } from './features/introductions/introductions.register.ts';
import { giveOutIntroductions } from './features/introductions/stored/stored.verbs.ts';
import { logTables } from './features/log/log.register.ts';
import { countLog, giveOutLog } from './features/log/stored.verbs.ts';
import { peopleTables, placeTables } from './features/people/people.register.ts';
import * as people from './features/people/stored.verbs.ts';
import { programmeTables } from './features/programmes/programmes.register.ts';
import { selectProgrammeNames } from './features/programmes/stored.queries.ts';
import { recordTables } from './features/records/records.register.ts';
import type { RecordsDeps } from './features/records/records.ts';
import { overviewTables, workspaceTables } from './features/workspace/workspace.register.ts';
import type { Floor } from './platform/floor.ts';

/** What each feature stores of people, in the order in which people read it. */
export const recordsDeps = (floor: Floor): RecordsDeps => ({
  ...floor,
  stored: [
    { tables: peopleTables, giveOut: people.giveOutPeople },
    { tables: ownAccessTables, giveOut: giveOutAccess },
    { tables: limitTables, giveOut: giveOutLimits },
    { giveOut: giveOutMailChoice },
    { tables: introductionTables, giveOut: (scope) => giveOutIntroductions({ names: people.findNames }, scope) },
    { tables: messageTables, giveOut: giveOutMessages },
    { tables: logTables, giveOut: giveOutLog, count: (who) => countLog(floor, who) },
    { tables: programmeTables, titles: selectProgrammeNames },
    { tables: workspaceTables },
    { tables: mailQueueTables },
    { tables: overviewTables },
    { tables: placeTables, titles: people.findPlaceNames },
    { tables: joinLinkTables },
    {
      tables: importTables,
      count: (who, email) => countImports(floor, who, email),
      forget: () => forgetOldImports(floor),
    },
    { tables: recordTables },
    {
      tables: signInTables,
      giveOut: (scope) => giveOutSignIn(floor, scope),
      count: (who) => countSignInRows(floor, who),
      forget: () => forgetPassedSignIns(floor),
    },
  ],
  myself: people.findMyself,
  names: people.findNames,
  hasOtherSteward: isOtherStewardLeft,
  leftBefore: (workspaceId, day) => people.listLeftBefore(floor, workspaceId, day),
  isHere: (workspaceId, personId) => people.isStillHere(floor, workspaceId, personId),
});
