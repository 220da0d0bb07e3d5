import './workspace.css';
import { Stack } from '@mantine/core';
import { MailState } from '#web/features/delivery/delivery.tsx';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { OrganisationFactsSection } from './organisation-facts.tsx';
import { OrganisationInvite } from './organisation-invite.tsx';
import { OrganisationLinks } from './organisation-links.tsx';
import { OrganisationLog } from './organisation-log.tsx';
import { OrganisationMail } from './organisation-mail.tsx';
import { OrganisationRoles } from './organisation-roles.tsx';
import { OrganisationTokens } from './organisation-tokens.tsx';
import { en } from './workspace.words.ts';

/** The organisation: for everybody who looks after it, for stewards what they can set, for the works council the log. */
export function OrganisationPage() {
  const t = useWords(en);
  const me = useMe();
  if (!me?.person || !me.workspace) return null;
  const { person, workspace } = me;
  const isSteward = person.roles.includes('steward');
  return (
    <Page title={workspace.name} above={t('workspace.organisation')} lead={workspace.purpose}>
      <Stack gap={20}>
        {isSteward ? <p className="loam-measure workspace-none">{t('workspace.steward-lead')}</p> : null}
        {isSteward ? <OrganisationInvite /> : null}
        {isSteward ? <OrganisationLinks /> : null}
        <OrganisationRoles me={person} />
        {isSteward ? <OrganisationFactsSection /> : null}
        {isSteward ? <OrganisationMail /> : null}
        {isSteward ? <MailState /> : null}
        {isSteward ? <OrganisationTokens /> : null}
        {person.roles.includes('works-council') ? <OrganisationLog /> : null}
      </Stack>
    </Page>
  );
}
