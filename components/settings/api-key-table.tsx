import { Badge } from '@/components/ui/badge';
import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { ApiKeyRow } from '@/lib/api-keys/types';
import { RevokeKeyButton } from './revoke-key-button';

export interface ApiKeyTableProps {
  keys: readonly ApiKeyRow[];
  /** The reader may revoke them. */
  mayManage: boolean;
}

/** The keys that were made, without their secret. */
export function ApiKeyTable({ keys, mayManage }: ApiKeyTableProps) {
  return (
    <Table caption="API keys" fixed>
      <thead>
        <tr>
          <Th edge="start">Key</Th>
          <Th className="w-[36%]">May</Th>
          <Th hideOnPhone className="w-[14%]">
            Last use
          </Th>
          <Th hideOnPhone className="w-[18%]">
            Made
          </Th>
          {mayManage ? (
            <Th edge="end" align="right" width={96}>
              <span className="sr-only">Actions</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <KeyLine key={key.id} apiKey={key} mayManage={mayManage} />
        ))}
      </tbody>
    </Table>
  );
}

function KeyLine({ apiKey, mayManage }: { apiKey: ApiKeyRow; mayManage: boolean }) {
  const { id, name, prefix, scopes, createdAt, createdBy, lastUsedAt, revokedAt } = apiKey;
  return (
    <Tr>
      <Td edge="start">
        <TwoLines primary={name} secondary={<code className="font-mono">{prefix}…</code>} />
      </Td>
      <Td>
        <span className="flex flex-wrap gap-1 py-1">
          {scopes.map((scope) => (
            <code key={scope} className="font-mono text-2xs text-soft">
              {scope}
            </code>
          ))}
        </span>
      </Td>
      <Td hideOnPhone className="text-soft">
        {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : 'Never'}
      </Td>
      <Td hideOnPhone className="text-soft">
        <TwoLines
          primary={<InstantTime at={createdAt} format="long" />}
          secondary={createdBy ?? 'command line'}
        />
      </Td>
      {mayManage ? (
        <Td edge="end" align="right">
          {revokedAt ? <Badge>Revoked</Badge> : <RevokeKeyButton keyId={id} name={name} />}
        </Td>
      ) : null}
    </Tr>
  );
}
