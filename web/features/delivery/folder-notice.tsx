import { Alert } from '@mantine/core';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './delivery.words.ts';
import { ToMailSettings } from './to-mail-settings.tsx';

export interface FolderNoticeProps {
  /** Beside one press of a page that is about something else: small, and about that press alone. */
  isAside?: boolean;
}

/** What is sent lands in a folder on the server. */
export function FolderNotice({ isAside }: FolderNoticeProps) {
  const t = useTranslation(en);
  if (isAside) {
    return (
      <p role="note" className="loam-muted loam-measure loam-aside">
        {t('delivery.folder-aside')}
      </p>
    );
  }
  return (
    <Alert role="note" mb="md" className="loam-measure">
      {t('delivery.folder')}
      <ToMailSettings />
    </Alert>
  );
}
