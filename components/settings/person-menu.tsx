'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import type { Person } from '@/lib/users/data';
import { ActivationDialog } from './activation-dialog';
import { PasswordLinkDialog } from './password-link-dialog';
import { RoleDialog } from './role-dialog';

export interface PersonMenuProps {
  person: Person;
  /** The row is the reader's own. */
  self: boolean;
}

type Asked = 'role' | 'password' | 'activation';

/** What an admin may do with a person. */
export function PersonMenu({ person, self }: PersonMenuProps) {
  const [asked, setAsked] = useState<Asked>();
  const dialogFor = (which: Asked) => ({
    person,
    self,
    open: asked === which,
    onOpenChange: (open: boolean) => setAsked(open ? which : undefined),
  });
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label={`Actions for ${person.name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        items={[
          { label: 'Change role', onSelect: () => setAsked('role') },
          { label: 'New password link', onSelect: () => setAsked('password'), disabled: !person.active },
          {
            label: person.active ? 'Deactivate' : 'Activate',
            onSelect: () => setAsked('activation'),
            danger: person.active,
            separated: true,
          },
        ]}
      />
      <RoleDialog {...dialogFor('role')} />
      <PasswordLinkDialog {...dialogFor('password')} />
      <ActivationDialog {...dialogFor('activation')} />
    </>
  );
}
