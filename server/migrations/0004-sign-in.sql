-- Sign-in keeps to its own schema. Identity is (issuer, subject); the column names of the library are its own.
create table auth."user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null,
  image text, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp
);
create table auth.session (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null,
  "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");
create table auth.account (
  id text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  scope text, password text, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null
);
create table auth.verification (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on auth.verification (identifier);
create table auth.passkey (
  id text primary key, name text, "publicKey" text not null, "userId" text not null references auth."user" (id) on delete cascade,
  "credentialID" text not null, counter integer not null, "deviceType" text not null, "backedUp" boolean not null,
  transports text, "createdAt" timestamptz, aaguid text
);
create index passkey_of_user on auth.passkey ("userId");
create index passkey_credential on auth.passkey ("credentialID");

-- The one unscoped look-up. Issuers: 'email' (may sign in by a typed code), 'private-email' (while leaving), 'user' (has signed in).
create table auth.identity (
  issuer text not null, subject text not null, workspace_id uuid not null, person_id uuid not null,
  primary key (issuer, subject)
);
create index identity_person on auth.identity (workspace_id, person_id);
alter table auth.identity enable row level security;
create policy sign_in on auth.identity to app_auth using (true);
create policy own_workspace on auth.identity to app_user using (workspace_id = (select scope_workspace()));
create policy background on auth.identity to app_jobs using (true);

-- Counters of limits: no address in plain, a key is a hash.
create table auth.limit_count (
  key text not null, window_start timestamptz not null, hits integer not null,
  primary key (key, window_start)
);

-- Tokens for the command line; only the hash is kept.
create table auth.token (
  token_hash text primary key, workspace_id uuid not null, person_id uuid not null, created_at timestamptz not null, expires_at timestamptz not null
);
alter table auth.token enable row level security;
create policy sign_in on auth.token to app_auth using (true);
create policy own on auth.token to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy background on auth.token to app_jobs using (true);

grant select, insert, update, delete on all tables in schema auth to app_auth;
grant select, insert, update, delete on auth.identity, auth.token to app_user;
grant select, delete on auth.identity, auth.token to app_jobs;
-- Leaving ends sessions, tokens and the work address in the same transaction as the change: a definer function, within the scope.
-- Passkeys and a private address stay, to fetch what is one's own; the address is free for whoever gets it next.
grant select on private_address to app_auth;
create policy sign_in on private_address to app_auth using (workspace_id = (select scope_workspace()));
create function auth.end_sign_in(whom uuid) returns void language sql security definer set search_path = auth
  as $$
    delete from auth.session s using auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = s."userId";
    update auth."user" u set email = u.id || '@left.invalid' from auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = u.id;
    delete from auth.identity i where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer <> 'user';
    insert into auth.identity (issuer, subject, workspace_id, person_id)
      select 'private-email', a.email, a.workspace_id, a.person_id from public.private_address a
      where a.workspace_id = public.scope_workspace() and a.person_id = whom on conflict do nothing;
    delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = whom;
  $$;
-- Deletion forgets all of it.
create function auth.forget_sign_in(whom uuid) returns void language sql security definer set search_path = auth
  as $$
    delete from auth."user" u using auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = u.id;
    delete from auth.identity i where i.workspace_id = public.scope_workspace() and i.person_id = whom;
    delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = whom;
  $$;
alter function auth.end_sign_in(uuid) owner to app_auth;
alter function auth.forget_sign_in(uuid) owner to app_auth;
revoke all on function auth.end_sign_in(uuid), auth.forget_sign_in(uuid) from public;
grant execute on function auth.end_sign_in(uuid), auth.forget_sign_in(uuid) to app_user, app_jobs;
