import type { AlertKind } from '@/lib/generated/prisma/enums';

/** What somebody is to be told of a lead. */
export interface NewAlert {
  leadId: string;
  /** Null for everyone. */
  userId: string | null;
  kind: AlertKind;
  /** In words. */
  detail: string;
}
