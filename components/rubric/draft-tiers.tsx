'use client';

import { Ellipsis, Plus } from 'lucide-react';
import { useRef } from 'react';
import { TierBadge } from '@/components/scores/tier-badge';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import { newTier, type TierEdit } from '@/lib/rubrics/edit-tiers';
import type { Tier, TierAction } from '@/lib/scoring/types';
import { useRubricEditing } from './editing-context';
import { NameField } from './name-field';
import { ACTION_WORDS, TIER_MINIMUMS } from './tier-table';

const ACTIONS: readonly TierAction[] = ['route', 'nurture', 'hold'];

/** Longer names would not fit on the badges in lists. */
const LONGEST_NAME = 16;

const COLUMNS =
  'grid items-center gap-x-2 grid-cols-[minmax(0,1fr)_52px_52px_52px_24px] md:grid-cols-[minmax(0,1fr)_56px_56px_56px_190px_24px]';

/** The tiers to be edited: what they are called, what a lead needs for each, what happens with it; best first. */
export function DraftTiers() {
  const { draft, edit } = useRubricEditing();
  const { tiers } = draft.rubric;
  const add = (place: number) => edit({ kind: 'addTier', tier: newTier(tiers, place), place });
  const addLowest = () => {
    const place = tiers.length - 1;
    add(place);
    requestAnimationFrame(() => document.getElementById(nameId(place))?.focus());
  };
  return (
    <div role="group" aria-label="Tiers and what a lead needs for each">
      <div className={`${COLUMNS} h-8 text-xs text-faint`}>
        <span>Tier, best first</span>
        {TIER_MINIMUMS.map(({ key, label }) => (
          <span key={key} aria-hidden className="text-right">
            {label}
          </span>
        ))}
        <span aria-hidden className="max-md:hidden">
          What happens
        </span>
      </div>
      <ul aria-label="Tiers">
        {tiers.map((tier, place) => (
          // By place, as the name is being typed.
          <DraftTier key={place} tier={tier} place={place} onAdd={add} />
        ))}
      </ul>
      <Button size="sm" variant="quiet" className="-ml-2" onClick={addLowest}>
        <Plus size={12} aria-hidden />
        Tier
      </Button>
    </div>
  );
}

interface DraftTierProps {
  tier: Tier;
  place: number;
  /** Adds one at a place. */
  onAdd: (place: number) => void;
}

function DraftTier({ tier, place, onAdd }: DraftTierProps) {
  const { draft, edit, faults, onRemoved } = useRubricEditing();
  const last = draft.rubric.tiers.length - 1;
  const isRest = place === last;
  const faultId = `${nameId(place)}-fault`;
  const isFaulty = faults.has(`tiers[${place}].name`);
  const change = (made: TierEdit) => edit(made);
  // The menu that asked for it gives the focus on.
  const focused = useRef<number>(null);
  const focusAfter = () => {
    const id = focused.current === null ? '' : nameId(focused.current);
    focused.current = null;
    return document.getElementById(id);
  };
  const add = () => {
    onAdd(place);
    focused.current = place;
  };
  const remove = () => {
    change({ kind: 'removeTier', place });
    onRemoved(`Tier ${tier.name}`);
    focused.current = Math.max(0, place - 1);
  };
  const move = (to: number) => {
    change({ kind: 'moveTier', place, to });
    focused.current = to;
  };
  return (
    <li className={`${COLUMNS} min-h-10 gap-y-1 border-t border-line py-1`}>
      <span className="flex min-w-0 items-center gap-2.5">
        <TierBadge tier={tier.name === '' ? '?' : tier.name} className="max-sm:hidden" />
        <NameField
          id={nameId(place)}
          label={`Name of tier ${place + 1}`}
          value={tier.name}
          maxLength={LONGEST_NAME}
          describedBy={isFaulty ? faultId : undefined}
          onValueChange={(name) => change({ kind: 'tierName', place, name })}
          className="font-strong"
        />
      </span>
      {isRest ? (
        <span className="col-span-3 text-right text-soft">everyone else</span>
      ) : (
        TIER_MINIMUMS.map(({ key, label }) => (
          <NumberStepper
            key={key}
            aria-label={`Least ${label.toLowerCase()} for tier ${tier.name}`}
            value={tier[key]}
            min={0}
            max={100}
            withoutButtons
            onValueChange={(value) => change({ kind: 'tier', tier: tier.name, minimum: key, value })}
          />
        ))
      )}
      <Select
        aria-label={`What happens with tier ${tier.name}`}
        className="max-md:col-span-4 max-md:col-start-1 max-md:row-start-2"
        value={tier.action}
        options={ACTIONS.map((action) => ({ value: action, label: ACTION_WORDS[action] }))}
        onChange={(event) => {
          const action = ACTIONS.find((one) => one === event.target.value);
          if (action) change({ kind: 'tierAction', place, action });
        }}
      />
      <DropdownMenu
        trigger={
          <Button size="sm" variant="quiet" iconOnly aria-label={`More for tier ${tier.name}`}>
            <Ellipsis size={14} aria-hidden />
          </Button>
        }
        focusAfter={focusAfter}
        items={[
          { label: 'Add a tier above', onSelect: add },
          { label: 'Move up', disabled: place === 0 || isRest, onSelect: () => move(place - 1) },
          { label: 'Move down', disabled: place >= last - 1, onSelect: () => move(place + 1) },
          { label: 'Remove', danger: true, separated: true, disabled: last === 0, onSelect: remove },
        ]}
      />
      {isFaulty ? (
        <p id={faultId} role="alert" className="col-span-full text-xs text-bad">
          {tier.name.trim() === '' ? 'A tier needs a name.' : `There is another tier ${tier.name} already.`}
        </p>
      ) : null}
    </li>
  );
}

function nameId(place: number): string {
  return `tier-name-${place}`;
}
