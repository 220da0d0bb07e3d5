import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, invalidate } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useWords } from '#web/platform/words.ts';
import { Problem, Section, ShownOnce, say } from './section.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { en } from './workspace.words.ts';

const refresh = () => invalidate(api.access.links.key());

function MakeLink() {
  const t = useWords(en);
  const [domain, setDomain] = useState('');
  const [unitId, setUnitId] = useState('');
  const make = useMutation(
    api.access.makeLink.mutationOptions({
      onSuccess: () => {
        setDomain('');
        return refresh();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = domain.trim().replace(/^.*@/, '').toLowerCase();
    make.mutate({ domain: named, ...(unitId ? { unitId } : {}) });
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          label={t('workspace.domain')}
          description={t('workspace.domain-hint')}
          required
          withAsterisk={false}
          maxLength={253}
          autoCapitalize="none"
          spellCheck={false}
          style={{ flex: '1 1 260px' }}
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <UnitChoice value={unitId} flex="1 1 200px" onChange={setUnitId} />
        <Button type="submit" loading={make.isPending}>
          {t('workspace.make-link')}
        </Button>
      </Group>
      {make.data ? <ShownOnce label={t('workspace.link-once')} text={make.data.url} /> : null}
      <Problem error={make.error} />
    </form>
  );
}

/** Join links: make one, look at those that hold, end one. */
export function OrganisationLinks() {
  const t = useWords(en);
  const links = useQuery(api.access.links.queryOptions());
  const end = useMutation(
    api.access.endLink.mutationOptions({
      onSuccess: () => say(t('workspace.link-ended')),
      onSettled: refresh,
    }),
  );
  return (
    <Section title={t('workspace.links')} lead={t('workspace.links-lead')}>
      <MakeLink />
      {links.isPending ? <Skeleton height={44} mt="md" radius={10} /> : null}
      {links.data?.links.length === 0 ? (
        <p className="loam-muted" style={{ margin: '16px 0 0' }}>
          {t('workspace.no-links')}
        </p>
      ) : null}
      <div className="loam-rows" style={{ marginTop: 12 }}>
        {links.data?.links.map(({ id, domain, unitName, expiresAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap" py="xs">
            <span>
              {unitName
                ? t('workspace.link-row-unit', { domain, unit: unitName, day: dayWords(expiresAt) })
                : t('workspace.link-row', { domain, day: dayWords(expiresAt) })}
            </span>
            <Button
              variant="plain"
              size="sm"
              flex="none"
              aria-label={t('workspace.end-link-of', { domain })}
              onClick={() => end.mutate({ id })}
            >
              {t('workspace.end-link')}
            </Button>
          </Group>
        ))}
      </div>
      <Problem error={links.error ?? end.error} />
    </Section>
  );
}
