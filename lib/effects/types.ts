/** What a criterion does at present. */
export interface CriterionFigures {
  criterionId: string;
  /** Leads that have any of its evidence now. */
  leads: number;
  /** Closed deals whose lead had any of it when a rep first engaged them. */
  closed: number;
  /**
   * How many times as often those were won as the other closed deals: Infinity when no other was won; null when there
   * are too few closed deals on either side.
   */
  lift: number | null;
}

/** A lead as a list of movers names it. */
export interface NamedLead {
  id: string;
  name: string;
  company: string | null;
}
