import type { RoundCertificate } from '#contract/programmes.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';

/** How good a round is, in numbers, for those who want them. */
export function Certificate({ certificate, isOpen }: { certificate: RoundCertificate; isOpen?: boolean }) {
  const t = useWords(en);
  const locale = currentLanguage() === 'de' ? 'de' : 'en-GB';
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const { people, placed, repeats, sameUnitPairs, value, upperBound, gap, method, seed } = certificate;
  const ofLeast = (count: number, least: number) =>
    t('hosting.c.of-least', { count: number(count), least: number(least) });
  const rows = [
    ['hosting.c.people', number(people)],
    ['hosting.c.placed', number(placed)],
    ['hosting.c.repeats', ofLeast(repeats, certificate.repeatsUnavoidable)],
    ['hosting.c.same-unit', ofLeast(sameUnitPairs, certificate.sameUnitUnavoidable)],
    ['hosting.c.bridged', number(certificate.boundariesBridged)],
    [
      'hosting.c.value',
      t('hosting.c.of-bound', { value: number(value), bound: number(upperBound), gap: percent.format(gap) }),
    ],
    [
      'hosting.c.method',
      t('hosting.c.made', { method, seed: String(seed), milliseconds: number(Math.round(certificate.milliseconds)) }),
    ],
  ] as const;
  return (
    <details className="programmes-fold" open={isOpen}>
      <summary>{t('hosting.certificate')}</summary>
      <dl className="programmes-certificate">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="loam-muted loam-measure" style={{ margin: '12px 0 0', fontSize: '0.875rem' }}>
        {t('hosting.c.text')}
      </p>
    </details>
  );
}
