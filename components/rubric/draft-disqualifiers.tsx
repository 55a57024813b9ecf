'use client';

import { Plus } from 'lucide-react';
import { ItemFlags } from '@/components/flags/item-flags';
import { Button } from '@/components/ui/button';
import type { StructureEdit } from '@/lib/rubrics/edit-structure';
import { disqualifierKey } from '@/lib/rubrics/rubric-draft';
import { describeCondition } from '@/lib/scoring/describe';
import type { Disqualifier } from '@/lib/scoring/types';
import { DisqualifierForm } from './disqualifier-form';
import { DraftRow } from './draft-row';
import { useRubricEditing } from './editing-context';
import { copyItem, newDisqualifier } from './new-items';

/** What rows of disqualifiers are dragged among. */
export const DISQUALIFIERS = 'disqualifiers';

/** What puts a lead out of the queue whatever its points, to be edited. */
export function DraftDisqualifiers() {
  const { draft, edit, onOpen } = useRubricEditing();
  const { disqualifiers } = draft.rubric;
  const add = () => {
    const disqualifier = newDisqualifier();
    const place = disqualifiers.length;
    edit({ kind: 'structure', change: { kind: 'addDisqualifier', disqualifier, place } });
    onOpen(disqualifierKey(disqualifier.id));
  };
  return (
    <section aria-labelledby="disqualifiers" className="pt-4 pb-3">
      <header className="flex flex-wrap items-baseline gap-x-2 px-4 pb-1.5 max-md:px-3">
        <h2 id="disqualifiers">Disqualified</h2>
        <span className="grow text-xs text-faint">last tier, whatever the points</span>
        <Button size="sm" variant="quiet" onClick={add}>
          <Plus size={12} aria-hidden />
          Disqualifier
        </Button>
      </header>
      <ul aria-labelledby="disqualifiers">
        {disqualifiers.map((disqualifier, place) => (
          <DraftDisqualifier
            key={disqualifier.id}
            disqualifier={disqualifier}
            place={place}
            count={disqualifiers.length}
          />
        ))}
      </ul>
    </section>
  );
}

interface DraftDisqualifierProps {
  disqualifier: Disqualifier;
  place: number;
  count: number;
}

function DraftDisqualifier({ disqualifier, place, count }: DraftDisqualifierProps) {
  const { draft, edit, labels, onOpen, onRemoved } = useRubricEditing();
  const { id, label } = disqualifier;
  const key = disqualifierKey(id);
  const isOff = draft.off.includes(key);
  const change = (made: StructureEdit) => edit({ kind: 'structure', change: made });
  const step = (by: -1 | 1) =>
    change({ kind: 'moveDisqualifier', disqualifierId: id, place: Math.max(0, place + by) });
  const duplicate = () => {
    const copy = copyItem(disqualifier);
    change({ kind: 'addDisqualifier', disqualifier: copy, place: place + 1 });
    onOpen(disqualifierKey(copy.id));
  };
  const remove = () => {
    change({ kind: 'removeDisqualifier', disqualifierId: id });
    onRemoved(label.trim() === '' ? 'The disqualifier' : label);
  };
  return (
    <DraftRow
      itemKey={key}
      label={label}
      words={describeCondition(disqualifier.when, labels)}
      place={{ type: DISQUALIFIERS, group: DISQUALIFIERS, index: place }}
      onStep={step}
      aside={<ItemFlags kind="disqualifier" itemId={id} label={label} />}
      menu={[
        { label: 'Move up', disabled: place === 0, onSelect: () => step(-1) },
        { label: 'Move down', disabled: place === count - 1, onSelect: () => step(1) },
        { label: 'Duplicate', separated: true, onSelect: duplicate },
        {
          label: isOff ? 'Switch on' : 'Switch off',
          onSelect: () => edit({ kind: 'switch', keys: [key], on: isOff }),
        },
        { label: 'Remove', danger: true, separated: true, onSelect: remove },
      ]}
      form={<DisqualifierForm disqualifier={disqualifier} />}
    />
  );
}
