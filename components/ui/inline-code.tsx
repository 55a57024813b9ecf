/** A text in which words between backticks are set as code. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="rounded-sm bg-text/5 px-1 font-mono text-[0.92em]">
        {part}
      </code>
    ),
  );
}
