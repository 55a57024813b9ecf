import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { Role } from '@/lib/generated/prisma/enums';
import { ROLE_WORDS } from './role-words';

export interface OpenInvitation {
  id: string;
  role: Role;
  email: string | null;
  /** Set when the link is for a new password, not for joining. */
  userId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** One-time links that were made and not used yet. */
export function InvitationTable({ invitations }: { invitations: readonly OpenInvitation[] }) {
  return (
    <Table caption="Open one-time links" fixed>
      <thead>
        <tr>
          <Th edge="start">For</Th>
          <Th width={128}>To</Th>
          <Th hideOnPhone width={128}>
            Role
          </Th>
          <Th hideOnPhone width={144}>
            Made
          </Th>
          <Th edge="end" width={112}>
            Expires
          </Th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <Tr key={invitation.id}>
            <Td edge="start" className="truncate">
              {invitation.email ?? 'Anyone with the link'}
            </Td>
            <Td>{invitation.userId ? 'New password' : 'Join'}</Td>
            <Td hideOnPhone>{ROLE_WORDS[invitation.role].name}</Td>
            <Td hideOnPhone className="text-soft">
              <RelativeTime at={invitation.createdAt} />
            </Td>
            <Td edge="end" className="text-soft">
              <RelativeTime at={invitation.expiresAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
