import { Button, Group, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Role } from '#contract/common.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { forgetMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { NameSomeone } from './name-someone.tsx';
import { Problem, Section, say } from './section.tsx';
import { en } from './workspace.words.ts';

interface Grant {
  personId: string;
  name: string;
  role: Role;
  isConfirmed: boolean;
}

interface Me {
  id: string;
  roles: readonly Role[];
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.access.roles.key() });

interface RowProps {
  grant: Grant;
  me: Me;
  onConfirm(): void;
  onTake(): void;
}

function GrantRow({ grant: { personId, name, isConfirmed }, me, onConfirm, onTake }: RowProps) {
  const t = useWords(en);
  const isMe = personId === me.id;
  return (
    <Group component="li" justify="space-between" gap="xs" py="xs">
      <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
        {isMe ? <span className="loam-muted"> · {t('workspace.you')}</span> : null}
        {isConfirmed ? null : <span className="loam-muted"> · {t('workspace.waits')}</span>}
      </span>
      <Group gap={4}>
        {!isConfirmed && !isMe && me.roles.length > 0 ? (
          <Button size="sm" aria-label={t('workspace.confirm-of', { name })} onClick={onConfirm}>
            {t('workspace.confirm')}
          </Button>
        ) : null}
        {me.roles.includes('steward') ? (
          <Button variant="plain" size="sm" aria-label={t('workspace.take-of', { name })} onClick={onTake}>
            {t('workspace.take')}
          </Button>
        ) : null}
      </Group>
    </Group>
  );
}

function RoleList({ me, grants }: { me: Me; grants: readonly Grant[] }) {
  const t = useWords(en);
  const [asked, setAsked] = useState<Grant | null>(null);
  const confirm = useMutation(api.access.confirmRole.mutationOptions({ onSettled: refresh }));
  const take = useMutation(
    api.access.takeRole.mutationOptions({ onSettled: () => Promise.all([refresh(), forgetMe()]) }),
  );
  const rows = (role: Role) =>
    grants
      .filter((grant) => grant.role === role)
      .map((grant) => (
        <GrantRow
          key={grant.personId}
          grant={grant}
          me={me}
          onTake={() => setAsked(grant)}
          onConfirm={() =>
            confirm.mutate(
              { personId: grant.personId },
              { onSuccess: () => say(t('workspace.confirmed', { name: grant.name })) },
            )
          }
        />
      ));
  const council = rows('works-council');
  return (
    <>
      <h3 className="workspace-role">{t('workspace.stewards')}</h3>
      <ul className="workspace-list loam-rows">{rows('steward')}</ul>
      <h3 className="workspace-role">{t('workspace.works-council')}</h3>
      {council.length === 0 ? <p className="loam-muted workspace-none">{t('workspace.no-works-council')}</p> : null}
      <ul className="workspace-list loam-rows">{council}</ul>
      <Problem error={confirm.error ?? take.error} />
      <Confirm
        opened={asked !== null}
        title={t('workspace.take-ask')}
        confirm={t('workspace.take')}
        cancel={t('workspace.keep')}
        onConfirm={() => {
          if (asked) take.mutate({ personId: asked.personId, role: asked.role });
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {asked ? t(`workspace.take-${asked.role}`, { name: asked.name }) : null}
      </Confirm>
    </>
  );
}

function Naming() {
  const t = useWords(en);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="workspace-more">
      {isOpen ? <NameSomeone /> : <Button onClick={() => setOpen(true)}>{t('workspace.name-someone')}</Button>}
    </div>
  );
}

/** Who holds which role; stewards name and take back, a second person confirms. */
export function OrganisationRoles({ me }: { me: Me }) {
  const t = useWords(en);
  const roles = useQuery(api.access.roles.queryOptions());
  return (
    <Section title={t('workspace.roles')} lead={t('workspace.roles-lead')}>
      {roles.isPending ? <Skeleton height={120} radius={10} /> : null}
      {roles.data ? <RoleList me={me} grants={roles.data.grants} /> : null}
      <Problem error={roles.error} />
      {me.roles.includes('steward') ? <Naming /> : null}
    </Section>
  );
}
