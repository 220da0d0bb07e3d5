/** After the first view: its own requests, and what somebody presses at once, go first. */
const SETTLED_MS = 4000;

/** Whether this device asked that nothing be loaded that nobody asked for. */
function savesData(): boolean {
  const line: unknown = Reflect.get(navigator, 'connection');
  return typeof line === 'object' && line !== null && Reflect.get(line, 'saveData') === true;
}

/** Does `load` once the page has settled and has nothing else to do, never where data is saved; the answer calls it off. */
export function whenQuiet(load: () => unknown): () => void {
  if (savesData()) return () => undefined;
  const timer = setTimeout(() => {
    // One browser does not know idle times.
    if ('requestIdleCallback' in window) requestIdleCallback(() => load());
    else load();
  }, SETTLED_MS);
  return () => clearTimeout(timer);
}
