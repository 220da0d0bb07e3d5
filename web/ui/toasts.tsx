import { type FocusEvent, useEffect, useState, useSyncExternalStore } from 'react';

interface Toast {
  id: number;
  message: string;
  undo?: { words: string; onUndo(): void };
  /** How long it stays while nobody points at it. */
  lasts: number;
}

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const hide = (id: number) => change(shown.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, 'id'>): void {
  last += 1;
  change([...shown.slice(-2), { ...toast, id: last }]);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that something is done, on screen and to those who listen. */
export const say = (message: string): void => show({ message, lasts: 8_000 });

interface Undoable {
  message: string;
  undo: string;
  onUndo(): void;
  /** In milliseconds; as long as taking it back is possible. */
  lasts?: number;
}

/** Says that something is done, and offers to take it back. */
export function offerUndo({ message, undo, onUndo, lasts = 20_000 }: Undoable): void {
  show({ message, undo: { words: undo, onUndo }, lasts });
}

/** Where short messages appear: the one place that a screen reader listens to. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="loam-toasts" aria-live="polite">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast: { id, message, undo, lasts } }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => hide(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts, isHeld]);
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever is reading it is given the time
    <div
      className="loam-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Escape' && hide(id)}
    >
      <span>{message}</span>
      {undo ? (
        <button
          type="button"
          data-undo
          onClick={() => {
            hide(id);
            undo.onUndo();
          }}
        >
          {undo.words}
        </button>
      ) : null}
    </div>
  );
}
