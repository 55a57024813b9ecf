'use client';

import { useContext, useState, useTransition, type ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { useToast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { takeLeadAction } from '@/lib/queue/actions';
import type { Reasons } from '@/lib/reasons/schema';
import { NoteDialog } from './note-dialog';
import { OutcomeDialog } from './outcome-dialog';
import { PassDialog } from './pass-dialog';
import { SnoozeDialog } from './snooze-dialog';
import { TouchDialog } from './touch-dialog';
import { WorkContext, type Deed } from './work-context';

/** The lead that is worked. */
export interface WorkedLead {
  id: string;
  name: string;
  ownerId: string | null;
}

export interface LeadDialogProps {
  lead: WorkedLead;
  onClose: () => void;
}

/** Leads that something is done to at once. */
export interface LeadsDialogProps {
  leads: {
    ids: readonly string[];
    /** "Jana Petrov", "12 leads". */
    called: string;
    /** Whose they are, when they are one person's. */
    ownerId?: string | null;
  };
  onClose: () => void;
}

const DEEDS: Record<Deed, { label: string; key: string; help: string }> = {
  call: { label: 'Call', key: 'C', help: 'Log a call' },
  email: { label: 'E-mail', key: 'E', help: 'Log an e-mail' },
  meeting: { label: 'Meeting', key: 'M', help: 'Log a meeting' },
  note: { label: 'Note', key: 'W', help: 'Write a note' },
  snooze: { label: 'Snooze', key: 'S', help: 'Snooze' },
  outcome: { label: 'Outcome', key: 'O', help: 'Qualified, disqualified, won or lost' },
  pass: { label: 'Pass on', key: 'P', help: 'Pass on' },
  take: { label: 'Take', key: 'T', help: 'Take this free lead' },
};

export interface LeadWorkProps {
  lead: WorkedLead;
  owners: readonly { id: string; name: string }[];
  /** Why leads may be given up. */
  reasons: Reasons;
  /** May the viewer work this lead? Without it nothing is offered. */
  allowed: boolean;
  children: ReactNode;
}

/** Binds the keys with which a lead is worked, and holds the dialogs that they open; buttons stand inside. */
export function LeadWork({ lead, owners, reasons, allowed, children }: LeadWorkProps) {
  const [open, setOpen] = useState<Deed>();
  const take = useTake(lead.id);
  const offered: readonly Deed[] = ['call', 'email', 'meeting', 'snooze', 'note', 'outcome'];
  const deeds = allowed ? ([...offered, lead.ownerId ? 'pass' : 'take'] as const) : [];
  const begin = (deed: Deed) => (deed === 'take' ? take() : setOpen(deed));
  const onClose = () => setOpen(undefined);
  const dialog = { lead, onClose };
  const one = { leads: { ids: [lead.id], called: lead.name, ownerId: lead.ownerId }, onClose };
  return (
    <WorkContext value={{ begin, deeds }}>
      {deeds.map((deed) => (
        <DeedKey key={deed} deed={deed} onPress={() => begin(deed)} />
      ))}
      {children}
      {open === 'call' || open === 'email' || open === 'meeting' ? (
        <TouchDialog type={open} {...dialog} />
      ) : null}
      {open === 'note' ? <NoteDialog {...dialog} /> : null}
      {open === 'snooze' ? <SnoozeDialog {...one} /> : null}
      {open === 'outcome' ? <OutcomeDialog {...dialog} reasons={reasons} /> : null}
      {open === 'pass' ? <PassDialog {...one} owners={owners} /> : null}
    </WorkContext>
  );
}

function DeedKey({ deed, onPress }: { deed: Deed; onPress: () => void }) {
  const { key, help } = DEEDS[deed];
  useShortcut(key.toLowerCase(), help, onPress, { group: 'This lead' });
  return null;
}

function useTake(leadId: string): () => void {
  const show = useToast();
  const [, startTransition] = useTransition();
  return () =>
    startTransition(async () => {
      const result = await takeLeadAction({ leadId });
      show(result.ok ? { title: 'This lead is yours' } : { title: result.message, tone: 'bad' });
    });
}

function DeedButton({ deed, variant, label }: { deed: Deed; variant?: ButtonVariant; label?: string }) {
  const { begin } = useContext(WorkContext);
  return (
    <Button variant={variant} shortcut={DEEDS[deed].key} onClick={() => begin(deed)}>
      {label ?? DEEDS[deed].label}
    </Button>
  );
}

/** All actions as a block of two rows, for the side panel. */
export function WorkGrid() {
  const { deeds } = useContext(WorkContext);
  const [, , , , ...rest] = deeds;
  if (deeds.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-4">
        <DeedButton deed="call" variant="primary" />
        <DeedButton deed="email" />
        <DeedButton deed="meeting" />
        <DeedButton deed="snooze" />
      </div>
      <div className="grid grid-cols-3 gap-1.5">
        {rest.map((deed) => (
          <DeedButton key={deed} deed={deed} />
        ))}
      </div>
    </div>
  );
}

/** All actions in a line, for the top of a page; not on a phone. */
export function WorkBar() {
  const { deeds } = useContext(WorkContext);
  if (deeds.length === 0) return null;
  return (
    <div className="flex items-center gap-2 max-md:hidden">
      {deeds
        .filter((deed) => deed !== 'call')
        .map((deed) => (
          <DeedButton key={deed} deed={deed} />
        ))}
      <DeedButton deed="call" variant="primary" label="Log call" />
    </div>
  );
}

/** The actions at the foot of the screen, for thumbs. */
export function WorkFoot() {
  const { begin, deeds } = useContext(WorkContext);
  const [, , , ...rest] = deeds;
  if (deeds.length === 0) return null;
  return (
    <div className="grid shrink-0 grid-cols-4 gap-1.5 border-t border-line bg-bg px-4 py-2 md:hidden">
      {(['call', 'email', 'meeting'] as const).map((deed) => (
        <Button
          key={deed}
          size="lg"
          variant={deed === 'call' ? 'primary' : 'default'}
          onClick={() => begin(deed)}
        >
          {DEEDS[deed].label}
        </Button>
      ))}
      <DropdownMenu
        side="top"
        trigger={<Button size="lg">More</Button>}
        items={rest.map((deed) => ({ label: DEEDS[deed].label, onSelect: () => begin(deed) }))}
      />
    </div>
  );
}
