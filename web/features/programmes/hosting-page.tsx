import { formatLongDay } from '#web/platform/dates.ts';
import './programmes.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { FormatCards } from './format-cards.tsx';
import { en } from './hosting.words.ts';
import { en as programmes } from './programmes.words.ts';
import { useSentences } from './sentences.ts';

/** The eight formats, and what I host or hosted. */
export function HostingPage() {
  const t = useTranslation(en);
  const p = useTranslation(programmes);
  const list = useQuery(api.programmes.list.queryOptions());
  return (
    <Page
      title={t('hosting.new')}
      lead={t('hosting.new-lead')}
      above={<BackLink to="/meet">{p('programmes.back')}</BackLink>}
    >
      <div className="programmes-hosting">
        <Answered query={list} height={120}>
          {({ programmes: all }) => <Hosted programmes={all.filter(({ isHost }) => isHost)} />}
        </Answered>
        <section>
          <h2>{p('programmes.formats')}</h2>
          <Card>
            <FormatCards level={3} />
          </Card>
        </section>
      </div>
    </Page>
  );
}

function Hosted({ programmes: hosted }: { programmes: readonly Programme[] }) {
  const t = useTranslation(programmes);
  if (hosted.length === 0) return null;
  return (
    <section>
      <h2>{t('programmes.hosting')}</h2>
      <Card>
        <div className="loam-rows">
          {hosted.map((programme) => (
            <div key={programme.id} className="programmes-row">
              <HostRow programme={programme} />
            </div>
          ))}
        </div>
      </Card>
    </section>
  );
}

function HostRow({ programme }: { programme: Programme }) {
  const t = useTranslation(programmes);
  const { audience } = useSentences();
  const { id, name, nextOn, status } = programme;
  const next = nextOn ? t('programmes.next', { day: formatLongDay(nextOn) }) : '';
  const state = status === 'running' ? next : t(`programmes.${status}`);
  return (
    <div className="programmes-row-words">
      <Link to="/meet/programmes/$id/host" params={{ id }}>
        {name}
      </Link>
      <span className="loam-muted">{[audience(programme), state].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
