import { words, type Words } from '../../words.ts';
import type { Guest, Person } from '../client.ts';
import { SITES } from './sites.ts';

/** Whom a visitor of the demo can be. */
export const PEOPLE: readonly Guest[] = [
  {
    id: 'aoife',
    name: words('Aoife Brennan', 'Ифа Бреннан'),
    role: 'employee',
    sites: ['dub-grafton'],
    post: words('Branch officer, Grafton Street, Dublin', 'Специалист отделения на Графтон-стрит, Дублин'),
    why: words(
      'Reports from her branch in two clicks. Start here.',
      'Сообщает из отделения в два касания. Начните отсюда.',
    ),
  },
  {
    id: 'counter-valletta',
    name: words('Valletta, counter', 'Валлетта, операционный зал'),
    role: 'employee',
    sites: ['mt-valletta'],
    post: words('Shared login of a branch in Malta', 'Общий вход отделения на Мальте'),
    why: words(
      'Whoever stands at the counter reports and confirms.',
      'Сообщает и подтверждает тот, кто стоит у кассы.',
    ),
  },
  {
    id: 'conor',
    name: words('Conor Walsh', 'Конор Уолш'),
    role: 'approver',
    sites: SITES.filter(({ region }) => region === 'ireland' || region === 'malta').map(({ id }) => id),
    post: words('Premises manager, Ireland and Malta', 'Управляющий помещениями, Ирландия и Мальта'),
    why: words('Approves what is over a branch’s limit.', 'Согласует то, что выше лимита отделения.'),
  },
  {
    id: 'ingrid',
    name: words('Ingrid Maas', 'Ингрид Маас'),
    role: 'auditor',
    sites: [],
    post: words('Group internal audit', 'Внутренний аудит группы'),
    why: words('Watches every branch, changes nothing.', 'Наблюдает за всеми отделениями, ничего не меняя.'),
  },
];

const NAMES: readonly Words[] = [
  words('Liam Doyle', 'Лиам Дойл'),
  words('Ciara Nolan', 'Киара Нолан'),
  words('Eoin Kelly', 'Оуэн Келли'),
  words('Niamh Byrne', 'Нив Бирн'),
  words('Maria Borg', 'Мария Борг'),
  words('Luke Farrugia', 'Люк Фарруджа'),
  words('Rita Zammit', 'Рита Заммит'),
  words('Sanne Visser', 'Санне Виссер'),
  words('Daan Bakker', 'Даан Баккер'),
  words('Femke Smit', 'Фемке Смит'),
  words('Katrin Vogel', 'Катрин Фогель'),
  words('Jonas Becker', 'Йонас Беккер'),
];

/** One colleague at every branch, played by the simulation. */
export const COLLEAGUES: readonly Person[] = SITES.map(({ id, name }, index) => ({
  id: `colleague-${id}`,
  name: NAMES[index]!,
  role: 'employee',
  sites: [id],
  post: name,
}));
