'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { useToast } from '@/components/ui/toast';
import { rotateSecretAction, showSecretAction } from '@/lib/webhooks/actions';

export interface SecretFieldProps {
  id: string;
  /** Until when the secret before signs too; null when there is none. */
  oldSecretUntil: Date | null;
  /** Whether the reader may have it shown; one that they made just now they see. */
  mayShow: boolean;
}

const HIDDEN = 'whsec_••••••••••••';

/** The secret that messages are signed with: shown to admins who ask for it, copied, and changed for another. */
export function SecretField({ id, oldSecretUntil, mayShow }: SecretFieldProps) {
  const [secret, setSecret] = useState('');
  const [asking, setAsking] = useState(false);
  const show = useToast();
  const reveal = async (): Promise<string> => {
    if (secret !== '') return secret;
    const answer = await showSecretAction({ id });
    if (!answer.ok) show({ title: answer.message, tone: 'bad' });
    const found = answer.ok ? answer.value.secret : '';
    setSecret(found);
    return found;
  };
  const copy = async () => {
    const found = await reveal();
    if (found === '') return;
    try {
      await navigator.clipboard.writeText(found);
      announce('Secret copied');
      show({ title: 'Secret copied', tone: 'good' });
    } catch {
      // Without HTTPS a browser keeps the clipboard to itself.
      show({ title: 'Select the secret and copy it with the keyboard' });
    }
  };
  const rotate = async () => {
    const answer = await rotateSecretAction({ id });
    if (answer.ok) setSecret(answer.value.secret);
    else show({ title: answer.message, tone: 'bad' });
    return answer.ok;
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      <code className="min-w-0 font-mono text-xs break-all">{secret === '' ? HIDDEN : secret}</code>
      {secret !== '' ? (
        <Button size="sm" onClick={() => setSecret('')}>
          Hide
        </Button>
      ) : mayShow ? (
        <Button size="sm" onClick={reveal}>
          Show
        </Button>
      ) : null}
      {secret !== '' || mayShow ? (
        <Button size="sm" onClick={copy}>
          Copy
        </Button>
      ) : null}
      <Button size="sm" onClick={() => setAsking(true)}>
        Rotate
      </Button>
      {oldSecretUntil ? (
        <span className="text-xs text-soft">
          The one before signs too until <RelativeTime at={oldSecretUntil} />
        </span>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Rotate the secret?"
        confirmLabel="Rotate"
        tone="primary"
        onConfirm={rotate}
      >
        For 24 hours each message is signed with both secrets. Give the new one to the receiver within that
        time.
      </ConfirmDialog>
    </span>
  );
}
