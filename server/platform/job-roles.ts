import type pg from 'pg';
import { jobs, roleOfJob } from '../migrations/jobs.ts';

const EACH = jobs.map(roleOfJob);
/** Nobody's sign-in: the common name of all jobs, and one for each job. */
export const JOB_ROLES: readonly string[] = ['app_job', ...EACH];
/** A job is a job, and the background may become each. */
const MEMBERS = EACH.flatMap((role) => [
  { role: 'app_job', member: role },
  { role, member: 'app_jobs' },
]);

/** What is missing, in the words of SQL; nothing where all is right. */
async function missingSteps(client: pg.Client): Promise<string[]> {
  const inheriting = await client.query("select 1 from pg_roles where rolname = 'app_jobs' and rolinherit");
  const { rows } = await client.query<{ pair: string }>(
    "select r.rolname || ' ' || g.rolname as pair from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles g on g.oid = m.member",
  );
  const joined = new Set(rows.map(({ pair }) => pair));
  return [
    // The background holds nothing itself: each transaction becomes the role of its job.
    ...(inheriting.rowCount ? ['alter role app_jobs noinherit'] : []),
    ...MEMBERS.filter(({ role, member }) => !joined.has(`${role} ${member}`)).map(
      ({ role, member }) => `grant ${role} to ${member}`,
    ),
  ];
}

const isOneOf = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const ADMINISTRATOR = 'Let an administrator of the database run:';

/** Lets the background become each job. */
export async function joinJobs(client: pg.Client): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const steps = await missingSteps(client);
    if (steps.length === 0) return;
    try {
      await client.query(steps.join('; '));
    } catch (error) {
      if (isOneOf(error, ['42501']))
        throw new Error(`The roles of background jobs are not joined. ${ADMINISTRATOR} ${steps.join('; ')};`);
      // The sample's database, set up at the same time, was quicker.
      if (!isOneOf(error, ['XX000', '23505', '40001'])) throw error;
    }
  }
}

/** A role may write settings of its own into the catalogue; none outlive a start. */
export async function forgetSettings(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select concat_ws(' ', 'alter role', r.rolname, 'in database ' || quote_ident(d.datname), 'reset all') as statement
    from pg_db_role_setting s join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
    where r.rolname in ('app_user', 'app_jobs', 'app_auth') and (s.setdatabase = 0 or d.datname = current_database())`);
  for (const { statement } of rows) {
    await client.query(statement).catch((error: unknown) => {
      if (!isOneOf(error, ['42501'])) throw error;
      throw new Error(`A role has settings of its own. ${ADMINISTRATOR} ${statement};`);
    });
  }
}

/** With which an administrator does the same for an owner who may not. */
export const jobStatements = (): string[] => [
  'alter role app_jobs noinherit;',
  ...MEMBERS.map(({ role, member }) => `grant ${role} to ${member};`),
];
