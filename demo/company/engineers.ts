import { words, type Words } from '../words.ts';
import type { Staff } from './staff.ts';

interface Post {
  readonly client: string;
  readonly region: string;
  readonly phone: string;
  readonly specialty: Words;
  readonly basis?: Staff['basis'];
  readonly skills: readonly string[];
}

const engineer = (
  id: string,
  en: string,
  ru: string,
  { client, region, phone, specialty, basis = 'consent', skills }: Post,
): Staff => ({
  id,
  role: 'engineer',
  name: words(en, ru),
  phone,
  specialty,
  basis,
  skills,
  clients: [client],
  region,
});

const KAZAN = { client: 'apteka-one', region: 'kazan' } as const;

const IN_KAZAN: readonly Staff[] = [
  engineer('marat', 'Marat Galiev', 'Марат Галиев', {
    ...KAZAN,
    phone: '+7 900 000-00-11',
    specialty: words('Till equipment', 'Кассовое оборудование'),
    skills: ['till', 'scanner', 'printer'],
  }),
  engineer('timur', 'Timur Khasanov', 'Тимур Хасанов', {
    ...KAZAN,
    phone: '+7 900 000-00-12',
    specialty: words('Networks and video', 'Сети и видеонаблюдение'),
    skills: ['network', 'video', 'printer', 'scanner', 'till'],
  }),
  engineer('ruslan', 'Ruslan Nigmatullin', 'Руслан Нигматуллин', {
    ...KAZAN,
    phone: '+7 900 000-00-13',
    specialty: words('Plumbing', 'Сантехника'),
    skills: ['plumbing', 'furniture', 'doors'],
  }),
  engineer('aidar', 'Aidar Zakirov', 'Айдар Закиров', {
    ...KAZAN,
    phone: '+7 900 000-00-14',
    specialty: words('Electricity and signs', 'Электрика и вывески'),
    skills: ['electricity', 'signage', 'refrigeration', 'video', 'network', 'air'],
  }),
  engineer('sergei', 'Sergei Morozov', 'Сергей Морозов', {
    ...KAZAN,
    phone: '+7 900 000-00-15',
    specialty: words('Refrigeration and air', 'Холод и кондиционирование'),
    skills: ['refrigeration', 'air', 'electricity'],
  }),
  engineer('ilnur', 'Ilnur Sadykov', 'Ильнур Садыков', {
    ...KAZAN,
    phone: '+7 900 000-00-16',
    specialty: words('Doors and furniture', 'Двери и мебель'),
    // Has recorded no consent yet.
    basis: null,
    skills: ['doors', 'furniture', 'signage', 'plumbing'],
  }),
];

/** In a city of three shops one engineer knows everything, something best. */
const SHOP = [
  'till',
  'scales',
  'refrigeration',
  'oven',
  'doors',
  'electricity',
  'plumbing',
  'alarm',
  'climate',
  'lift',
  'network',
  'fittings',
];
const best = (all: readonly string[], ...first: readonly string[]): readonly string[] => [
  ...first,
  ...all.filter((skill) => !first.includes(skill)),
];

const shops = (region: string, phone: string, specialty: Words, ...first: readonly string[]): Post => ({
  client: 'shirota',
  region,
  phone,
  specialty,
  skills: best(SHOP, ...first),
});

const COLD = words('Refrigeration', 'Холодильное оборудование');
const TILLS = words('Tills and networks', 'Кассы и сети');
const BAKERY = words('Bakery and kitchen', 'Пекарня и кухня');
const BUILDING = words('Building services', 'Инженерные системы');

const AT_SHOPS: readonly Staff[] = [
  engineer('anton', 'Anton Veselov', 'Антон Веселов', shops('kaliningrad', '+7 900 000-01-10', COLD, 'refrigeration')),
  engineer('denis', 'Denis Karpov', 'Денис Карпов', shops('moscow', '+7 900 000-02-10', BUILDING, 'doors', 'climate')),
  engineer(
    'roman',
    'Roman Ushakov',
    'Роман Ушаков',
    shops('yekaterinburg', '+7 900 000-03-10', BAKERY, 'oven', 'lift'),
  ),
  engineer('pavel', 'Pavel Chernykh', 'Павел Черных', {
    ...shops('yekaterinburg', '+7 900 000-03-11', COLD, 'refrigeration', 'scales'),
    basis: null,
  }),
  engineer(
    'igor',
    'Igor Savchenko',
    'Игорь Савченко',
    shops('novosibirsk', '+7 900 000-04-10', TILLS, 'network', 'till'),
  ),
  engineer('bair', 'Bair Dorzhiev', 'Баир Доржиев', shops('irkutsk', '+7 900 000-05-10', BUILDING, 'climate')),
  engineer('kirill', 'Kirill Pak', 'Кирилл Пак', shops('vladivostok', '+7 900 000-06-10', TILLS, 'till', 'plumbing')),
];

const BRANCH = [
  'atm',
  'counter',
  'doors',
  'alarm',
  'vault',
  'video',
  'network',
  'climate',
  'electricity',
  'plumbing',
  'interior',
];

const branches = (region: string, phone: string, specialty: Words, ...first: readonly string[]): Post => ({
  client: 'calloway-bank',
  region,
  phone,
  specialty,
  basis: 'legitimate_interest',
  skills: best(BRANCH, ...first),
});

const CASH = words('Cash systems', 'Наличное оборудование');
const SECURITY = words('Security and doors', 'Охрана и двери');
const FABRIC = words('Building fabric', 'Здание и сети');

const AT_BRANCHES: readonly Staff[] = [
  engineer(
    'declan',
    'Declan Murphy',
    'Деклан Мёрфи',
    branches('ireland', '+353 1 000 0021', SECURITY, 'doors', 'alarm'),
  ),
  engineer('sinead', 'Sinéad Power', 'Шинейд Пауэр', branches('ireland', '+353 1 000 0022', CASH, 'atm', 'counter')),
  engineer('karl', 'Karl Camilleri', 'Карл Камиллери', branches('malta', '+356 2100 0021', CASH, 'counter', 'vault')),
  engineer('jeroen', 'Jeroen de Wit', 'Йерун де Вит', {
    ...branches('netherlands', '+31 20 000 0021', SECURITY, 'alarm', 'video'),
    basis: null,
  }),
  engineer(
    'lukas',
    'Lukas Brandt',
    'Лукас Брандт',
    branches('rhineland', '+49 211 000 0021', FABRIC, 'network', 'video'),
  ),
];

export const ENGINEERS: readonly Staff[] = [...IN_KAZAN, ...AT_SHOPS, ...AT_BRANCHES];
