/** The mark of Leadgrid: a grid with one lead where it should be. */
export function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden className="shrink-0">
      <rect x=".5" y=".5" width="17" height="17" rx="4" fill="none" stroke="currentColor" />
      <path d="M9 1v16M1 9h16" stroke="currentColor" opacity=".35" />
      <circle cx="13" cy="5" r="2" fill="var(--tier-a)" />
    </svg>
  );
}
