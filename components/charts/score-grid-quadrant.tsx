import { clsx } from 'clsx';
import Link from 'next/link';
import type { PreparedQuadrant } from './prepare-score-grid';

export interface QuadrantHeadProps {
  quadrant?: PreparedQuadrant;
  /** Stands on the right: a hairline parts it from its neighbour. */
  second: boolean;
  hrefOf?: (key: string) => string;
}

/** Name, count, share, movement and action of a quadrant. */
export function QuadrantHead({ quadrant, second, hrefOf }: QuadrantHeadProps) {
  if (!quadrant) return <div className={clsx(second && 'border-l border-line')} />;
  const name = <span className={clsx(quadrant.best && 'text-tier-a')}>{quadrant.name}</span>;
  return (
    <div
      className={clsx(
        'grid content-start items-baseline gap-x-3 sm:grid-cols-[1fr_auto]',
        second ? 'border-l border-line pl-2.5 sm:pl-3.5' : 'pr-2 pl-px sm:pr-3.5',
      )}
    >
      <h2>
        {hrefOf ? (
          <Link href={hrefOf(quadrant.key)} className="inline-flex min-h-6 items-center hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
      </h2>
      <span className="text-xs text-soft max-sm:order-1 sm:text-right">{quadrant.movement}</span>
      <div>
        <span className="text-[20px]/[26px] font-semibold tracking-[-0.02em]">{quadrant.countText}</span>
        <span className="ml-1.5 text-soft">{quadrant.shareText}</span>
      </div>
      <span className="text-xs text-soft max-sm:order-2 sm:text-right">{quadrant.flow}</span>
      <span className="col-span-full text-xs text-soft max-sm:hidden">{quadrant.action}</span>
    </div>
  );
}
