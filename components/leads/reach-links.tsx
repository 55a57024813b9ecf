'use client';

import { useContext } from 'react';
import { readReach } from '@/lib/leads/list-facts';
import { WorkContext } from './work-context';

/** The lead's address and numbers: each opens the program that writes or calls, and the dialog that logs it. */
export function ReachLinks({ lead }: { lead: Parameters<typeof readReach>[0] }) {
  const { begin, deeds } = useContext(WorkContext);
  const ways = readReach(lead);
  if (ways.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-xs">
      {ways.map(({ deed, value, href }) => (
        <li key={href} className="min-w-0">
          <a
            href={href}
            onClick={() => deeds.includes(deed) && begin(deed)}
            className="inline-block min-h-6 max-w-full truncate leading-6 text-accent hover:underline max-md:min-h-10 max-md:leading-10"
          >
            {value}
          </a>
        </li>
      ))}
    </ul>
  );
}
