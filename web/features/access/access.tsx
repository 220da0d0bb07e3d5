import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Me } from '#contract/session.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { both } from '#web/platform/asked.ts';
import { knowsPasskeys } from './passkey.ts';

export { safeNext } from './next.ts';

// Apart: on most days the home page has nothing to ask, and the organisation's nothing to show.
const Settings = lazy(async () => ({ default: (await import('./sign-in-settings.tsx')).SignInSettings }));
const Notices = lazy(async () => ({ default: (await import('./today-notices.tsx')).TodayNotices }));
const Waiting = lazy(async () => ({ default: (await import('./waiting-addresses.tsx')).WaitingAddresses }));

/** What about signing in wants my answer today; nothing on most days. */
export function TodayNotices({ me }: { me: NonNullable<Me['person']> }) {
  const mine = useQuery(api.addresses.mine.queryOptions());
  const asked = useQuery(api.addresses.toAgree.queryOptions());
  const changes = asked.data?.changes ?? [];
  const known = both(mine, asked);
  // Somebody's wish for my address must not pass unseen.
  if (known.error) return <Answered query={known}>{() => null}</Answered>;
  // One question at a time: what is urgent goes first.
  const isQuiet = mine.data?.change === null && asked.data?.changes.length === 0;
  const offersPasskey = me.passkeyOffer && isQuiet && knowsPasskeys();
  if (!mine.data?.change && changes.length === 0 && !offersPasskey) return null;
  return (
    <Suspense>
      <Notices mine={mine.data} changes={changes} offersPasskey={offersPasskey} />
    </Suspense>
  );
}

/** Addresses that wait for their people, for stewards. */
export function WaitingAddresses() {
  return (
    <Suspense>
      <Waiting />
    </Suspense>
  );
}

/** How and where I am signed in. */
export function SignInSettings() {
  return (
    <Suspense>
      <Settings />
    </Suspense>
  );
}
