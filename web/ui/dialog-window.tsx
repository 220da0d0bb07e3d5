import { Modal } from '@mantine/core';
import { type ReactNode, Suspense, useEffect, useState } from 'react';

export interface DialogProps {
  opened: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
}

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
