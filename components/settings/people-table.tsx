import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { formatNumber } from '@/components/ui/format';
import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { Person } from '@/lib/users/data';
import { describeAbsence } from './describe-absence';
import { PersonMenu } from './person-menu';
import { ROLE_WORDS } from './role-words';

export interface PeopleTableProps {
  people: readonly Person[];
  selfId: string;
  /** The reader may change people. */
  mayManage: boolean;
  /** The reader may say how many leads someone takes and when they are away. */
  mayPlan: boolean;
}

/** Everyone with an account. */
export function PeopleTable({ people, selfId, mayManage, mayPlan }: PeopleTableProps) {
  return (
    <Table caption="People" fixed>
      <thead>
        <tr>
          <Th edge="start">Name</Th>
          <Th className="w-28 md:w-[16%]">Role</Th>
          <Th hideOnPhone align="right" className="w-[10%]">
            Open leads
          </Th>
          <Th hideOnPhone className="w-[16%] pl-8">
            Last sign-in
          </Th>
          <Th hideOnPhone className="w-[16%]">
            Joined
          </Th>
          {mayManage || mayPlan ? (
            <Th edge="end" width={56}>
              <span className="sr-only">Actions</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            self={person.id === selfId}
            mayManage={mayManage}
            mayPlan={mayPlan}
          />
        ))}
      </tbody>
    </Table>
  );
}

interface PersonRowProps extends Pick<PeopleTableProps, 'mayManage' | 'mayPlan'> {
  person: Person;
  self: boolean;
}

function PersonRow({ person, self, mayManage, mayPlan }: PersonRowProps) {
  const [next] = person.absences;
  return (
    <Tr>
      <Td edge="start">
        <span className="flex min-w-0 items-center gap-2.5 py-1">
          <Avatar name={person.name} size="md" decorative />
          <TwoLines
            primary={
              <>
                {person.name}
                {self ? <span className="font-normal text-faint"> (you)</span> : null}
              </>
            }
            secondary={person.email}
          />
        </span>
      </Td>
      <Td>
        <span className="flex flex-wrap gap-1">
          <span title={ROLE_WORDS[person.role].may}>{ROLE_WORDS[person.role].name}</span>
          {person.active ? null : <Badge tone="warn">Deactivated</Badge>}
          {next ? <Badge>{describeAbsence(next)}</Badge> : null}
        </span>
      </Td>
      <Td hideOnPhone align="right">
        {formatNumber(person.openLeads)}
        {person.capacity === null ? null : (
          <span className="text-faint"> of {formatNumber(person.capacity)}</span>
        )}
      </Td>
      <Td hideOnPhone className="pl-8 text-soft">
        {person.lastSignInAt ? <RelativeTime at={person.lastSignInAt} /> : 'Never'}
      </Td>
      <Td hideOnPhone className="text-soft">
        <InstantTime at={person.createdAt} format="long" />
      </Td>
      {mayManage || mayPlan ? (
        <Td edge="end" align="right">
          <PersonMenu person={person} self={self} mayManage={mayManage} mayPlan={mayPlan} />
        </Td>
      ) : null}
    </Tr>
  );
}
