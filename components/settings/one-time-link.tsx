'use client';

import { CopyField } from '@/components/ui/copy-field';

export interface OneTimeLinkProps {
  /** Path of this site, with its token. */
  path: string;
  /** How long it works and what it does. */
  hint: string;
}

/** A link that is shown this once, to be copied. */
export function OneTimeLink({ path, hint }: OneTimeLinkProps) {
  const link = new URL(path, window.location.origin).href;
  return <CopyField label="One-time link" hint={hint} value={link} noun="Link" />;
}
