'use client';

import { clsx } from 'clsx';
import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { acceptsFile } from './accepts-file';

export interface FileDropProps {
  /** "Drop a CSV file, or choose one" */
  label: string;
  hint?: ReactNode;
  /** As of an input: ".csv,text/csv". Files of another kind are refused in words. */
  accept?: string;
  multiple?: boolean;
  name?: string;
  disabled?: boolean;
  onFiles?: (files: readonly File[]) => void;
}

/** A place to drop files, which is also a button that chooses them. Works inside a form through name. */
export function FileDrop({
  label,
  hint,
  accept = '',
  multiple = false,
  name,
  disabled,
  onFiles,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const take = (files: readonly File[]) => {
    const good = files.filter((file) => acceptsFile(accept, file));
    const refused = files.find((file) => !acceptsFile(accept, file));
    setSaid(
      refused
        ? `${refused.name} is not a file of this kind (${accept}).`
        : good.map((file) => file.name).join(', '),
    );
    if (good.length > 0) onFiles?.(multiple ? good : good.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    if (input.current) input.current.files = event.dataTransfer.files;
    take(Array.from(event.dataTransfer.files));
  };
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'flex cursor-pointer flex-col items-center gap-1 rounded-card border border-dashed px-4 py-8 text-center',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        over ? 'border-accent bg-accent-soft' : 'border-line-control bg-sunk hover:border-text',
        disabled && 'cursor-not-allowed opacity-50',
      )}
    >
      <Upload size={16} aria-hidden className="text-soft" />
      <span className="font-medium">{label}</span>
      {hint ? <span className="text-xs text-soft">{hint}</span> : null}
      <span role="status" className="text-xs text-text empty:hidden">
        {said}
      </span>
      <input
        ref={input}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => take(Array.from(event.target.files ?? []))}
      />
    </label>
  );
}
