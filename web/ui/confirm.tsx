import { Button, type ButtonProps, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';

interface ConfirmProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  cancel: string;
  /** Where given, this must be typed first. */
  typed?: { label: string; text: string };
  onConfirm(): void;
  onClose(): void;
}

/** Asks once more before something that cannot be undone. */
export function Confirm({ opened, title, children, confirm, cancel, typed, onConfirm, onClose }: ConfirmProps) {
  const [text, setText] = useState('');
  const close = () => {
    // Typed once is not typed the next time.
    setText('');
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={title}>
      <Stack>
        <div>{children}</div>
        {typed ? (
          <TextInput
            label={typed.label}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="plain" onClick={close}>
            {cancel}
          </Button>
          <Button variant="filled" disabled={typed !== undefined && text.trim() !== typed.text} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface AskedPressProps extends Omit<ConfirmProps, 'opened' | 'onClose' | 'confirm'> {
  /** What the button says. */
  press: string;
  /** What the second button says, where it is more. */
  confirm?: string;
  button?: ButtonProps & { 'aria-label'?: string };
  isPending: boolean;
}

/** A button that asks once more before it does what it says. */
export function AskedPress({ press, button, isPending, onConfirm, ...asked }: AskedPressProps) {
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button {...button} loading={isPending} onClick={() => setAsking(true)}>
        {press}
      </Button>
      <Confirm confirm={press} {...asked} opened={isAsking} onConfirm={confirm} onClose={close} />
    </>
  );
}
