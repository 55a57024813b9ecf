import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { LearningResult } from '@/lib/learning/schema';
import { formatFigure, judgeInWords } from './learning-words';

/** How the learned rubric does on deals it has not seen, beside the live one and a plain baseline. */
export function ComparisonTable({ result }: { result: LearningResult }) {
  const { heldOut, training } = result;
  const rows = [
    { name: 'Learned rubric', judged: result.judged },
    { name: 'Live rubric', judged: result.live },
    { name: 'Plain baseline', judged: result.baseline },
  ];
  const from = new Date(heldOut.from).toISOString().slice(0, 10);
  return (
    <Card>
      <CardHeader title="How good is it" note="on the newest leads, from which nothing was learned" />
      <CardBody flush>
        <p className="px-3 py-2">{judgeInWords(result)}</p>
        <div className="overflow-x-auto">
          <Table caption="Learned rubric, live rubric and baseline on the same deals">
            <thead>
              <Tr>
                <Th edge="start">Score by</Th>
                <Th align="right">AUC</Th>
                <Th align="right" hideOnPhone>
                  95 %
                </Th>
                <Th align="right">Best tenth</Th>
                <Th align="right">Best quarter</Th>
                <Th align="right" hideOnPhone edge="end">
                  Brier
                </Th>
              </Tr>
            </thead>
            <tbody>
              {rows.map(({ name, judged }) => (
                <Tr key={name}>
                  <Td edge="start">{name}</Td>
                  <Td align="right">{formatFigure(judged.auc, 3)}</Td>
                  <Td align="right" hideOnPhone className="text-soft">
                    {judged.aucInterval
                      ? `${formatFigure(judged.aucInterval.low, 2)}–${formatFigure(judged.aucInterval.high, 2)}`
                      : '–'}
                  </Td>
                  <Td align="right">{formatFigure(judged.liftTop10, 2)} ×</Td>
                  <Td align="right">{formatFigure(judged.liftTop25, 2)} ×</Td>
                  <Td align="right" hideOnPhone edge="end">
                    {formatFigure(judged.brier, 3)}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      </CardBody>
      <CardFooter>
        Learned from {formatNumber(training.won)} won and {formatNumber(training.lost)} lost; judged on{' '}
        {formatNumber(heldOut.won)} won and {formatNumber(heldOut.lost)} lost, first engaged since {from}. AUC
        is the chance that a won lead scored above a lost one; “best tenth” is its win rate against that of
        all. The baseline is a plain logistic regression on everything.
      </CardFooter>
    </Card>
  );
}
