import { Button, Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Programme, RoundPreview } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { parseVariant, roundsAYear, type Variant, variantText } from './formats.ts';
import { en } from './hosting.words.ts';
import { useAbout } from './round-sentence.ts';
import { CadenceSelect, RuleSelect, SizeSelect } from './setting-fields.tsx';
import { refreshProgrammes } from './use-membership.ts';
import { refreshPreviews, usePreview } from './use-preview.ts';
import { useVariantName } from './variant-name.ts';

const route = getRouteApi('/inside/meet/programmes/$id/host/preview');
const MOST = 2;

/** Other sizes, cadences or rules, planned beside the round as it is set. */
export function WhatIf({ programme, asSet }: { programme: Programme; asSet: RoundPreview }) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const { beside } = route.useSearch();
  const variants = (beside?.split('_') ?? []).flatMap((text) => parseVariant(text) ?? []).slice(0, MOST);
  const show = (next: readonly Variant[]) =>
    void navigate({
      to: '/meet/programmes/$id/host/preview',
      params: { id: programme.id },
      search: next.length ? { beside: next.map(variantText).join('_') } : {},
      replace: true,
      resetScroll: false,
    });
  return (
    <Section title={t('hosting.what-if')} lead={t('hosting.what-if-text')}>
      {variants.length < MOST ? (
        <Chooser
          id={programme.id}
          start={{ size: asSet.size, rule: asSet.rule, cadence: asSet.cadence }}
          weekday={programme.weekday}
          taken={[asSet, ...variants].map(variantText)}
          onCompare={(variant) => show([...variants, variant])}
        />
      ) : null}
      {variants.length ? (
        <div className="programmes-beside">
          <AsSet preview={asSet} weekday={programme.weekday} />
          {variants.map((variant) => (
            <Beside
              key={variantText(variant)}
              programme={programme}
              variant={variant}
              onRemove={() => show(variants.filter((each) => each !== variant))}
              onUsed={() => show([])}
            />
          ))}
        </div>
      ) : null}
    </Section>
  );
}

interface ChooserProps {
  id: string;
  start: Variant;
  weekday: number;
  /** What stands side by side already. */
  taken: readonly string[];
  onCompare(variant: Variant): void;
}

function Chooser({ id, start, weekday, taken, onCompare }: ChooserProps) {
  const t = useTranslation(en);
  const { value: variant, set: setVariant, clear } = useDraft(`what-if.${id}`, start);
  return (
    <div className="programmes-fields programmes-chooser">
      <SizeSelect value={variant.size} onChange={(size) => setVariant({ ...variant, size })} />
      <CadenceSelect
        value={variant.cadence}
        weekday={weekday}
        onChange={(cadence) => setVariant({ ...variant, cadence })}
      />
      <RuleSelect value={variant.rule} onChange={(rule) => setVariant({ ...variant, rule })} />
      <div>
        <Button
          disabled={taken.includes(variantText(variant))}
          onClick={() => {
            onCompare(variant);
            clear();
          }}
        >
          {t('hosting.compare')}
        </Button>
      </div>
    </div>
  );
}

function AsSet({ preview, weekday }: { preview: RoundPreview; weekday: number }) {
  const t = useTranslation(en);
  const nameOf = useVariantName(weekday);
  return (
    <section className="programmes-side" aria-label={t('hosting.as-set')}>
      <p className="loam-label">{t('hosting.as-set')}</p>
      <h3>{nameOf(preview)}</h3>
      <Figures preview={preview} />
    </section>
  );
}

interface BesideProps {
  programme: Programme;
  variant: Variant;
  onRemove(): void;
  onUsed(): void;
}

function Beside({ programme: { id, weekday }, variant, onRemove, onUsed }: BesideProps) {
  const t = useTranslation(en);
  const nameOf = useVariantName(weekday);
  const { outcome, error, isPlanning, again } = usePreview(id, variant);
  const use = useMutation(
    api.programmes.change.mutationOptions({
      onSuccess: async () => {
        say(t('hosting.used'));
        onUsed();
        await Promise.all([refreshProgrammes(), refreshPreviews(id)]);
      },
    }),
  );
  const name = nameOf(variant);
  return (
    <section className="programmes-side" aria-label={name}>
      <p className="loam-label">{t('hosting.what-if')}</p>
      <h3>{name}</h3>
      {isPlanning ? <Loader size="sm" role="status" aria-label={t('hosting.planning')} /> : null}
      <Problem error={error ?? use.error} />
      {outcome?.kind === 'preview' ? <Figures preview={outcome.preview} /> : null}
      {outcome?.kind === 'too-few' ? <p className="loam-muted">{t('hosting.too-few')}</p> : null}
      <div className="programmes-side-acts">
        {error ? (
          <Button size="sm" onClick={again}>
            {t('hosting.again')}
          </Button>
        ) : (
          <Button size="sm" loading={use.isPending} disabled={!outcome} onClick={() => use.mutate({ id, ...variant })}>
            {t('hosting.use')}
          </Button>
        )}
        <Button variant="plain" size="sm" aria-label={t('hosting.remove-of', { what: name })} onClick={onRemove}>
          {t('hosting.remove')}
        </Button>
      </div>
    </section>
  );
}

function Figures({ preview }: { preview: RoundPreview }) {
  const t = useTranslation(en);
  const about = useAbout('hosting.few');
  const { figures, cadence } = preview;
  const rows = [
    ['hosting.row.rounds', roundsAYear(cadence)],
    ['hosting.c.people', about(figures.people)],
    ['hosting.row.groups', about(figures.groups)],
    ['hosting.row.no-place', about(figures.withoutPlace)],
    ['hosting.c.same-unit', about(figures.sameUnitPairs)],
  ] as const;
  return (
    <dl className="programmes-certificate">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
