import type { Role } from './people.ts';
import type { Stage } from './ticket.ts';

/** C customer, M the client's contract manager, D dispatcher, E engineer, I integration. */
const PARTY: { readonly [R in Role]?: string } = {
  employee: 'C',
  approver: 'C',
  contract_manager: 'M',
  dispatcher: 'D',
  engineer: 'E',
  integration: 'I',
};

const LETTER: { readonly [S in Stage]: string } = {
  registered: 'r',
  accepted: 'a',
  scheduled: 's',
  en_route: 'e',
  on_site: 'o',
  resolved: 'x',
  closed: 'c',
  cancelled: 'z',
};

/** The rules of what a customer may do, beside whoever else may. */
const CUSTOMER_ACTS = {
  comment: 'CMDEI:rasexoz',
  answer: 'CI:raseo',
  'agree-visit': 'C:as',
  'decline-visit': 'C:as',
  postpone: 'C:as',
  'allow-access': 'C:raseo',
  'approve-cost': 'C:raseoxcz',
  'dispute-cost': 'C:raseoxcz',
  confirm: 'C:x',
  reopen: 'C:x',
  rate: 'C:xc',
  cancel: 'C:ras D:raseo',
} as const;

/**
 * Whose a command is, and in which stages: `parties:stages`, several rules apart by a space. The one table of the command rules; what
 * else a command needs (an open question, a proposed visit) is decided where it is carried out.
 */
export const ACTS = {
  ...CUSTOMER_ACTS,
  ask: 'DE:raseo',
  accept: 'D:r',
  assign: 'D:ras',
  unassign: 'D:ras',
  'propose-visit': 'DE:as',
  depart: 'E:as',
  arrive: 'E:ase',
  'report-no-access': 'E:o',
  'end-visit': 'E:o',
  restore: 'E:oa',
  pause: 'DE:raseo',
  resume: 'DE:raseo',
  'accept-pause': 'M:raseoxcz',
  'contest-pause': 'M:raseoxcz',
  'settle-pause': 'MD:raseoxcz',
  'claim-exclusion': 'D:raseoxcz',
  'accept-exclusion': 'M:raseoxcz',
  'contest-exclusion': 'M:raseoxcz',
  'settle-exclusion': 'MD:raseoxcz',
  'add-cost': 'ED:aseox',
  'revise-cost': 'ED:aseoxcz',
  'remove-cost': 'ED:aseoxcz',
  'request-approval': 'DE:raseox',
  prioritise: 'D:raseo',
  recategorise: 'D:raseo',
  'mark-duplicate': 'D:raseo',
  decline: 'D:raseo',
  resolve: 'ED:aso',
  'log-call': 'DE:raseo',
  'declare-mass': 'D:raseo',
  'end-mass': 'D:raseox',
  link: 'D:raseox',
  unlink: 'D:raseox',
  correct: 'DE:raseoxcz',
} as const satisfies Readonly<Record<string, string>>;

export type CustomerAct = keyof typeof CUSTOMER_ACTS;
export type ActName = keyof typeof ACTS;

/** Whether the command is this role's at all, in any stage. */
export const isActOf = (act: ActName, role: Role): boolean =>
  ACTS[act].split(' ').some((rule) => PARTY[role] !== undefined && rule.split(':')[0]!.includes(PARTY[role]));

/** Whether the table allows this role the command in this stage. */
export const allowsAct = (act: ActName, role: Role, stage: Stage): boolean => allows(ACTS[act], role, stage);

/** {@link allowsAct} for whoever shows nothing but what customers may do, as the widget does: the other rules are not in its way. */
export const allowsCustomerAct = (act: CustomerAct, role: Role, stage: Stage): boolean =>
  allows(CUSTOMER_ACTS[act], role, stage);

/** Whether somebody reports faults and answers for a site, rather than watching over the contract. */
export const isCustomer = (role: Role): boolean => PARTY[role] === 'C';

const allows = (rules: string, role: Role, stage: Stage): boolean =>
  rules.split(' ').some((rule) => {
    const [parties, stages] = rule.split(':');
    const party = PARTY[role];
    return party !== undefined && parties!.includes(party) && stages!.includes(LETTER[stage]);
  });

/** All that the table allows this role in this stage. */
export const actsFor = (role: Role, stage: Stage): readonly ActName[] =>
  (Object.keys(ACTS) as ActName[]).filter((act) => allowsAct(act, role, stage));
