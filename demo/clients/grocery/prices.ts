import { words } from '../../words.ts';
import type { PricePosition } from '../client.ts';
import { positions, UNITS, type Row } from '../position.ts';

/** Basis points: the standard rate since 2026. */
const VAT = 2200;
const RATED = { vatRate: VAT, prices: 'net' } as const;

const WORKS: readonly Row[] = [
  ['01-01', 'Diagnostics on site', 'Диагностика на объекте', 'visit', 1200],
  ['01-02', 'Work of an engineer', 'Работа инженера', 'hour', 1450],
  ['01-03', 'Work of two engineers', 'Работа двух инженеров', 'hour', 2600],
  ['01-04', 'Work at height', 'Работа на высоте', 'hour', 2100],
  ['01-05', 'Remote help', 'Удалённая помощь', 'hour', 900],
  ['02-01', 'Till: cleaning and lubrication', 'Касса: чистка и смазка', 'piece', 1320],
  ['02-02', 'Till: firmware update', 'Касса: обновление прошивки', 'piece', 980],
  ['02-03', 'Self-checkout: calibration of scales', 'Касса самообслуживания: калибровка весов', 'piece', 1750],
  [
    '02-04',
    'Self-checkout: cleaning of the cash recycler',
    'Касса самообслуживания: чистка купюроприёмника',
    'piece',
    2240,
  ],
  ['03-01', 'Scales: calibration', 'Весы: юстировка', 'piece', 1680],
  ['03-02', 'Scales: loading of prices', 'Весы: загрузка цен', 'piece', 640],
  ['04-01', 'Case: defrosting and cleaning of the evaporator', 'Витрина: оттайка и чистка испарителя', 'piece', 3400],
  ['04-02', 'Search for a refrigerant leak', 'Поиск утечки хладагента', 'visit', 4200],
  ['04-03', 'Evacuation and charging of the circuit', 'Вакуумирование и заправка контура', 'piece', 5600],
  ['04-04', 'Condenser: washing', 'Конденсатор: промывка', 'piece', 2900],
  ['05-01', 'Oven: setting of the burner', 'Печь: настройка горелки', 'piece', 4800],
  ['05-02', 'Oven: check of the steam generator', 'Печь: проверка парогенератора', 'piece', 3700],
  ['06-01', 'Sliding door: adjustment', 'Раздвижная дверь: регулировка', 'piece', 2300],
  ['06-02', 'Shutter: setting of limits', 'Рольставни: настройка концевиков', 'piece', 1900],
  ['07-01', 'Electricity: finding a fault', 'Электрика: поиск неисправности', 'visit', 1600],
  ['07-02', 'Cable, laying', 'Кабель, прокладка', 'metre', 185],
  ['08-01', 'Drain, cleaning', 'Канализация, прочистка', 'visit', 2900],
  ['09-01', 'Alarm: finding a faulty zone', 'Сигнализация: поиск неисправного шлейфа', 'visit', 2700],
  ['09-02', 'Alarm: test with a report', 'Сигнализация: проверка с актом', 'visit', 3900],
  ['10-01', 'Ventilation: change of filters', 'Вентиляция: смена фильтров', 'set', 3100],
  ['10-02', 'Air curtain: service', 'Тепловая завеса: обслуживание', 'piece', 2450],
  ['11-01', 'Lifting table: hydraulic service', 'Подъёмный стол: обслуживание гидравлики', 'piece', 4600],
  ['12-01', 'Network: finding a fault', 'Сеть: поиск неисправности', 'visit', 1700],
  ['12-02', 'Electronic price tags: binding', 'Электронные ценники: привязка', 'piece', 35],
  ['13-01', 'Shelving: fastening of a section', 'Стеллаж: крепление секции', 'piece', 780],
];

