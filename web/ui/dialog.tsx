import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './dialog-window.tsx';

const DialogWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }));

/** A window above the page; its code is loaded when it opens for the first time. */
export function Dialog(props: DialogProps) {
  const [isNeeded, setNeeded] = useState(props.opened);
  if (props.opened && !isNeeded) setNeeded(true);
  return isNeeded ? (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  ) : null;
}
