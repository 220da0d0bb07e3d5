import { holdRestoredMail } from './features/delivery/restore.queries.ts';
import { eraseRestored, selectErasures } from './features/records/restore.queries.ts';
import { noteBackupMade } from './features/workspace/overview/backup-note.queries.ts';
import type { BackupContents } from './platform/backup.ts';

/** What a backup holds of the organisation, and what a restore does with it. */
export const backupContents: BackupContents = {
  root: 'public.workspace',
  // Sessions, codes, counters, tokens and open proposals: after a restore everybody signs in again.
  passing: [
    'auth.session',
    'auth.verification',
    'auth.sign_in_code',
    'auth.limit_count',
    'auth.token',
    'public.mail_proposal',
    'public.mail_queue',
  ],
  notes: 'public.overview_note',
  note: noteBackupMade,
  settle: holdRestoredMail,
  erasures: selectErasures,
  erase: eraseRestored,
};
