import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/session.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { both } from '#web/platform/query-state.ts';
import { lazyPart } from '#web/ui/lazy-part.tsx';
import { knowsPasskeys } from './passkey.ts';

// Lazy: on most days the home page has nothing to ask, and the organisation's nothing to show.
const NoticeCards = lazyPart(async () => (await import('./notice-cards.tsx')).NoticeCards);

/** How and where I am signed in. */
export const SignInSettings = lazyPart(async () => (await import('./sign-in-cards.tsx')).SignInCards);

/** Stewards: who comes in, and by which address. */
export const Entry = lazyPart(async () => (await import('./entry-sections.tsx')).EntrySections);

/** Who holds which role; stewards name, and a second person confirms. */
export const Roles = lazyPart(async () => (await import('./role-section.tsx')).RoleSection);

/** Stewards: tokens for the command line. */
export const Tokens = lazyPart(async () => (await import('./token-section.tsx')).TokenSection);

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
  return <NoticeCards mine={mine.data} changes={changes} offersPasskey={offersPasskey} />;
}
