import { InvitationSections } from './invitation-sections.tsx';
import { InviteSection } from './invite-section.tsx';
import { LinkSection } from './link-section.tsx';
import { WaitingAddressesCard } from './waiting-addresses.tsx';

/** How people come in: addresses that wait, invitations, and links to join. */
export function EntrySections() {
  return (
    <>
      <WaitingAddressesCard />
      <InviteSection />
      <InvitationSections />
      <LinkSection />
    </>
  );
}
