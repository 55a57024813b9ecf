/** What a deal is worth. */
export interface Worth {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** How a lead's deal stands: open, won for an amount, or lost for a reason. Without a worth the deal keeps what it has. */
export type DealResult =
  | { outcome: 'open'; worth?: Worth; expectedCloseAt?: Date }
  | { outcome: 'won'; worth: Worth }
  | { outcome: 'lost'; reason: string; worth?: Worth };

/** The lead that a deal is made with. */
export interface DealLead {
  id: string;
  name: string;
  companyId: string | null;
  companyName: string | null;
  /** Whether its last deal has ended: then the next result corrects that deal. */
  closed: boolean;
}

/** A deal that has come to be won or lost. */
export interface ClosedDeal {
  id: string;
  leadId: string | null;
  outcome: 'won' | 'lost';
  /** Null when nobody said when. */
  closedAt: Date | null;
}
