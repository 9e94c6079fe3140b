import { words, type Words } from '../../words.ts';
import type { Asset } from '../client.ts';
import { SITES } from './sites.ts';

const EVERYWHERE: readonly (readonly [id: string, category: string, name: Words])[] = [
  ['atm-1', 'atm', words('ATM 1, street side', 'Банкомат 1, с улицы')],
  ['atm-2', 'atm', words('ATM 2, lobby', 'Банкомат 2, зона самообслуживания')],
  ['recycler', 'atm', words('Cash recycler, lobby', 'Рециркулятор, зона самообслуживания')],
  ['counter-recycler', 'counter', words('Counter cash recycler', 'Кассовый рециркулятор')],
  ['counter-printer', 'counter', words('Passbook printer', 'Принтер сберкнижек')],
  ['interlock', 'doors', words('Staff interlock door', 'Служебный шлюз')],
  ['entrance', 'doors', words('Entrance door, automatic', 'Входная дверь, автоматическая')],
  ['panel', 'alarm', words('Alarm panel', 'Пульт сигнализации')],
  ['safe', 'vault', words('Time-lock safe', 'Сейф с замком времени')],
  ['deposit', 'vault', words('Night deposit chute', 'Ночной депозит')],
  ['recorder', 'video', words('Video recorder, 16 cameras', 'Видеорегистратор, 16 камер')],
  ['air', 'climate', words('Air handling unit', 'Приточная установка')],
];

/** What stands in every branch. */
export const ASSETS: readonly Asset[] = SITES.flatMap(({ id: site }) =>
  EVERYWHERE.map(([id, category, name]) => ({ id: `${site}/${id}`, site, name, category })),
);
