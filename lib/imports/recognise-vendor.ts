/** Vendors whose exports tell by their headers whose they are; as a source of external ids is called. */
export type Vendor = 'hubspot' | 'salesforce' | 'pipedrive' | 'marketo';

/** Sets of names, compared as they stand but for case, of which an export of the vendor has one whole; first that fits. */
const SIGNS: readonly { vendor: Vendor; names: readonly (readonly string[])[] }[] = [
  {
    vendor: 'pipedrive',
    names: [['person - id'], ['organization - id'], ['deal - id'], ['activity - id'], ['person - name']],
  },
  {
    vendor: 'marketo',
    names: [['marketoguid'], ['leadid', 'activitytypeid'], ['id', 'firstname', 'lastname', 'leadsource']],
  },
  {
    vendor: 'salesforce',
    names: [
      ['company / account'],
      ['account id', 'account owner'],
      ['opportunity id', 'opportunity owner'],
      ['contact id', 'account name'],
      ['opportunity name', 'stage'],
    ],
  },
  {
    vendor: 'hubspot',
    names: [['record id'], ['record id - contact'], ['record id - company'], ['record id - deal']],
  },
];

/** Whose export a header is, or null where it does not say. */
export function recogniseVendor(header: readonly string[]): Vendor | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  const said = SIGNS.find((entry) => entry.names.some((set) => set.every((name) => names.has(name))));
  return said?.vendor ?? null;
}
