import { clsx } from 'clsx';
import { AXIS_COLOUR, AXIS_NAME } from '@/components/scores/axis-bars';
import { SignedPoints } from '@/components/scores/signed-points';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatNumber, formatSigned } from '@/components/ui/format';
import type { Trial, TrialGroup, TrialRow, TrialSide } from '@/lib/trials/types';

/** Figures that show alike at one decimal are no difference. */
const VISIBLE = 0.05;

export interface TrialTableProps {
  trial: Trial;
  names: { before: string; after: string };
  /** A newer answer is on its way. */
  pending: boolean;
}

const differs = (live: number | null, draft: number | null) =>
  Math.abs((draft ?? 0) - (live ?? 0)) >= VISIBLE;

/** What each criterion gives a lead under both rubrics, adding up to groups, axes and score; differences are marked. */
export function TrialTable({ trial, names, pending }: TrialTableProps) {
  return (
    <div aria-busy={pending} className={clsx('flex flex-col gap-2', pending && 'opacity-60')}>
      <div role="status" className="grid grid-cols-2 gap-2">
        <Side name={names.before} side={trial.live} />
        <Side name={names.after} side={trial.draft} />
      </div>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">What each criterion gives, by both rubrics</caption>
        <colgroup>
          <col />
          <col className="w-14" />
          <col className="w-14" />
        </colgroup>
        <thead>
          <tr className="text-xs text-faint [&>th]:h-7 [&>th]:border-b [&>th]:border-line [&>th]:font-medium">
            <th scope="col" className="text-left">
              Points
            </th>
            <th scope="col" className="text-right">
              {names.before}
            </th>
            <th scope="col" className="text-right">
              {names.after}
            </th>
          </tr>
        </thead>
        {trial.axes.map(({ axis, groups }) => (
          <tbody key={axis}>
            {groups.map((group) => (
              <GroupRows key={group.id} group={group} />
            ))}
            <Sum
              label={AXIS_NAME[axis]}
              live={trial.live[axis]}
              draft={trial.draft[axis]}
              colour={AXIS_COLOUR[axis]}
            />
          </tbody>
        ))}
        <tbody>
          <Sum
            label="Score"
            live={trial.live.score}
            draft={trial.draft.score}
            note={describeWeights(trial)}
          />
        </tbody>
      </table>
      {trial.idle > 0 ? (
        <p className="text-xs text-faint">
          {trial.idle === 1 ? '1 criterion does not apply' : `${trial.idle} criteria do not apply`} on either
          side.
        </p>
      ) : null}
    </div>
  );
}

function describeWeights({ live, draft }: Trial): string {
  const say = ({ fitWeight }: TrialSide) => `${formatNumber(fitWeight * 100)} % fit`;
  return say(live) === say(draft) ? say(draft) : `${say(live)} → ${say(draft)}`;
}

function Side({ name, side }: { name: string; side: TrialSide }) {
  return (
    <div className="rounded border border-line bg-raise px-3 py-2">
      <p className="text-xs text-faint">{name}</p>
      <p className="flex items-center gap-2">
        <TierBadge tier={side.tier} />
        <span className="text-base font-semibold">{side.score}</span>
        <span className="text-xs text-soft">
          fit {side.fit}, intent {side.intent}
        </span>
      </p>
      {side.disqualifiers.length > 0 ? (
        <p className="text-xs text-bad">Disqualified: {side.disqualifiers.join(', ')}</p>
      ) : null}
    </div>
  );
}

function GroupRows({ group }: { group: TrialGroup }) {
  const { label, rows, live, draft, liveLimit, draftLimit } = group;
  const limited = Math.abs(liveLimit) >= VISIBLE || Math.abs(draftLimit) >= VISIBLE;
  return (
    <>
      <tr className="text-xs text-soft [&>td]:h-7 [&>td]:align-bottom">
        <td className="font-strong">{label}</td>
        <Figure points={live} />
        <Figure points={draft} />
      </tr>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {limited ? (
        <tr className="text-xs text-warn [&>td]:h-6">
          <td className="pl-3">by the group’s limit</td>
          <Figure points={liveLimit} />
          <Figure points={draftLimit} />
        </tr>
      ) : null}
    </>
  );
}

function Figure({ points }: { points: number | null }) {
  return <td className="text-right">{points === null ? '–' : formatSigned(points)}</td>;
}

function Row({ row }: { row: TrialRow }) {
  const changed = differs(row.live, row.draft);
  return (
    <tr className={clsx('[&>td]:h-7', changed && 'bg-accent-soft')}>
      <td className={clsx('pl-3', changed && 'shadow-[inset_2px_0_var(--accent)]')}>
        <div title={row.condition} className="truncate">
          {row.label}
          {row.live === null ? <span className="ml-1 text-xs text-accent">new</span> : null}
          {row.draft === null ? <span className="ml-1 text-xs text-accent">removed</span> : null}
        </div>
      </td>
      {[row.live, row.draft].map((points, side) => (
        <td key={side} className="text-right">
          {points === null ? (
            <span className="text-faint">–</span>
          ) : (
            <SignedPoints points={points} soft={side === 0} />
          )}
        </td>
      ))}
    </tr>
  );
}

interface SumProps {
  label: string;
  live: number;
  draft: number;
  colour?: string;
  note?: string;
}

function Sum({ label, live, draft, colour, note }: SumProps) {
  return (
    <tr
      className={clsx(
        '[&>td]:h-8 [&>td]:border-t [&>td]:border-line-strong [&>td]:font-semibold',
        live !== draft && 'bg-accent-soft',
      )}
    >
      <td>
        {label} {note ? <span className="text-xs font-normal text-soft">{note}</span> : null}
      </td>
      <td className="text-right" style={{ color: colour }}>
        {live}
      </td>
      <td className="text-right" style={{ color: colour }}>
        {draft}
      </td>
    </tr>
  );
}
