import './talk.css';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './talk.words.ts';

const GUIDES = ['hello', 'circle', 'story', 'team', 'hard'] as const;
const STEPS = [1, 2, 3, 4, 5, 6] as const;

/** All guides on one page, each a card that prints well. */
export function GuideList() {
  const t = useTranslation(en);
  return (
    <div className="talk-guides">
      <nav aria-label={t('talk.contents')}>
        {GUIDES.map((guide) => (
          <a key={guide} href={`#${guide}`} className="loam-chip">
            {t(`talk.${guide}.title`)}
          </a>
        ))}
      </nav>
      {GUIDES.map((guide) => (
        <article key={guide} id={guide}>
          <Card>
            <h2>{t(`talk.${guide}.title`)}</h2>
            <p className="loam-muted loam-measure talk-lead">{t(`talk.${guide}.lead`)}</p>
            <ol className="loam-measure">
              {STEPS.map((step) => (
                <li key={step}>{t(`talk.${guide}.step${step}`)}</li>
              ))}
            </ol>
            <p className="loam-label" data-tone="sealed">
              {t('talk.why')}
            </p>
            <p className="loam-muted loam-measure loam-flush">{t(`talk.${guide}.why`)}</p>
          </Card>
        </article>
      ))}
    </div>
  );
}
