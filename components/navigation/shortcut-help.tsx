'use client';

import { useCallback, useEffect, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { listKeys } from '@/components/ui/match-shortcut';
import { onRequest } from '@/components/ui/shell-requests';
import { useMac } from '@/components/ui/use-mac';
import {
  setSingleKeys,
  useShortcut,
  useShortcutList,
  EVERYWHERE,
  useSingleKeys,
  type Shortcut,
} from '@/components/ui/use-shortcut';

/** Lists the keys that act on this screen; opens on "?". */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcutList();
  const singleKeys = useSingleKeys();
  const show = useCallback(() => setOpen(true), []);
  useShortcut('?', 'List the keys', show, { group: EVERYWHERE });
  useEffect(() => onRequest('shortcut-help', show), [show]);
  // What acts everywhere stands last.
  const names = new Set(shortcuts.map((shortcut) => shortcut.group));
  names.delete(EVERYWHERE);
  const groups = [...names, EVERYWHERE];
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard shortcuts">
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <ShortcutGroup
            key={group}
            name={group}
            shortcuts={shortcuts.filter((shortcut) => shortcut.group === group)}
          />
        ))}
        <Checkbox
          label="Keys without Ctrl or ⌘ act"
          hint="Turn this off if you dictate or use a screen reader that needs them."
          checked={singleKeys}
          onCheckedChange={setSingleKeys}
        />
      </div>
    </Dialog>
  );
}

function ShortcutGroup({ name, shortcuts }: { name: string; shortcuts: readonly Shortcut[] }) {
  const mac = useMac();
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div
            key={`${shortcut.keys} ${shortcut.label}`}
            className="flex h-7.5 items-center border-b border-line"
          >
            <dt className="grow">{shortcut.label}</dt>
            <dd className="flex gap-1">
              {listKeys(shortcut.keys, mac).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
