import { InstantTime } from '@/components/ui/relative-time';
import type { LiftLine, LiftView } from '@/lib/leads/lift-view';

/** What would make a lead of a better tier, or keep it in the best: what the tier asks for, and what could happen. */
export function LiftPanel({ lift }: { lift: LiftView }) {
  return (
    <>
      <dl className="mb-2 grid grid-cols-3 rounded-md border border-line">
        {lift.figures.map(({ name, has, needs }) => (
          <div key={name} className="border-l border-line px-2.5 py-1.5 text-xs first:border-l-0">
            <dt className="text-soft">{name}</dt>
            <dd>
              <span className="text-[13px] font-semibold">{has}</span>{' '}
              <span className={has < needs ? 'text-bad' : 'text-soft'}>needs {needs}</span>
            </dd>
          </div>
        ))}
      </dl>
      {lift.note === null ? null : <p className="text-soft">{lift.note}</p>}
      {lift.lines.length > 0 ? <Lines lift={lift} /> : null}
    </>
  );
}

function Lines({ lift }: { lift: LiftView }) {
  return (
    <table className="w-full border-collapse text-xs">
      <caption className="sr-only">What could happen, and until when the tier would last</caption>
      <thead>
        <tr className="text-faint [&>th]:h-7 [&>th]:border-b [&>th]:border-line [&>th]:font-medium">
          <th scope="col" className="text-left">
            If this happened now
          </th>
          <th scope="col" className="text-right whitespace-nowrap">
            Score{lift.scoredAt === null ? null : ', '}
            {lift.scoredAt === null ? null : <InstantTime at={lift.scoredAt} />}
          </th>
          <th scope="col" className="pl-3 text-right whitespace-nowrap">
            {lift.tier} until
          </th>
        </tr>
      </thead>
      <tbody>
        {lift.lines.map((line) => (
          <tr key={line.words.join(' ')} className="border-t border-line first:border-t-0 [&>td]:py-1.5">
            <td className="leading-[17px]">
              {line.words.map((words, index) => (
                <span key={words} className="block">
                  {index > 0 ? <span className="text-faint">and </span> : null}
                  {words}
                </span>
              ))}
            </td>
            <td className="text-right align-top font-strong">{line.score}</td>
            <td className="pl-3 text-right align-top whitespace-nowrap">
              <Verdict line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ line }: { line: LiftLine }) {
  if (line.verdict === 'lost at once') return <span className="text-bad">lost at once</span>;
  if (line.verdict === 'not enough') return <span className="text-soft">not enough</span>;
  return (
    <span className="font-strong text-good">
      {line.until === null ? 'for good' : <InstantTime at={line.until} />}
    </span>
  );
}
