import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Day = ColumnType<string, string, string>;

export type PersonStatus = 'active' | 'away' | 'leaving' | 'alumni';
export type Language = 'en' | 'de';
export type Role = 'steward' | 'works-council';
export type Intention = 'learn' | 'be-understood' | 'explore' | 'help';
export type OwnRhythm = 'weekly' | 'fortnightly' | 'monthly' | 'quarterly';
export type ProgrammeKind = 'coffee' | 'circle' | 'lunch' | 'walk' | 'newcomer' | 'learning' | 'levels' | 'lottery';
export type OutboxStatus =
  | 'queued'
  | 'claimed'
  | 'handed-over'
  | 'sent'
  | 'doubtful'
  | 'failed'
  | 'bounced'
  | 'cancelled'
  | 'held';

export type NameFrom = 'address' | 'self' | 'steward' | 'directory';

export type OverviewNote = 'mail-tested' | 'backup-made' | 'works-council-elsewhere' | 'backup-elsewhere';

export type AddressChangeState = 'pending' | 'confirmed' | 'released' | 'refused' | 'replaced' | 'withdrawn';

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
    mail_trouble: Json<unknown> | null;
    created_at: Date;
  };
  mail_proposal: InWorkspace & {
    proposal_id: string;
    proposed_by: string;
    proposed_at: Date;
    settings: Json<unknown> | null;
    failures: Generated<number>;
  };
  overview_note: InWorkspace & { kind: OverviewNote; noted_at: Date; mark: string | null };
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
    source: 'setup' | 'import' | 'invite' | 'join' | 'scim' | 'steward';
    /** Whose word the name is; 'address' where it was guessed. */
    name_from: Generated<NameFrom>;
    /** Whether the unit, and the site, are the person's own word. */
    unit_said: Generated<boolean>;
    site_said: Generated<boolean>;
    /** The first sign-in. */
    entered_at: Date | null;
    /** When the welcome was answered or skipped. */
    welcomed_at: Date | null;
    language: Language | null;
    created_at: Date;
    /** Who added them or gave them their address; the caller where nothing else is said. */
    made_by: ColumnType<string | null, string | null | undefined, never>;
    made_at: ColumnType<Date | null, undefined, never>;
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
    shown_text: GeneratedAlways<string>;
  };
  photo: OfPerson & { version: string; media_type: string; bytes: Buffer };
  private_address: OfPerson & { email: string };
  role_grant: OfPerson & {
    role: Role;
    given_by: string;
    given_at: Date;
    confirmed_by: string | null;
    confirmed_at: ColumnType<Date | null, never, Date>;
    end_by: ColumnType<string | null, never, string | null>;
    end_at: ColumnType<Date | null, never, Date | null>;
    ended_by: ColumnType<string | null, never, string>;
    ended_at: ColumnType<Date | null, never, Date>;
  };
  join_link: InWorkspace & {
    join_link_id: string;
    token_hash: string;
    domain: string;
    unit_id: string | null;
    created_by: string;
    created_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  entry_invitation: OfPerson & { invited_by: string; is_by_name: boolean; times: Generated<number>; sent_at: Date };
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
  boundary: OfPerson & {
    hellos: boolean | null;
    paused_until: Day | null;
    rhythm: ColumnType<OwnRhythm | null, OwnRhythm | null | undefined, OwnRhythm | null>;
    introductions: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
    never_invite: Generated<boolean>;
    never_invite_since: ColumnType<Date | null, Date | null | undefined, Date | null>;
    never_invite_link: ColumnType<string | null, string | null | undefined, string | null>;
  };
  block: OfPerson & { blocked_id: string; block_key: string };
  veil: InWorkspace & { viewer_id: string; hidden_id: string; block_key: string };
  introduction: InWorkspace & {
    introduction_id: string;
    kind: 'hello' | 'round' | 'request' | 'again';
    member_ids: string[];
    guide: Json<unknown>;
    started_at: Date;
    ended_at: Date | null;
    programme_id: ColumnType<string | null, string | null | undefined, never>;
    round_on: ColumnType<string | null, string | null | undefined, never>;
    left_ids: Generated<string[]>;
    reasons: ColumnType<unknown, string | undefined, string>;
    starts_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    is_agreed: Generated<boolean>;
    time_sequence: Generated<number>;
    proposals: Generated<number>;
  };
  introduction_slot: OfPerson & { starts_at: Date; introduction_id: string; said_yes_at: Date | null };
  introduction_member: OfPerson & {
    introduction_id: string;
    answer: 'met' | 'not-yet' | 'cannot' | null;
    met_on: Day | null;
    answered_at: Date | null;
    programme_id: ColumnType<string | null, string | null | undefined, never>;
    round_on: ColumnType<string | null, string | null | undefined, never>;
    left_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    swapped: Generated<boolean>;
    again: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
  };
  hello: InWorkspace & {
    hello_id: string;
    from_id: string;
    to_id: string;
    phrase: string;
    intention: Intention | null;
    status: 'waiting' | 'yes' | 'not-now' | 'withdrawn' | 'resting';
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
    /** Null where it is written only when it is sent. */
    message: ColumnType<unknown, string | null, string | null>;
    about_id: string | null;
    not_before: Date;
    created_at: Date;
    status: Generated<OutboxStatus>;
    attempts: Generated<number>;
    claimed_at: Date | null;
    sent_at: Date | null;
    channel: string | null;
    trouble: string | null;
    /** Where it goes, if not to the person's address of the moment. */
    to_address: ColumnType<string | null, string | null | undefined, never>;
  };
  mail_queue: InWorkspace & {
    next_at: Date;
    gap_ms: Generated<number>;
    failures: Generated<number>;
    stage: string | null;
    reason: string | null;
    since: Date | null;
  };
  mail_choice: OfPerson & {
    off_since: Date;
    off_link: ColumnType<string | null, string | null | undefined, string | null>;
  };
  programme: InWorkspace & {
    programme_id: string;
    kind: ProgrammeKind;
    name: string;
    audience: 'unit' | 'link' | 'everyone';
    unit_id: string | null;
    link_version: Generated<number>;
    size: number;
    rule: 'across' | 'within' | 'levels';
    cadence: 'weekly' | 'fortnightly' | 'monthly-first' | 'monthly-last';
    weekday: number;
    draw_time: string;
    timezone: string;
    starts_on: Day;
    status: Generated<'running' | 'paused' | 'ended'>;
    created_at: Date;
    open_since: Date;
    reminded_on: ColumnType<string | null, string | null | undefined, string | null>;
    last_on: ColumnType<string | null, string | null | undefined, string | null>;
    invited_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  programme_host: OfPerson & { programme_id: string; since: Date };
  membership: OfPerson & {
    programme_id: string;
    joined_at: Date;
    rhythm: 'every' | 'fortnightly' | 'monthly' | 'quarterly' | 'asked';
    part: Generated<'member' | 'lead'>;
    skip_on: Day | null;
    in_on: Day | null;
    wish: 'subject' | 'unit' | 'levels' | 'surprise' | null;
    wish_text: string | null;
    last_on: Day | null;
    attended: Generated<number>;
    odd: Generated<number>;
    unplaced: Generated<number>;
    chosen_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  round: InWorkspace & {
    programme_id: string;
    round_on: Day;
    planned_at: Date;
    size: number;
    certificate: Json<unknown>;
    bridges: Json<unknown>;
    told: ColumnType<unknown, string | null | undefined, string | null>;
    met: ColumnType<number | null, number | null | undefined, number | null>;
    settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  programme_release: InWorkspace & {
    programme_id: string;
    subject: 'due' | 'placed';
    as_of: Day;
    checked_on: Day;
    threshold: number;
    figures: ColumnType<unknown, string | null, string | null>;
  };
  programme_release_person: OfPerson & { programme_id: string; subject: 'due' | 'placed' };
  programme_look: OfPerson & { programme_id: string; on_day: Day; looks: number };
  round_wait: OfPerson & {
    programme_id: string;
    round_on: Day;
    state: 'unplaced' | 'waiting' | 'placed';
    due_at: Date;
    avoid: Generated<string[]>;
  };
  past_pairing: InWorkspace & { programme_id: string; a_id: string; b_id: string; met_on: Day };
  invitation: OfPerson & { programme_id: string; kind: 'join' | 'host'; sent_at: Date };
  introduction_request: OfPerson & {
    request_id: string;
    asked_at: Date;
    status: 'waiting' | 'answered' | 'withdrawn' | 'lapsed';
    introduction_id: string | null;
  };
  meeting_rhythm: InWorkspace & {
    introduction_id: string;
    member_ids: string[];
    every: 'fortnightly' | 'monthly' | 'quarterly';
    next_on: Day;
    ended_at: Date | null;
  };
  address_change: OfPerson & {
    change_id: string;
    old_email: string;
    new_email: string;
    source: 'import' | 'steward' | 'directory';
    import_id: string | null;
    asked_by: string;
    asked_at: Date;
    /** When the mails to the old address left. */
    told_first: ColumnType<Date | null, undefined, Date>;
    told_again: ColumnType<Date | null, undefined, Date>;
    state: Generated<AddressChangeState>;
    release_by: ColumnType<string | null, undefined, string>;
    release_with: ColumnType<string | null, undefined, string>;
    ended_at: ColumnType<Date | null, undefined, Date>;
    ended_by: ColumnType<string | null, undefined, string | null>;
  };
  'auth.identity': OfPerson & {
    issuer: 'email' | 'private-email' | 'user';
    subject: string;
    /** When somebody first signed in so; null for addresses. */
    first_at: ColumnType<Date | null, Date | undefined, Date>;
    sign_ins: Generated<number>;
    passkey_declined: ColumnType<Date | null, undefined, Date>;
  };
  'auth.sign_in_code': {
    sign_in_code_id: string;
    reach: 'browser' | 'any' | 'none';
    address_hash: string;
    code_hash: string;
    workspace_id: string | null;
    person_id: string | null;
    known_browser: string | null;
    tries_left: number;
    created_at: Date;
    expires_at: Date;
  };
  'auth.limit_count': { key: string; window_start: Date; hits: number };
  'auth.token': OfPerson & {
    token_id: string;
    token_hash: string;
    name: string;
    created_at: Date;
    used_at: Date | null;
    expires_at: Date;
  };
}
