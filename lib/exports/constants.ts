/** The lists of the screens that can be fetched as a file. */
export const EXPORT_LISTS = ['leads', 'queue', 'deals', 'report-leads', 'filtered', 'audit'] as const;

/** What the command line exports whole. */
export const EXPORT_KINDS = ['leads', 'companies', 'events', 'deals', 'scores'] as const;

/** For whom a file of scores is made: anyone, or a CRM's own import. */
export const EXPORT_FORMATS = ['plain', 'hubspot', 'salesforce'] as const;

export type ExportList = (typeof EXPORT_LISTS)[number];
export type ExportKind = (typeof EXPORT_KINDS)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows that are read from the database at once. */
export const ROWS_AT_ONCE = 1000;
