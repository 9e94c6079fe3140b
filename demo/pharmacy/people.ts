import type { Words } from '../words.ts';
import { SITES } from './sites.ts';

/** Somebody of the client, as its own intranet knows them. */
export interface Person {
  /** The stable `sub` of assertions. */
  readonly id: string;
  readonly name: Words;
  readonly role: 'employee' | 'approver' | 'auditor';
  readonly sites: readonly string[];
  /** What they do at the pharmacy. */
  readonly post: Words;
}

const CENTRE = ['pharmacy-1', 'pharmacy-2', 'pharmacy-12', 'pharmacy-13', 'pharmacy-14'];

/** Whom a visitor of the demo can be. The simulation never acts as one of them. */
export const PEOPLE: readonly Person[] = [
  {
    id: 'elena',
    name: { en: 'Elena Safina', ru: 'Елена Сафина' },
    role: 'employee',
    sites: ['pharmacy-12'],
    post: { en: 'Pharmacist, Pharmacy 12, 44 Baumana St', ru: 'Провизор, Аптека 12, ул. Баумана, 44' },
  },
  {
    id: 'ilya',
    name: { en: 'Ilya Petrov', ru: 'Илья Петров' },
    role: 'employee',
    sites: ['pharmacy-5'],
    post: { en: 'Pharmacist, Pharmacy 5, 19 Chistopolskaya St', ru: 'Провизор, Аптека 5, ул. Чистопольская, 19' },
  },
  {
    id: 'guzel',
    name: { en: 'Guzel Akhmetova', ru: 'Гузель Ахметова' },
    role: 'approver',
    sites: CENTRE,
    post: { en: 'Manager of the centre region, five pharmacies', ru: 'Управляющая центральным округом, пять аптек' },
  },
  {
    id: 'anna',
    name: { en: 'Anna Orlova', ru: 'Анна Орлова' },
    role: 'auditor',
    sites: [],
    post: { en: 'Auditor of the chain, all pharmacies', ru: 'Аудитор сети, все аптеки' },
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

export const findPerson = (id: string): Person | undefined => PEOPLE.find((person) => person.id === id);
