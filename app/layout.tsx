import '@fontsource-variable/geist';
import '@fontsource-variable/geist-mono';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/navigation/app-providers';

export const metadata: Metadata = {
  title: { default: 'Leadgrid', template: '%s · Leadgrid' },
  description: 'Lead scoring by fit and intent, explained to the last point.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f0f11' },
  ],
};

function readServerClock(): number {
  return Date.now();
}

/** The document: fonts, colours and what every screen needs around it. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme is written on the element before React starts.
    <html lang="en" suppressHydrationWarning>
      <body>
        <AppProviders now={readServerClock()}>{children}</AppProviders>
      </body>
    </html>
  );
}
