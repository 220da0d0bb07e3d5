import { Modal } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import type { DialogProps } from './dialog.tsx';

/** Apart from `dialog.tsx`, so that it can be loaded later. */
export function DialogWindow({ opened, title, onClose, children }: DialogProps) {
  const [isShown, setShown] = useState(false);
  // Opening after mounting lets the window note which button to give the focus back to.
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal opened={isShown} onClose={onClose} title={title}>
      <Suspense>{children}</Suspense>
    </Modal>
  );
}
