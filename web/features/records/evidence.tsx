import { evidence, type Promised } from '#contract/evidence.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './evidence.words.ts';

const PROMISED = Object.keys(evidence).filter((key): key is Promised => key in evidence);

/** What is tried against each promise before a version is released, attack by attack. */
export function Evidence() {
  const t = useTranslation(en);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence.title')}</h2>
      <p className="loam-measure">{t('evidence.lead')}</p>
      <p className="loam-measure">
        {t('evidence.yourself')} <code>npm run test:trust</code>
      </p>
      <div className="loam-rows">
        {PROMISED.map((promised) => (
          <details key={promised} className="stored">
            <summary>
              <span>{t(`evidence.${promised}`)}</span>
              <span className="loam-muted">{t('evidence.count', { count: evidence[promised].length })}</span>
            </summary>
            <table className="may-table">
              <thead>
                <tr>
                  <th scope="col">{t('evidence.tried')}</th>
                  <th scope="col">{t('evidence.test')}</th>
                </tr>
              </thead>
              <tbody>
                {evidence[promised].map((id) => (
                  <tr key={id}>
                    <td>{t(`evidence.${id}`)}</td>
                    <td>
                      <code>{id}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))}
      </div>
    </section>
  );
}
