'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Button } from './button';

export interface ToastMessage {
  /** What happened: "Snoozed until Monday". */
  title: string;
  description?: string;
  tone?: 'neutral' | 'good' | 'bad';
  /** A way back, such as Undo. */
  action?: { label: string; onSelect: () => void };
  /** How long it stays, in milliseconds (default 6,000; 10,000 with an action). Hover and focus hold it. */
  duration?: number;
}

type Shown = ToastMessage & { id: number };

const Show = createContext<(message: ToastMessage) => void>(() => undefined);

/** Gives back a function that shows a message at the foot of the screen. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(Show);
}

/** Holds the messages; stands once, in the root layout. Screen readers hear each message; F8 moves to the newest. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <Show value={show}>
      <Radix.Provider label="Message" swipeDirection="right">
        {children}
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
        ))}
        <Radix.Viewport
          label="Messages ({hotkey})"
          className="fixed left-1/2 z-60 flex w-90 max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col gap-2 max-md:top-3 md:bottom-4"
        />
      </Radix.Provider>
    </Show>
  );
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: () => void }) {
  const { title, description, tone = 'neutral', action, duration = action ? 10_000 : 6_000 } = toast;
  return (
    <Radix.Root
      duration={duration}
      type={tone === 'bad' ? 'foreground' : 'background'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={clsx(
        'flex items-start gap-2 rounded border bg-raise py-2 pr-1.5 pl-3',
        tone === 'bad' ? 'border-bad' : tone === 'good' ? 'border-good' : 'border-line-strong',
      )}
    >
      <div className="min-w-0 grow py-1">
        <Radix.Title className={clsx('font-medium', tone === 'bad' && 'text-bad')}>{title}</Radix.Title>
        {description ? (
          <Radix.Description className="text-xs text-soft">{description}</Radix.Description>
        ) : null}
      </div>
      {action ? (
        <Radix.Action asChild altText={action.label} onClick={action.onSelect}>
          <Button>{action.label}</Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <Button variant="quiet" iconOnly aria-label="Dismiss">
          <X size={14} aria-hidden />
        </Button>
      </Radix.Close>
    </Radix.Root>
  );
}
