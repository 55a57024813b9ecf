import { Badge } from '@/components/ui/badge';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { AttributeRow } from '@/lib/settings/data';

const TYPE_WORDS: Record<AttributeRow['type'], string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  list: 'List',
};

export interface AttributeTableProps {
  caption: string;
  attributes: readonly AttributeRow[];
  /** What stands before the key in conditions: "company." for a company's. */
  prefix?: string;
}

/** The attributes that conditions can ask about, with the path under which they do. */
export function AttributeTable({ caption, attributes, prefix = '' }: AttributeTableProps) {
  return (
    <Table caption={caption} fixed>
      <thead>
        <tr>
          <Th edge="start">Attribute</Th>
          <Th width={112}>Type</Th>
          <Th hideOnPhone>In conditions</Th>
          <Th edge="end" width={112}>
            Origin
          </Th>
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <Tr key={attribute.key}>
            <Td edge="start" className="truncate font-strong">
              {attribute.label}
            </Td>
            <Td className="text-soft">{TYPE_WORDS[attribute.type]}</Td>
            <Td hideOnPhone className="truncate font-mono text-xs text-soft">
              {prefix}
              {attribute.key}
            </Td>
            <Td edge="end">
              {attribute.standard ? <span className="text-soft">Standard</span> : <Badge>Yours</Badge>}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
