/** Where a lead that just changed stands now: enough to tell whether a list on screen is concerned. */
export interface LeadMark {
  id: string;
  /** 0 is the best tier; null without a score. */
  rank: number | null;
  score: number | null;
  /** When an answer is due, in milliseconds since 1970; null when none is. */
  respondBy: number | null;
  /** Since when it is in its tier, in milliseconds since 1970. */
  tierSince: number | null;
  /** Who owns the lead, or else keeps it for the moment. */
  holder: string | null;
  /** Someone has still to work it. False for what was merged or erased. */
  open: boolean;
}

/** How far an import is. */
export interface ImportMark {
  id: string;
  stage: 'draft' | 'queued' | 'running' | 'done' | 'failed' | 'undoing' | 'undone';
  rowsRead: number;
  /** Null while the file is looked through. */
  rowsTotal: number | null;
}

/**
 * Of the rubric's draft: someone edits it (`hello` asks the others to say so too), someone left it, or it changed, was
 * published or thrown away. `editor` is the page in which someone edits.
 */
export type RubricMark =
  | { kind: 'hello' | 'here' | 'left'; editor: string; name: string }
  | { kind: 'changed'; editor: string | null; name: string };

/**
 * What a stream says: it is open (and what came before was not heard), it lives, these leads changed (`more`: others
 * too), these imports went on, this is so of the rubric, or it is over because the one who listens may not any longer.
 */
export type StreamMessage =
  | { topic: 'open' }
  | { topic: 'beat' }
  | { topic: 'leads'; data: { marks: LeadMark[]; more: boolean } }
  | { topic: 'imports'; data: { marks: ImportMark[] } }
  | { topic: 'rubric'; data: RubricMark }
  | { topic: 'ended' };
