'use client';

import { useEffect, useState, type ReactNode } from 'react';

/** After so many seconds it is said for how long one has waited. */
const LONG = 3;

/** What is being gathered, and for how long already. */
export function GatheringNote({ children }: { children: ReactNode }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="text-xs text-soft">
      {children}
      {seconds >= LONG ? <span aria-hidden> {seconds} s so far.</span> : null}
    </p>
  );
}
