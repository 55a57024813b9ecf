'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { saveNetworkAction } from '@/lib/webhooks/actions';

export interface NetworkSwitchProps {
  allowed: boolean;
  /** Set by the environment. */
  fixed: boolean;
  mayAllow: boolean;
}

/** Whether addresses inside private networks may be sent to. */
export function NetworkSwitch({ allowed, fixed, mayAllow }: NetworkSwitchProps) {
  const [asking, setAsking] = useState(false);
  const show = useToast();
  const change = async () => {
    const answer = await saveNetworkAction({ allowPrivateAddresses: !allowed });
    if (!answer.ok) show({ title: answer.message, tone: 'bad' });
    return answer.ok;
  };
  return (
    <div className="flex max-w-[720px] flex-wrap items-center gap-x-4 gap-y-2 px-4 max-md:px-3">
      <p className="min-w-0 flex-1 basis-72 text-soft">
        {allowed
          ? 'Private addresses may be sent to: whoever edits webhooks reaches whatever this machine reaches.'
          : 'Private, loopback and link-local addresses are refused, also when a name or a redirect leads there.'}
        {fixed ? ' The environment sets this.' : ''}
        {!fixed && !mayAllow ? ' An admin can change this.' : ''}
      </p>
      {fixed || !mayAllow ? null : (
        <Button onClick={() => setAsking(true)}>{allowed ? 'Refuse them again' : 'Allow them'}</Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={allowed ? 'Refuse private addresses?' : 'Allow private addresses?'}
        confirmLabel={allowed ? 'Refuse them' : 'Allow them'}
        tone={allowed ? 'primary' : 'danger'}
        onConfirm={change}
      >
        {allowed
          ? 'Endpoints inside the network get nothing any more; their messages fail until they are allowed again.'
          : 'For tools in your own network, such as n8n. Ops and admins could then have Leadgrid post to any machine it reaches.'}
      </ConfirmDialog>
    </div>
  );
}
