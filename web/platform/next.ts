/** Where to go after signing in; only paths of this place count. */
export function safeNext(next: string | undefined): string {
  // Browsers read '\' like '/' and skip tabs and line breaks.
  if (!next?.startsWith('/') || /^\/[/\\]|[\t\r\n]/.test(next)) return '/';
  return next;
}
