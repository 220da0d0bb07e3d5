import { useTranslation } from '#web/platform/words.ts';
import { en } from './delivery.words.ts';

/** Why a mail server did not take a message, in words. */
export function useMailReason(): (reason: string) => string {
  const t = useTranslation(en);
  const isKey = (key: string): key is keyof typeof en => key in en;
  return (reason) => {
    const key = `delivery.why-${reason}`;
    return t(isKey(key) ? key : 'delivery.why-refused');
  };
}
