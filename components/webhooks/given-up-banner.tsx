import Link from 'next/link';
import type { EndpointView } from '@/lib/webhooks/loaders';
import { wasGivenUp } from './endpoint-words';

/** Says which endpoints were switched off by themselves, and why. */
export function GivenUpBanner({ endpoints }: { endpoints: readonly EndpointView[] }) {
  const givenUp = endpoints.filter(wasGivenUp);
  if (givenUp.length === 0) return null;
  return (
    <div role="status" className="border-b border-line bg-bad-soft px-4 py-2.5 max-md:px-3">
      {givenUp.map(({ id, name, disabledReason }) => (
        <p key={id}>
          <Link href={`/settings/webhooks/${id}`} className="font-strong underline">
            {name}
          </Link>{' '}
          was switched off and is told nothing any more. {disabledReason}
        </p>
      ))}
    </div>
  );
}
