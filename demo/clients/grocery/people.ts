import { words, type Words } from '../../words.ts';
import type { Guest, Person } from '../client.ts';
import { SITES } from './sites.ts';

const EAST_OF_URALS = SITES.filter(({ id }) => id >= 'shop-3').map(({ id }) => id);

/** Whom a visitor of the demo can be. */
export const PEOPLE: readonly Guest[] = [
  {
    id: 'marina',
    name: words('Marina Kuzmina', 'Марина Кузьмина'),
    role: 'employee',
    sites: ['shop-301'],
    post: words('Director of Shop 301, Yekaterinburg', 'Директор магазина 301, Екатеринбург'),
    why: words(
      'Has an oven, twelve cases and no time. Start here.',
      'У неё печь, двенадцать витрин и нет времени. Начните отсюда.',
    ),
  },
  {
    id: 'tills-601',
    name: words('Shop 601, tills', 'Магазин 601, кассовая зона'),
    role: 'employee',
    sites: ['shop-601'],
    post: words('Shared login of a shop in Vladivostok', 'Общий вход магазина во Владивостоке'),
    why: words(
      'One computer for a whole shift, seven hours ahead of the head office.',
      'Один компьютер на всю смену; здесь на семь часов больше, чем в центральном офисе.',
    ),
  },
  {
    id: 'andrei',
    name: words('Andrei Laptev', 'Андрей Лаптев'),
    role: 'approver',
    sites: EAST_OF_URALS,
    post: words('Head of operations, Urals and the East', 'Операционный директор, Урал и Восток'),
    why: words(
      'Approves what shops may not, in four time zones.',
      'Согласует то, чего не могут магазины, в четырёх часовых поясах.',
    ),
  },
  {
    id: 'galina',
    name: words('Galina Gorina', 'Галина Горина'),
    role: 'auditor',
    sites: [],
    post: words('Internal audit, all shops', 'Внутренний аудит, все магазины'),
    why: words('Sees the whole country, changes nothing.', 'Видит всю страну, ничего не меняя.'),
  },
];

const NAMES: readonly Words[] = [
  words('Inga Petraitis', 'Инга Петрайтис'),
  words('Maxim Orlov', 'Максим Орлов'),
  words('Yulia Sviridova', 'Юлия Свиридова'),
  words('Alexei Gromov', 'Алексей Громов'),
  words('Tatyana Belkina', 'Татьяна Белкина'),
  words('Ruslan Aliev', 'Руслан Алиев'),
  words('Larisa Ponomareva', 'Лариса Пономарева'),
  words('Stepan Kopylov', 'Степан Копылов'),
  words('Darya Chernova', 'Дарья Чернова'),
  words('Vadim Sukhov', 'Вадим Сухов'),
  words('Nadezhda Zueva', 'Надежда Зуева'),
  words('Artyom Fomin', 'Артём Фомин'),
  words('Oksana Baranova', 'Оксана Баранова'),
  words('Sayana Tsydenova', 'Саяна Цыденова'),
  words('Gleb Rudnev', 'Глеб Руднев'),
  words('Polina Kim', 'Полина Ким'),
  words('Evgeny Tarasov', 'Евгений Тарасов'),
];

/** One colleague at every shop, played by the simulation. */
export const COLLEAGUES: readonly Person[] = SITES.map(({ id, name }, index) => ({
  id: `colleague-${id}`,
  name: NAMES[index]!,
  role: 'employee',
  sites: [id],
  post: name,
}));
