import { Answered } from '#web/platform/answered.tsx';
import { questionOf } from './role-question.ts';
import './sections.css';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WaitingRole } from '#contract/access.ts';
import type { Role } from '#contract/common.ts';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { NameSomeone } from './name-someone.tsx';
import { en } from './roles.words.ts';

interface Waiting extends Omit<WaitingRole, 'at'> {
  at: string;
}

interface Grant {
  personId: string;
  name: string;
  role: Role;
  isConfirmed: boolean;
  waiting: Waiting | null;
}

interface Me {
  id: string;
  roles: readonly Role[];
}

const refresh = () => Promise.all([invalidate(api.access.roles.key()), forgetMe()]);

/** What a press on a row does; each changes who holds a role, or what waits. */
function useDeeds() {
  const t = useTranslation(en);
  const settled = { onSettled: refresh };
  const confirm = useMutation(api.access.confirmRole.mutationOptions(settled));
  const confirmEnd = useMutation(api.access.confirmEnd.mutationOptions(settled));
  const keep = useMutation(api.access.keepRole.mutationOptions(settled));
  const take = useMutation(api.access.takeRole.mutationOptions(settled));
  const layDown = useMutation(api.access.layDownRole.mutationOptions(settled));
  const all = [confirm, confirmEnd, keep, take, layDown];
  return {
    error: all.map(({ error }) => error).find(Boolean) ?? null,
    confirm: ({ personId, name, waiting }: Grant) =>
      waiting?.what === 'end'
        ? confirmEnd.mutate({ personId }, { onSuccess: () => say(t('roles.end-confirmed', { name })) })
        : confirm.mutate({ personId }, { onSuccess: () => say(t('roles.confirmed', { name })) }),
    keep: ({ personId, name }: Grant) => keep.mutate({ personId }, { onSuccess: () => say(t('roles.kept', { name })) }),
    take: ({ personId, name, role }: Grant) =>
      take.mutate(
        { personId, role },
        { onSuccess: ({ isOver }) => say(t(isOver ? 'roles.taken' : 'roles.end-proposed', { name })) },
      ),
    layDown: () => layDown.mutate({}, { onSuccess: () => say(t('roles.laid-down')) }),
  };
}

/** What waits, who may confirm it, and why I may not. */
function WaitingLine({ waiting }: { waiting: Waiting }) {
  const t = useTranslation(en);
  const { what, by, whyNot, isPossible } = waiting;
  return (
    <div className="loam-muted loam-measure">
      <div>{t(what === 'end' ? 'roles.waits-end' : 'roles.waits-role', { by, day: formatDay(waiting.at) })}</div>
      <div>
        {whyNot ? t(`roles.why-${whyNot}`, { by }) : t('roles.may-confirm')}{' '}
        {isPossible ? null : t('roles.nobody-second', { by })}
      </div>
    </div>
  );
}

interface RowProps {
  grant: Grant;
  me: Me;
  deeds: ReturnType<typeof useDeeds>;
  onTake(): void;
}

function GrantActions({ grant, me, deeds, onTake }: RowProps) {
  const t = useTranslation(en);
  const { name, role, waiting } = grant;
  const isEnding = waiting?.what === 'end';
  const isMyCouncil = grant.personId === me.id && role === 'works-council';
  return (
    <Group gap={4}>
      {waiting && !waiting.whyNot ? (
        <Button
          size="sm"
          aria-label={t(isEnding ? 'roles.confirm-end-of' : 'roles.confirm-of', { name })}
          onClick={() => deeds.confirm(grant)}
        >
          {t(isEnding ? 'roles.confirm-end' : 'roles.confirm')}
        </Button>
      ) : null}
      {isMyCouncil || (me.roles.includes('steward') && !isEnding) ? (
        <Button
          variant="plain"
          size="sm"
          aria-label={isMyCouncil ? t('roles.lay-down') : t('roles.take-of', { name })}
          onClick={onTake}
        >
          {t(isMyCouncil ? 'roles.lay-down' : 'roles.take')}
        </Button>
      ) : null}
      {isEnding && me.roles.includes('steward') ? (
        <Button
          variant="plain"
          size="sm"
          aria-label={t('roles.withdraw-end-of', { name })}
          onClick={() => deeds.keep(grant)}
        >
          {t('roles.withdraw-end')}
        </Button>
      ) : null}
    </Group>
  );
}

function GrantRow(props: RowProps) {
  const t = useTranslation(en);
  const { personId, name, waiting } = props.grant;
  return (
    <Group component="li" justify="space-between" align="start" gap="xs" py="xs">
      <div className="loam-anywhere loam-grow">
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
        {personId === props.me.id ? <span className="loam-muted"> · {t('roles.you')}</span> : null}
        {waiting ? <WaitingLine waiting={waiting} /> : null}
      </div>
      <GrantActions {...props} />
    </Group>
  );
}

function RoleList({ me, grants }: { me: Me; grants: readonly Grant[] }) {
  const t = useTranslation(en);
  const [asked, setAsked] = useState<Grant | null>(null);
  const deeds = useDeeds();
  const rows = (role: Role) =>
    grants
      .filter((grant) => grant.role === role)
      .map((grant) => (
        <GrantRow key={grant.personId} grant={grant} me={me} deeds={deeds} onTake={() => setAsked(grant)} />
      ));
  const council = rows('works-council');
  const ask = asked ? questionOf(asked, me.id) : 'steward';
  return (
    <>
      <h3 className="access-role">{t('roles.stewards')}</h3>
      <ul className="access-list loam-rows">{rows('steward')}</ul>
      <h3 className="access-role">{t('roles.works-council')}</h3>
      {council.length === 0 ? <p className="loam-muted access-none">{t('roles.no-works-council')}</p> : null}
      <ul className="access-list loam-rows">{council}</ul>
      <Problem error={deeds.error} />
      <Confirm
        opened={asked !== null}
        title={t(`roles.ask-${ask}`)}
        confirm={t(`roles.do-${ask}`)}
        cancel={t('roles.keep')}
        onConfirm={() => {
          if (asked && ask === 'mine') deeds.layDown();
          else if (asked) deeds.take(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {asked ? t(`roles.take-${ask}`, { name: asked.name }) : null}
      </Confirm>
    </>
  );
}

function Naming() {
  const t = useTranslation(en);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="access-more">
      {isOpen ? <NameSomeone /> : <Button onClick={() => setOpen(true)}>{t('roles.name-someone')}</Button>}
    </div>
  );
}

/** Who holds which role; stewards name and take back, a second person confirms. */
export function RoleSection({ me }: { me: Me }) {
  const t = useTranslation(en);
  const roles = useQuery(api.access.roles.queryOptions());
  return (
    <Section title={t('roles.title')} lead={t('roles.lead')}>
      <Answered query={roles} height={120}>
        {({ grants }) => <RoleList me={me} grants={grants} />}
      </Answered>
      <MailNotice isAside />
      {me.roles.includes('steward') ? <Naming /> : null}
    </Section>
  );
}
