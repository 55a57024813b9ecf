/** A lead's first engagement, before its score of then is known. */
export interface EngagementInput {
  leadId: string;
  at: Date;
  /** The rep who engaged it, when one is known. */
  userId?: string | null;
  /** A logged touch; or, for imported history without one, the deal's creation. */
  basis: 'touch' | 'deal_created';
}
