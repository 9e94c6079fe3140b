import { words } from '../../words.ts';
import type { Category, CategoryField, Priority } from '../client.ts';

export const PRIORITIES: readonly Priority[] = [
  { id: 'stop', name: words('Sales have stopped', 'Остановка продаж') },
  { id: 'goods', name: words('Goods are at risk', 'Угроза товару') },
  { id: 'usual', name: words('Usual', 'Обычный') },
  { id: 'planned', name: words('Can wait', 'Плановый') },
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

/** What can break in a shop, with what only that kind of fault asks for. */
export const CATEGORIES: readonly Category[] = [
  {
    id: 'till',
    name: words('Tills and self-checkouts', 'Кассы и самообслуживание'),
    priority: 'stop',
    fields: [
      field('till', 'Till number', 'Номер кассы', 'number'),
      field('others', 'Tills that still work', 'Сколько касс ещё работает', 'number'),
    ],
  },
  {
    id: 'scales',
    name: words('Scales and labels', 'Весы и этикетки'),
    priority: 'usual',
    fields: [
      choice(
        'symptom',
        'What is wrong',
        'Что не так',
        ['weight', 'Wrong weight', 'Неверный вес'],
        ['label', 'No label', 'Нет этикетки'],
        ['prices', 'Old prices', 'Старые цены'],
      ),
    ],
  },
  {
    id: 'refrigeration',
    name: words('Refrigerated cases and rooms', 'Холодильные витрины и камеры'),
    priority: 'goods',
    fields: [
      field('shown', 'Temperature shown, °C', 'Температура на табло, °C', 'number'),
      choice(
        'goods',
        'What is inside',
        'Что внутри',
        ['dairy', 'Milk and cheese', 'Молоко и сыры'],
        ['meat', 'Meat and fish', 'Мясо и рыба'],
        ['frozen', 'Frozen goods', 'Заморозка'],
        ['moved', 'Nothing, it was moved', 'Пусто, товар переложили'],
      ),
    ],
  },
  {
    id: 'oven',
    name: words('Bakery ovens', 'Пекарня и печи'),
    priority: 'usual',
    fields: [
      field('error', 'Error on the display', 'Код ошибки на табло', 'text'),
      field('dough', 'Dough is standing', 'Тесто уже стоит', 'yes_no'),
    ],
  },
  {
    id: 'doors',
    name: words('Doors and shutters', 'Двери и рольставни'),
    priority: 'usual',
    fields: [
      choice(
        'door',
        'Which one',
        'Что именно',
        ['sliding', 'Sliding entrance', 'Раздвижной вход'],
        ['shutter', 'Shutter', 'Рольставни'],
        ['dock', 'Loading gate', 'Ворота рампы'],
        ['staff', 'Staff entrance', 'Служебный вход'],
      ),
      field('open', 'It stands open', 'Осталась открытой', 'yes_no'),
    ],
  },
  {
    id: 'electricity',
    name: words('Electricity and light', 'Электрика и свет'),
    priority: 'usual',
    fields: [field('smell', 'Sparks or a burnt smell', 'Искрит или пахнет гарью', 'yes_no')],
  },
  {
    id: 'plumbing',
    name: words('Plumbing', 'Сантехника'),
    priority: 'usual',
    fields: [field('running', 'Water is running now', 'Вода течёт сейчас', 'yes_no')],
  },
  {
    id: 'alarm',
    name: words('Fire and burglar alarm', 'Пожарная и охранная сигнализация'),
    priority: 'stop',
    fields: [
      field('zone', 'Zone on the panel', 'Шлейф на пульте', 'number'),
      field('sounding', 'It sounds now', 'Сирена звучит сейчас', 'yes_no'),
    ],
  },
  {
    id: 'climate',
    name: words('Heating and ventilation', 'Отопление и вентиляция'),
    priority: 'usual',
    fields: [field('inside', 'Temperature in the hall, °C', 'Температура в зале, °C', 'number')],
  },
  {
    id: 'lift',
    name: words('Trucks and lifting tables', 'Тележки и подъёмники склада'),
    priority: 'usual',
    fields: [field('loaded', 'It stands with a load', 'Стоит с грузом', 'yes_no')],
  },
  {
    id: 'network',
    name: words('Network and price tags', 'Сеть и электронные ценники'),
    priority: 'usual',
    fields: [],
  },
  {
    id: 'fittings',
    name: words('Shelves, trolleys, show cases', 'Стеллажи, корзины, витрины'),
    priority: 'planned',
    fields: [],
  },
];
