import { Box, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './delivery.words.ts';
import { MailNotice } from './mail-notice.tsx';

const refresh = () => invalidate(api.delivery.key());

/** Whether email comes to me, and which messages may have got lost. */
export function MyMailCard() {
  const t = useTranslation(en);
  const mine = useQuery(api.delivery.mine.queryOptions());
  const choose = useMutation(api.delivery.choose.mutationOptions({ onSuccess: refresh }));
  return (
    <Answered query={mine} height={160}>
      {({ mail, uncertain }) => (
        <Card>
          <h2>{t('delivery.title')}</h2>
          <p className="loam-measure">{t('delivery.lead')}</p>
          <MailNotice />
          <Switch
            label={t('delivery.switch')}
            checked={mail === 'on'}
            disabled={choose.isPending}
            onChange={(event) => choose.mutate({ mail: event.currentTarget.checked ? 'on' : 'off' })}
          />
          <Problem error={choose.error} />
          {uncertain.length > 0 ? (
            <>
              <p className="loam-measure">{t('delivery.uncertain')}</p>
              <Box component="ul" className="loam-rows loam-list" my="md">
                {uncertain.map(({ id, subject, writtenAt, may }) => (
                  <Box component="li" key={id} py={8}>
                    {subject}{' '}
                    <span className="loam-muted">
                      · {formatTime(writtenAt)} · {t(`delivery.${may}`)}
                    </span>
                  </Box>
                ))}
              </Box>
            </>
          ) : null}
        </Card>
      )}
    </Answered>
  );
}
