import { Button, FileButton, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, invalidate } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe, useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Face } from '#web/ui/face.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './people.words.ts';
import { squarePhoto } from './photo.ts';

/** My plant, or a photo of mine. */
export function PhotoChooser() {
  const t = useTranslation(en);
  const me = useMe();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const done = (message: string) => async () => {
    say(message);
    await Promise.all([forgetMe(), invalidate(api.people.key())]);
  };
  const save = useMutation(api.people.savePhoto.mutationOptions({ onSuccess: done(t('profile.photo-saved')) }));
  const remove = useMutation(api.people.removePhoto.mutationOptions({ onSuccess: done(t('profile.photo-removed')) }));
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const file = await squarePhoto(chosen);
    setIsUnreadable(!file);
    if (file) save.mutate({ file });
  };
  const person = me?.person;
  if (!person) return null;
  const error = save.error ?? remove.error;
  return (
    <Card label={t('profile.face')}>
      <Group gap="lg" mt="xs">
        <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={96} />
        <Stack gap="xs" flex={1} miw={220}>
          <span className="loam-muted">{t(person.photoUrl ? 'profile.face-photo' : 'profile.face-plant')}</span>
          <Group gap="xs">
            <FileButton accept="image/png,image/jpeg,image/webp" onChange={choose}>
              {(props) => (
                <Button {...props} loading={save.isPending}>
                  {t(person.photoUrl ? 'profile.other-photo' : 'profile.choose-photo')}
                </Button>
              )}
            </FileButton>
            {person.photoUrl ? (
              <Button variant="plain" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
                {t('profile.no-photo')}
              </Button>
            ) : null}
          </Group>
          <Problem error={error ?? isUnreadable} words={error ? undefined : t('profile.photo-unreadable')} />
        </Stack>
      </Group>
    </Card>
  );
}
