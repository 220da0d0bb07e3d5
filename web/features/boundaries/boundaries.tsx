import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { lazyPart } from '#web/ui/lazy-part.tsx';
import { en } from './boundaries.words.ts';
import { useChange } from './use-change.ts';

// Lazy, so that the home page, which asks one question, does not load them.
/** Open to hellos, pause, and whom I blocked. */
export const BoundarySettings = lazyPart(async () => (await import('./boundary-cards.tsx')).BoundaryCards);

/** The quiet menu on somebody's page. */
export const BlockMenu = lazyPart(async () => (await import('./block-menu.tsx')).PersonMenu);

/** Asked kindly where somebody asks for someone: may others be introduced to me in the same way? */
export function OpenToIntroductionsQuestion() {
  const t = useTranslation(en);
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const change = useChange(t('boundaries.noted'));
  if (mine.data?.introductions !== null) return null;
  return (
    <div className="loam-further">
      <p className="loam-flush loam-question">{t('boundaries.introductions-question')}</p>
      <p className="loam-muted loam-measure loam-question-text">{t('boundaries.introductions-text')}</p>
      <Group>
        <Button size="sm" loading={change.isPending} onClick={() => change.mutate({ introductions: true })}>
          {t('boundaries.yes')}
        </Button>
        <Button size="sm" variant="plain" onClick={() => change.mutate({ introductions: false })}>
          {t('boundaries.no')}
        </Button>
      </Group>
      <Problem error={change.error} />
    </div>
  );
}

/** Asked once, on the first visit; until it is answered nobody may say hello. */
export function OpenToHellosQuestion() {
  const t = useTranslation(en);
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const change = useChange(t('boundaries.noted'));
  if (mine.data?.hellos !== null) return null;
  return (
    <Card>
      <h2 className="loam-flush">{t('boundaries.question')}</h2>
      <p className="loam-muted loam-measure">{t('boundaries.question-text')}</p>
      <Group>
        <Button loading={change.isPending} onClick={() => change.mutate({ hellos: true })}>
          {t('boundaries.yes')}
        </Button>
        <Button variant="plain" onClick={() => change.mutate({ hellos: false })}>
          {t('boundaries.no')}
        </Button>
      </Group>
      <Problem error={change.error} />
    </Card>
  );
}
