import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import { ALERT_LABELS } from '@/lib/alerts/constants';
import type { AlertsView } from '@/lib/alerts/loaders';

const TONE = { owned: 'neutral', intent: 'neutral', warning: 'warn', late: 'bad', alarm: 'bad' } as const;

/** What people were told of leads, newest first. */
export function AlertTable({ rows, tab }: Pick<AlertsView, 'rows' | 'tab'>) {
  return (
    <Table caption="Alerts" fixed>
      <thead>
        <tr>
          <Th edge="start">Lead</Th>
          <Th width={52} hideOnPhone>
            Tier
          </Th>
          <Th className="md:w-[45%]">What happened</Th>
          {tab === 'yours' ? null : (
            <Th hideOnPhone width={150}>
              Told
            </Th>
          )}
          <Th align="right" edge="end" width={92}>
            When
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, kind, detail, lead, to, seen }) => (
          <Tr key={id}>
            <Td edge="start">
              <TwoLines
                primary={<Link href={`/leads/${lead.id}`}>{lead.name}</Link>}
                secondary={lead.company}
              />
            </Td>
            <Td hideOnPhone>{lead.tier ? <TierBadge tier={lead.tier} /> : null}</Td>
            <Td>
              <TwoLines
                primary={
                  <span className="flex flex-wrap items-center gap-1.5">
                    <Badge tone={TONE[kind]}>{ALERT_LABELS[kind]}</Badge>
                    {tab === 'yours' && !seen ? (
                      <span className="text-xs font-normal text-accent">new</span>
                    ) : null}
                  </span>
                }
                secondary={<span title={detail}>{detail}</span>}
              />
            </Td>
            {tab === 'yours' ? null : (
              <Td hideOnPhone className="text-soft">
                {to ?? 'Everyone'}
              </Td>
            )}
            <Td align="right" edge="end" className="text-soft">
              <RelativeTime at={at} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
