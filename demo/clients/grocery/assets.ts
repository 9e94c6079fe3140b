import { words, type Words } from '../../words.ts';
import type { Asset } from '../client.ts';
import { SITES } from './sites.ts';

const EVERYWHERE: readonly (readonly [id: string, category: string, name: Words])[] = [
  ['till-1', 'till', words('Till 1, Shtrikh-M 01F', 'Касса 1, Штрих-М 01Ф')],
  ['till-2', 'till', words('Till 2, Shtrikh-M 01F', 'Касса 2, Штрих-М 01Ф')],
  ['self-1', 'till', words('Self-checkout 1', 'Касса самообслуживания 1')],
  ['self-2', 'till', words('Self-checkout 2', 'Касса самообслуживания 2')],
  ['scales', 'scales', words('Scales of the vegetable shelf', 'Весы, овощной отдел')],
  ['dairy-case', 'refrigeration', words('Dairy case, 3.75 m', 'Молочная горка, 3,75 м')],
  ['freezer', 'refrigeration', words('Freezer chest, ice cream', 'Морозильный ларь, мороженое')],
  ['cold-room', 'refrigeration', words('Cold room +2 °C', 'Холодильная камера +2 °C')],
  ['oven', 'oven', words('Rotary oven, bakery', 'Ротационная печь, пекарня')],
  ['entrance', 'doors', words('Sliding entrance door', 'Раздвижная входная дверь')],
  ['panel', 'alarm', words('Fire alarm panel', 'Пульт пожарной сигнализации')],
  ['air', 'climate', words('Air curtain, entrance', 'Тепловая завеса, вход')],
  ['table', 'lift', words('Lifting table, loading dock', 'Подъёмный стол, рампа')],
];

/** What stands in every shop. */
export const ASSETS: readonly Asset[] = SITES.flatMap(({ id: site }) =>
  EVERYWHERE.map(([id, category, name]) => ({ id: `${site}/${id}`, site, name, category })),
);
