import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { StateMessage } from '@/components/ui/state-message';

export const metadata: Metadata = { title: 'Not found' };

/** Nothing stands at this address, or it is not for the viewer. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <StateMessage
        level={1}
        title="There is nothing here"
        actions={<ButtonLink href="/">To your start page</ButtonLink>}
      >
        The address may be mistyped, or what stood here was merged or erased.
      </StateMessage>
    </main>
  );
}
