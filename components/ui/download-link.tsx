import type { ReactNode } from 'react';
import { buttonClass } from './button';

/** A link that fetches a file, looking like a button. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={buttonClass({})}>
      {children}
    </a>
  );
}
