import { Avatar } from '@/components/ui/avatar';

/** Who else edits the draft at present. */
export function OtherEditors({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const verb = names.length === 1 ? 'edits' : 'edit';
  return (
    <span role="status" className="flex shrink-0 items-center gap-1 text-accent">
      {names.map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {names.join(', ')} {verb} too
    </span>
  );
}
