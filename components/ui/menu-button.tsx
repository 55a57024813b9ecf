'use client';

import { Menu } from 'lucide-react';
import { Button } from './button';
import { askFor } from './shell-requests';

/** Opens the navigation where the side column has no room (below 900 px). */
export function MenuButton() {
  return (
    <Button
      variant="quiet"
      iconOnly
      aria-label="Menu"
      onClick={() => askFor('menu')}
      className="-ml-1.5 md:hidden print:hidden"
    >
      <Menu size={16} aria-hidden />
    </Button>
  );
}
