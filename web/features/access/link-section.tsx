import { useForm } from '@mantine/form';
import './sections.css';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { UnitChoice } from '#web/features/people/people.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './links.words.ts';
import { domainOf } from './read-addresses.ts';
import { ShownOnce } from './shown-once.tsx';

const refresh = () => invalidate(api.access.links.key());

function MakeLink() {
  const t = useTranslation(en);
  const form = useForm({ initialValues: { domain: '', unitId: '' } });
  const make = useMutation(
    api.access.makeLink.mutationOptions({
      onSuccess: () => {
        form.setFieldValue('domain', '');
        return refresh();
      },
    }),
  );
  const submit = form.onSubmit(({ domain, unitId }) =>
    make.mutate({ domain: domainOf(domain), ...(unitId ? { unitId } : {}) }),
  );
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          label={t('links.domain')}
          description={t('links.domain-hint')}
          required
          withAsterisk={false}
          maxLength={253}
          autoCapitalize="none"
          spellCheck={false}
          flex="1 1 260px"
          {...form.getInputProps('domain')}
        />
        <UnitChoice
          flex="1 1 200px"
          value={form.values.unitId}
          onChange={(unitId) => form.setFieldValue('unitId', unitId)}
        />
        <Button type="submit" loading={make.isPending}>
          {t('links.make-link')}
        </Button>
      </Group>
      {make.data ? <ShownOnce label={t('links.link-once')} text={make.data.url} /> : null}
      <Problem error={make.error} />
    </form>
  );
}

interface Link {
  id: string;
  domain: string;
  unitName: string | null;
  expiresAt: string;
}

function LinkRow({ link: { domain, unitName, expiresAt }, onEnd }: { link: Link; onEnd(): void }) {
  const t = useTranslation(en);
  return (
    <Group justify="space-between" wrap="nowrap" py="xs">
      <span>
        {unitName
          ? t('links.link-row-unit', { domain, unit: unitName, day: formatDay(expiresAt) })
          : t('links.link-row', { domain, day: formatDay(expiresAt) })}
      </span>
      <Button variant="plain" size="sm" flex="none" aria-label={t('links.end-link-of', { domain })} onClick={onEnd}>
        {t('links.end-link')}
      </Button>
    </Group>
  );
}

/** Join links: make one, look at those that hold, end one. */
export function LinkSection() {
  const t = useTranslation(en);
  const links = useQuery(api.access.links.queryOptions());
  const end = useMutation(
    api.access.endLink.mutationOptions({
      onSuccess: () => say(t('links.link-ended')),
      onSettled: refresh,
    }),
  );
  return (
    <Section title={t('links.title')} lead={t('links.lead')}>
      <MakeLink />
      <div className="access-list-place">
        <Answered query={links} height={44}>
          {({ links: held }) => (
            <>
              {held.length === 0 ? <p className="loam-muted">{t('links.no-links')}</p> : null}
              <div className="loam-rows">
                {held.map((link) => (
                  <LinkRow key={link.id} link={link} onEnd={() => end.mutate({ id: link.id })} />
                ))}
              </div>
            </>
          )}
        </Answered>
      </div>
      <Problem error={end.error} />
    </Section>
  );
}
