'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { revokeKeyAction } from '@/lib/api-keys/actions';

/** Takes a key out of use, after asking. */
export function RevokeKeyButton({ keyId, name }: { keyId: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState('');
  const show = useToast();
  const revoke = async () => {
    const answer = await revokeKeyAction({ keyId });
    setFault(answer.ok ? '' : answer.message);
    if (answer.ok) show({ title: `“${name}” is revoked` });
    return answer.ok;
  };
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setOpen(true)} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Revoke “${name}”?`}
        confirmLabel="Revoke the key"
        onConfirm={revoke}
      >
        <p>Programs that use it are refused from now on. It cannot be undone; make a new key instead.</p>
        {fault ? (
          <p role="alert" className="mt-2 text-bad">
            {fault}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
