import type { ReactNode } from 'react';

export interface SettingsSectionProps {
  title: string;
  /** What stands here, in a sentence. */
  note?: ReactNode;
  children: ReactNode;
}

/** A heading, a sentence and a full-width table or form below. */
export function SettingsSection({ title, note, children }: SettingsSectionProps) {
  return (
    <section aria-label={title} className="pb-6">
      <header className="flex flex-wrap items-baseline gap-x-2 px-4 pt-5 pb-2 max-md:px-3">
        <h2>{title}</h2>
        {note ? <p className="text-xs text-soft">{note}</p> : null}
      </header>
      {children}
    </section>
  );
}
