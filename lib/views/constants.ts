/** Nobody keeps more views than this. */
export const MOST_VIEWS = 50;
