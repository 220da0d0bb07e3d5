import { Notifications } from '@mantine/notifications';

/** Apart from `toasts.tsx`, so that it can be loaded later. */
export function ToastList() {
  return <Notifications position="bottom-center" autoClose={8000} />;
}
