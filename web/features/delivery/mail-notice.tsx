import { useQuery } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { lazyPart } from '#web/ui/lazy-part.tsx';
import type { FolderNoticeProps } from './folder-notice.tsx';

// Lazy: where email is sent, nobody needs its words.
const FolderNotice = lazyPart(async () => (await import('./folder-notice.tsx')).FolderNotice);

/** Whether what is sent here lands in a folder on the server; false while nobody knows. */
export const useIsFolder = (): boolean =>
  useQuery(api.delivery.way.queryOptions({ staleTime: 60_000 })).data?.way === 'folder';

/** Said wherever something would be sent by email and is not. */
export function MailNotice(props: FolderNoticeProps) {
  return useIsFolder() ? <FolderNotice {...props} /> : null;
}
