'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';

/** How long typing must rest before the list follows, in milliseconds. */
const REST = 300;

export interface FilterSearchProps {
  label: string;
  /** What the list is narrowed to now. */
  value: string;
  /** The list's address with everything but what is typed. */
  action: string;
  /** The name of what is typed in the address. */
  name: string;
}

/** Narrows a list to what is typed; the words live in the address. */
export function FilterSearch({ label, value, action, name }: FilterSearchProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (text: string) => {
    const words = text.trim();
    const joint = action.includes('?') ? '&' : '?';
    const address = words === '' ? action : `${action}${joint}${name}=${encodeURIComponent(words)}`;
    startTransition(() => router.replace(address, { scroll: false }));
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(text), REST);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        go(typed);
      }}
      className="relative w-44 max-sm:w-full"
    >
      <Search aria-hidden size={12} className="absolute top-1.5 left-2 text-faint" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        aria-busy={pending}
        value={typed}
        maxLength={120}
        onChange={(event) => type(event.target.value)}
        className="h-6 w-full rounded-full border border-line-strong bg-raise pr-2 pl-6.5 text-xs placeholder:text-faint"
      />
    </form>
  );
}
