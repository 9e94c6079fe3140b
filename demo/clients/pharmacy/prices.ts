import type { PricePosition } from '../client.ts';
import { positions, type Row } from '../position.ts';

/** Basis points: the standard rate since 2026. */
const VAT = 2200;

const CALL_OUT: readonly Row[] = [['G-010', 'Call-out within the city', 'Выезд в пределах города', 'visit', 650]];

const WASTED_TRIP: readonly Row[] = [
  ['G-090', 'Wasted trip: no access to the site', 'Холостой выезд: недопуск на объект', 'visit', 650],
];

const WORKS: readonly Row[] = [
  ['G-020', 'Diagnostics on site', 'Диагностика на объекте', 'visit', 980],
  ['G-030', 'Work of an engineer', 'Работа инженера', 'hour', 1150],
  ['G-035', 'Remote help', 'Удалённая помощь', 'visit', 540],
  ['G-040', 'Work at height', 'Работа на высоте', 'hour', 1680],
  ['G-050', 'Removal of old equipment', 'Вывоз старого оборудования', 'piece', 720],
  ['K-110', 'Till: cleaning and lubrication', 'Касса: чистка и смазка', 'piece', 1240],
  ['K-120', 'Till: firmware update', 'Касса: обновление прошивки', 'piece', 890],
  ['K-410', 'Cash drawer, repair', 'Денежный ящик, ремонт', 'piece', 1580],
  ['S-110', 'Scanner: set-up', 'Сканер: настройка', 'piece', 760],
  ['N-110', 'Network: finding a fault', 'Сеть: поиск неисправности', 'visit', 1420],
  ['N-120', 'Network cable, laying', 'Кабель сети, прокладка', 'metre', 145],
  ['N-210', 'Router: set-up', 'Маршрутизатор: настройка', 'piece', 1350],
  ['P-110', 'Printer: cleaning', 'Принтер: чистка', 'piece', 1180],
  ['R-110', 'Refrigerator: check of temperature', 'Холодильник: контроль температуры', 'piece', 1050],
  ['E-110', 'Electricity: finding a fault', 'Электрика: поиск неисправности', 'visit', 1290],
  ['W-110', 'Drain, cleaning', 'Канализация, прочистка', 'visit', 2180],
  ['D-110', 'Door closer: adjustment', 'Доводчик: регулировка', 'piece', 850],
  ['A-110', 'Air conditioner: service', 'Кондиционер: обслуживание', 'piece', 2870],
  ['F-110', 'Furniture: fastening', 'Мебель: крепление', 'piece', 690],
  ['V-110', 'Camera: set-up', 'Камера: настройка', 'piece', 930],
  ['T-110', 'Payment terminal: set-up', 'Платёжный терминал: настройка', 'piece', 980],
  ['K-420', 'Cash drawer, opening without a key', 'Денежный ящик, вскрытие без ключа', 'visit', 1340],
  [
    'R-160',
    'Refrigerator: mapping of temperature for the inspection',
    'Холодильник: картирование температуры для проверки',
    'piece',
    4800,
  ],
  ['E-150', 'Check of earthing with a report', 'Проверка заземления с протоколом', 'visit', 3600],
  ['V-130', 'Recorder: change of disk', 'Видеорегистратор: замена диска', 'piece', 1280],
];

