'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import type { ReactNode } from 'react';

export interface ThemeProviderProps {
  /** Of the content security policy, when one is in force. */
  nonce?: string;
  children: ReactNode;
}

/** Sets data-theme before the first paint: the viewer's choice, else the system's. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </NextThemes>
  );
}
