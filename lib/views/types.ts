/** A queue under a name. */
export interface View {
  id: string;
  name: string;
  /** Where it leads: "/queue?tab=free&tier=A". */
  address: string;
  shared: boolean;
  /** Whose it is, when it is a colleague's; null for the viewer's own. */
  by: string | null;
}
