import type { Outage, Report } from '../client.ts';
import { words } from '../../words.ts';
import { report } from '../report.ts';

/** What colleagues report now and then. */
export const REPORTS: readonly [Report, ...Report[]] = [
  report('refrigeration', 'The dairy case shows +11 and drips', 'Молочная горка показывает +11 и течёт'),
  report('till', 'Self-checkout 2 returns every note', 'Касса самообслуживания 2 возвращает все купюры'),
  report('oven', 'The oven stops in the middle of the programme', 'Печь останавливается посреди программы'),
  report('doors', 'The entrance doors open half way', 'Входные двери открываются наполовину'),
  report('scales', 'The vegetable scales print yesterday’s prices', 'Весы в овощах печатают вчерашние цены'),
  report('alarm', 'The fire alarm shows a fault in zone 4', 'Пожарная сигнализация: неисправность шлейфа 4'),
  report('electricity', 'The light over the bread shelf flickers', 'Мигает свет над хлебной полкой'),
  report('plumbing', 'The drain in the fish department is blocked', 'Забился трап в рыбном отделе'),
  report('climate', 'The air curtain blows cold', 'Тепловая завеса дует холодным'),
  report('lift', 'The lifting table sinks under a pallet', 'Подъёмный стол опускается под паллетой'),
  report('network', 'Half of the price tags are blank', 'Половина электронных ценников пустая'),
  report('fittings', 'Twelve trolleys have a wheel that sticks', 'У двенадцати тележек заедает колесо'),
  report('till', 'Till 1 does not cut receipts', 'Касса 1 не отрезает чек'),
  report('refrigeration', 'Frost on the freezer with ice cream', 'Ларь с мороженым покрылся льдом'),
];

export const OUTAGE: Outage = {
  ...report('network', 'No network in the whole shop', 'Во всём магазине нет сети'),
  notice: words(
    'A cable is cut in the city: shops there are offline. Tills work on, price tags and cards do not.',
    'В городе перебит кабель: магазины без связи. Кассы работают, ценники и карты нет.',
  ),
};
