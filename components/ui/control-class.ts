/** The shape that input, textarea, select and number stepper share. */
export const CONTROL_CLASS =
  'w-full min-w-0 rounded border border-line-control bg-raise text-sm placeholder:text-faint ' +
  'disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-bad [&[readonly]]:bg-sunk';
