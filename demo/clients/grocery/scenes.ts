import { accept, agreedForTomorrow, approval, arrive, askBack, assign, cost, ended, resolve, scene } from '../acts.ts';
import type { Scene } from '../client.ts';
import { report } from '../report.ts';

export const SCENES: readonly Scene[] = [
  scene(
    'marina',
    report('oven', 'The rotary oven shows E7 and stays cold', 'Ротационная печь показывает E7 и не греет'),
    accept,
    assign('roman'),
    agreedForTomorrow(7),
  ),
  scene(
    'marina',
    report('scales', 'The vegetable scales print yesterday’s prices', 'Весы в овощах печатают вчерашние цены'),
    accept,
    assign('pavel'),
    arrive('pavel'),
    cost('pavel', '03-02'),
    resolve('pavel'),
  ),
  scene('tills-601', report('till', 'Till 2 does not cut receipts', 'Касса 2 не отрезает чек'), accept, ...askBack),
  scene(
    'colleague-shop-102',
    report('refrigeration', 'The dairy case shows +11 and drips', 'Молочная горка показывает +11 и течёт'),
    accept,
    assign('anton'),
    arrive('anton'),
    cost('anton', '01-01'),
  ),
  scene(
    'colleague-shop-203',
    report('doors', 'The entrance doors open half way', 'Входные двери открываются наполовину'),
    accept,
    assign('denis'),
    agreedForTomorrow(14),
  ),
  scene(
    'colleague-shop-302',
    report('refrigeration', 'The compressor of the cold room clicks and stops', 'Компрессор камеры щёлкает и глохнет'),
    accept,
    assign('pavel'),
    arrive('pavel'),
    cost('pavel', '01-01'),
    cost('pavel', '23-03'),
    ...approval('pavel'),
  ),
  scene(
    'colleague-shop-401',
    report('network', 'Half of the price tags are blank', 'Половина электронных ценников пустая'),
    accept,
    assign('igor'),
    resolve('igor'),
    ...ended,
  ),
  scene(
    'colleague-shop-403',
    report('lift', 'The lifting table sinks under a pallet', 'Подъёмный стол опускается под паллетой'),
    accept,
  ),
  scene(
    'colleague-shop-501',
    report(
      'climate',
      'The air curtain blows cold, minus nineteen outside',
      'Тепловая завеса дует холодным, на улице −19',
    ),
    accept,
    assign('bair'),
    agreedForTomorrow(9),
  ),
  scene(
    'colleague-shop-603',
    report('plumbing', 'The drain in the fish department is blocked', 'Забился трап в рыбном отделе'),
    accept,
    assign('kirill'),
    resolve('kirill'),
  ),
  scene(
    'colleague-shop-201',
    report('fittings', 'Twelve trolleys have a wheel that sticks', 'У двенадцати тележек заедает колесо'),
  ),
];
