import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Day = ColumnType<string, string, string>;

export type PersonStatus = 'active' | 'away' | 'leaving' | 'alumni';
export type Language = 'en' | 'de';
export type Role = 'steward' | 'works-council';
export type Intention = 'learn' | 'be-understood' | 'explore' | 'help';
export type OutboxStatus = 'queued' | 'claimed' | 'handed-over' | 'sent' | 'doubtful' | 'failed' | 'cancelled' | 'held';

interface InWorkspace {
  workspace_id: string;
}

interface OfPerson extends InWorkspace {
  person_id: string;
}

/** Row types of the schema that the SQL files beside this one make. Dates are 'YYYY-MM-DD' strings, ids are UUIDs. */
export interface Tables {
  workspace: InWorkspace & {
    name: string;
    purpose: string;
    timezone: string;
    language: Language;
    mail: Json<unknown> | null;
    created_at: Date;
  };
  unit: InWorkspace & { unit_id: string; parent_id: string | null; name: string; origin: string | null };
  site: InWorkspace & { site_id: string; name: string; timezone: string | null };
  person: OfPerson & {
    external_id: string | null;
    email: string;
    name: string;
    title: string;
    search_text: string;
    unit_id: string | null;
    site_id: string | null;
    manager_id: string | null;
    level: string | null;
    joined_on: Day | null;
    timezone: string | null;
    groups: Generated<string[]>;
    status: Generated<PersonStatus>;
    away_until: Day | null;
    left_on: Day | null;
    source: 'setup' | 'import' | 'invite' | 'join' | 'scim';
    language: Language | null;
    created_at: Date;
  };
  profile: OfPerson & {
    about: Generated<string>;
    talents: Generated<string[]>;
    passions: Generated<string[]>;
    ask_me_about: Generated<string[]>;
    interests: Generated<string[]>;
    languages: Generated<string[]>;
    hours_from: number | null;
    hours_to: number | null;
    office_days: Generated<number[]>;
    shows: Generated<string[]>;
    shown_words: GeneratedAlways<string[]>;
  };
  photo: OfPerson & { version: string; media_type: string; bytes: Buffer };
  private_address: OfPerson & { email: string };
  role_grant: OfPerson & { role: Role; given_by: string; given_at: Date; confirmed_by: string | null };
  join_link: InWorkspace & {
    join_link_id: string;
    token_hash: string;
    domain: string;
    created_by: string;
    created_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  log_entry: InWorkspace & {
    log_entry_id: string;
    at: Date;
    actor_id: string | null;
    action: string;
    about: Json<Record<string, unknown>>;
  };
  import_run: InWorkspace & {
    import_id: string;
    made_by: string;
    made_at: Date;
    status: 'preview' | 'applied' | 'undone';
    complete: boolean;
    plan: Json<unknown>;
    summary: ColumnType<unknown, string | undefined, string>;
    applied_at: Date | null;
  };
  erasure: OfPerson & { erased_at: Date };
  boundary: OfPerson & { hellos: boolean | null; paused_until: Day | null };
  block: OfPerson & { blocked_id: string; block_key: string };
  veil: InWorkspace & { viewer_id: string; hidden_id: string; block_key: string };
  introduction: InWorkspace & {
    introduction_id: string;
    kind: 'hello';
    member_ids: string[];
    guide: Json<unknown>;
    started_at: Date;
    ended_at: Date | null;
  };
  introduction_member: OfPerson & {
    introduction_id: string;
    answer: 'met' | 'not-yet' | 'cannot' | null;
    met_on: Day | null;
    answered_at: Date | null;
  };
  hello: InWorkspace & {
    hello_id: string;
    from_id: string;
    to_id: string;
    phrase: string;
    intention: Intention | null;
    status: 'waiting' | 'yes' | 'not-now' | 'withdrawn';
    asked_at: Date;
    answered_at: Date | null;
    introduction_id: string | null;
  };
  moment: OfPerson & {
    moment_id: string;
    other_id: string;
    kind: 'met';
    introduction_id: string | null;
    happened_on: Day;
  };
  outbox: OfPerson & {
    outbox_id: string;
    key: string;
    kind: string;
    message: Json<unknown>;
    about_id: string | null;
    not_before: Date;
    created_at: Date;
    status: Generated<OutboxStatus>;
    attempts: Generated<number>;
    claimed_at: Date | null;
    sent_at: Date | null;
    channel: string | null;
    trouble: string | null;
  };
  mail_choice: OfPerson & { off_since: Date };
  'auth.identity': OfPerson & { issuer: 'email' | 'private-email' | 'user'; subject: string };
  'auth.limit_count': { key: string; window_start: Date; hits: number };
  'auth.token': OfPerson & { token_hash: string; created_at: Date; expires_at: Date };
}
