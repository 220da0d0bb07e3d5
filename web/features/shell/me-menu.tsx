import { Menu, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '#contract/session.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { chooseLanguage, currentLanguage, useWords } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import { en } from './shell.words.ts';

/** My face; behind it profile, settings, language, colours and the way out. */
export function MeMenu({ me, withName = false }: { me: Me; withName?: boolean }) {
  const t = useWords(en);
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useMutation(
    api.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ to: '/sign-in' });
      },
    }),
  );
  const { person } = me;
  if (!person) return null;
  const isDark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Menu position="top-start" width={230} radius={14} shadow="md">
      <Menu.Target>
        <button type="button" className="loam-me" aria-label={t('shell.menu', { name: person.name })}>
          <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={36} />
          {withName ? person.name : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate({ to: '/people/$personId', params: { personId: person.id } })}>{t('shell.profile')}</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/settings' })}>{t('shell.settings')}</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/organisation' })}>{t('shell.organisation')}</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/trust' })}>{t('shell.trust')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>{t(isDark ? 'shell.light' : 'shell.dark')}</Menu.Item>
        <Menu.Item onClick={() => chooseLanguage(currentLanguage() === 'de' ? 'en' : 'de')}>{t('shell.language')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate({})}>{t('shell.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
