import { joinLinkTables, ownAccessTables, signInTables } from './features/access/access.register.ts';
import { forgetPassedSignIns } from './features/access/limits.verbs.ts';
import {
  countSignInRows,
  exportAccess,
  exportSignIn,
  isOtherStewardLeft,
} from './features/access/stored/stored.verbs.ts';
import { limitTables } from './features/boundaries/boundaries.register.ts';
import { exportLimits } from './features/boundaries/stored.verbs.ts';
import { mailQueueTables, messageTables } from './features/delivery/delivery.register.ts';
import { exportMailChoice, exportMessages } from './features/delivery/stored.verbs.ts';
import { importTables } from './features/imports/imports.register.ts';
import { countImports, forgetOldImports } from './features/imports/stored.verbs.ts';
import { introductionTables } from './features/introductions/introductions.register.ts';
import { exportIntroductions } from './features/introductions/stored/stored.verbs.ts';
import { logTables } from './features/log/log.register.ts';
import { countLog, exportLog } from './features/log/stored.verbs.ts';
import { peopleTables, placeTables } from './features/people/people.register.ts';
import * as people from './features/people/stored.verbs.ts';
import { programmeTables } from './features/programmes/programmes.register.ts';
import { selectProgrammeNames } from './features/programmes/stored.queries.ts';
import { recordTables } from './features/records/records.register.ts';
import type { RecordsDeps } from './features/records/records.ts';
import { overviewTables, workspaceTables } from './features/workspace/workspace.register.ts';
import type { AppContext } from './platform/app-context.ts';

/** What each feature stores of people, in the order in which people read it. */
export const recordsDeps = (context: AppContext): RecordsDeps => ({
  ...context,
  stored: [
    { tables: peopleTables, exportMine: people.exportPeople },
    { tables: ownAccessTables, exportMine: exportAccess },
    { tables: limitTables, exportMine: exportLimits },
    { exportMine: exportMailChoice },
    { tables: introductionTables, exportMine: (scope) => exportIntroductions({ names: people.findNames }, scope) },
    { tables: messageTables, exportMine: exportMessages },
    { tables: logTables, exportMine: exportLog, count: (who) => countLog(context, who) },
    { tables: programmeTables, titles: selectProgrammeNames },
    { tables: workspaceTables },
    { tables: mailQueueTables },
    { tables: overviewTables },
    { tables: placeTables, titles: people.findPlaceNames },
    { tables: joinLinkTables },
    {
      tables: importTables,
      count: (who, email) => countImports(context, who, email),
      forget: () => forgetOldImports(context),
    },
    { tables: recordTables },
    {
      tables: signInTables,
      exportMine: (scope) => exportSignIn(context, scope),
      count: (who) => countSignInRows(context, who),
      forget: () => forgetPassedSignIns(context),
    },
  ],
  myself: people.findMyself,
  names: people.findNames,
  hasOtherSteward: isOtherStewardLeft,
  leftBefore: (workspaceId, day) => people.listLeftBefore(context, workspaceId, day),
  isHere: (workspaceId, personId) => people.isStillHere(context, workspaceId, personId),
});
