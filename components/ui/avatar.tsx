import { clsx } from 'clsx';
import { formatInitials } from './format';

export interface AvatarProps {
  name: string;
  /** 20 px in rows, 28 px alone. */
  size?: 'sm' | 'md';
  /** The name stands beside it, so it is not read twice. */
  decorative?: boolean;
}

/** The initials of a person in a circle. */
export function Avatar({ name, size = 'sm', decorative = false }: AvatarProps) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      title={decorative ? undefined : name}
      className={clsx(
        'inline-grid shrink-0 place-items-center rounded-full bg-tier-c-soft font-semibold text-soft',
        size === 'sm' ? 'size-5 text-[10px]' : 'size-7 text-xs',
      )}
    >
      {formatInitials(name)}
    </span>
  );
}
