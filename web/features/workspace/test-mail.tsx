import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMailReason } from '#web/features/delivery/delivery.tsx';
import { api, type client } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './workspace.words.ts';

type Answer = Awaited<ReturnType<typeof client.workspace.testMail>>;
type Mail = NonNullable<NonNullable<Parameters<typeof client.workspace.testMail>[0]>['mail']>;

/** How far a test came, in one or two sentences. */
function Result({ answer }: { answer: Answer }) {
  const t = useTranslation(en);
  const reasonWords = useMailReason();
  if (answer.outcome !== 'refused')
    return (
      <Alert color="leaf" role="status" mt="sm">
        {answer.outcome === 'sent'
          ? t('workspace.mail-test-sent', { address: answer.to })
          : t(answer.outcome === 'folder' ? 'workspace.mail-test-folder' : 'workspace.mail-test-kept')}
      </Alert>
    );
  const { stage, reason, reply } = answer;
  return (
    <Alert role="alert" mt="sm">
      {t(`workspace.mail-stage-${stage}`)} {reasonWords(reason)}
      {reply ? ` ${t('workspace.mail-test-reply', { reply })}` : null}
    </Alert>
  );
}

/** A test to my own address, by what the form shows; without a form by what holds. */
export function TestMail({ mail }: { mail?: Mail }) {
  const t = useTranslation(en);
  const test = useMutation(api.workspace.testMail.mutationOptions());
  const isWhole = mail === undefined || (mail.host !== '' && mail.from !== '' && mail.port > 0);
  return (
    <div>
      <Button disabled={!isWhole} loading={test.isPending} onClick={() => test.mutate(mail ? { mail } : {})}>
        {t(mail ? 'workspace.mail-test-form' : 'workspace.mail-test')}
      </Button>
      {test.data && !test.isPending ? <Result answer={test.data} /> : null}
      <Problem error={test.error} />
    </div>
  );
}
