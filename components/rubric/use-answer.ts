'use client';

import { useEffect, useState } from 'react';

/** An answer on its way: none yet, a fault in words, or the value. */
export type Answered<T> = { kind: 'waiting' } | { kind: 'failed' } | { kind: 'here'; value: T };

/**
 * Asks once for each question and tells what came of it; answers to an earlier question are passed over.
 *
 * @param ask has to be the same function as long as the question is the same.
 */
export function useAnswer<T>(ask: () => Promise<T>): Answered<T> {
  const [state, setState] = useState<{ asked: () => Promise<T>; answer: Answered<T> }>();
  useEffect(() => {
    let wanted = true;
    const tell = (answer: Answered<T>) => {
      if (wanted) setState({ asked: ask, answer });
    };
    ask().then(
      (value) => tell({ kind: 'here', value }),
      () => tell({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [ask]);
  return state?.asked === ask ? state.answer : { kind: 'waiting' };
}
