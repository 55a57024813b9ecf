import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './kbd';

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

interface ButtonLook {
  /** Primary: the one thing to do. Danger: destroys. Quiet: without a border. */
  variant?: ButtonVariant;
  /** 24, 28 or 36 px high; lg is for thumbs. */
  size?: ButtonSize;
  /** Square, for an icon alone; then give an aria-label. */
  iconOnly?: boolean;
  /** Key shown behind the label; binding it is the caller's work (useShortcut). */
  shortcut?: string;
  children?: ReactNode;
}

const VARIANT: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:bg-accent/90',
  default: 'border-line-strong bg-raise text-text hover:bg-text/5',
  quiet: 'border-transparent bg-transparent text-soft hover:bg-text/5 hover:text-text',
  danger: 'border-line-strong bg-raise text-bad hover:border-bad hover:bg-bad-soft',
};

const SIZE: Record<ButtonSize, string> = {
  sm: 'h-6 text-xs',
  md: 'h-control text-sm',
  lg: 'h-9 text-sm',
};

const PADDING: Record<ButtonSize, string> = { sm: 'px-2', md: 'px-2.5', lg: 'px-3.5' };
const SQUARE: Record<ButtonSize, string> = { sm: 'w-6', md: 'w-7', lg: 'w-9' };

/** Classes of a button, for the rare element that must look like one (a file label, a summary). */
export function buttonClass({ variant = 'default', size = 'md', iconOnly = false }: ButtonLook): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    VARIANT[variant],
    SIZE[size],
    iconOnly ? SQUARE[size] : PADDING[size],
  );
}

function ButtonContent({ shortcut, variant, children }: ButtonLook) {
  return (
    <>
      {children}
      {shortcut ? <Kbd onAccent={variant === 'primary'}>{shortcut}</Kbd> : null}
    </>
  );
}

export interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'children'> {
  /** Work is under way: the button stays focusable, but answers no press. */
  busy?: boolean;
}

/** A button; type "button" unless told otherwise. */
export function Button(props: ButtonProps) {
  const { variant, size, iconOnly, shortcut, busy, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonClass({ variant, size, iconOnly }), className)}
    >
      <ButtonContent shortcut={shortcut} variant={variant}>
        {children}
      </ButtonContent>
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook, Omit<ComponentProps<typeof Link>, 'children'> {}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  variant,
  size,
  iconOnly,
  shortcut,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={clsx(buttonClass({ variant, size, iconOnly }), className)}>
      <ButtonContent shortcut={shortcut} variant={variant}>
        {children}
      </ButtonContent>
    </Link>
  );
}
