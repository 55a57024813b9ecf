'use client';

import { Search } from 'lucide-react';
import { Button } from './button';
import { Kbd } from './kbd';
import { askFor } from './shell-requests';
import { useMac } from './use-mac';

/** Looks like a search field and opens the search over everything; an icon alone on a phone. */
export function SearchButton() {
  const mac = useMac();
  const open = () => askFor('search');
  return (
    <>
      <button
        type="button"
        onClick={open}
        className="flex h-control w-55 items-center gap-2 rounded border border-line bg-raise px-2 text-faint hover:border-line-strong max-md:hidden"
      >
        Search
        <Kbd className="ml-auto">{mac ? '⌘K' : 'Ctrl K'}</Kbd>
      </button>
      <Button variant="quiet" iconOnly aria-label="Search" onClick={open} className="md:hidden">
        <Search size={16} aria-hidden />
      </Button>
    </>
  );
}
