import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** A bordered box. Compose with CardHeader, CardBody and CardFooter. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      {...rest}
      className={clsx('flex min-w-0 flex-col rounded-card border border-line bg-raise', className)}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  /** Quiet words behind the title: what is counted, since when. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
  id?: string;
}

/** Title of a card, with its actions at the end. */
export function CardHeader({ title, note, actions, level = 2, id }: CardHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-2 border-b border-line px-3 py-1.5">
      <div className="flex min-w-[min(100%,12rem)] flex-1 flex-wrap items-baseline gap-x-2">
        <Heading id={id} className="text-sm font-semibold text-text">
          {title}
        </Heading>
        {note ? <span className="min-w-0 text-xs text-faint">{note}</span> : null}
      </div>
      {actions ? <span className="ml-auto flex items-center gap-1.5">{actions}</span> : null}
    </header>
  );
}

/** Content of a card; flush leaves out the padding, for tables. */
export function CardBody({ flush = false, className, ...rest }: ComponentProps<'div'> & { flush?: boolean }) {
  return <div {...rest} className={clsx('min-w-0 grow', !flush && 'p-3', className)} />;
}

/** Foot of a card: which rows are counted, and a link to them. */
export function CardFooter({ className, ...rest }: ComponentProps<'footer'>) {
  return (
    <footer
      {...rest}
      className={clsx(
        'flex items-baseline gap-3 border-t border-line px-3 py-2 text-xs text-soft [&>a]:border-b [&>a]:border-line-strong [&>a]:whitespace-nowrap [&>a]:text-text [&>a:first-of-type]:ml-auto',
        className,
      )}
    />
  );
}
