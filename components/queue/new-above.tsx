'use client';

import { useEffect, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';

/** Leads that came in above what is seen, until someone scrolls up to them. */
export function useNewAbove() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const add = (came: readonly string[]) => {
    setIds((before) => new Set([...before, ...came]));
    announce(came.length === 1 ? '1 new lead above' : `${came.length} new leads above`);
  };
  return { count: ids.size, add, clear: () => setIds(new Set()) };
}

export interface NewAboveProps {
  count: number;
  /** They have been seen. */
  onShow: () => void;
}

/** Says how many leads came in above, and leads up to them; stands at the head of what scrolls. */
export function NewAbove({ count, onShow }: NewAboveProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const top = mark.current;
    if (!top || count === 0) return undefined;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && onShow());
    seen.observe(top);
    return () => seen.disconnect();
  }, [count, onShow]);
  return (
    <>
      <div ref={mark} className="h-px -mb-px" aria-hidden />
      {count > 0 ? (
        <div className="sticky top-2 z-10 flex h-0 justify-center">
          <Button onClick={() => mark.current?.scrollIntoView()} className="shrink-0 bg-raise">
            {count} new above
          </Button>
        </div>
      ) : null}
    </>
  );
}
