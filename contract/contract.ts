import { access } from './access.ts';
import { addresses } from './addresses.ts';
import { boundaries } from './boundaries.ts';
import { delivery } from './delivery.ts';
import { directory } from './directory.ts';
import { imports } from './imports.ts';
import { introductions } from './introductions.ts';
import { log } from './log.ts';
import { people } from './people.ts';
import { programmes } from './programmes.ts';
import { records } from './records.ts';
import { sample } from './sample.ts';
import { session } from './session.ts';
import { today } from './today.ts';
import { week } from './week.ts';
import { workspace } from './workspace.ts';

/** Every endpoint of Loam, once. Server and web are both checked against it; the OpenAPI document comes from it. */
export const contract = {
  access,
  addresses,
  boundaries,
  delivery,
  directory,
  imports,
  introductions,
  log,
  people,
  programmes,
  records,
  sample,
  session,
  today,
  week,
  workspace,
};
