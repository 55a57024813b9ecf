import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { EndpointView } from '@/lib/webhooks/loaders';
import { describeFilters, describeState, nameEvent } from './endpoint-words';
import { SecretField } from './secret-field';

export interface EndpointFactsProps {
  endpoint: EndpointView;
  mayManage: boolean;
  /** Whether the reader may see the secret. */
  mayShow: boolean;
}

/** Where an endpoint is, what it is told, and how it stands. */
export function EndpointFacts({ endpoint, mayManage, mayShow }: EndpointFactsProps) {
  const { id, kind, address, recipients, eventTypes, failingSince, disabledReason, active } = endpoint;
  const { word, tone } = describeState(endpoint);
  const isWebhook = kind === 'webhook';
  const items = [
    {
      term: 'State',
      value: <Badge tone={tone}>{word}</Badge>,
      note: active ? (
        failingSince ? (
          <>
            nothing got through since <RelativeTime at={failingSince} />
          </>
        ) : undefined
      ) : (
        disabledReason
      ),
    },
    kind === 'email'
      ? { term: 'Goes to', value: recipients.map(({ name }) => name).join(', ') || 'Nobody' }
      : { term: 'Address', value: <span className="font-mono text-xs break-all">{address}</span> },
    { term: 'Told of', value: eventTypes.map(nameEvent).join(', ') },
    { term: 'Which leads', value: describeFilters(endpoint) },
    ...(isWebhook && mayManage
      ? [
          {
            term: 'Secret',
            value: <SecretField id={id} oldSecretUntil={endpoint.oldSecretUntil} mayShow={mayShow} />,
          },
        ]
      : []),
  ];
  return <DescriptionList items={items} className="max-w-[960px] px-4 pt-4 pb-2 max-md:px-3" />;
}
