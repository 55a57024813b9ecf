import type { SideNames } from './side-names';

/** Heads of the columns that compare two rubrics: before, after, the difference. */
export function SideHeads({ names }: { names: SideNames }) {
  return (
    <>
      <th scope="col" className="w-15 text-right">
        {names.before}
      </th>
      <th scope="col" className="w-15 text-right">
        {names.after}
      </th>
      <th scope="col" className="w-14 text-right">
        <span className="sr-only">Difference</span>
      </th>
    </>
  );
}
