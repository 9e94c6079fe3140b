import type { PricePosition } from '../client.ts';
import type { Words } from '../../words.ts';

const PIECE: Words = { en: 'pc', ru: 'шт.' };
const HOUR: Words = { en: 'h', ru: 'ч' };
const VISIT: Words = { en: 'visit', ru: 'выезд' };
const METRE: Words = { en: 'm', ru: 'м' };

/** `roubles` without VAT. */
const position = (code: string, en: string, ru: string, unit: Words, roubles: number): PricePosition => ({
  code,
  title: { en, ru },
  unit,
  unitPrice: Math.round(roubles * 100),
  vatRate: 2200,
  prices: 'net',
});

/** The price list of the contract. */
export const PRICES: readonly PricePosition[] = [
  position('G-010', 'Call-out within the city', 'Выезд в пределах города', VISIT, 650),
  position('G-020', 'Diagnostics on site', 'Диагностика на объекте', VISIT, 980),
  position('G-030', 'Work of an engineer', 'Работа инженера', HOUR, 1150),
  position('G-040', 'Work at height', 'Работа на высоте', HOUR, 1680),
  position('G-050', 'Removal of old equipment', 'Вывоз старого оборудования', PIECE, 720),
  position('K-110', 'Till: cleaning and lubrication', 'Касса: чистка и смазка', PIECE, 1240),
  position('K-120', 'Till: firmware update', 'Касса: обновление прошивки', PIECE, 890),
  position('K-130', 'Fiscal storage, replacement', 'Фискальный накопитель, замена', PIECE, 9800),
  position('K-210', 'Power supply of a till, replacement', 'Блок питания кассы, замена', PIECE, 2350),
  position('K-310', 'Paper feed roller, replacement', 'Ролик подачи бумаги, замена', PIECE, 1460),
  position('K-342', 'Print head, replacement', 'Печатающая головка, замена', PIECE, 4290),
  position('K-350', 'Cutter of receipts, replacement', 'Автоотрезчик чеков, замена', PIECE, 3170),
  position('K-410', 'Cash drawer, repair', 'Денежный ящик, ремонт', PIECE, 1580),
  position('S-110', 'Scanner: set-up', 'Сканер: настройка', PIECE, 760),
  position('S-120', 'Scanner cable, replacement', 'Кабель сканера, замена', PIECE, 940),
  position('S-210', 'Data matrix scanner, replacement', 'Сканер маркировки, замена', PIECE, 6900),
  position('N-110', 'Network: finding a fault', 'Сеть: поиск неисправности', VISIT, 1420),
  position('N-120', 'Network cable, laying', 'Кабель сети, прокладка', METRE, 145),
  position('N-130', 'Network socket, replacement', 'Сетевая розетка, замена', PIECE, 680),
  position('N-210', 'Router: set-up', 'Маршрутизатор: настройка', PIECE, 1350),
  position('N-220', 'Router, replacement', 'Маршрутизатор, замена', PIECE, 7450),
  position('P-110', 'Printer: cleaning', 'Принтер: чистка', PIECE, 1180),
  position('P-120', 'Fuser unit, replacement', 'Узел закрепления, замена', PIECE, 5230),
  position('P-130', 'Pick-up roller, replacement', 'Ролик захвата, замена', PIECE, 1090),
  position('R-110', 'Refrigerator: check of temperature', 'Холодильник: контроль температуры', PIECE, 1050),
  position('R-120', 'Thermostat, replacement', 'Термостат, замена', PIECE, 3380),
  position('R-130', 'Door seal of a refrigerator, replacement', 'Уплотнитель двери холодильника, замена', PIECE, 2260),
  position('R-140', 'Refrigerant R600a, refill', 'Хладагент R600a, дозаправка', PIECE, 4150),
  position('R-150', 'Fan of the condenser, replacement', 'Вентилятор конденсатора, замена', PIECE, 3740),
  position('E-110', 'Electricity: finding a fault', 'Электрика: поиск неисправности', VISIT, 1290),
  position('E-120', 'Lamp, replacement', 'Светильник, замена', PIECE, 870),
  position('E-130', 'Socket or switch, replacement', 'Розетка или выключатель, замена', PIECE, 640),
  position('E-140', 'Circuit breaker, replacement', 'Автоматический выключатель, замена', PIECE, 1730),
  position('W-110', 'Drain, cleaning', 'Канализация, прочистка', VISIT, 2180),
  position('W-120', 'Siphon, replacement', 'Сифон, замена', PIECE, 1320),
  position('W-130', 'Tap, replacement', 'Смеситель, замена', PIECE, 3460),
  position('W-140', 'Flexible hose, replacement', 'Гибкая подводка, замена', PIECE, 790),
  position('D-110', 'Door closer: adjustment', 'Доводчик: регулировка', PIECE, 850),
  position('D-120', 'Door closer, replacement', 'Доводчик, замена', PIECE, 4620),
  position('D-130', 'Lock cylinder, replacement', 'Цилиндр замка, замена', PIECE, 2540),
  position('D-140', 'Door handle, replacement', 'Дверная ручка, замена', PIECE, 1390),
  position('A-110', 'Air conditioner: service', 'Кондиционер: обслуживание', PIECE, 2870),
  position('A-120', 'Filter of an air conditioner, replacement', 'Фильтр кондиционера, замена', PIECE, 1150),
  position('A-130', 'Drain pump, replacement', 'Дренажный насос, замена', PIECE, 4980),
  position('F-110', 'Furniture: fastening', 'Мебель: крепление', PIECE, 690),
  position('F-120', 'Hinge or guide, replacement', 'Петля или направляющая, замена', PIECE, 560),
  position('B-110', 'Sign: LED module, replacement', 'Вывеска: светодиодный модуль, замена', PIECE, 1270),
  position('B-120', 'Sign: power supply, replacement', 'Вывеска: блок питания, замена', PIECE, 3290),
  position('V-110', 'Camera: set-up', 'Камера: настройка', PIECE, 930),
  position('V-120', 'Camera, replacement', 'Камера, замена', PIECE, 5640),
];
