import { deviceTimezone } from '#web/platform/dates.ts';
import type { Form } from '#web/platform/form.ts';
import './workspace.css';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { errorCode } from '#web/platform/errors.ts';
import { useDraftForm } from '#web/platform/form.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import type { OrganisationFacts } from './facts.ts';
import { OrganisationFields } from './organisation-fields.tsx';
import { en } from './workspace.words.ts';

const firstFacts = (): OrganisationFacts => ({
  name: '',
  purpose: '',
  timezone: deviceTimezone(),
  language: currentLanguage(),
});

type You = {
  name: string;
  email: string;
};

function YourFields({ form }: { form: Form<You> }) {
  const t = useTranslation(en);
  return (
    <>
      <TextInput
        label={t('workspace.your-name')}
        required
        withAsterisk={false}
        maxLength={120}
        autoComplete="name"
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('workspace.your-email')}
        description={t('workspace.your-email-hint')}
        required
        withAsterisk={false}
        type="email"
        maxLength={254}
        autoComplete="email"
        {...form.getInputProps('email')}
      />
    </>
  );
}

/** Three short steps, once in the life of an organisation. */
export function SetupPage() {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const codeField = useRef<HTMLInputElement>(null);
  const { value: facts, set: setFacts } = useDraft('setup', firstFacts());
  const { form: you } = useDraftForm<You>('setup-you', { name: '', email: '' });
  const setUp = useMutation(
    api.workspace.setUp.mutationOptions({
      onSuccess: async () => {
        await forgetMe();
        await navigate({ to: '/' });
      },
    }),
  );
  const isCodeWrong = setUp.error !== null && errorCode(setUp.error) === 'workspace.wrong-code';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, email } = you.values;
    setUp.mutate({ ...facts, code: code.trim(), steward: { name: name.trim(), email: email.trim() } });
  };
  return (
    <PublicPage title={t('workspace.setup')} lead={t('workspace.setup-lead')}>
      <form onSubmit={submit}>
        <fieldset className="workspace-part">
          <legend>{t('workspace.step-code')}</legend>
          <TextInput
            label={t('workspace.code')}
            description={t('workspace.code-hint')}
            required
            withAsterisk={false}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            ref={codeField}
            value={code}
            error={isCodeWrong}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </fieldset>
        <fieldset className="workspace-part">
          <legend>{t('workspace.step-organisation')}</legend>
          <OrganisationFields facts={facts} onChange={(change) => setFacts({ ...facts, ...change })} />
        </fieldset>
        <fieldset className="workspace-part">
          <legend>{t('workspace.step-you')}</legend>
          <YourFields form={you} />
        </fieldset>
        <Problem error={setUp.error}>
          {isCodeWrong ? (
            <Button variant="plain" size="compact-md" onClick={() => codeField.current?.select()}>
              {t('workspace.to-code')}
            </Button>
          ) : null}
        </Problem>
        <Group gap={24}>
          <Button type="submit" variant="filled" size="lg" loading={setUp.isPending}>
            {t('workspace.begin')}
          </Button>
          <span className="loam-muted">
            {t('workspace.have-one')} <Link to="/sign-in">{t('workspace.sign-in')}</Link>
          </span>
        </Group>
      </form>
    </PublicPage>
  );
}
