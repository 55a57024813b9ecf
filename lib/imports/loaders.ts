import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import {
  findImport,
  findImportOptions,
  findOwnTypes,
  findUploadSize,
  listImports,
  listRejections,
  readUpload,
} from './data';
import { IMPORT_KINDS } from './constants';
import { ImportFault } from './import-fault';
import { previewFile, type Preview } from './preview-file';
import { dryRunSchema, importIdSchema, type ImportOptions } from './schema';
import { undoneSchema } from './undo-schema';

const SHOWN_IMPORTS = 50;
const SHOWN_REJECTIONS = 50;

/** The imports screen: the latest imports, and whether the reader may start one. */
export async function loadImports() {
  const actor = await requirePage('imports:read', '/imports');
  const imports = await listImports(SHOWN_IMPORTS);
  // In the order in which they are imported: by kind, and what was dropped first before what came after it.
  const oldestFirst = imports.toReversed();
  const drafts = IMPORT_KINDS.flatMap((kind) =>
    oldestFirst.filter((entry) => entry.stage === 'draft' && entry.kind === kind),
  );
  return { imports, drafts, mayImport: isAllowed(actor.role, 'imports:write') };
}

/** One import: what became of it, its first rejected rows, and for one not started yet how it would be read. */
export async function loadImport(id: string) {
  const actor = await requirePage('imports:read', `/imports/${encodeURIComponent(id)}`);
  const parsed = importIdSchema.safeParse({ id });
  const entry = parsed.success ? await findImport(parsed.data.id) : null;
  if (!entry) return null;
  const [rejections, size, options] = await Promise.all([
    listRejections(entry.id, SHOWN_REJECTIONS),
    findUploadSize(entry.id),
    findImportOptions(entry.id),
  ]);
  const draft = entry.stage === 'draft' && options ? await loadDraft(entry.id, options) : null;
  const dryRun = dryRunSchema.safeParse(entry.dryRun).data ?? null;
  const undone = undoneSchema.safeParse(entry.undone).data ?? null;
  return {
    entry,
    rejections,
    size,
    draft,
    dryRun,
    undone,
    mayImport: isAllowed(actor.role, 'imports:write'),
  };
}

/** How a file would be read; the fault in words where it cannot be. */
export interface Draft {
  options: ImportOptions;
  preview: Preview | null;
  fault: string | null;
}

async function loadDraft(id: string, options: ImportOptions): Promise<Draft> {
  try {
    const known = await findOwnTypes(options.mapping.kind);
    return {
      options,
      preview: await previewFile(() => readUpload(id), options, known, new Date()),
      fault: null,
    };
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return { options, preview: null, fault: error.message };
  }
}
