import { X } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatNumber } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import type { DeliveryDetail } from '@/lib/webhooks/data/screens';
import { DELIVERY_WORDS, nameEvent } from './endpoint-words';
import { ReplayButton } from './replay-buttons';

export interface DeliveryPanelProps {
  delivery: DeliveryDetail;
  closeHref: string;
  mayReplay: boolean;
}

/** JSON with a fact a line; other text as it is. */
function layOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="max-h-80 overflow-auto rounded border border-line bg-sunk p-2 font-mono text-xs break-words whitespace-pre-wrap"
    >
      {children}
    </pre>
  );
}

/** One message: what was sent, and every try with its answer. */
export function DeliveryPanel({ delivery, closeHref, mayReplay }: DeliveryPanelProps) {
  const { id, eventType, state, body, log } = delivery;
  const { word, tone } = DELIVERY_WORDS[state];
  return (
    <Card className="mx-4 my-3 max-md:mx-3" aria-label="Message">
      <CardHeader
        title={nameEvent(eventType)}
        note={<Badge tone={tone}>{word}</Badge>}
        actions={
          <>
            {mayReplay ? <ReplayButton deliveryId={id} /> : null}
            <ButtonLink variant="quiet" iconOnly href={closeHref} scroll={false} aria-label="Close">
              <X size={16} aria-hidden />
            </ButtonLink>
          </>
        }
      />
      <CardBody className="grid gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1.5">
          <h3>What was sent</h3>
          <Code label="Body">{layOut(body)}</Code>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {log.length === 0 ? <p className="text-soft">Not tried yet.</p> : null}
          {log.map((one) => (
            <section
              key={one.number}
              aria-label={`Try ${one.number}`}
              className="flex min-w-0 flex-col gap-1.5"
            >
              <h3>
                Try {one.number}
                <span className="ml-2 text-xs font-normal text-soft">
                  <InstantTime at={one.at} format="exact" />, {formatNumber(one.durationMs)} ms
                </span>
              </h3>
              <p className={one.error ? 'break-words text-bad' : 'text-soft'}>
                {one.error ?? `Answered ${one.status}`}
              </p>
              <Code label={`Headers of try ${one.number}`}>
                {one.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
              </Code>
              {one.response ? <Code label={`Answer to try ${one.number}`}>{one.response}</Code> : null}
            </section>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
