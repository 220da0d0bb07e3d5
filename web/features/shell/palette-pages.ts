import { type LinkProps, useNavigate } from '@tanstack/react-router';
import type { Role } from '#contract/common.ts';
import { useTranslation } from '#web/platform/words.ts';
import type { Hit } from './palette-hits.ts';
import { en } from './shell.words.ts';

interface Destination {
  to: NonNullable<LinkProps['to']>;
  /** A part of the settings. */
  part?: string;
  words: keyof typeof en;
  /** Offered to these alone. */
  role?: Role;
}

const PAGES: readonly Destination[] = [
  { to: '/', words: 'shell.today' },
  { to: '/people', words: 'shell.people' },
  { to: '/units', words: 'shell.units' },
  { to: '/meet', words: 'shell.meet' },
  { to: '/hosting', words: 'shell.host-programme' },
  { to: '/talk', words: 'shell.talk' },
  { to: '/notebook', words: 'shell.notebook' },
  { to: '/settings', words: 'shell.settings' },
  { to: '/settings', part: 'boundaries', words: 'shell.boundaries' },
  { to: '/settings', part: 'mail', words: 'shell.mail' },
  { to: '/settings', part: 'sign-in', words: 'shell.signing-in' },
  { to: '/settings', part: 'data', words: 'shell.data' },
  { to: '/organisation', words: 'shell.organisation' },
  { to: '/organisation/import', words: 'shell.import', role: 'steward' },
  { to: '/trust', words: 'shell.trust' },
  { to: '/api-reference', words: 'shell.api' },
];

/** The pages that somebody with these roles can open. */
export function usePages(roles: readonly Role[]): Hit[] {
  const t = useTranslation(en);
  const navigate = useNavigate();
  return PAGES.filter(({ role }) => !role || roles.includes(role)).map(({ to, part, words }) => ({
    key: words,
    label: t(words),
    open: () => void navigate(part ? { to: '/settings', search: { part } } : { to }),
  }));
}
