/** What the two rubrics of a comparison are called: "v14" and "draft". */
export interface SideNames {
  before: string;
  after: string;
}

/** A name within a sentence: "the draft", "v14". */
export function nameInWords(name: string): string {
  return name === 'draft' ? 'the draft' : name;
}
