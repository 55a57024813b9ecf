'use client';

import { useId, useState, useTransition, type ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Input } from './input';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "Erase 3 leads?" */
  title: string;
  /** What will happen, with the count, and whether it can be undone. */
  children: ReactNode;
  /** The deed as a verb with its count: "Erase 3 leads". */
  confirmLabel: string;
  cancelLabel?: string;
  /** Danger draws the deed in red. */
  tone?: 'danger' | 'primary';
  /** Word that must be typed first, for what cannot be undone. */
  typeToConfirm?: string;
  /** Does it; the dialog waits, closes when true or nothing comes back, and stays open on false. */
  onConfirm: () => Promise<boolean | void> | boolean | void;
}

/** Asks before something is destroyed: says what will happen, with the count. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, typeToConfirm, cancelLabel = 'Cancel' } = props;
  const [typed, setTyped] = useState('');
  const [pending, startTransition] = useTransition();
  const id = useId();
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const close = (next: boolean) => {
    setTyped('');
    onOpenChange(next);
  };
  const confirm = () =>
    startTransition(async () => {
      const done = await props.onConfirm();
      if (done !== false) close(false);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={title}
      footer={
        <>
          <Button onClick={() => close(false)}>{cancelLabel}</Button>
          <Button
            variant={props.tone === 'primary' ? 'primary' : 'danger'}
            busy={pending}
            disabled={!ready}
            onClick={confirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-soft">{children}</div>
      {typeToConfirm === undefined ? null : (
        <div className="mt-3">
          <label htmlFor={id} className="mb-1 block text-xs">
            Type <strong className="font-semibold">{typeToConfirm}</strong> to confirm
          </label>
          <Input
            id={id}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
    </Dialog>
  );
}
