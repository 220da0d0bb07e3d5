import { formatLongDay } from '#web/platform/dates.ts';
import './programmes.css';
import { Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Programme, RoundPreview } from '#contract/programmes.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { sumOf } from './bridges.ts';
import { BridgesPicture, usePlaceName } from './bridges-picture.tsx';
import { en } from './hosting.words.ts';
import { useRoundSentence } from './round-sentence.ts';
import { SendRound } from './send-round.tsx';
import { usePreview } from './use-preview.ts';
import { WhatIf } from './what-if.tsx';

const route = getRouteApi('/inside/meet/programmes/$id/host/preview');

/** The next round before it leaves: one sentence, a picture, and what it would be otherwise. */
export function PreviewPage() {
  const t = useTranslation(en);
  const { id } = route.useParams();
  const host = useQuery(api.programmes.host.queryOptions({ input: { id } }));
  if (host.data) return <Preview programme={host.data.programme} />;
  return (
    <Page title={t('hosting.ready')} above={<BackToHost id={id} name={t('hosting.to-host')} />}>
      <Answered query={host} height={280}>
        {() => null}
      </Answered>
    </Page>
  );
}

function BackToHost({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/meet/programmes/$id/host" params={{ id }} className="loam-back">
      <IconArrowLeft size={18} stroke={1.5} aria-hidden />
      {name}
    </Link>
  );
}

function Preview({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const sentence = useRoundSentence();
  const { id, name, nextOn } = programme;
  const { outcome, error, share, isPlanning, cancel, again } = usePreview(id);
  const preview = outcome?.kind === 'preview' && !isPlanning ? outcome.preview : undefined;
  const above = [name, nextOn ? formatLongDay(nextOn) : ''].filter(Boolean).join(' · ');
  return (
    <Page
      title={t(preview ? 'hosting.ready' : isPlanning ? 'hosting.planning' : 'hosting.part.round')}
      above={<BackToHost id={id} name={above} />}
      {...(preview ? { lead: sentence(preview.figures, preview.rule) } : {})}
    >
      {isPlanning ? <Planning share={share} onCancel={cancel} /> : null}
      {!isPlanning && outcome?.kind === 'too-few' ? (
        <Stack gap={20}>
          <EmptyState title={t('hosting.too-few')} picture="roots">
            <p>{t('hosting.too-few-text')}</p>
            <Link to="/meet/programmes/$id/host" params={{ id }} search={{ part: 'people' }}>
              {t('hosting.to-people')}
            </Link>
          </EmptyState>
          <SendRound programme={programme} people={null} />
        </Stack>
      ) : null}
      {!isPlanning && (error || !outcome) ? (
        <Stack align="start">
          {error ? null : <p role="status">{t('hosting.stopped')}</p>}
          <Problem error={error} />
          <Button variant="filled" onClick={again}>
            {t('hosting.again')}
          </Button>
        </Stack>
      ) : null}
      {preview ? <Planned programme={programme} preview={preview} /> : null}
    </Page>
  );
}

function Planning({ share, onCancel }: { share: number; onCancel(): void }) {
  const t = useTranslation(en);
  return (
    <Card>
      <p className="loam-muted programmes-planning" role="status">
        {t('hosting.planning-text')}
      </p>
      <Group gap="lg" wrap="nowrap">
        <progress className="programmes-progress" aria-label={t('hosting.planning-label')} max={1} value={share} />
        <Button variant="plain" onClick={onCancel}>
          {t('hosting.cancel')}
        </Button>
      </Group>
    </Card>
  );
}

function Planned({ programme, preview }: { programme: Programme; preview: RoundPreview }) {
  const t = useTranslation(en);
  const nameOf = usePlaceName();
  const { figures } = preview;
  const bridges = sumOf([figures.bridges]);
  const liveliest = bridges.find(({ a, b }) => a !== b && a !== null && b !== null);
  return (
    <Stack gap={20}>
      <Card>
        <h2 className="loam-title-lead">{t('hosting.will-meet')}</h2>
        <div className="programmes-will-meet">
          <div className="loam-shrink">
            <BridgesPicture bridges={bridges} />
          </div>
          <div>
            {liveliest ? (
              <p>
                {t('hosting.liveliest', {
                  a: nameOf(liveliest.a),
                  b: nameOf(liveliest.b),
                  pairs: liveliest.pairs,
                })}
              </p>
            ) : null}
            {figures.withoutPlace === null ? null : <p>{t('hosting.left-out-told')}</p>}
            <p className="loam-muted">{t('hosting.only-units')}</p>
            <p className="loam-muted">{t('hosting.why-blurred')}</p>
          </div>
        </div>
      </Card>
      <SendRound programme={programme} people={figures.people} />
      <WhatIf programme={programme} asSet={preview} />
    </Stack>
  );
}
