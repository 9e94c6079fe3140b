import type { Words } from '../../words.ts';
import type { Guest, Person } from '../client.ts';
import { SITES } from './sites.ts';

const CENTRE = ['pharmacy-1', 'pharmacy-2', 'pharmacy-12', 'pharmacy-13', 'pharmacy-14'];

/** Whom a visitor of the demo can be. */
export const PEOPLE: readonly Guest[] = [
  {
    id: 'elena',
    name: { en: 'Elena Safina', ru: 'Елена Сафина' },
    role: 'employee',
    sites: ['pharmacy-12'],
    post: { en: 'Pharmacist, Pharmacy 12, 44 Baumana St', ru: 'Провизор, Аптека 12, ул. Баумана, 44' },
    why: {
      en: 'Reports faults and sees who comes. Start here.',
      ru: 'Сообщает о поломках и видит, кто едет. Начните отсюда.',
    },
  },
  {
    id: 'ilya',
    name: { en: 'Ilya Petrov', ru: 'Илья Петров' },
    role: 'employee',
    sites: ['pharmacy-5'],
    post: { en: 'Pharmacist, Pharmacy 5, 19 Chistopolskaya St', ru: 'Провизор, Аптека 5, ул. Чистопольская, 19' },
    why: { en: 'Works across the river; sees other tickets.', ru: 'Работает за рекой и видит другие заявки.' },
  },
  {
    id: 'counter-12',
    name: { en: 'Pharmacy 12, counter', ru: 'Аптека 12, касса' },
    role: 'employee',
    sites: ['pharmacy-12'],
    post: { en: 'Shared login of the pharmacy, 44 Baumana St', ru: 'Общий вход аптеки, ул. Баумана, 44' },
    why: {
      en: 'The next shift: sees what Elena reported, answers and confirms it.',
      ru: 'Следующая смена: видит заявки Елены, отвечает и подтверждает.',
    },
  },
  {
    id: 'guzel',
    name: { en: 'Guzel Akhmetova', ru: 'Гузель Ахметова' },
    role: 'approver',
    sites: CENTRE,
    post: { en: 'Manager of the centre region, five pharmacies', ru: 'Управляющая центральным округом, пять аптек' },
    why: { en: 'Approves what is over an employee’s limit.', ru: 'Согласует то, что выше лимита сотрудника.' },
  },
  {
    id: 'anna',
    name: { en: 'Anna Orlova', ru: 'Анна Орлова' },
    role: 'auditor',
    sites: [],
    post: { en: 'Auditor of the chain, all pharmacies', ru: 'Аудитор сети, все аптеки' },
    why: {
      en: 'Watches every ticket of the chain, changes nothing.',
      ru: 'Наблюдает за всеми заявками сети, ничего не меняя.',
    },
  },
];

const NAMES: readonly Words[] = [
  { en: 'Alina Valeeva', ru: 'Алина Валеева' },
  { en: 'Dmitry Kozlov', ru: 'Дмитрий Козлов' },
  { en: 'Regina Sharipova', ru: 'Регина Шарипова' },
  { en: 'Natalya Frolova', ru: 'Наталья Фролова' },
  { en: 'Kamil Garipov', ru: 'Камиль Гарипов' },
  { en: 'Svetlana Mironova', ru: 'Светлана Миронова' },
  { en: 'Aigul Khabibullina', ru: 'Айгуль Хабибуллина' },
  { en: 'Oleg Tikhonov', ru: 'Олег Тихонов' },
  { en: 'Liliya Zakirova', ru: 'Лилия Закирова' },
  { en: 'Marina Yershova', ru: 'Марина Ершова' },
  { en: 'Ramil Yusupov', ru: 'Рамиль Юсупов' },
  { en: 'Vera Sokolova', ru: 'Вера Соколова' },
  { en: 'Elvira Muratova', ru: 'Эльвира Муратова' },
  { en: 'Pavel Danilov', ru: 'Павел Данилов' },
  { en: 'Zulfiya Ibragimova', ru: 'Зульфия Ибрагимова' },
  { en: 'Ksenia Lapteva', ru: 'Ксения Лаптева' },
  { en: 'Artur Mingazov', ru: 'Артур Мингазов' },
  { en: 'Olga Ryabova', ru: 'Ольга Рябова' },
];

/** One colleague at every pharmacy, played by the simulation. */
export const COLLEAGUES: readonly Person[] = SITES.map(({ id, name }, index) => ({
  id: `colleague-${id}`,
  name: NAMES[index]!,
  role: 'employee',
  sites: [id],
  post: name,
}));
