import { getRouteApi } from '@tanstack/react-router';
import { SignInSettings } from '#web/features/access/access.tsx';
import { BoundarySettings } from '#web/features/boundaries/boundaries.tsx';
import { MyMail } from '#web/features/delivery/delivery.tsx';
import { ProfileForm } from '#web/features/people/people.tsx';
import { MyData } from '#web/features/records/records.tsx';
import { PartsNav } from '#web/platform/parts-nav.tsx';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './settings.words.ts';

const route = getRouteApi('/inside/settings');

const PARTS = {
  profile: ProfileForm,
  boundaries: BoundarySettings,
  mail: MyMail,
  'sign-in': SignInSettings,
  data: MyData,
};
type Part = keyof typeof PARTS;
const isPart = (text: string | undefined): text is Part => text !== undefined && text in PARTS;

/** Everything I can set for myself, part by part. */
export function SettingsPage() {
  const t = useTranslation(en);
  const me = useMe();
  const { part } = route.useSearch();
  // Somebody leaving can take their data along, and nothing else.
  const isLeaving = me?.person?.status === 'leaving';
  const chosen: Part = isLeaving ? 'data' : isPart(part) ? part : 'profile';
  const Chosen = PARTS[chosen];
  return (
    <Page title={t(isLeaving ? 'settings.leaving' : 'settings.title')}>
      {isLeaving ? null : (
        <PartsNav
          to="/settings"
          label={t('settings.parts')}
          parts={Object.keys(PARTS).filter(isPart)}
          chosen={chosen}
          nameOf={(part) => t(`settings.${part}`)}
        />
      )}
      <Chosen />
    </Page>
  );
}
