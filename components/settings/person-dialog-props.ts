import type { Person } from '@/lib/users/data';

/** What each dialog about one person is given. */
export interface PersonDialogProps {
  person: Person;
  /** The person is the reader. */
  self: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}
