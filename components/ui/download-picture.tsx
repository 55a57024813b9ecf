'use client';

import { toBlob } from 'html-to-image';
import { Image } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from './button';
import { useToast } from './toast';

export interface DownloadPictureProps {
  /** What is pictured, for screen readers: "Gains". */
  subject: string;
  /** Name of the file, without its ending. */
  fileName: string;
}

const NOT_PICTURED = 'data-not-pictured';

/** Saves the card that it stands in as a PNG of twice its size, without what is marked as `data-not-pictured`. */
export function DownloadPicture({ subject, fileName }: DownloadPictureProps) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const save = async (card: HTMLElement | null) => {
    if (!card) return;
    setBusy(true);
    try {
      const blob = await toBlob(card, {
        pixelRatio: 2,
        filter: (node) => !(node instanceof HTMLElement && node.hasAttribute(NOT_PICTURED)),
      });
      if (blob) offer(blob, `${fileName}.png`);
    } catch {
      toast({
        title: 'The picture could not be made in this browser',
        description: 'The CSV file holds the same figures.',
        tone: 'bad',
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      aria-label={`Download ${subject} as PNG`}
      title="Download as PNG"
      disabled={busy}
      onClick={({ currentTarget }) => void save(currentTarget.closest('section'))}
      className={buttonClass({ variant: 'quiet', iconOnly: true })}
    >
      <Image size={14} aria-hidden />
    </button>
  );
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
