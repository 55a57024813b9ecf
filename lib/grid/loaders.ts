import { requirePage } from '@/lib/auth/guards';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { listFilterChoices, listOwners } from '@/lib/leads/data';
import { findLiveVersion } from '@/lib/rubrics/data';
import { MOVEMENT_DAYS } from '@/lib/leads/constants';
import { MOST_POINTS } from './constants';
import { countGrid, countMovement, listPoints, summariseSelection } from './data';
import { filterValues, gridSearchSchema, type GridSearch } from './schema';
import type { Selection } from './types';

const DAY_MS = 86_400_000;

/** Best leads that the filter's choices are read from. */
const CHOICE_SAMPLE = 5000;

/** The grid: its figures, its dots while there are few, who moved this week, and what is chosen in it. */
export async function loadGrid(params: SearchParams) {
  const search = gridSearchSchema.parse(params);
  const selection = readSelection(search);
  const filter = filterValues(search);
  await requirePage('leads:read', buildAddress('/grid', { ...search }));
  const since = new Date(Date.now() - MOVEMENT_DAYS * DAY_MS);
  const [live, counts, movement, summary, owners, choices] = await Promise.all([
    findLiveVersion(),
    countGrid(filter),
    countMovement(filter, since),
    selection ? summariseSelection(filter, selection) : null,
    listOwners(),
    listFilterChoices(CHOICE_SAMPLE),
  ]);
  const drawn = counts.total - counts.disqualified;
  return {
    filter,
    /** Whether any filter narrows the grid. */
    filtered: buildAddress('', filter) !== '',
    selection,
    rubric: live?.document ?? null,
    counts,
    points: drawn <= MOST_POINTS ? await listPoints(filter) : null,
    movement,
    summary,
    owners,
    choices,
  };
}

/** A move goes before all; a rectangle needs both its sides, and a quadrant given with one gives way to it. */
function readSelection({ quadrant, fit, intent, moved }: GridSearch): Selection | null {
  if (moved) return { kind: 'move', move: moved };
  if (fit && intent) return { kind: 'range', fit, intent };
  return quadrant ? { kind: 'quadrant', quadrant } : null;
}
