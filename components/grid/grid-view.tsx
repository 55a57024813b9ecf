import { EmptyState } from '@/components/ui/empty-state';
import { formatNumber } from '@/components/ui/format';
import { ButtonLink } from '@/components/ui/button';
import { PanelSection } from '@/components/ui/side-panel';
import type { GridFilter } from '@/lib/grid/schema';
import type { GridCounts, LeadPoint, Movement, Selection, SelectionSummary } from '@/lib/grid/types';
import { QUADRANTS } from '@/lib/leads/constants';
import type { Rubric } from '@/lib/scoring/types';
import { gridAddress, leadsAddress } from './grid-address';
import { GridChart } from './grid-chart';
import { GridFilters, type GridFiltersProps } from './grid-filters';
import { MovementTable } from './movement-table';
import {
  nameSelection,
  preparePoints,
  prepareQuadrants,
  prepareRegion,
  prepareSelected,
} from './prepare-grid';
import { SelectionPanel } from './selection-panel';

export interface GridViewProps {
  filter: GridFilter;
  selection: Selection | null;
  rubric: Rubric;
  counts: GridCounts;
  /** Null when there are too many for dots. */
  points: readonly LeadPoint[] | null;
  movement: Movement;
  summary: SelectionSummary | null;
  owners: GridFiltersProps['owners'];
  choices: GridFiltersProps['choices'];
}

/** The grid with its filters, and beside it what is chosen and who moved. */
export function GridView(props: GridViewProps) {
  const { filter, selection, rubric, counts, movement, summary, owners, choices } = props;
  return (
    <div className="grid min-h-0 grow content-start max-lg:overflow-y-auto lg:grid-cols-[minmax(0,1fr)_432px] lg:content-stretch">
      <div className="flex min-w-0 flex-col lg:min-h-0 lg:overflow-y-auto">
        <GridFilters
          owners={owners}
          choices={choices}
          filter={filter}
          selection={selection}
          tiers={rubric.tiers.map(({ name }) => name)}
        />
        {counts.total > 0 ? (
          <Chart {...props} />
        ) : (
          <EmptyState title="No such leads" actions={<ButtonLink href="/grid">Show all leads</ButtonLink>}>
            No lead is of this kind. Take a filter away to see more.
          </EmptyState>
        )}
      </div>
      <aside
        aria-label="Chosen leads and movement"
        className="min-w-0 border-line max-lg:border-t lg:min-h-0 lg:overflow-y-auto lg:border-l"
      >
        {selection && summary ? (
          <SelectionPanel
            name={nameSelection(selection)}
            summary={summary}
            total={counts.total}
            clearHref={gridAddress(filter)}
            allHref={leadsAddress(filter, selection)}
          />
        ) : (
          <PanelSection title="Leads">
            <p className="text-soft">
              Choose a quadrant, a cell, or draw a rectangle to list the leads in it.
            </p>
          </PanelSection>
        )}
        <PanelSection
          title="Moved this week"
          note={`${formatNumber(movement.crossed)} crossed a line, ${formatNumber(movement.added)} new`}
        >
          <MovementTable movement={movement} hrefOf={(move) => gridAddress(filter, { kind: 'move', move })} />
        </PanelSection>
      </aside>
    </div>
  );
}

function Chart({ filter, selection, rubric, counts, points, movement, summary }: GridViewProps) {
  return (
    <GridChart
      filter={filter}
      chosen={selection !== null}
      cutX={rubric.grid.fitCut}
      cutY={rubric.grid.intentCut}
      cells={counts.cells}
      points={points ? preparePoints(points) : undefined}
      quadrants={prepareQuadrants(counts, movement)}
      region={prepareRegion(rubric)}
      selected={selection ? prepareSelected(selection, rubric.grid) : undefined}
      selectedCount={summary ? summary.count - summary.disqualified : undefined}
      quadrantHrefs={Object.fromEntries(
        QUADRANTS.map((quadrant) => [quadrant, gridAddress(filter, { kind: 'quadrant', quadrant })]),
      )}
    />
  );
}
