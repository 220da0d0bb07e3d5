import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { formatLongDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './hosting.words.ts';
import { InviteAudience } from './invite-audience.tsx';
import { en as programmes } from './programmes.words.ts';
import type { Hosted } from './shapes.ts';
import { refreshProgrammes } from './use-membership.ts';

/** One thing to do, or that there is nothing to do. */
export function NextStepCard({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const { programme, nextStep } = hosted;
  const { nextOn, audience } = programme;
  const day = nextOn ? formatLongDay(nextOn) : '';
  const text = (): string => {
    if (nextStep === 'invite' && audience === 'link') return t('hosting.step.invite-link');
    if (nextStep === 'look-at-preview')
      return day ? t('hosting.step.look-at-preview-text', { day }) : t('hosting.step.look-at-preview-plain');
    return t(`hosting.step.${nextStep}-text`);
  };
  const saysDay = nextStep === 'wait-for-joiners' || nextStep === 'wait-for-answers';
  return (
    <Card label={t('hosting.next')}>
      <h2 className="programmes-state programmes-state-close">{t(`hosting.step.${nextStep}`)}</h2>
      <p className="loam-muted loam-measure loam-title-lead">
        {text()} {saysDay && day ? t('hosting.next-on', { day }) : null}
      </p>
      <Act hosted={hosted} />
    </Card>
  );
}

function Act({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const p = useTranslation(programmes);
  const { programme, nextStep } = hosted;
  const { id, audience } = programme;
  switch (nextStep) {
    case 'invite':
      return audience === 'link' ? <ToPeople id={id} isPrimary /> : <InviteAudience programme={programme} isPrimary />;
    case 'wait-for-joiners':
      return (
        <Group gap="sm">
          <ToPeople id={id} />
          <ToPreview id={id} />
        </Group>
      );
    case 'look-at-preview':
      return <ToPreview id={id} isPrimary />;
    case 'wait-for-answers':
      return <ToPreview id={id} />;
    case 'resume':
      return <Resume id={id} />;
    case 'ended':
      return <Button renderRoot={(props) => <Link {...props} to="/hosting" />}>{p('programmes.host-one')}</Button>;
    default:
      return t('hosting.next');
  }
}

interface ToProps {
  id: string;
  isPrimary?: boolean;
}

function ToPeople({ id, isPrimary }: ToProps) {
  const t = useTranslation(en);
  return (
    <Button
      {...(isPrimary ? { variant: 'filled' } : {})}
      renderRoot={(props) => (
        <Link {...props} to="/meet/programmes/$id/host" params={{ id }} search={{ part: 'people' }} />
      )}
    >
      {t('hosting.to-people')}
    </Button>
  );
}

function ToPreview({ id, isPrimary }: ToProps) {
  const t = useTranslation(en);
  return (
    <Button
      {...(isPrimary ? { variant: 'filled' } : {})}
      renderRoot={(props) => <Link {...props} to="/meet/programmes/$id/host/preview" params={{ id }} />}
    >
      {t('hosting.preview')}
    </Button>
  );
}

function Resume({ id }: { id: string }) {
  const t = useTranslation(en);
  const resume = useMutation(
    api.programmes.change.mutationOptions({
      onSuccess: () => {
        say(t('hosting.resumed'));
        return refreshProgrammes();
      },
    }),
  );
  return (
    <>
      <Button variant="filled" loading={resume.isPending} onClick={() => resume.mutate({ id, status: 'running' })}>
        {t('hosting.resume')}
      </Button>
      <Problem error={resume.error} />
    </>
  );
}
