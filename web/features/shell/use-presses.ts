import { useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, queryClient } from '#web/platform/api.ts';
import { forgetDrafts } from '#web/platform/draft.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { say } from '#web/ui/toasts.tsx';

/** Signs out; nothing of the person stays in this tab. */
export function useSignOut(): () => void {
  const router = useRouter();
  const words = useErrorMessage();
  const { mutate } = useMutation(
    api.session.signOut.mutationOptions({
      onSuccess: async () => {
        forgetDrafts();
        queryClient.clear();
        // The guard of the routes knows where somebody signed out belongs.
        await router.invalidate();
      },
      // The menu has closed: nothing else could say that the session goes on.
      onError: (error) => say(words(error)),
    }),
  );
  return () => mutate({});
}

/** Whether colours are dark now, and the other way. */
export function useIsDark(): { isDark: boolean; turn(): void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return { isDark, turn: () => setColorScheme(isDark ? 'light' : 'dark') };
}
