import { LANGUAGE_CHOICES } from '#web/platform/language-choices.ts';
import './people.css';
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MyProfile } from '#contract/people.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate, queryClient } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { chooseLanguage, currentLanguage, useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { Card } from '#web/ui/card.tsx';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { EntryCard } from './entry-card.tsx';
import { en } from './people.words.ts';
import { PhotoChooser } from './photo-chooser.tsx';
import { AboutField, HoursField, LanguagesField, OfficeDaysField, WordsField } from './profile-fields.tsx';

const FIELDS = [
  'title',
  'about',
  'talents',
  'passions',
  'askMeAbout',
  'interests',
  'languages',
  'hours',
  'officeDays',
  'shows',
] as const;
type Editable = Pick<MyProfile, (typeof FIELDS)[number]>;

const editable = (profile: MyProfile): Editable => {
  const { title, about, talents, passions, askMeAbout, interests, languages, hours, officeDays, shows } = profile;
  return { title, about, talents, passions, askMeAbout, interests, languages, hours, officeDays, shows };
};

const keep = (profile: MyProfile) => {
  queryClient.setQueryData(api.people.mine.queryKey(), profile);
  void invalidate(api.people.get.key());
};

function useSaving() {
  const t = useTranslation(en);
  const undo = useMutation(
    api.people.saveProfile.mutationOptions({
      onSuccess: (profile) => {
        keep(profile);
        say(t('profile.undone'));
      },
    }),
  );
  const save = useMutation(api.people.saveProfile.mutationOptions({ onSuccess: keep }));
  const saveFrom = (before: MyProfile, after: MyProfile, onSaved: () => void) =>
    save.mutate(editable(after), {
      onSuccess: () => {
        onSaved();
        offerUndo({
          message: t('profile.saved'),
          undo: t('profile.undo'),
          onUndo: () => undo.mutate(editable(before), { onSuccess: onSaved }),
        });
      },
    });
  return { save: saveFrom, isSaving: save.isPending || undo.isPending, error: save.error ?? undo.error };
}

function AboutMe({ saved }: { saved: MyProfile }) {
  const t = useTranslation(en);
  const draft = useDraft('profile', editable(saved));
  const { save, isSaving, error } = useSaving();
  const profile = { ...saved, ...draft.value };
  const field = {
    profile,
    onChange: (change: Partial<MyProfile>) => draft.set(editable({ ...profile, ...change })),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(saved, profile, draft.clear);
      }}
    >
      <Card label={t('profile.yours')}>
        <p className="loam-muted profile-lead">{t('profile.yours-lead')}</p>
        <div className="loam-rows">
          <div className="profile-field">
            <TextInput
              label={t('profile.role')}
              description={t('profile.role-hint')}
              maxLength={120}
              value={profile.title}
              onChange={(event) => field.onChange({ title: event.currentTarget.value })}
            />
            <Audience who="everyone">{t('profile.everyone')}</Audience>
          </div>
          <AboutField {...field} />
          <WordsField {...field} field="talents" />
          <WordsField {...field} field="passions" />
          <WordsField {...field} field="askMeAbout" />
          <WordsField {...field} field="interests" />
          <LanguagesField {...field} />
          <HoursField {...field} />
          <OfficeDaysField {...field} />
        </div>
      </Card>
      {draft.isKept || error ? (
        <div className="profile-save">
          <Problem error={error} />
          <Button variant="plain" onClick={draft.clear}>
            {t('profile.discard')}
          </Button>
          <Button type="submit" variant="filled" loading={isSaving}>
            {t('profile.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function Usual({ saved }: { saved: MyProfile }) {
  const t = useTranslation(en);
  const save = useMutation(api.people.saveSettings.mutationOptions({ onSuccess: keep }));
  const language = currentLanguage();
  const setLanguage = (value: string | null) => {
    if (value !== 'en' && value !== 'de') return;
    save.mutate(
      { language: value },
      {
        onSuccess: async () => {
          await forgetMe();
          if (value !== language) chooseLanguage(value);
        },
      },
    );
  };
  const setZone = (timezone: string | null) =>
    save.mutate({ timezone }, { onSuccess: () => say(t('profile.zone-saved')) });
  return (
    <Card label={t('profile.usual')}>
      <Stack mt="xs">
        <Select
          label={t('profile.language')}
          data={LANGUAGE_CHOICES}
          allowDeselect={false}
          value={language}
          onChange={setLanguage}
        />
        <Select
          label={t('profile.timezone')}
          description={t('profile.timezone-hint')}
          placeholder={t('profile.timezone-usual', { zone: saved.usualTimezone })}
          data={Intl.supportedValuesOf('timeZone')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('people.clear') }}
          limit={60}
          value={saved.timezone}
          onChange={setZone}
        />
        <Problem error={save.error} />
      </Stack>
    </Card>
  );
}

/** My face, my words, and what of them I show. */
export function ProfileCards() {
  const mine = useQuery(api.people.mine.queryOptions());
  return (
    <Answered query={mine} height={480}>
      {(saved) => (
        <Stack gap={20}>
          <PhotoChooser />
          <EntryCard />
          <AboutMe saved={saved} />
          <Usual saved={saved} />
        </Stack>
      )}
    </Answered>
  );
}
