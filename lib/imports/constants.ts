/** What a file can hold, in the order in which a whole export is imported. */
export const IMPORT_KINDS = ['companies', 'leads', 'events', 'deals'] as const;

/** Rows written in one transaction. */
export const BATCH_ROWS = 1_000;

/** Size of the pieces an uploaded file is stored in, in bytes. */
export const CHUNK_BYTES = 256 * 1024;

/** The largest file taken by the screen, in bytes; the command takes any. */
export const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024;

/** Bytes looked at to tell the encoding and the delimiter. */
export const HEAD_BYTES = 64 * 1024;

export const MAX_COLUMNS = 1_000;

/** The longest row taken, in characters: a quoted cell that never ends must not fill the memory. */
export const MAX_ROW_CHARACTERS = 1024 * 1024;

/** Rows shown, and looked at to guess types, before an import is started. */
export const PREVIEW_ROWS = 200;

/** Where imported rows come from when nobody names their source. */
export const DEFAULT_SOURCE = 'import';

/** People or companies that occur more than once in a file and are kept in memory until their last row. */
export const MAX_HELD = 20_000;

export const NAME_LENGTH = 300;
export const KEY_LENGTH = 200;
export const TEXT_LENGTH = 32_000;

/** The largest workbook taken, packed and unpacked, in bytes, and its longest sheet: a workbook is read as a whole. */
export const MAX_WORKBOOK_BYTES = 25 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
export const MAX_WORKBOOK_ROWS = 200_000;
/** The channel on which imports that went on are announced: a JSON array of ids, sent on commit. */
export const IMPORTS_CHANNEL = 'leadgrid_imports';

/** For so many days an import can be undone: as long is kept what it changed of rows that were there before. */
export const UNDO_DAYS = 90;
