import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { QueueView } from '@/lib/queue/loaders';
import { toQueueAddress } from '@/lib/queue/queue-address';

const WORDS: Record<QueueView['search']['tab'], { title: string; why: string }> = {
  mine: { title: 'Your queue is empty', why: 'Take the next free lead with N, or look at the free ones.' },
  free: {
    title: 'No lead is free',
    why: 'Every lead worth a call has an owner. New ones appear here as they come.',
  },
  team: { title: 'Nobody owns a lead yet', why: 'Leads that reps take stand here.' },
  snoozed: { title: 'Nothing is snoozed', why: 'Leads that you put off with S wait here until their day.' },
};

/** Why a tab shows no lead, and what to do. */
export function QueueEmpty({ view }: { view: QueueView }) {
  const { search, tiers } = view;
  if (tiers.length === 0) {
    return (
      <EmptyState title="There is no live rubric">
        Leads are ranked as soon as ops publish one. Nothing is lost meanwhile.
      </EmptyState>
    );
  }
  if (view.deserted) {
    return view.maySetUp ? (
      <EmptyState
        title="No leads yet"
        actions={
          <>
            <ButtonLink href="/first-steps" variant="primary">
              First steps
            </ButtonLink>
            <ButtonLink href="/imports">Import a file</ButtonLink>
          </>
        }
      >
        Bring them in by a file or from your website: they are ranked as they come.
      </EmptyState>
    ) : (
      <EmptyState title="No leads yet">
        Whoever looks after Leadgrid brings them in. The best then stand here first, by themselves.
      </EmptyState>
    );
  }
  const narrowed =
    search.q || search.owner || [search.tier, search.source, search.country].some((list) => list.length > 0);
  if (narrowed) {
    const all = { q: undefined, owner: undefined, tier: [], source: [], country: [] };
    return (
      <EmptyState
        title="No lead fits these filters"
        actions={<ButtonLink href={toQueueAddress(search, all)}>Remove the filters</ButtonLink>}
      >
        There may be some without them.
      </EmptyState>
    );
  }
  const { title, why } = WORDS[search.tab];
  return (
    <EmptyState
      title={title}
      actions={
        search.tab === 'mine' ? (
          <ButtonLink href={toQueueAddress(search, { tab: 'free', lead: undefined })}>Free leads</ButtonLink>
        ) : undefined
      }
    >
      {why}
    </EmptyState>
  );
}
