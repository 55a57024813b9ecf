import type { ReactNode } from 'react';
import { Announcer } from '@/components/ui/announcer';
import { ClockProvider } from '@/components/ui/clock';
import { ToastProvider } from '@/components/ui/toast';
import { TooltipProvider } from '@/components/ui/tooltip';
import { ThemeProvider } from './theme-provider';

export interface AppProvidersProps {
  /** Instant of the server, in milliseconds. */
  now: number;
  children: ReactNode;
}

/** What every screen needs around it: colours, time, messages, spoken words. */
export function AppProviders({ now, children }: AppProvidersProps) {
  return (
    <ThemeProvider>
      <ClockProvider now={now}>
        <TooltipProvider>
          <ToastProvider>
            {children}
            <Announcer />
          </ToastProvider>
        </TooltipProvider>
      </ClockProvider>
    </ThemeProvider>
  );
}
