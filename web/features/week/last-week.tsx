import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { calledName } from '#engine/names/called-name.ts';
import { formatDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import type { AskedBefore } from './arrange.ts';
import { NextTime } from './next-time.tsx';
import { en } from './week.words.ts';

interface Props {
  asked: AskedBefore;
  onTalked(line: string): void;
  onNotYet(): void;
  onRest(): void;
}

/** "How did it go?", about whom I asked in a week before. */
export function LastWeek({ asked: { personId, mark }, onTalked, onNotYet, onRest }: Props) {
  const t = useTranslation(en);
  const [hasTalked, setTalked] = useState(false);
  return (
    <div className="week-row week-last">
      <div className="week-head">
        <Face photoUrl={null} plantSeed={personId} size={56} />
        <div className="week-words">
          <p className="loam-label">{t('week.last-week')}</p>
          <strong className="week-name">{t('week.how-did-it-go', { name: calledName(mark.name) })}</strong>
          <span className="loam-muted">{t('week.you-asked', { day: formatDay(mark.on) })}</span>
        </div>
      </div>
      <div className="week-body">
        {hasTalked ? (
          <NextTime personId={personId} isFocused onKeep={onTalked} onNothing={() => onTalked('')} />
        ) : (
          <Group gap="sm">
            <Button onClick={() => setTalked(true)}>{t('week.we-talked')}</Button>
            <Button onClick={onNotYet}>{t('week.not-yet')}</Button>
            <Button variant="plain" onClick={onRest}>
              {t('week.let-rest')}
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}
