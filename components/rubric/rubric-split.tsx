import type { ReactNode } from 'react';

export interface RubricSplitProps {
  children: ReactNode;
  /** Beside the rubric from 1180 px, below it on smaller screens. */
  panel: ReactNode;
  /** Nothing in it takes the focus: the parts themselves do, so that the keyboard can scroll them. */
  reading?: boolean;
}

/** The rubric and what stands beside it, each scrolling on its own where there is room. */
export function RubricSplit({ children, panel, reading = false }: RubricSplitProps) {
  const focus = (label: string) => (reading ? { tabIndex: 0, role: 'region', 'aria-label': label } : {});
  return (
    <div className="min-h-0 grow scroll-pt-14 overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_380px] lg:overflow-visible xl:grid-cols-[minmax(0,1fr)_440px]">
      <div {...focus('Rubric')} className="min-h-0 min-w-0 scroll-pt-14 pb-6 lg:overflow-y-auto">
        {children}
      </div>
      <div
        {...focus('About the rubric')}
        className="min-h-0 min-w-0 border-line bg-sunk max-lg:border-t lg:overflow-y-auto lg:border-l"
      >
        {panel}
      </div>
    </div>
  );
}
