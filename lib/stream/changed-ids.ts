import { z } from 'zod';

const idsSchema = z.array(z.uuid());

/** The ids that a notification names; null when it stands for more than it could name, or cannot be read. */
export function readIds(payload: string): string[] | null {
  try {
    const ids = idsSchema.parse(JSON.parse(payload));
    return ids.length > 0 ? ids : null;
  } catch {
    return null;
  }
}

/** Ids gathered until someone takes them, none twice, no more than a limit. */
export class ChangedIds {
  private ids = new Set<string>();
  private more = false;

  constructor(private readonly limit: number) {}

  /** Adds ids; null stands for more than were named. */
  add(ids: readonly string[] | null): void {
    if (ids === null) this.more = true;
    for (const id of ids ?? []) {
      if (this.ids.size < this.limit) this.ids.add(id);
      else if (!this.ids.has(id)) this.more = true;
    }
  }

  /** What was gathered, which is then gathered no more; `more` when others changed as well. */
  take(): { ids: string[]; more: boolean } {
    const taken = { ids: [...this.ids], more: this.more };
    this.ids = new Set();
    this.more = false;
    return taken;
  }
}
