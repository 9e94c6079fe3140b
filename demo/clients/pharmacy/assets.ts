import type { Asset } from '../client.ts';
import type { Words } from '../../words.ts';
import { SITES } from './sites.ts';

const EVERYWHERE: readonly { readonly id: string; readonly name: Words; readonly category: string }[] = [
  { id: 'till-1', name: { en: 'Till 1, Atol 91F', ru: 'Касса 1, Атол 91Ф' }, category: 'till' },
  { id: 'till-2', name: { en: 'Till 2, Atol 91F', ru: 'Касса 2, Атол 91Ф' }, category: 'till' },
  { id: 'till-3', name: { en: 'Till 3, Evotor 7.3', ru: 'Касса 3, Эвотор 7.3' }, category: 'till' },
  {
    id: 'scanner',
    name: { en: 'Data matrix scanner, counter', ru: 'Сканер маркировки, прилавок' },
    category: 'scanner',
  },
  { id: 'router', name: { en: 'Router, staff room', ru: 'Маршрутизатор, комната персонала' }, category: 'network' },
  { id: 'printer', name: { en: 'Printer, manager’s desk', ru: 'Принтер, стол заведующей' }, category: 'printer' },
  {
    id: 'vaccine-fridge',
    name: { en: 'Vaccine fridge, Pozis XF-250', ru: 'Холодильник для вакцин, Позис ХФ-250' },
    category: 'refrigeration',
  },
  { id: 'main-door', name: { en: 'Main entrance door', ru: 'Дверь главного входа' }, category: 'doors' },
  { id: 'split', name: { en: 'Air conditioner, sales floor', ru: 'Кондиционер, торговый зал' }, category: 'air' },
];

/** What stands in every pharmacy; ids are `<site>/<thing>`. */
export const ASSETS: readonly Asset[] = SITES.flatMap(({ id: site }) =>
  EVERYWHERE.map(({ id, name, category }) => ({ id: `${site}/${id}`, site, name, category })),
);
