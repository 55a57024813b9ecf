'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { SavedEndpoint } from '@/lib/webhooks/mutations/endpoints';
import { EndpointForm, type EndpointFormProps, type EndpointKind } from './endpoint-form';

const NOUN: Record<EndpointKind, string> = {
  webhook: 'a webhook',
  slack: 'a Slack channel',
  email: 'people by e-mail',
};

const DESCRIPTION: Record<EndpointKind, string> = {
  webhook: 'Another tool is told what happens to leads, as it happens.',
  slack: 'The channel is told of each new lead to route.',
  email: 'They get an e-mail for each new lead to route.',
};

export interface EndpointDialogProps extends Omit<EndpointFormProps, 'onSaved'> {
  variant?: ButtonVariant;
  label: string;
}

/** The button that opens the form of an endpoint. Of a webhook that was made it shows the secret, then opens it. */
export function EndpointDialog({ variant, label, ...form }: EndpointDialogProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const router = useRouter();
  const show = useToast();
  const finish = ({ id, secret }: SavedEndpoint) => {
    if (secret !== null) return setMade({ id, secret });
    setOpen(false);
    show({ title: form.endpoint ? 'Saved' : 'Added', tone: 'good' });
  };
  const turn = (next: boolean) => {
    setOpen(next);
    if (!made) return;
    router.push(`/settings/webhooks/${made.id}`);
    router.refresh();
  };
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={turn}
        width="md"
        title={
          made
            ? 'Copy the secret now'
            : form.endpoint
              ? `Edit ${form.endpoint.name}`
              : `Add ${NOUN[form.kind]}`
        }
        description={
          made
            ? 'The receiver needs it to verify the messages. Later it is shown to admins alone.'
            : DESCRIPTION[form.kind]
        }
        footer={made ? <Button onClick={() => turn(false)}>Done</Button> : undefined}
      >
        {made ? (
          <CopyField label="Secret" value={made.secret} noun="Secret" />
        ) : (
          <EndpointForm {...form} onSaved={finish} />
        )}
      </Dialog>
    </>
  );
}
