import './overview.css';
import './workspace.css';
import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Role } from '#contract/common.ts';
import { WaitingAddresses } from '#web/features/access/access.tsx';
import { MailState } from '#web/features/delivery/delivery.tsx';
import { PartsNav } from '#web/platform/parts-nav.tsx';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { InvitationList } from './invitation-list.tsx';
import { OrganisationFactsSection } from './organisation-facts.tsx';
import { OrganisationInvite } from './organisation-invite.tsx';
import { OrganisationLinks } from './organisation-links.tsx';
import { OrganisationLog } from './organisation-log.tsx';
import { OrganisationMail } from './organisation-mail.tsx';
import { OrganisationOverview, OverviewLead } from './organisation-overview.tsx';
import { OrganisationRoles } from './organisation-roles.tsx';
import { OrganisationTokens } from './organisation-tokens.tsx';
import { en } from './workspace.words.ts';

const route = getRouteApi('/inside/organisation');

const PARTS = {
  overview: OrganisationOverview,
  people: () => (
    <>
      <WaitingAddresses />
      <OrganisationInvite />
      <InvitationList />
      <OrganisationLinks />
    </>
  ),
  roles: OrganisationRoles,
  facts: OrganisationFactsSection,
  mail: () => (
    <>
      <OrganisationMail />
      <MailState />
    </>
  ),
  tokens: OrganisationTokens,
  log: OrganisationLog,
};
type Part = keyof typeof PARTS;

/** Stewards set things up, the works council reads the log, everybody sees who looks after this. */
function partsFor(roles: readonly Role[]): readonly [Part, ...Part[]] {
  if (roles.includes('steward')) return ['overview', 'people', 'roles', 'facts', 'mail', 'tokens'];
  return roles.includes('works-council') ? ['log', 'roles'] : ['roles'];
}

/** The organisation, part by part, as far as it is mine to look after. */
export function OrganisationPage() {
  const t = useWords(en);
  const me = useMe();
  const { part } = route.useSearch();
  if (!me?.person || !me.workspace) return null;
  const { person, workspace } = me;
  const parts = partsFor(person.roles);
  const chosen = parts.find((name) => name === part) ?? parts[0];
  const Chosen = PARTS[chosen];
  return (
    <Page
      title={workspace.name}
      above={t('workspace.organisation')}
      lead={chosen === 'overview' ? <OverviewLead /> : workspace.purpose}
    >
      {parts.length > 1 ? (
        <PartsNav
          to="/organisation"
          label={t('workspace.parts')}
          parts={parts}
          chosen={chosen}
          nameOf={(name) => t(`workspace.part-${name}`)}
        />
      ) : null}
      <Stack gap={20}>
        <Chosen me={person} />
        {person.roles.includes('steward') && chosen !== 'overview' ? (
          <p className="loam-muted loam-measure workspace-none">{t('workspace.steward-lead')}</p>
        ) : null}
      </Stack>
    </Page>
  );
}
