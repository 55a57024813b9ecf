'use client';

import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { TierBadge } from '@/components/scores/tier-badge';
import { onRequest } from '@/components/ui/shell-requests';
import { EVERYWHERE, useShortcut } from '@/components/ui/use-shortcut';
import { filterScreens } from './search-results';
import { useSearch, type SearchState } from './use-search';

export interface CommandPaletteProps {
  /** Screens this person may open. */
  screens: readonly { href: string; label: string }[];
}

/** Search over leads, companies and screens; opens on ⌘K or Ctrl K. */
export function CommandPalette({ screens }: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  useShortcut('mod+k', 'Search', () => setOpen((before) => !before), { group: EVERYWHERE });
  useShortcut('/', 'Search', () => setOpen(true), { group: EVERYWHERE });
  useEffect(() => onRequest('search', () => setOpen(true)), []);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-[560px] -translate-x-1/2 overflow-hidden rounded-card border border-line-strong bg-raise"
        >
          <Radix.Title className="sr-only">Search</Radix.Title>
          <SearchBox screens={screens} onDone={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SearchBox({ screens, onDone }: CommandPaletteProps & { onDone: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const { results, state } = useSearch(query);
  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  return (
    <Command shouldFilter={false} label="Search" loop>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder="Search leads, companies and screens"
        className="h-11 w-full border-b border-line bg-transparent px-4 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[56vh] overflow-y-auto p-1" label="Results">
        <SearchMessage state={state} query={query} />
        <ResultGroup heading="Leads">
          {results.leads.map((lead) => (
            <ResultRow key={lead.id} value={`lead ${lead.id}`} onSelect={() => go(`/leads/${lead.id}`)}>
              {lead.tier ? <TierBadge tier={lead.tier} size="sm" /> : null}
              <span className="truncate font-strong">{lead.name}</span>
              <span className="truncate text-soft">{lead.company}</span>
            </ResultRow>
          ))}
        </ResultGroup>
        <ResultGroup heading="Companies">
          {results.companies.map((company) => (
            <ResultRow
              key={company.id}
              value={`company ${company.id}`}
              onSelect={() => go(`/leads?company=${company.id}`)}
            >
              <span className="truncate">{company.name}</span>
            </ResultRow>
          ))}
        </ResultGroup>
        <ResultGroup heading="Screens">
          {filterScreens(screens, query).map((screen) => (
            <ResultRow key={screen.href} value={`screen ${screen.href}`} onSelect={() => go(screen.href)}>
              {screen.label}
            </ResultRow>
          ))}
        </ResultGroup>
      </Command.List>
    </Command>
  );
}

function SearchMessage({ state, query }: { state: SearchState['state']; query: string }) {
  const words = {
    idle: '',
    pending: 'Searching',
    done: '',
    failed: 'The search did not answer. Type on to try again.',
  }[state];
  return (
    <>
      {words ? (
        <div role="status" className="px-3 py-2 text-xs text-soft">
          {words}
        </div>
      ) : null}
      {state === 'pending' ? null : (
        <Command.Empty className="px-3 py-2 text-xs text-soft">
          Nothing found for “{query.trim()}”.
        </Command.Empty>
      )}
    </>
  );
}

function ResultGroup({ heading, children }: { heading: string; children: ReactNode[] | ReactNode }) {
  if (Array.isArray(children) && children.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

interface ResultRowProps {
  value: string;
  onSelect: () => void;
  children: ReactNode;
}

function ResultRow({ value, onSelect, children }: ResultRowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-8 cursor-pointer items-center gap-2 rounded px-3 data-[selected=true]:bg-text/7"
    >
      {children}
    </Command.Item>
  );
}
