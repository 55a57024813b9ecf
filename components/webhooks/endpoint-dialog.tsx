'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
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

/** The button that opens the form of an endpoint. A webhook that was made is opened, to show its secret. */
export function EndpointDialog({ variant, label, ...form }: EndpointDialogProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const show = useToast();
  const finish = (id: string) => {
    setOpen(false);
    show({ title: form.endpoint ? 'Saved' : 'Added', tone: 'good' });
    if (!form.endpoint && form.kind === 'webhook') router.push(`/settings/webhooks/${id}`);
  };
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        width="md"
        title={form.endpoint ? `Edit ${form.endpoint.name}` : `Add ${NOUN[form.kind]}`}
        description={DESCRIPTION[form.kind]}
      >
        <EndpointForm {...form} onSaved={finish} />
      </Dialog>
    </>
  );
}