const PARTS: readonly Row[] = [
  ['K-130', 'Fiscal storage, replacement', 'Фискальный накопитель, замена', 'piece', 9800],
  ['K-210', 'Power supply of a till, replacement', 'Блок питания кассы, замена', 'piece', 2350],
  ['K-310', 'Paper feed roller, replacement', 'Ролик подачи бумаги, замена', 'piece', 1460],
  ['K-342', 'Print head, replacement', 'Печатающая головка, замена', 'piece', 4290],
  ['K-350', 'Cutter of receipts, replacement', 'Автоотрезчик чеков, замена', 'piece', 3170],
  ['S-120', 'Scanner cable, replacement', 'Кабель сканера, замена', 'piece', 940],
  ['S-210', 'Data matrix scanner, replacement', 'Сканер маркировки, замена', 'piece', 6900],
  ['N-130', 'Network socket, replacement', 'Сетевая розетка, замена', 'piece', 680],
  ['N-220', 'Router, replacement', 'Маршрутизатор, замена', 'piece', 7450],
  ['P-120', 'Fuser unit, replacement', 'Узел закрепления, замена', 'piece', 5230],
  ['P-130', 'Pick-up roller, replacement', 'Ролик захвата, замена', 'piece', 1090],
  ['R-120', 'Thermostat, replacement', 'Термостат, замена', 'piece', 3380],
  ['R-130', 'Door seal of a refrigerator, replacement', 'Уплотнитель двери холодильника, замена', 'piece', 2260],
  ['R-140', 'Refrigerant R600a, refill', 'Хладагент R600a, дозаправка', 'piece', 4150],
  ['R-150', 'Fan of the condenser, replacement', 'Вентилятор конденсатора, замена', 'piece', 3740],
  ['E-120', 'Lamp, replacement', 'Светильник, замена', 'piece', 870],
  ['E-130', 'Socket or switch, replacement', 'Розетка или выключатель, замена', 'piece', 640],
  ['E-140', 'Circuit breaker, replacement', 'Автоматический выключатель, замена', 'piece', 1730],
  ['W-120', 'Siphon, replacement', 'Сифон, замена', 'piece', 1320],
  ['W-130', 'Tap, replacement', 'Смеситель, замена', 'piece', 3460],
  ['W-140', 'Flexible hose, replacement', 'Гибкая подводка, замена', 'piece', 790],
  ['D-120', 'Door closer, replacement', 'Доводчик, замена', 'piece', 4620],
  ['D-130', 'Lock cylinder, replacement', 'Цилиндр замка, замена', 'piece', 2540],
  ['D-140', 'Door handle, replacement', 'Дверная ручка, замена', 'piece', 1390],
  ['A-120', 'Filter of an air conditioner, replacement', 'Фильтр кондиционера, замена', 'piece', 1150],
  ['A-130', 'Drain pump, replacement', 'Дренажный насос, замена', 'piece', 4980],
  ['F-120', 'Hinge or guide, replacement', 'Петля или направляющая, замена', 'piece', 560],
  ['B-110', 'Sign: LED module, replacement', 'Вывеска: светодиодный модуль, замена', 'piece', 1270],
  ['B-120', 'Sign: power supply, replacement', 'Вывеска: блок питания, замена', 'piece', 3290],
  ['V-120', 'Camera, replacement', 'Камера, замена', 'piece', 5640],
  ['T-120', 'Payment terminal, battery', 'Платёжный терминал, аккумулятор', 'piece', 1890],
  ['F-130', 'Glass shelf of a show case', 'Стеклянная полка витрины', 'piece', 2140],
  ['A-140', 'Fan of the inner unit, replacement', 'Вентилятор внутреннего блока, замена', 'piece', 6320],
  ['N-230', 'Uninterruptible power supply, battery', 'Источник бесперебойного питания, батарея', 'piece', 3150],
];

/** What others do and the contract only passes on. */
const WITHOUT_VAT: readonly Row[] = [
  ['U-110', 'Fiscal storage, closing and filing', 'Фискальный накопитель, закрытие архива', 'piece', 450],
  ['U-120', 'Metrological verification of a thermometer', 'Поверка термометра', 'piece', 720],
];

/** The price list of the contract, in roubles without VAT. */
export const PRICES: readonly PricePosition[] = [
  ...positions(VAT, 'call_out', CALL_OUT),
  ...positions(VAT, 'wasted_trip', WASTED_TRIP),
  ...positions(VAT, 'work', WORKS),
  ...positions(VAT, 'part', PARTS),
  ...positions(null, 'work', WITHOUT_VAT),
];
