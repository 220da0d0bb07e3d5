import './platform/trusted-types.ts';
import '@fontsource-variable/fraunces/wght.css';
import '@fontsource-variable/inter/wght.css';
import 'virtual:mantine.css';
import './ui/stand-ins.css';
import './ui/styles.css';
import './ui/library.css';
import './ui/contrast.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { en } from './features/shell/shell.words.ts';
import { queryClient } from './platform/api.ts';
import { activateLanguage, preferredLanguage } from './platform/words.ts';
import { router } from './routes.tsx';
import { keepFocus } from './ui/focus.ts';
import { resolveVariables, themeWith } from './ui/theme.ts';
import { Toasts } from './ui/toasts.tsx';

async function start(place: HTMLElement): Promise<void> {
  // Only German readers load it.
  await activateLanguage(preferredLanguage(), () => import('./german.ts'));
  const theme = themeWith({ close: i18n._('shell.close', {}, { message: en['shell.close'] }) });
  // Until the first page can be shown, the frame of index.html stands.
  await router.load();
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
          <QueryClientProvider client={queryClient}>
            <Toasts />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

keepFocus();
// Not awaited here: pages loaded meanwhile import this file's bundle, and would wait for it.
const place = document.getElementById('root');
if (place) void start(place);
