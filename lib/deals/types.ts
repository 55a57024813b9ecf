/** How a lead's deal stands: open, won for an amount, or lost for a reason. */
export type DealResult =
  | { outcome: 'open'; amount?: number; currency?: string }
  | { outcome: 'won'; amount: number; currency: string }
  | { outcome: 'lost'; reason: string };

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
