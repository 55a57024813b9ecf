'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { readSnoozeDay } from './snooze-choices';
import { NO_WORTH, readWorth, WorthFields } from './worth-fields';

const NO_AMOUNT = 'An amount such as 24,000 is needed.';

/** For how much a deal is won. */
export function WonForm({ onWon }: { onWon: (worth: { amount: number; currency: string }) => void }) {
  const [typed, setTyped] = useState(NO_WORTH);
  const [tried, setTried] = useState(false);
  const worth = readWorth(typed);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (worth) onWon(worth);
      }}
    >
      <WorthFields
        worth={typed}
        onChange={setTyped}
        error={tried && !worth ? NO_AMOUNT : undefined}
        autoFocus
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          Won
        </Button>
      </div>
    </form>
  );
}

export interface NewDeal {
  worth?: { amount: number; currency: string };
  /** ISO 8601. */
  expectedCloseAt?: string;
}

/** The deal that a qualified lead becomes: Enter alone opens it without an amount. */
export function QualifiedForm({ onQualified }: { onQualified: (deal: NewDeal) => void }) {
  const [typed, setTyped] = useState(NO_WORTH);
  const [day, setDay] = useState('');
  const worth = readWorth(typed);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (worth === null) return;
        onQualified({ worth, expectedCloseAt: readSnoozeDay(day)?.toISOString() });
      }}
    >
      <WorthFields
        worth={typed}
        onChange={setTyped}
        note="if known"
        error={worth === null ? NO_AMOUNT : undefined}
        autoFocus
      />
      <Field label="Expected to close" note="if known">
        {(field) => (
          <Input {...field} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        )}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          Open a deal
        </Button>
      </div>
    </form>
  );
}