const PARTS: readonly Row[] = [
  ['21-01', 'Print head of a till', 'Печатающая головка кассы', 'piece', 4650],
  ['21-02', 'Cutter of receipts', 'Автоотрезчик чеков', 'piece', 3380],
  ['21-03', 'Power supply of a till', 'Блок питания кассы', 'piece', 2540],
  ['21-04', 'Touch screen of a self-checkout', 'Сенсорный экран кассы самообслуживания', 'piece', 18_900],
  ['21-05', 'Fiscal storage, 15 months', 'Фискальный накопитель, 15 мес.', 'piece', 9900],
  ['22-01', 'Load cell of scales', 'Тензодатчик весов', 'piece', 5200],
  ['22-02', 'Label printer head', 'Термоголовка принтера этикеток', 'piece', 4100],
  ['23-01', 'Fan of an evaporator', 'Вентилятор испарителя', 'piece', 3900],
  ['23-02', 'Controller of a case', 'Контроллер витрины', 'piece', 7600],
  ['23-03', 'Compressor up to 2 kW', 'Компрессор до 2 кВт', 'piece', 42_500],
  ['23-04', 'Refrigerant R290', 'Хладагент R290', 'litre', 1850],
  ['23-05', 'Door seal of a cold room', 'Уплотнитель двери камеры', 'metre', 420],
  ['23-06', 'LED strip of a case', 'Светодиодная линейка витрины', 'piece', 1300],
  ['24-01', 'Heating element of an oven', 'Нагревательный элемент печи', 'piece', 6800],
  ['24-02', 'Door glass of an oven', 'Стекло двери печи', 'piece', 8900],
  ['24-03', 'Thermocouple of an oven', 'Термопара печи', 'piece', 2300],
  ['25-01', 'Belt of a sliding door', 'Ремень раздвижной двери', 'piece', 5400],
  ['25-02', 'Radar of a sliding door', 'Радар раздвижной двери', 'piece', 7200],
  ['25-03', 'Lock cylinder', 'Цилиндр замка', 'piece', 2600],
  ['26-01', 'Ceiling lamp, LED', 'Светильник потолочный, LED', 'piece', 1950],
  ['26-02', 'Circuit breaker', 'Автоматический выключатель', 'piece', 1280],
  ['26-03', 'Contactor', 'Контактор', 'piece', 3450],
  ['27-01', 'Tap', 'Смеситель', 'piece', 3600],
  ['27-02', 'Siphon', 'Сифон', 'piece', 1350],
  ['28-01', 'Smoke detector', 'Извещатель дымовой', 'piece', 1120],
  ['28-02', 'Battery of a panel', 'Аккумулятор пульта', 'piece', 1780],
  ['29-01', 'Fan motor, ventilation', 'Двигатель вентилятора', 'piece', 14_200],
  ['30-01', 'Hydraulic hose', 'Рукав гидравлический', 'piece', 3300],
  ['31-01', 'Switch, 24 ports', 'Коммутатор, 24 порта', 'piece', 12_400],
  ['32-01', 'Wheel of a trolley', 'Колесо покупательской тележки', 'piece', 260],
];

/** Passed on from a state laboratory, which charges no VAT. */
const WITHOUT_VAT: readonly Row[] = [
  ['40-01', 'State verification of scales', 'Государственная поверка весов', 'piece', 1900],
];

const CALL_OUT = { ...RATED, kind: 'call_out', title: words('Call-out', 'Выезд'), unit: UNITS.visit } as const;

/** Dearer from July on, agreed when the contract was made. */
const CALL_OUTS: readonly PricePosition[] = [
  { ...CALL_OUT, code: '00-01', unitPrice: 85_000, validTo: '2026-06-30', automatic: true },
  { ...CALL_OUT, code: '00-01', unitPrice: 92_000, validFrom: '2026-07-01', automatic: true },
];

const OF_WORK = ['work', 'call_out'] as const;

/** What depends on when and how a visit goes. */
const CIRCUMSTANCES: readonly PricePosition[] = [
  ...positions(VAT, 'travel', [['00-02', 'Travel outside the city', 'Проезд за город', 'km', 32]]),
  ...positions(VAT, 'wasted_trip', [
    ['00-03', 'Wasted trip: no access to the shop', 'Холостой выезд: недопуск в магазин', 'visit', 920],
  ]),
  {
    ...RATED,
    code: '00-04',
    title: words('Minimum of a visit', 'Минимальная стоимость выезда'),
    unit: UNITS.visit,
    kind: 'minimum',
    unitPrice: 220_000,
    of: ['work', 'part', 'call_out'],
    automatic: true,
  },
  {
    ...RATED,
    code: '00-05',
    title: words('At night, 22:00 to 06:00', 'Ночное время, 22:00–06:00'),
    unit: UNITS.share,
    kind: 'coefficient',
    unitPrice: 0,
    share: 5000,
    of: OF_WORK,
    when: [{ hours: ['22:00', '06:00'] }],
    automatic: true,
  },
  {
    ...RATED,
    code: '00-06',
    title: words('At weekends and on holidays', 'Выходные и праздники'),
    unit: UNITS.share,
    kind: 'coefficient',
    unitPrice: 0,
    share: 3000,
    of: OF_WORK,
    when: [
      { weekdays: ['sat', 'sun'], hours: ['06:00', '22:00'] },
      { dates: ['2026-12-31', '2027-01-01', '2027-01-02'] },
    ],
    automatic: true,
  },
];

/** The price list of the contract, in roubles without VAT. */
export const PRICES: readonly PricePosition[] = [
  ...CALL_OUTS,
  ...CIRCUMSTANCES,
  ...positions(VAT, 'work', WORKS),
  ...positions(VAT, 'part', PARTS),
  ...positions(null, 'work', WITHOUT_VAT),
];
