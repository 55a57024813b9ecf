import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { prepareBoxPlot, type BoxPlotInput, type PreparedBox } from './prepare-box-plot';

export interface BoxPlotRow extends BoxPlotInput {
  name: ReactNode;
  colour: string;
  softColour: string;
  /** What stands behind the plot, one text a column. */
  figures: readonly ReactNode[];
}

export interface BoxPlotChartProps {
  /** What is measured, for screen readers. */
  label: string;
  rows: readonly BoxPlotRow[];
  /** Heads of the figures. */
  heads: readonly string[];
}

/** Durations, a row each, on a scale of logarithms: the middle half as a box, the median, nine tenths and one, the target. */
export function BoxPlotChart({ label, rows, heads }: BoxPlotChartProps) {
  const chart = prepareBoxPlot(rows);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <td className="w-8" />
          <td />
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className="h-6 pl-2 text-right align-bottom text-xs font-normal whitespace-nowrap text-soft"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, colour, softColour, figures }) => (
          <tr key={key}>
            <th scope="row" className="pr-2 text-left font-medium">
              {name}
            </th>
            <td className="relative h-11 min-w-24 p-0">
              {chart.ticks.map(({ place }) => (
                <i
                  key={place}
                  aria-hidden
                  style={{ left: `${place}%` }}
                  className="absolute inset-y-0 w-px bg-text/8"
                />
              ))}
              <Box box={chart.rows.find((row) => row.key === key)} colour={colour} softColour={softColour} />
            </td>
            {figures.map((figure, index) => (
              <td key={heads[index]} className="pl-2 text-right whitespace-nowrap">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden>
        <tr>
          <td />
          <td className="relative h-5 text-2xs text-soft">
            {chart.ticks.map(({ place, label: text }, index) => (
              <span
                key={text}
                style={{ left: `${place}%` }}
                className={clsx(
                  'absolute top-1.5 -translate-x-1/2 whitespace-nowrap',
                  index % 2 === 1 && 'max-sm:hidden',
                )}
              >
                {text}
              </span>
            ))}
          </td>
          <td colSpan={heads.length} />
        </tr>
      </tfoot>
    </table>
  );
}

interface BoxProps {
  box: PreparedBox | undefined;
  colour: string;
  softColour: string;
}

function Box({ box, colour, softColour }: BoxProps) {
  if (!box) return null;
  return (
    <span aria-hidden>
      {box.whisker ? (
        <i
          style={{
            left: `${box.whisker.from}%`,
            width: `${box.whisker.to - box.whisker.from}%`,
            background: colour,
          }}
          className="absolute top-1/2 h-0.5 -translate-y-1/2"
        />
      ) : null}
      {box.box ? (
        <i
          style={{
            left: `${box.box.from}%`,
            width: `${box.box.to - box.box.from}%`,
            background: softColour,
            borderColor: colour,
          }}
          className="absolute top-1/2 h-3.5 -translate-y-1/2 rounded-sm border"
        />
      ) : null}
      {box.median === null ? null : (
        <i
          style={{ left: `${box.median}%`, background: colour }}
          className="absolute top-1/2 h-5 w-0.5 -translate-1/2"
        />
      )}
      {box.target === null ? null : (
        <i
          style={{ left: `${box.target}%` }}
          className="absolute inset-y-0.5 border-l-2 border-dashed border-text"
        />
      )}
    </span>
  );
}
