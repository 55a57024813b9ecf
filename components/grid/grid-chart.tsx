'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { ScoreGridChart } from '@/components/charts/score-grid-chart';
import type { ScoreGridInput } from '@/components/charts/score-grid-types';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { GridFilter } from '@/lib/grid/schema';
import { gridAddress } from './grid-address';

export interface GridChartProps extends Omit<ScoreGridInput, 'xName' | 'yName' | 'unit'> {
  filter: GridFilter;
  /** Whether anything is chosen, drawn or not. */
  chosen: boolean;
  /** Addresses of the grid with a quadrant chosen, by the quadrant's key. */
  quadrantHrefs: Readonly<Record<string, string>>;
}

/** Fit against intent; what is chosen goes into the address, and the page lists it. */
export function GridChart({ filter, chosen, quadrantHrefs, ...input }: GridChartProps) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const show = (href: string) => startTransition(() => router.push(href, { scroll: false }));
  useShortcut('Escape', 'Clear what is chosen', () => show(gridAddress(filter)), {
    enabled: chosen,
  });
  return (
    <div aria-busy={busy} className="flex min-w-0 grow flex-col p-3 pr-4 aria-busy:opacity-70 max-sm:pl-1">
      <ScoreGridChart
        {...input}
        xName="Fit"
        xNote="who they are"
        yName="Intent"
        unit={['lead', 'leads']}
        quadrantHref={(key) => quadrantHrefs[key] ?? gridAddress(filter)}
        onSelect={({ fromX, toX, fromY, toY }) =>
          show(
            gridAddress(filter, {
              kind: 'range',
              fit: { low: fromX, high: toX },
              intent: { low: fromY, high: toY },
            }),
          )
        }
        onSelectPoint={(id) => router.push(`/leads/${id}`)}
        className="grow"
      />
    </div>
  );
}
