import { notifications, useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const ToastList = lazy(async () => ({ default: (await import('./toast-list.tsx')).ToastList }));

/** Where short messages appear; their code is loaded with the first one. */
export function Toasts() {
  const hasAny = useNotifications().notifications.length > 0;
  const [isNeeded, setNeeded] = useState(hasAny);
  if (hasAny && !isNeeded) setNeeded(true);
  if (!isNeeded) return null;
  return (
    <Suspense>
      <ToastList />
    </Suspense>
  );
}

/** Says that something is done, and offers to take it back. */
export function offerUndo({ message, undo, onUndo }: { message: string; undo: string; onUndo(): void }): void {
  const id = notifications.show({
    message: (
      <span className="loam-undo">
        {message}
        <button
          type="button"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </button>
      </span>
    ),
  });
}
