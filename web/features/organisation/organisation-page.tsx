import './overview.css';
import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import type { Me } from '#contract/session.ts';
import { Entry, Roles, Tokens } from '#web/features/access/access.tsx';
import { MailState } from '#web/features/delivery/delivery.tsx';
import { LogSection } from '#web/features/log/log.tsx';
import { FactsSection, MailSection } from '#web/features/workspace/workspace.tsx';
import { PartsNav } from '#web/platform/parts-nav.tsx';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './organisation.words.ts';
import { OrganisationOverview, OverviewLead } from './organisation-overview.tsx';
import { type OrganisationPart, partsFor } from './parts.ts';

type Person = NonNullable<Me['person']>;

const route = getRouteApi('/inside/organisation');

const PARTS: Readonly<Record<OrganisationPart, FunctionComponent<{ me: Person }>>> = {
  overview: OrganisationOverview,
  people: Entry,
  roles: Roles,
  facts: FactsSection,
  mail: () => (
    <>
      <MailSection />
      <MailState />
    </>
  ),
  tokens: Tokens,
  log: LogSection,
};
/** The organisation, part by part, as far as it is mine to look after. */
export function OrganisationPage() {
  const t = useTranslation(en);
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
      above={t('organisation.title')}
      lead={chosen === 'overview' ? <OverviewLead /> : workspace.purpose}
    >
      {parts.length > 1 ? (
        <PartsNav
          to="/organisation"
          label={t('organisation.parts')}
          parts={parts}
          chosen={chosen}
          nameOf={(name) => t(`organisation.part-${name}`)}
        />
      ) : null}
      <Stack gap={20}>
        <Chosen me={person} />
        {person.roles.includes('steward') && chosen !== 'overview' ? (
          <p className="loam-muted loam-measure organisation-note">{t('organisation.steward')}</p>
        ) : null}
      </Stack>
    </Page>
  );
}
