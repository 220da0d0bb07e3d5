import { openDatabase } from '../../server/platform/database.ts';
import { rolePasswords } from '../../server/platform/roles.ts';
import { secretsFrom } from '../../server/platform/secrets.ts';
import { createSignIn } from '../../server/platform/sign-in.ts';

export interface Client {
  /** The value of a cookie header. */
  cookie: string;
}

export interface Place {
  /** The owner's address of the database. */
  url: string;
  /** The server's LOAM_SECRET. */
  secret: string;
  /** Where the server answers. */
  origin: string;
}

/** Signs people in as they would be by a typed code. */
export async function signInAll(
  { url, secret, origin }: Place,
  people: { email: string; person_id: string; workspace_id: string }[],
): Promise<Client[]> {
  const secrets = secretsFrom(secret);
  const db = openDatabase({ url, passwords: rolePasswords(secrets), size: 8, onError: () => undefined });
  const door = createSignIn({
    pool: db.signInPool,
    secret: secrets.derive('session'),
    origin,
    basePath: '',
    name: 'Loam',
    mayEnter: async () => true,
  });
  const clients: Client[] = [];
  for (const person of people) {
    const entered = await door.open(person.email);
    if (!entered) throw new Error('A client could not sign in.');
    await db.asSignIn(
      ({ db: scope }) =>
        scope
          .insertInto('auth.identity')
          .values({
            issuer: 'user',
            subject: entered.userId,
            workspace_id: person.workspace_id,
            person_id: person.person_id,
          })
          .execute(),
      person.workspace_id,
    );
    clients.push({ cookie: entered.cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
  }
  await db.close();
  return clients;
}
