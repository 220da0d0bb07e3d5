import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { formatLongDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { stateOf } from './formats.ts';
import { PartSelect, RhythmSelect } from './join-form.tsx';
import { en } from './programmes.words.ts';
import { useMembership } from './use-membership.ts';

interface MembershipProps {
  programme: Programme;
  membership: NonNullable<Programme['membership']>;
}

/** My part in a programme: whether I take part next time, how often, and the way out. */
export function MembershipCard({ programme, membership }: MembershipProps) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const { choose, leave, isPending, error } = useMembership(programme);
  const { kind, nextOn } = programme;
  const { rhythm, part } = membership;
  const day = nextOn ? formatLongDay(nextOn) : '';
  const saved = t('programmes.saved');
  return (
    <Card label={t('programmes.you')}>
      <h2 className="programmes-state" aria-live="polite">
        {t(`programmes.state.${stateOf(programme)}`, { day })}
      </h2>
      <div className="programmes-fields">
        <RhythmSelect
          label={t('programmes.rhythm')}
          rhythm={rhythm}
          onChange={(chosen) => choose({ rhythm: chosen }, saved, { rhythm })}
        />
        {kind === 'newcomer' || kind === 'lottery' ? (
          <PartSelect
            kind={kind}
            label={t('programmes.part')}
            part={part}
            onChange={(chosen) => choose({ part: chosen }, saved, { part })}
          />
        ) : null}
      </div>
      <Problem error={error} />
      <Group mt={20} gap="sm">
        <NextStep programme={programme} rhythm={rhythm} day={day} choose={choose} />
        <Button
          variant="plain"
          disabled={isPending}
          onClick={() => leave((isHidden) => (isHidden ? void navigate({ to: '/meet' }) : undefined))}
        >
          {t('programmes.leave')}
        </Button>
      </Group>
    </Card>
  );
}

interface NextStepProps {
  programme: Programme;
  rhythm: string;
  day: string;
  choose: ReturnType<typeof useMembership>['choose'];
}

/** One tap for the next round: sit it out, or take part after all. */
function NextStep({ programme, rhythm, day, choose }: NextStepProps) {
  const t = useTranslation(en);
  switch (stateOf(programme)) {
    case 'due':
      return rhythm === 'asked' ? (
        <Button onClick={() => choose({ takePart: false }, t('programmes.not-this-time'), { takePart: true })}>
          {t('programmes.not-this-time')}
        </Button>
      ) : (
        <Button onClick={() => choose({ skip: true }, t('programmes.skipped', { day }), { skip: false })}>
          {t('programmes.skip')}
        </Button>
      );
    case 'skipping':
      return (
        <Button onClick={() => choose({ skip: false }, t('programmes.taking-part', { day }), { skip: true })}>
          {t('programmes.unskip')}
        </Button>
      );
    case 'asked':
      return (
        <Button
          variant="filled"
          onClick={() => choose({ takePart: true }, t('programmes.taking-part', { day }), { takePart: false })}
        >
          {t('programmes.take-part')}
        </Button>
      );
    default:
      return null;
  }
}
