/** A key as it is listed: all but its secret, which nobody can read again. */
export interface ApiKeyRow {
  id: string;
  name: string;
  /** The key's first characters. */
  prefix: string;
  scopes: string[];
  createdAt: Date;
  /** Who made it; null when it was made on the command line, or by someone who is gone. */
  createdBy: string | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}
