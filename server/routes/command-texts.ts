import { allowsAct, type ActName } from '../contract/acts.ts';
import { STAGES } from '../contract/ticket.ts';
import { CLIENT_ROLES, STAFF_ROLES, type Role } from '../contract/people.ts';
import { CLAIMS } from './command-texts/claims.ts';
import type { CommandText, CommandTexts } from './command-texts/command-text.ts';
import { COSTS } from './command-texts/costs.ts';
import { ENDING } from './command-texts/ending.ts';
import { MASS } from './command-texts/mass.ts';
import { TALK } from './command-texts/talk.ts';
import { TRIAGE } from './command-texts/triage.ts';
import { VISITS } from './command-texts/visits.ts';

/** By the heading under which they stand in the document. */
const GROUPS = {
  Talk: TALK,
  Triage: TRIAGE,
  Visits: VISITS,
  'Pauses and exclusions': CLAIMS,
  Costs: COSTS,
  'Mass incidents': MASS,
  Ending: ENDING,
} as const;

const TEXTS: CommandTexts<ActName> = { ...TALK, ...TRIAGE, ...VISITS, ...CLAIMS, ...COSTS, ...MASS, ...ENDING };

const ROLES: readonly Role[] = [...CLIENT_ROLES, ...STAFF_ROLES, 'integration'];

/** What the document says of a command; whose it is and in which stage is read from the one table of the rules. */
export function describeCommand(act: ActName) {
  const { summary, text, facts, example }: CommandText<ActName> = TEXTS[act];
  const recorded = facts.map((fact) => `\`${fact}\``).join(', ');
  const description = `${text}\n\n${whoAndWhen(act)}\n\nRecorded as ${recorded}, as far as it applies.`;
  const tag = Object.entries(GROUPS).find(([, texts]) => Object.hasOwn(texts, act))![0];
  return { summary, description, example, tags: [tag] };
}

/** Roles that have the same stages share a line. */
function whoAndWhen(act: ActName): string {
  const rolesIn = new Map<string, Role[]>();
  for (const role of ROLES) {
    const stages = STAGES.filter((stage) => allowsAct(act, role, stage)).join(', ');
    if (stages) rolesIn.set(stages, [...(rolesIn.get(stages) ?? []), role]);
  }
  const lines = [...rolesIn].map(([stages, roles]) => `| ${roles.join(', ')} | ${stages} |`);
  return ['| who | in which stage |', '| --- | --- |', ...lines].join('\n');
}
