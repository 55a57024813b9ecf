'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { useToast } from '@/components/ui/toast';
import { revokeSourceAction } from '@/lib/tracking/actions';
import type { SourceRow } from '@/lib/tracking/types';
import { InstallText } from './install-text';
import { OriginsForm } from './origins-form';

export interface SourceMenuProps {
  source: SourceRow;
  mayManage: boolean;
}

/** What can be done with a source: install it, say where it sends from, end it. */
export function SourceMenu({ source, mayManage }: SourceMenuProps) {
  const [asked, setAsked] = useState<'install' | 'origins' | 'end'>();
  const close = () => setAsked(undefined);
  if (!source.active) return null;
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label={`Actions for ${source.name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        items={[
          { label: 'How to install', onSelect: () => setAsked('install') },
          ...(mayManage
            ? [
                { label: 'Allowed origins', onSelect: () => setAsked('origins') },
                { label: 'End the source', onSelect: () => setAsked('end'), danger: true, separated: true },
              ]
            : []),
        ]}
      />
      <Dialog
        open={asked === 'install'}
        onOpenChange={close}
        title={`Install ${source.name}`}
        width="md"
        footer={<Button onClick={close}>Done</Button>}
      >
        <InstallText writeKey={source.writeKey} />
      </Dialog>
      <Dialog
        open={asked === 'origins'}
        onOpenChange={close}
        title={`Allowed origins of ${source.name}`}
        description="Browsers may send from these pages alone. Servers need no entry."
      >
        <OriginsForm source={source} onSaved={close} />
      </Dialog>
      <EndDialog source={source} open={asked === 'end'} onClose={close} />
    </>
  );
}

function EndDialog({ source, open, onClose }: { source: SourceRow; open: boolean; onClose: () => void }) {
  const [fault, setFault] = useState('');
  const show = useToast();
  const end = async () => {
    const answer = await revokeSourceAction({ sourceId: source.id });
    setFault(answer.ok ? '' : answer.message);
    if (answer.ok) show({ title: `${source.name} sends no more` });
    return answer.ok;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={`End ${source.name}?`}
      confirmLabel="End the source"
      onConfirm={end}
    >
      <p>
        Within seconds nothing with its write key is taken any more. What it sent stays, and scores do not
        change. It cannot be taken up again; connect a new one instead.
      </p>
      {fault ? (
        <p role="alert" className="mt-2 text-bad">
          {fault}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
