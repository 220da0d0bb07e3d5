import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { UnitChoice } from '#web/features/people/people.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './invitations.words.ts';

const NOBODY = { name: '', email: '', unitId: '' };

/** Adds somebody by hand, who is told nothing. */
export function AddPerson({ onAdded }: { onAdded(): unknown }) {
  const t = useTranslation(en);
  const form = useForm({ initialValues: NOBODY });
  const add = useMutation(
    api.directory.addPerson.mutationOptions({
      onSuccess: (_, { name }) => {
        say(t('invitations.done-add', { name }));
        // The next one often comes into the same unit.
        form.setValues({ name: '', email: '' });
        return onAdded();
      },
    }),
  );
  const submit = form.onSubmit(({ name, email, unitId }) =>
    add.mutate({ name: name.trim(), email: email.trim(), ...(unitId ? { unitId } : {}) }),
  );
  return (
    <Section title={t('invitations.add')} lead={t('invitations.add-lead')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('invitations.name')}
            required
            withAsterisk={false}
            maxLength={120}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('invitations.email')}
            type="email"
            required
            withAsterisk={false}
            maxLength={254}
            {...form.getInputProps('email')}
          />
          <UnitChoice value={form.values.unitId} onChange={(unitId) => form.setFieldValue('unitId', unitId)} />
          <Problem error={add.error} />
          <div>
            <Button type="submit" loading={add.isPending}>
              {t('invitations.do-add')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
