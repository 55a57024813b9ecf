export interface CodeBlockProps {
  /** What it shows, for screen readers and above it. */
  label: string;
  code: string;
}

/** Code as it is, in a box that scrolls by itself. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-xs text-soft">{label}</figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-96 overflow-auto rounded border border-line bg-sunk p-3 font-mono text-xs/5"
      >
        {code}
      </pre>
    </figure>
  );
}
