import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { MailReason } from '#contract/delivery.ts';
import { api } from '#web/platform/api.ts';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { en } from './delivery.words.ts';

/** Whether what is sent here lands in a folder on the server; false while nobody knows. */
export const useIsFolder = (): boolean =>
  useQuery(api.delivery.way.queryOptions({ staleTime: 60_000 })).data?.way === 'folder';

/** Why a mail server did not take a message, in words. */
export function useMailReason(): (reason: string) => string {
  const t = useWords(en);
  const isKey = (key: string): key is keyof typeof en => key in en;
  return (reason) => {
    const key = `delivery.why-${reason}`;
    return t(isKey(key) ? key : 'delivery.why-refused');
  };
}

function ToSettings() {
  const t = useWords(en);
  const isSteward = useMe()?.person?.roles.includes('steward') ?? false;
  if (!isSteward) return null;
  return (
    <>
      {' '}
      <Link to="/organisation" search={{ part: 'mail' }}>
        {t('delivery.set-up')}
      </Link>
    </>
  );
}

interface MailNoticeProps {
  /** Beside one press of a page that is about something else: small, and about that press alone. */
  isAside?: boolean;
}

function Folder({ isAside }: MailNoticeProps) {
  const t = useWords(en);
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
      <ToSettings />
    </Alert>
  );
}

/** Said wherever something would be sent by email and is not. */
export function MailNotice(props: MailNoticeProps) {
  if (!useIsFolder()) return null;
  // What stands around it does not wait for its words.
  return (
    <Suspense fallback={null}>
      <Folder {...props} />
    </Suspense>
  );
}

function Trouble({ reason }: { reason: MailReason }) {
  const t = useWords(en);
  return (
    <Alert role="status" mb="md" className="loam-measure">
      {t('delivery.waiting', { why: t(`delivery.why-${reason}`) })}
      <ToSettings />
    </Alert>
  );
}

/** For stewards, on every page: all email waits, and why. */
export function MailTrouble() {
  const state = useQuery(api.delivery.state.queryOptions({ staleTime: 30_000, refetchInterval: 60_000 }));
  const reason = state.data?.trouble?.reason;
  return reason ? <Trouble reason={reason} /> : null;
}
