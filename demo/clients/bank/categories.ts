import { words } from '../../words.ts';
import type { Category, CategoryField, Priority } from '../client.ts';

export const PRIORITIES: readonly Priority[] = [
  { id: 'critical', name: words('Critical', 'Критический') },
  { id: 'high', name: words('High', 'Высокий') },
  { id: 'normal', name: words('Normal', 'Обычный') },
  { id: 'low', name: words('Low', 'Низкий') },
];

const field = (id: string, en: string, ru: string, kind: 'text' | 'number' | 'yes_no'): CategoryField => ({
  id,
  label: words(en, ru),
  kind,
  required: false,
});

const choice = (
  id: string,
  en: string,
  ru: string,
  ...choices: readonly [string, string, string][]
): CategoryField => ({
  id,
  label: words(en, ru),
  kind: 'choice',
  required: false,
  choices: choices.map(([key, one, other]) => ({ id: key, label: words(one, other) })),
});

/** What can break in a branch, with what only that kind of fault asks for. */
export const CATEGORIES: readonly Category[] = [
  {
    id: 'atm',
    name: words('ATMs and cash recyclers', 'Банкоматы и рециркуляторы'),
    priority: 'high',
    fields: [
      field('terminal', 'Terminal ID', 'Номер терминала', 'text'),
      choice(
        'symptom',
        'What happens',
        'Что происходит',
        ['out', 'Out of service', 'Не обслуживает'],
        ['jam', 'Notes jammed', 'Застряли купюры'],
        ['card', 'Keeps or refuses cards', 'Не отдаёт или не берёт карты'],
        ['dispute', 'Wrong amount', 'Неверная сумма'],
      ),
      field('card', 'A customer’s card is inside', 'Внутри карта клиента', 'yes_no'),
    ],
  },
  {
    id: 'counter',
    name: words('Counter equipment', 'Оборудование кассира'),
    priority: 'high',
    fields: [field('position', 'Counter position', 'Номер окна', 'number')],
  },
  {
    id: 'doors',
    name: words('Doors and interlocks', 'Двери и шлюзы'),
    priority: 'high',
    fields: [
      choice(
        'door',
        'Which door',
        'Какая дверь',
        ['entrance', 'Entrance', 'Вход'],
        ['lobby', 'Self-service lobby', 'Зона самообслуживания'],
        ['interlock', 'Staff interlock', 'Служебный шлюз'],
      ),
      field('secured', 'The branch can be locked', 'Отделение можно запереть', 'yes_no'),
    ],
  },
  {
    id: 'alarm',
    name: words('Intruder and hold-up alarm', 'Охранная и тревожная сигнализация'),
    priority: 'critical',
    fields: [
      field('zone', 'Zone on the panel', 'Зона на пульте', 'number'),
      field('armed', 'It can be armed', 'Ставится на охрану', 'yes_no'),
    ],
  },
  {
    id: 'vault',
    name: words('Safes and night deposit', 'Сейфы и ночной депозит'),
    priority: 'critical',
    fields: [field('locked', 'It is locked now', 'Сейчас заперто', 'yes_no')],
  },
  {
    id: 'video',
    name: words('Video surveillance', 'Видеонаблюдение'),
    priority: 'high',
    fields: [field('camera', 'Camera number', 'Номер камеры', 'number')],
  },
  {
    id: 'network',
    name: words('Network and telephony', 'Сеть и телефония'),
    priority: 'high',
    fields: [],
  },
  {
    id: 'climate',
    name: words('Heating and cooling', 'Отопление и охлаждение'),
    priority: 'normal',
    fields: [field('inside', 'Temperature inside, °C', 'Температура внутри, °C', 'number')],
  },
  {
    id: 'electricity',
    name: words('Electricity and lighting', 'Электрика и освещение'),
    priority: 'normal',
    fields: [field('smell', 'Sparks or a burnt smell', 'Искрит или пахнет гарью', 'yes_no')],
  },
  {
    id: 'plumbing',
    name: words('Plumbing', 'Сантехника'),
    priority: 'normal',
    fields: [field('running', 'Water is running now', 'Вода течёт сейчас', 'yes_no')],
  },
  {
    id: 'interior',
    name: words('Furniture, signage, queue screens', 'Мебель, вывески, экраны очереди'),
    priority: 'low',
    fields: [],
  },
];
