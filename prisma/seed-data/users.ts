import type { Random } from './random';
import { DAY } from './random';
import type { DemoUser } from './types';

const PEOPLE: readonly { email: string; name: string; role: DemoUser['role'] }[] = [
  { email: 'rep@leadgrid.example', name: 'Maya Krause', role: 'rep' },
  { email: 'jonas.lindgren@leadgrid.example', name: 'Jonas Lindgren', role: 'rep' },
  { email: 'amelia.hart@leadgrid.example', name: 'Amelia Hart', role: 'rep' },
  { email: 'davide.conti@leadgrid.example', name: 'Davide Conti', role: 'rep' },
  { email: 'noor.haddad@leadgrid.example', name: 'Noor Haddad', role: 'rep' },
  { email: 'manager@leadgrid.example', name: 'Henrik Vogel', role: 'manager' },
  { email: 'ops@leadgrid.example', name: 'Ines Ortega', role: 'ops' },
  { email: 'admin@leadgrid.example', name: 'Ruth Okafor', role: 'admin' },
];

/** The demo's staff: reps first, then a manager, ops and an admin. */
export function drawUsers(random: Random, now: number): DemoUser[] {
  return PEOPLE.map((person, index) => {
    const createdAt = Math.floor(now - (720 - index) * DAY);
    return { id: random.idAt(createdAt), ...person, createdAt: new Date(createdAt) };
  });
}
