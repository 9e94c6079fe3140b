import type { Step } from './company/play.ts';
import { scenarioOf } from './company/scenarios.ts';
import type { Ticket } from './company/ticket.ts';
import { COLLEAGUES } from './pharmacy/people.ts';
import type { Report } from './pharmacy/reports.ts';
import { SITES } from './pharmacy/sites.ts';
import type { Language, Words } from './words.ts';

/** A ticket that stands somewhere in its life when a visitor comes for the first time. */
export interface Scene extends Report {
  readonly by: string;
  readonly acts: readonly Act[];
}

/** One act: by a member of the company's staff, or by the reporter (`client`). */
export type Act = readonly [by: string, command: string, body?: (ticket: Ticket, language: Language) => Step['body']];

const HOUR_MS = 3600_000;

const accept: Act = ['olga', 'accept'];
const assign = (engineer: string): Act => ['olga', 'assign', () => ({ engineer })];
const arrive = (engineer: string): Act => [engineer, 'arrive', ({ site }) => ({ position: placeOf(site) })];
const cost = (engineer: string, code: string): Act => [engineer, 'add-cost', () => ({ code, quantity: '1' })];
const askBack: readonly Act[] = [
  ['olga', 'ask', ({ category }, language) => ({ text: scenarioOf(category).question?.[language] })],
  ['olga', 'pause', () => ({ reason: 'info_insufficient' })],
];
const resolve = (engineer: string): Act => [
  engineer,
  'resolve',
  ({ category }, language) => ({ summary: scenarioOf(category).summary[language] }),
];
const agreedForTomorrow = (fromHour: number): Act => [
  'olga',
  'propose-visit',
  ({ site }, language) => ({ ...tomorrow(fromHour), agreed: { by: nameAt(site)[language], channel: 'telephone' } }),
];
const approval = (engineer: string): readonly Act[] => [
  [engineer, 'request-approval', ({ costs }) => ({ lines: costs.lines.filter(isAwaiting).map(({ id }) => id) })],
  [engineer, 'pause', () => ({ reason: 'awaiting_approval' })],
];
const ended: readonly Act[] = [
  ['client', 'confirm'],
  ['client', 'rate', () => ({ stars: 5 })],
];

const scene = (by: string, category: string, en: string, ru: string, ...acts: readonly Act[]): Scene => ({
  by,
  category,
  text: { en, ru },
  acts,
});

export const SCENES: readonly Scene[] = [
  scene(
    'elena',
    'electricity',
    'Two lamps are out above shelf B',
    'Не горят два светильника над стеллажом Б',
    accept,
    assign('aidar'),
    arrive('aidar'),
    cost('aidar', 'E-120'),
    resolve('aidar'),
  ),
  scene(
    'elena',
    'doors',
    'Door closer of the main entrance leaks oil',
    'Доводчик главного входа подтекает',
    accept,
    assign('ilnur'),
    agreedForTomorrow(9),
  ),
  scene(
    'colleague-pharmacy-12',
    'plumbing',
    'Water under the sink in the staff room',
    'Вода под раковиной в комнате персонала',
    accept,
    ...askBack,
  ),
  scene(
    'ilya',
    'printer',
    'The printer jams on every second sheet',
    'Принтер жуёт каждый второй лист',
    accept,
    assign('timur'),
    resolve('timur'),
  ),
  scene(
    'colleague-pharmacy-1',
    'till',
    'The fiscal storage of till 1 is full',
    'Заполнен фискальный накопитель кассы 1',
    accept,
    assign('timur'),
    arrive('timur'),
    cost('timur', 'G-020'),
    cost('timur', 'K-130'),
    ...approval('timur'),
  ),
  scene(
    'colleague-pharmacy-13',
    'refrigeration',
    'The vaccine fridge beeps and shows +9',
    'Холодильник для вакцин пищит и показывает +9',
    accept,
    assign('sergei'),
    arrive('sergei'),
    cost('sergei', 'G-020'),
  ),
  scene(
    'colleague-pharmacy-4',
    'network',
    'Prescriptions load for five minutes',
    'Рецепты загружаются по пять минут',
    accept,
    assign('timur'),
    agreedForTomorrow(14),
  ),
  scene(
    'colleague-pharmacy-6',
    'furniture',
    'A shelf of the show case hangs down',
    'Полка витрины провисла',
    accept,
    assign('ruslan'),
  ),
  scene(
    'colleague-pharmacy-9',
    'video',
    'Camera 4 shows a black picture',
    'Камера 4 показывает чёрный экран',
    accept,
    assign('timur'),
    resolve('timur'),
    ...ended,
  ),
  scene(
    'colleague-pharmacy-14',
    'air',
    'It is 29 degrees in the sales hall',
    'В торговом зале 29 градусов',
    accept,
    assign('sergei'),
    resolve('sergei'),
  ),
  scene(
    'colleague-pharmacy-16',
    'signage',
    'Half of the green cross is dark',
    'Половина зелёного креста не горит',
    accept,
  ),
  scene(
    'colleague-pharmacy-18',
    'scanner',
    'The scanner reads a code at the tenth try',
    'Сканер читает код с десятого раза',
  ),
];

const isAwaiting = ({ state }: Ticket['costs']['lines'][number]): boolean => state === 'awaiting';

const nameAt = (site: string): Words => COLLEAGUES.find(({ sites }) => sites.includes(site))!.name;

function placeOf(id: string): { latitude: number; longitude: number } {
  const { latitude, longitude } = SITES.find((site) => site.id === id)!;
  return { latitude, longitude };
}

/** Three hours from that hour on, tomorrow in Kazan, which keeps Moscow time all year. */
function tomorrow(hour: number): { from: string; to: string } {
  const day = new Date(Date.now() + 27 * HOUR_MS).toISOString().slice(0, 10);
  const from = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00.000+03:00`);
  return { from: new Date(from).toISOString(), to: new Date(from + 3 * HOUR_MS).toISOString() };
}
