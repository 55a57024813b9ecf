'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The title is for screen readers only. */
  hideTitle?: boolean;
  side?: 'left' | 'right';
  /** Pixels, at most; the screen's own width less 48 px bounds it too. */
  width?: number;
  children: ReactNode;
  className?: string;
}

/** A modal panel from the edge of the screen. */
export function Sheet({
  open,
  onOpenChange,
  title,
  hideTitle,
  side = 'right',
  width = 432,
  children,
  className,
}: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          style={{ maxWidth: width }}
          className={clsx(
            'fixed inset-y-0 z-50 flex w-[calc(100vw-48px)] flex-col bg-bg',
            side === 'left' ? 'left-0 border-r' : 'right-0 border-l',
            className,
          )}
        >
          <Radix.Close asChild>
            <Button variant="quiet" iconOnly aria-label="Close" className="absolute top-2.5 right-2.5">
              <X size={16} aria-hidden />
            </Button>
          </Radix.Close>
          <Radix.Title className={hideTitle ? 'sr-only' : 'px-4 py-3.5 text-base font-semibold'}>
            {title}
          </Radix.Title>
          <div className="min-h-0 grow overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
