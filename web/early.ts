// Runs before anything is painted: the colours and the language that were chosen on this device.
{
  const page = document.documentElement;
  const scheme = localStorage.getItem('mantine-color-scheme-value');
  if (scheme === 'light' || scheme === 'dark') page.setAttribute('data-mantine-color-scheme', scheme);
  const language = localStorage.getItem('loam.language') ?? navigator.language.slice(0, 2);
  const words = document.querySelector<HTMLScriptElement>('script[data-german]')?.dataset.german;
  if (language === 'de' && words) {
    page.lang = 'de';
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: words, crossOrigin: 'anonymous' });
    document.head.append(link);
  }
}
