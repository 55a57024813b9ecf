import { Button } from '@/components/ui/button';

export interface SaveFootProps {
  pending: boolean;
  /** Why it could not be saved; empty when it could. */
  fault: string;
  onSave: () => void;
  /** The one thing to do on its screen. */
  primary?: boolean;
  label?: string;
}

/** Saves settings, and says why when they cannot be. */
export function SaveFoot({ pending, fault, onSave, primary = false, label = 'Save' }: SaveFootProps) {
  return (
    <span className="flex items-center gap-3">
      <Button variant={primary ? 'primary' : undefined} busy={pending} onClick={onSave}>
        {label}
      </Button>
      {fault ? (
        <span role="alert" className="text-bad">
          {fault}
        </span>
      ) : null}
    </span>
  );
}
