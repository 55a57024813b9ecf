'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Button } from './button';
import { readsAsTyping } from './use-shortcut';

export interface SidePanelProps {
  /** What the panel is about, for screen readers. */
  label: string;
  /** Called on Escape and by the close button; without it the panel stays. */
  onClose?: () => void;
  children: ReactNode;
  className?: string;
}

/**
 * The column at the end of a screen that shows the thing selected: beside the list from 1180 px, over it below.
 * Not modal: the list stays usable. Compose with PanelSection.
 */
export function SidePanel({ label, onClose, children, className }: SidePanelProps) {
  useEffect(() => {
    if (!onClose) return undefined;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !readsAsTyping(event.target)) onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);
  return (
    <aside
      aria-label={label}
      className={clsx(
        'flex min-h-0 shrink-0 flex-col overflow-y-auto border-l border-line bg-bg lg:w-panel',
        'max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:w-full max-lg:max-w-[432px] max-sm:border-l-0',
        className,
      )}
    >
      {onClose ? (
        <div className="flex shrink-0 justify-end px-3 pt-2 lg:hidden">
          <Button variant="quiet" iconOnly aria-label="Close" onClick={onClose}>
            <X size={16} aria-hidden />
          </Button>
        </div>
      ) : null}
      {children}
    </aside>
  );
}

export interface PanelSectionProps {
  title?: ReactNode;
  /** Quiet words at the end of the title's line. */
  note?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** One part of a panel or a page column, closed by a hairline. */
export function PanelSection({ title, note, children, className }: PanelSectionProps) {
  return (
    <section className={clsx('shrink-0 border-b border-line px-4 py-3.5 last:border-b-0', className)}>
      {title ? (
        <div className="mb-1.5 flex items-baseline gap-2">
          <h2>{title}</h2>
          {note ? <span className="ml-auto text-xs text-faint">{note}</span> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
