import './programmes.css';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { FormatCards } from './format-cards.tsx';
import { en } from './hosting.words.ts';
import { en as programmes } from './programmes.words.ts';
import { longDay, useSentences } from './sentences.ts';

/** The eight formats, and what I host or hosted. */
export function HostingPage() {
  const t = useWords(en);
  const p = useWords(programmes);
  const errorWords = useErrorWords();
  const list = useQuery(api.programmes.list.queryOptions());
  const hosted = list.data?.programmes.filter(({ isHost }) => isHost) ?? [];
  return (
    <Page
      title={t('hosting.new')}
      lead={t('hosting.new-lead')}
      above={<BackLink to="/meet">{p('programmes.back')}</BackLink>}
    >
      <div className="programmes-hosting">
        {list.isError ? <p role="alert">{errorWords(list.error)}</p> : null}
        {list.isPending ? <Skeleton height={120} radius={14} /> : null}
        {hosted.length ? (
          <section>
            <h2>{p('programmes.hosting')}</h2>
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
        ) : null}
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

function HostRow({ programme }: { programme: Programme }) {
  const t = useWords(programmes);
  const { audience } = useSentences();
  const { id, name, nextOn, status } = programme;
  const next = nextOn ? t('programmes.next', { day: longDay(nextOn) }) : '';
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
