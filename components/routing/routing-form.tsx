'use client';

import { Plus } from 'lucide-react';
import { useState, useTransition } from 'react';
import { SettingsSection } from '@/components/settings/settings-section';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { saveRoutingAction, tryRoutingAction } from '@/lib/routing/actions';
import { TRIAL_DAYS } from '@/lib/routing/constants';
import type { Trial } from '@/lib/routing/data/trial';
import type { RoutingView } from '@/lib/routing/loaders';
import { LimitsEditor } from './limits-editor';
import { fromDraft, moveEntry, toDraft, type RoutingDraft } from './routing-draft';
import { RuleCard } from './rule-card';
import { TeamCard } from './team-card';
import { TrialPanel } from './trial-panel';

type Faults = readonly { path: string; message: string }[];

/** What is wrong with the part of what was sent under a path; empty when nothing is. */
function faultOf(faults: Faults, path: string): string {
  return faults.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message ?? '';
}

/** Routing: rules in the order in which they are tried, teams and limits; tried on past leads before it is saved. */
export function RoutingForm({ routing, savedAt, hours, fields, people, timeZones }: RoutingView) {
  const [draft, setDraft] = useState<RoutingDraft>(() => toDraft(routing));
  const [basedOn, setBasedOn] = useState(savedAt);
  const [faults, setFaults] = useState<Faults>([]);
  const [trial, setTrial] = useState<Trial>();
  const [days, setDays] = useState<(typeof TRIAL_DAYS)[number]>(30);
  const [saving, startSaving] = useTransition();
  const [trying, startTrying] = useTransition();
  const show = useToast();
  const change = (part: Partial<RoutingDraft>) => setDraft({ ...draft, ...part });
  const refuse = (answer: { message: string; issues: Faults }) =>
    setFaults(answer.issues.length > 0 ? answer.issues : [{ path: 'other', message: answer.message }]);
  const save = async () => {
    const answer = await saveRoutingAction({ basedOn, routing: fromDraft(draft, fields) });
    if (!answer.ok) return refuse(answer);
    setFaults([]);
    setBasedOn(answer.value.savedAt);
    show({ title: 'Routing saved', description: 'It holds for leads that come from now on.', tone: 'good' });
  };
  const attempt = async () => {
    const answer = await tryRoutingAction({ days, routing: fromDraft(draft, fields) });
    if (!answer.ok) return refuse(answer);
    setFaults([]);
    setTrial(answer.value);
  };
  const other = faults.find(({ path }) => !/^routing\.(rules|teams)\.\d/.test(path))?.message;
  return (
    <>
      <RulesSection {...{ draft, fields, people, faults, change }} />
      <TeamsSection {...{ draft, people, hours, timeZones, faults, change }} />
      <LimitsEditor draft={draft} people={people} onChange={change} />
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-4 max-md:px-3">
        <Button variant="primary" busy={saving} onClick={() => startSaving(save)}>
          Save
        </Button>
        <span className="mx-1 h-5 border-l border-line max-md:hidden" />
        <Button busy={trying} onClick={() => startTrying(attempt)}>
          Try on past leads
        </Button>
        <Select
          aria-label="Past leads of"
          className="max-w-36"
          value={String(days)}
          options={TRIAL_DAYS.map((count) => ({ value: String(count), label: `last ${count} days` }))}
          onChange={(event) =>
            setDays(TRIAL_DAYS.find((count) => String(count) === event.target.value) ?? days)
          }
        />
        {other ? (
          <p role="alert" className="text-bad">
            {other}
          </p>
        ) : null}
      </div>
      {trial ? (
        <SettingsSection
          title="On past leads"
          note="With the people and what is known today, and everyone’s load as it was then"
        >
          <TrialPanel trial={trial} />
        </SettingsSection>
      ) : null}
    </>
  );
}

interface SectionProps extends Pick<RoutingView, 'people'> {
  draft: RoutingDraft;
  faults: Faults;
  change: (part: Partial<RoutingDraft>) => void;
}

function RulesSection({ draft, fields, people, faults, change }: SectionProps & Pick<RoutingView, 'fields'>) {
  const { rules } = draft;
  const add = () =>
    change({
      rules: [
        ...rules,
        {
          id: crypto.randomUUID(),
          name: '',
          rows: [],
          when: null,
          choose: { kind: 'round_robin', teamId: draft.teams[0]?.id ?? null, onlyInHours: false },
        },
      ],
    });
  return (
    <SettingsSection
      title="Rules"
      note="For leads that come into a routed tier and that nobody owns: the first that fits and finds someone available decides"
    >
      <div className="flex max-w-[960px] flex-col gap-3 px-4 max-md:px-3">
        {rules.length === 0 ? (
          <p className="text-soft">There is no rule yet: leads are free for whoever takes them first.</p>
        ) : null}
        {rules.map((rule, place) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            number={place + 1}
            count={rules.length}
            fields={fields}
            teams={draft.teams}
            people={people}
            fault={faultOf(faults, `routing.rules.${place}`)}
            onChange={(next) => change({ rules: rules.map((one, i) => (i === place ? next : one)) })}
            onMove={(by) => change({ rules: moveEntry(rules, place, by) })}
            onRemove={() => change({ rules: rules.filter((_, i) => i !== place) })}
          />
        ))}
        <span>
          <Button onClick={add}>
            <Plus size={14} aria-hidden />
            Add a rule
          </Button>
        </span>
      </div>
    </SettingsSection>
  );
}

function TeamsSection(props: SectionProps & Pick<RoutingView, 'hours' | 'timeZones'>) {
  const { draft, people, hours, timeZones, faults, change } = props;
  const { teams, rules } = draft;
  const add = () =>
    change({ teams: [...teams, { id: crypto.randomUUID(), name: '', memberIds: [], hours: null }] });
  // A rule whose team goes is for all reps from then on.
  const remove = (id: string) =>
    change({
      teams: teams.filter((one) => one.id !== id),
      rules: rules.map((rule) =>
        rule.choose.kind === 'round_robin' && rule.choose.teamId === id
          ? { ...rule, choose: { ...rule.choose, teamId: null } }
          : rule,
      ),
    });
  return (
    <SettingsSection title="Teams" note="Reps who share the leads of a territory or a segment">
      <div className="flex max-w-[960px] flex-col gap-3 px-4 max-md:px-3">
        {teams.map((team, place) => (
          <TeamCard
            key={team.id}
            team={team}
            people={people}
            hours={hours}
            timeZones={timeZones}
            fault={faultOf(faults, `routing.teams.${place}`)}
            onChange={(next) => change({ teams: teams.map((one, i) => (i === place ? next : one)) })}
            onRemove={() => remove(team.id)}
          />
        ))}
        <span>
          <Button onClick={add}>
            <Plus size={14} aria-hidden />
            Add a team
          </Button>
        </span>
      </div>
    </SettingsSection>
  );
}
