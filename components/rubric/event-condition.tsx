'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/format';
import type { EventProperties } from '@/lib/fields/types';
import type { Condition } from '@/lib/scoring/types';
import { ConditionField } from './condition-field';
import { conditionFaults } from './fault-words';
import { fetchEventProperties } from './fetch-fields';
import type { IntentFieldsProps } from './intent-fields';

const NOTHING: EventProperties = { properties: [], events: 0 };

/** An empty condition, for the builder to put the first one into. */
const ALWAYS: Condition = { all: [] };

/** Which of the events count: a condition on what they hold, or all of them. */
export function EventCondition({
  criterion,
  types,
  faults,
  onChange,
}: IntentFieldsProps & { types: readonly string[] }) {
  const { where } = criterion;
  const known = useEventProperties(types);
  const { properties, events } = known;
  const findValues = useCallback(
    (path: string) => {
      const values = properties.find((one) => one.path === path)?.values ?? [];
      return Promise.resolve({ values, isEstimate: true });
    },
    [properties],
  );
  const remove = () => {
    const next = { ...criterion };
    delete next.where;
    onChange(next, 'where');
  };
  if (!where) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => onChange({ ...criterion, where: ALWAYS }, 'where')}>
          Count only some of them
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <ConditionField
        label={
          events === 0
            ? 'Only events of which'
            : `Only events of which (as the newest ${formatCount(events, 'event')} have it)`
        }
        condition={where}
        fields={properties}
        findValues={findValues}
        faults={conditionFaults(faults, 'where')}
        onChange={(next) => onChange({ ...criterion, where: next }, 'where')}
      />
      <span>
        <Button size="sm" variant="quiet" onClick={remove}>
          Count all of them
        </Button>
      </span>
    </div>
  );
}

/** The properties that events of some types have; none while they are on their way or cannot be had. */
function useEventProperties(types: readonly string[]): EventProperties {
  const [known, setKnown] = useState(NOTHING);
  const asked = types.join('\n');
  useEffect(() => {
    let isWanted = true;
    const show = (found: EventProperties) => {
      if (isWanted) setKnown(found);
    };
    if (asked === '') show(NOTHING);
    else fetchEventProperties(asked.split('\n')).then(show, () => show(NOTHING));
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return known;
}
