import { Stack } from '@mantine/core';
import { IconCircleCheck, IconDatabase, IconMail, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Roots } from '#web/ui/illustrations.tsx';
import { en } from './overview.words.ts';
import { dayOf, type Overview } from './overview-state.ts';
import { OverviewSteps } from './overview-steps.tsx';

const useOverview = () => useQuery(api.workspace.overview.queryOptions({ refetchOnMount: 'always' }));

function useBackupWords(): (overview: Overview) => string {
  const t = useTranslation(en);
  return ({ backup, steps }) => {
    const isElsewhere = steps.some(({ step, elsewhereSince }) => step === 'backup' && elsewhereSince);
    if (isElsewhere) return t('overview.backup-elsewhere');
    if (!backup.madeAt) return t('overview.backup-none');
    return t('overview.backup-made', { day: dayOf(backup.madeAt, new Date()), date: formatDay(backup.madeAt) });
  };
}

/** The whole state in a few words, below the organisation's name. */
export function OverviewLead() {
  const t = useTranslation(en);
  const backupWords = useBackupWords();
  const { data } = useOverview();
  // Keeps its place while it is asked.
  if (!data) return '\u00a0';
  return t('overview.lead', {
    count: data.people.here,
    programmes: data.programmes.running,
    mail: t(`overview.mail-${data.mail.state}`),
    backup: backupWords(data),
  });
}

interface FactProps {
  icon: ReactNode;
  sentence: string;
  isTrouble?: boolean;
  children?: ReactNode;
}

function Fact({ icon, sentence, isTrouble, children }: FactProps) {
  return (
    <li className="overview-fact" data-trouble={isTrouble || undefined}>
      {icon}
      <div>
        <p>{sentence}</p>
        {children ? <p className="loam-muted">{children}</p> : null}
      </div>
    </li>
  );
}

const icon = { size: 20, stroke: 1.5, 'aria-hidden': true } as const;

function Standing({ overview }: { overview: Overview }) {
  const t = useTranslation(en);
  const backupWords = useBackupWords();
  const { people, programmes, mail, backup } = overview;
  const isLacking = mail.state === 'failing' || mail.state === 'folder';
  const isOld = overview.steps.some(({ step, isDone }) => step === 'backup' && !isDone);
  const more = t('overview.stands-people-more', { files: people.byFile, invited: people.invited }).trim();
  return (
    <section>
      <h2>{t('overview.stands')}</h2>
      <ul className="loam-card overview-facts">
        <Fact
          icon={<IconUsers {...icon} />}
          sentence={t('overview.stands-people', { count: people.here, units: people.units, sites: people.sites })}
        >
          {more}
        </Fact>
        <Fact
          icon={<IconCircleCheck {...icon} />}
          sentence={t('overview.stands-programmes', { count: programmes.running })}
        >
          {programmes.next ? (
            t('overview.stands-next', { name: programmes.next.name, date: formatDay(programmes.next.on) })
          ) : (
            <Link to="/hosting">{t('overview.stands-formats')}</Link>
          )}
        </Fact>
        <Fact icon={<IconMail {...icon} />} sentence={t(`overview.mail-${mail.state}`)} isTrouble={isLacking}>
          {mail.state === 'works' && mail.testedAt ? (
            t('overview.stands-tested', { date: formatDay(mail.testedAt) })
          ) : (
            <Link to="/organisation" search={{ part: 'mail' }}>
              {t('overview.stands-email')}
            </Link>
          )}
        </Fact>
        <Fact icon={<IconDatabase {...icon} />} sentence={backupWords(overview)} isTrouble={isOld}>
          {t(isOld && backup.madeAt ? 'overview.stands-backup-old' : 'overview.stands-backup-before')}
        </Fact>
      </ul>
    </section>
  );
}

function Unseen() {
  const t = useTranslation(en);
  return (
    <section className="overview-unseen">
      <Roots />
      <div>
        <h2>{t('overview.unseen')}</h2>
        <p className="loam-muted loam-measure">
          {t('overview.unseen-text')} <Link to="/trust">{t('overview.unseen-link')}</Link>
        </p>
      </div>
    </section>
  );
}

/** How the organisation stands: what to do next, then four sentences, then what nobody sees here. */
export function OrganisationOverview() {
  const me = useMe();
  const overview = useOverview();
  return (
    <Stack gap={28}>
      <Answered query={overview} height={360}>
        {(known) => (
          <>
            <OverviewSteps overview={known} name={me?.workspace?.name ?? ''} />
            <Standing overview={known} />
          </>
        )}
      </Answered>
      <Unseen />
    </Stack>
  );
}
