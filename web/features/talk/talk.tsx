import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './talk.words.ts';

const GUIDES = ['hello', 'circle', 'story', 'team', 'hard'] as const;
const STEPS = [1, 2, 3, 4, 5, 6] as const;

/** All guides on one page, each a card that prints well. */
export function GuideList() {
  const t = useWords(en);
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <nav aria-label={t('talk.contents')} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {GUIDES.map((guide) => (
          <a key={guide} href={`#${guide}`} className="loam-chip">
            {t(`talk.${guide}.title`)}
          </a>
        ))}
      </nav>
      {GUIDES.map((guide) => (
        <article key={guide} id={guide} style={{ breakInside: 'avoid', scrollMarginTop: 24 }}>
          <Card>
            <h2 style={{ fontSize: '1.75rem', margin: '0 0 4px' }}>{t(`talk.${guide}.title`)}</h2>
            <p className="loam-muted loam-measure" style={{ marginTop: 0 }}>
              {t(`talk.${guide}.lead`)}
            </p>
            <ol className="loam-measure" style={{ paddingLeft: '1.3em', display: 'grid', gap: 8 }}>
              {STEPS.map((step) => (
                <li key={step}>{t(`talk.${guide}.step${step}`)}</li>
              ))}
            </ol>
            <p className="loam-label" data-tone="sealed">
              {t('talk.why')}
            </p>
            <p className="loam-muted loam-measure" style={{ margin: 0 }}>
              {t(`talk.${guide}.why`)}
            </p>
          </Card>
        </article>
      ))}
    </div>
  );
}
