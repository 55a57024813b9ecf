'use client';

import { Plus } from 'lucide-react';
import { AXIS_COLOUR, AXIS_NAME } from '@/components/scores/axis-bars';
import { Dot } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Axis } from '@/lib/scoring/types';
import { AXIS_NOTE } from './axis-section';
import { DraftGroup } from './draft-group';
import { useRubricEditing } from './editing-context';
import { newGroup } from './new-items';

/** The groups of one axis, to be edited. */
export function DraftAxis({ axis }: { axis: Axis }) {
  const { draft, edit } = useRubricEditing();
  const { groups } = draft.rubric[axis];
  const add = () => edit({ kind: 'structure', change: newGroup(axis, groups.length) });
  return (
    <section aria-labelledby={`axis-${axis}`}>
      <header className="sticky top-0 z-10 flex items-center gap-2 bg-bg px-4 pt-4 pb-1.5 max-md:px-3">
        <Dot colour={AXIS_COLOUR[axis]} />
        <h2 id={`axis-${axis}`}>{AXIS_NAME[axis]}</h2>
        <span className="grow text-xs text-faint">{AXIS_NOTE[axis]}</span>
        <Button size="sm" variant="quiet" onClick={add}>
          <Plus size={12} aria-hidden />
          Group
        </Button>
      </header>
      {groups.map((group, place) => (
        <DraftGroup key={group.id} axis={axis} group={group} place={place} count={groups.length} />
      ))}
      {groups.length === 0 ? (
        <p className="px-4 pb-2 text-xs text-faint max-md:px-3">
          Nothing counts here yet: every lead has {AXIS_NAME[axis].toLowerCase()} 0. Add a group to begin.
        </p>
      ) : null}
    </section>
  );
}
