import type { ReactNode } from 'react';
import { Logo } from '@/components/navigation/logo';

/** The frame of the pages before one is signed in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-start justify-center px-4 pt-[16vh] pb-8">
      <div className="flex w-full max-w-80 flex-col gap-5">
        <div className="flex items-center gap-2 font-semibold">
          <Logo />
          Leadgrid
        </div>
        {children}
      </div>
    </main>
  );
}
