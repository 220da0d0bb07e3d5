import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { sumOf } from './bridges.ts';
import { BridgesPicture } from './bridges-picture.tsx';
import { Certificate } from './certificate.tsx';
import type { Hosted } from './host-page.tsx';
import { en } from './hosting.words.ts';
import { useRoundSentence } from './round-sentence.ts';
import { longDay } from './sentences.ts';

/** How it goes, in rounded counts; in a small organisation only the certificates. */
export function HostFigures({ hosted }: { hosted: Hosted }) {
  const t = useWords(en);
  const { rounds, isSmall } = hosted;
  const bridges = sumOf(rounds.map((round) => round.bridges));
  return (
    <>
      {isSmall ? null : <Counts hosted={hosted} />}
      {isSmall || bridges.length === 0 ? null : (
        <Card>
          <h2 style={{ margin: '0 0 16px' }}>{t('hosting.bridged')}</h2>
          <BridgesPicture bridges={bridges} />
          <p className="loam-muted" style={{ margin: '16px 0 0', fontSize: '0.9375rem' }}>
            {t('hosting.only-units')}
          </p>
        </Card>
      )}
      {rounds.length ? <Rounds hosted={hosted} /> : null}
    </>
  );
}

function Counts({ hosted }: { hosted: Hosted }) {
  const t = useWords(en);
  const [last] = hosted.rounds;
  const rows = [
    ['hosting.joined', hosted.joined],
    ...(last
      ? ([
          ['hosting.placed', last.placed],
          ['hosting.met', last.met],
        ] as const)
      : []),
  ] as const;
  return (
    <Card label={t('hosting.counts')}>
      <dl className="programmes-figures">
        {rows.map(([key, count]) => (
          <div key={key}>
            <dt className="loam-muted">{t(key)}</dt>
            <dd data-words={count === null || undefined}>
              {count === null ? t('hosting.fewer') : t('hosting.about', { count })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="loam-muted" style={{ margin: '16px 0 0', fontSize: '0.9375rem' }}>
        {last ? null : t('hosting.no-round')} {t('hosting.counts-text')}
      </p>
    </Card>
  );
}

function Rounds({ hosted }: { hosted: Hosted }) {
  const t = useWords(en);
  const sentence = useRoundSentence();
  const { rounds, programme, isSmall } = hosted;
  return (
    <Card label={t('hosting.rounds')}>
      <div className="loam-rows">
        {rounds.map(({ on, certificate, met }) => (
          <section key={on} className="programmes-round" aria-label={longDay(on)}>
            <h3>{longDay(on)}</h3>
            <p>
              {sentence(certificate, programme.rule)}{' '}
              {isSmall ? null : met === null ? t('hosting.round-met-fewer') : t('hosting.round-met', { count: met })}
            </p>
            <Certificate certificate={certificate} />
          </section>
        ))}
      </div>
    </Card>
  );
}
