import type { Words } from '../words.ts';
import { PLACE } from './directory.ts';
import { words, type Act, type Actor, type Story } from './state.ts';

const HOUR_MS = 3600_000;

const act = (by: Actor, command: string, body: Act['body'] = {}): Act => ({ by, command, body });

export const accept = act('olga', 'accept');
export const assign = (engineer: Actor = 'marat'): Act => act('olga', 'assign', { engineer });
export const depart = act('marat', 'depart');
export const arrive = act('marat', 'arrive', { position: PLACE });
export const addCost = (code: string, more: Readonly<Record<string, unknown>> = {}): Act =>
  act('marat', 'add-cost', { code, quantity: '1', ...more });
export const comment = (by: Actor, text: Words): Act => act(by, 'comment', (_, say) => ({ text: say(text) }));
export const pause = (by: Actor, reason: string): Act => act(by, 'pause', { reason });
export const confirm = act('client', 'confirm');
export const rate = (stars: number): Act => act('client', 'rate', { stars });

/** Where the engineer is: two or three kilometres north of every site. */
export const seen = act('marat', 'position', { ...PLACE, latitude: PLACE.latitude + 220_000 });

export const ask: readonly Act[] = [
  act('olga', 'ask', (_, say) => ({
    text: say(
      words('Which model is on the label under the printer?', 'Какая модель указана на шильдике под принтером?'),
    ),
  })),
  pause('olga', 'info_insufficient'),
];

const inHours = (hours: number): string => new Date(Math.ceil(Date.now() / HOUR_MS + hours) * HOUR_MS).toISOString();

export const propose = act('olga', 'propose-visit', () => ({ from: inHours(2), to: inHours(4) }));
export const agree = act('client', 'agree-visit', ({ visits }) => ({ visit: visits.at(-1)!.id }));

export const resolve = act('marat', 'resolve', (_, say) => ({
  summary: say(
    words('Print head replaced, a test receipt was printed.', 'Заменена печатающая головка, тестовый чек напечатан.'),
  ),
}));

export const reopen = act('client', 'reopen', (_, say) => ({
  reason: say(words('It prints, but every second line is pale.', 'Печатает, но каждая вторая строка бледная.')),
}));

export const withdraw = act('client', 'cancel', (_, say) => ({
  reason: say(words('The cable was loose, it works again.', 'Отошёл кабель, снова работает.')),
}));

export const decline = act('olga', 'decline', (_, say) => ({
  reason: say(words('The landlord looks after the lift.', 'Лифт обслуживает арендодатель.')),
}));

export const notLetIn = act('marat', 'report-no-access', (_, say) => ({
  reason: say(words('The guard has no pass for me.', 'У охраны нет пропуска на меня.')),
  call: say(words('Called the shop at the gate, nobody answered.', 'Позвонил в магазин с проходной, не ответили.')),
}));

export const endVisit = act('marat', 'end-visit', { outcome: 'continue' });

export const call = act('olga', 'log-call', (_, say) => ({
  with: say(words('Vera, the evening shift', 'Вера, вечерняя смена')),
  number: '+7 843 200-00-12',
  result: say(words('She keeps the till closed until somebody comes.', 'Не откроет кассу, пока не приедут.')),
}));

export const declareMass = act('olga', 'declare-mass', ({ site }, say) => ({
  sites: [site],
  text: say(
    words(
      'The provider has no connection in the whole street. Expected back by six.',
      'У провайдера нет связи на всей улице. Ждут к шести.',
    ),
  ),
}));

const awaiting: Act['body'] = ({ costs }) => ({
  lines: costs.lines.filter(({ state }) => state === 'awaiting').map(({ id }) => id),
});
export const requestApproval: readonly Act[] = [
  act('marat', 'request-approval', awaiting),
  pause('marat', 'awaiting_approval'),
];
export const approve = act('boss', 'approve-cost', awaiting);
export const dispute = act('client', 'dispute-cost', (ticket, say) => ({
  ...(awaiting as (ticket: unknown) => object)(ticket),
  reason: say(words('The print head was replaced in September.', 'Головку уже меняли в сентябре.')),
}));

/** A fault of the till, and what has happened since. */
export const till = (...acts: readonly Act[]): Story => ({
  text: words(
    'Till 3 does not print receipts\nRed light, paper is in. Since this morning.',
    'Касса 3 не печатает чеки\nГорит красный, бумага есть. С самого утра.',
  ),
  acts,
});

export const story = (text: Words, ...acts: readonly Act[]): Story => ({ text, acts });
