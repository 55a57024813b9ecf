'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import type { Person } from '@/lib/users/data';
import { ActivationDialog } from './activation-dialog';
import { PasswordLinkDialog } from './password-link-dialog';
import { PlanDialog } from './plan-dialog';
import { RoleDialog } from './role-dialog';

export interface PersonMenuProps {
  person: Person;
  /** The row is the reader's own. */
  self: boolean;
  mayManage: boolean;
  mayPlan: boolean;
}

type Asked = 'role' | 'password' | 'activation' | 'plan';

/** What may be done with a person: by an admin all of it, by ops what routing asks of them. */
export function PersonMenu({ person, self, mayManage, mayPlan }: PersonMenuProps) {
  const [asked, setAsked] = useState<Asked>();
  const dialogFor = (which: Asked) => ({
    person,
    self,
    open: asked === which,
    onOpenChange: (open: boolean) => setAsked(open ? which : undefined),
  });
  const plan = { label: 'Capacity and absence', onSelect: () => setAsked('plan') };
  const account = [
    { label: 'Change role', onSelect: () => setAsked('role') },
    { label: 'New password link', onSelect: () => setAsked('password'), disabled: !person.active },
    {
      label: person.active ? 'Deactivate' : 'Activate',
      onSelect: () => setAsked('activation'),
      danger: person.active,
      separated: true,
    },
  ];
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label={`Actions for ${person.name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        items={[...(mayPlan ? [plan] : []), ...(mayManage ? account : [])]}
      />
      <RoleDialog {...dialogFor('role')} />
      <PasswordLinkDialog {...dialogFor('password')} />
      <ActivationDialog {...dialogFor('activation')} />
      <PlanDialog {...dialogFor('plan')} />
    </>
  );
}
