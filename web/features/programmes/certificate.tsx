import type { RoundCertificate } from '#contract/programmes.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';
import { useAbout } from './round-sentence.ts';

/** How good a round was, about, and what is proved of it. */
export function Certificate({ certificate }: { certificate: RoundCertificate }) {
  const t = useTranslation(en);
  const about = useAbout('hosting.few');
  const { people, withoutPlace, groups, repeats, sameUnitPairs, least } = certificate;
  const rows = [
    ['hosting.c.people', about(people)],
    ['hosting.row.no-place', about(withoutPlace)],
    ['hosting.row.groups', about(groups)],
    ['hosting.c.repeats', about(repeats)],
    ['hosting.c.same-unit', about(sameUnitPairs)],
    ...(least
      ? ([
          ['hosting.c.least-repeats', t('hosting.exactly', { count: least.repeats })],
          ['hosting.c.least-same-unit', t('hosting.exactly', { count: least.sameUnitPairs })],
        ] as const)
      : []),
  ] as const;
  return (
    <details className="programmes-fold">
      <summary>{t('hosting.certificate')}</summary>
      <dl className="programmes-certificate">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="loam-muted loam-measure programmes-fine">{least ? t('hosting.c.text') : t('hosting.c.no-least')}</p>
    </details>
  );
}
