import type { Tables } from './tables.ts';

/** What runs in the background, or looks for somebody at what others keep to themselves. */
export const jobs = [
  'delivery',
  'mail-choice',
  'letters',
  'answers',
  'requests',
  'reminders',
  'departures',
  'rounds',
  'preview',
  'results',
  'invitations',
  'erasure',
  'retention',
  'stored',
  'console',
  'addresses',
] as const;
export type Job = (typeof jobs)[number];

/** 'select', or 'update (status, message)' where columns are named. */
export type Right = `${'select' | 'insert' | 'update' | 'delete'}${'' | ` (${string})`}`;
export type TableRights = Partial<Record<Exclude<keyof Tables, `auth.${string}`>, readonly Right[]>>;

const ids = 'workspace_id, person_id';
/** The workspace without its mail settings. */
const workspace: readonly Right[] = ['select (workspace_id, name, language, timezone)'];
const site: readonly Right[] = ['select (workspace_id, site_id, name, timezone)'];

/** All that a round weighs. */
const planning = {
  workspace,
  site,
  unit: ['select'],
  person: [`select (${ids}, status, unit_id, site_id, manager_id, level, joined_on, timezone)`],
  profile: ['select'],
  boundary: ['select'],
  veil: ['select'],
  membership: ['select'],
  past_pairing: ['select'],
  introduction: ['select'],
  introduction_member: ['select'],
  moment: ['select'],
} as const satisfies TableRights;

/** What a host's figures are kept in. */
const figures = {
  programme_release: ['select', 'insert', 'update (as_of, checked_on, threshold, figures)'],
  programme_release_person: ['select', 'insert', 'delete'],
  programme_host: ['select'],
} as const satisfies TableRights;

/** Which tables each job may touch, and how: the roles in the database are made from this very list. */
export const jobTables: Record<Job, TableRights> = {
  delivery: {
    workspace: [...workspace, 'update (mail_trouble)'],
    site,
    person: [`select (${ids}, name, email, status, language, timezone, site_id)`],
    mail_choice: ['select'],
    mail_queue: ['select', 'insert', 'update'],
    outbox: ['select', 'update (status, message, channel, trouble, sent_at, not_before, claimed_at, attempts)'],
    log_entry: ['insert'],
  },
  'mail-choice': { person: [`select (${ids})`], mail_choice: ['select', 'insert', 'delete'] },
  letters: {
    workspace,
    site,
    person: [`select (${ids}, name, status, language, unit_id, site_id, manager_id, level, joined_on, timezone)`],
    profile: ['select'],
    boundary: ['select'],
    veil: ['select'],
    hello: ['select'],
    programme_host: ['select'],
    introduction: ['select'],
    introduction_member: ['select'],
    moment: ['select'],
    meeting_rhythm: ['select'],
    programme: ['select'],
    membership: ['select'],
  },
  answers: {
    introduction: ['select (workspace_id, introduction_id, member_ids, left_ids)'],
    introduction_member: [`select (${ids}, introduction_id, answer, again)`],
    introduction_slot: [`select (${ids}, starts_at)`],
    veil: ['select'],
    hello: ['select (workspace_id, to_id, status, asked_at)'],
  },
  requests: {
    workspace,
    site,
    unit: ['select'],
    person: ['select'],
    profile: ['select'],
    boundary: ['select'],
    veil: ['select'],
    moment: ['select'],
    introduction: ['select', 'insert'],
    introduction_member: ['select', 'insert'],
    introduction_slot: [`select (${ids}, starts_at)`, 'insert'],
    introduction_request: ['select', 'update (status, introduction_id)'],
    outbox: ['insert'],
  },
  reminders: { meeting_rhythm: ['select', 'update (next_on)'], outbox: ['insert'] },
  departures: {
    person: [`select (${ids}, status)`],
    introduction: ['select'],
    introduction_member: ['select'],
    moment: ['select'],
  },
  rounds: {
    ...planning,
    ...figures,
    programme: ['select', 'update (reminded_on, last_on)'],
    membership: ['select', 'update (last_on, attended, odd, unplaced, wish, wish_text, in_on, skip_on)'],
    round: ['select', 'insert', 'update (met, settled_at)'],
    round_wait: ['select', 'insert', 'update (state)'],
    introduction: ['select', 'insert', 'update (member_ids, left_ids, starts_at, is_agreed, time_sequence)'],
    introduction_member: ['select', 'insert', 'update (left_at, answer)'],
    introduction_slot: ['select', 'insert', 'delete'],
    outbox: ['insert'],
  },
  preview: {
    ...planning,
    ...figures,
    programme: ['select'],
    programme_look: ['select', 'insert', 'update (on_day, looks)'],
  },
  results: {
    round: ['select'],
    programme_release: ['select'],
    programme_release_person: ['select'],
    introduction: ['select'],
    introduction_member: ['select'],
    invitation: ['select'],
    membership: [`select (${ids}, programme_id)`],
    person: [`select (${ids}, status)`],
    outbox: ['select (workspace_id, status, kind, about_id)'],
  },
  invitations: {
    programme: ['select'],
    unit: ['select'],
    person: [`select (${ids}, status, unit_id, joined_on, entered_at)`],
    boundary: ['select'],
    membership: [`select (${ids}, programme_id)`],
    invitation: ['select', 'insert'],
    outbox: ['insert'],
  },
  erasure: {
    person: [`select (${ids}, email, manager_id)`, 'update (manager_id)', 'delete'],
    introduction: ['select', 'update (member_ids, left_ids)', 'delete'],
    meeting_rhythm: ['select', 'delete'],
    round_wait: ['select', 'update (avoid)'],
    import_run: ['select', 'delete'],
    erasure: ['insert'],
  },
  retention: {
    person: [`select (${ids}, status, left_on)`],
    import_run: ['select (workspace_id, made_at)', 'delete'],
    mail_proposal: ['select (workspace_id, proposed_at)', 'delete'],
    outbox: ['select (workspace_id, status, created_at, message)', 'update (message)'],
  },
  stored: { import_run: ['select (workspace_id, plan, summary)'] },
  console: { log_entry: ['insert'], outbox: ['insert'] },
  addresses: {
    workspace,
    person: [`select (${ids}, name, language)`],
    address_change: ['select', 'update (told_first, told_again)'],
    outbox: ['select (workspace_id, outbox_id, key, status, sent_at)', 'insert'],
  },
};

/** The role of a job in the database. */
export const roleOfJob = (job: Job): string => `app_job_${job.replaceAll('-', '_')}`;
/** Jobs that tell somebody something, and so wake the background. */
export const tellingJobs: readonly Job[] = jobs.filter((job) => jobTables[job].outbox?.includes('insert'));
/** Whether a job writes nothing, and so waits for nobody's lock. */
export const onlyLooks = (job: Job): boolean =>
  Object.values(jobTables[job]).every((rights) => rights.every((right) => right.startsWith('select')));
