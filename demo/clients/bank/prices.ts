import type { PositionKind, PricePosition } from '../client.ts';
import { positions, type Row } from '../position.ts';

/** A country's list: rates of VAT in basis points, and how dear it is beside Ireland. */
interface Country {
  readonly codes: string;
  readonly level: number;
  /** Of repair on site, which some countries tax less than goods. */
  readonly service: number;
  readonly goods: number;
}

const COUNTRIES: readonly Country[] = [
  { codes: 'IE-', level: 1, service: 1350, goods: 2300 },
  { codes: 'MT-', level: 0.82, service: 1800, goods: 1800 },
  { codes: 'NL-', level: 1.06, service: 2100, goods: 2100 },
  { codes: 'DE-', level: 0.98, service: 1900, goods: 1900 },
];

const CALL_OUTS: readonly Row[] = [
  ['100', 'Call-out, branch hours', 'Выезд в часы работы отделения', 'visit', 68],
  ['101', 'Call-out, evenings and weekends', 'Выезд вечером и в выходные', 'visit', 124],
];
const TRAVEL: readonly Row[] = [['110', 'Travel beyond 30 km', 'Проезд сверх 30 км', 'km', 0.92]];
const WASTED_TRIPS: readonly Row[] = [['190', 'Wasted trip: no access', 'Холостой выезд: недопуск', 'visit', 68]];

const SERVICES: readonly Row[] = [
  ['200', 'Diagnostics on site', 'Диагностика на объекте', 'visit', 54],
  ['201', 'Labour, field engineer', 'Работа инженера', 'hour', 72],
  ['202', 'Labour, second person (dual control)', 'Работа второго инженера (двойной контроль)', 'hour', 58],
  ['203', 'Remote support', 'Удалённая поддержка', 'hour', 44],
  ['210', 'ATM: clearing a jam', 'Банкомат: устранение замятия', 'piece', 62],
  ['211', 'ATM: preventive service', 'Банкомат: профилактика', 'piece', 118],
  ['212', 'Cash recycler: calibration', 'Рециркулятор: калибровка', 'piece', 96],
  ['220', 'Counter recycler: cleaning', 'Кассовый рециркулятор: чистка', 'piece', 78],
  ['230', 'Interlock: adjustment', 'Шлюз: регулировка', 'piece', 84],
  ['231', 'Automatic door: service', 'Автоматическая дверь: обслуживание', 'piece', 92],
  ['240', 'Alarm: fault finding', 'Сигнализация: поиск неисправности', 'visit', 88],
  ['241', 'Alarm: test with certificate', 'Сигнализация: проверка с актом', 'visit', 132],
  ['250', 'Safe: opening by a locksmith', 'Сейф: вскрытие мастером', 'piece', 340],
  ['251', 'Time lock: setting', 'Замок времени: настройка', 'piece', 74],
  ['260', 'Camera: alignment', 'Камера: настройка', 'piece', 46],
  ['270', 'Network: fault finding', 'Сеть: поиск неисправности', 'visit', 82],
  ['280', 'Air handling: filter service', 'Вентиляция: обслуживание фильтров', 'set', 105],
  ['290', 'Electrical: fault finding', 'Электрика: поиск неисправности', 'visit', 76],
  ['295', 'Drain: clearing', 'Канализация: прочистка', 'visit', 98],
];

const GOODS: readonly Row[] = [
  ['310', 'Card reader of an ATM', 'Картридер банкомата', 'piece', 286],
  ['311', 'Dispenser belt set', 'Комплект ремней диспенсера', 'set', 64],
  ['312', 'Receipt printer of an ATM', 'Чековый принтер банкомата', 'piece', 198],
  ['313', 'Encrypting PIN pad', 'Шифрующая клавиатура', 'piece', 412],
  ['320', 'Note sensor of a recycler', 'Датчик купюр рециркулятора', 'piece', 148],
  ['330', 'Door operator, drive belt', 'Привод двери, ремень', 'piece', 57],
  ['331', 'Electric strike of an interlock', 'Электрозащёлка шлюза', 'piece', 121],
  ['340', 'Motion detector', 'Датчик движения', 'piece', 49],
  ['341', 'Panel battery', 'Аккумулятор пульта', 'piece', 38],
  ['342', 'Hold-up button', 'Тревожная кнопка', 'piece', 33],
  ['350', 'Electronic safe lock', 'Электронный замок сейфа', 'piece', 465],
  ['360', 'Dome camera', 'Купольная камера', 'piece', 175],
  ['361', 'Recorder disk, 8 TB', 'Диск регистратора, 8 ТБ', 'piece', 214],
  ['370', 'Access switch, 24 ports', 'Коммутатор доступа, 24 порта', 'piece', 388],
  ['380', 'Fan coil motor', 'Двигатель фанкойла', 'piece', 156],
  ['390', 'LED panel, 60 × 60', 'Светодиодная панель, 60 × 60', 'piece', 42],
  ['391', 'Queue display', 'Экран очереди', 'piece', 235],
  ['395', 'Tap', 'Смеситель', 'piece', 84],
];

/** Cash in transit is an exempt financial service. */
const EXEMPT: readonly Row[] = [
  ['900', 'Cash taken to the depot under seal', 'Перевозка наличных под пломбой', 'visit', 145],
];

const listOf = ({ codes, level, service, goods }: Country): readonly PricePosition[] => {
  const priced = (rows: readonly Row[]): readonly Row[] =>
    rows.map(([code, en, ru, unit, price]) => [`${codes}${code}`, en, ru, unit, Math.round(price * level * 100) / 100]);
  const rated = (rate: number | null, kind: PositionKind, rows: readonly Row[]) => positions(rate, kind, priced(rows));
  return [
    ...rated(service, 'call_out', CALL_OUTS),
    ...rated(service, 'travel', TRAVEL),
    ...rated(service, 'wasted_trip', WASTED_TRIPS),
    ...rated(service, 'work', SERVICES),
    ...rated(goods, 'part', GOODS),
    ...rated(null, 'work', EXEMPT),
  ];
};

/** One list of the framework contract per country, in euros without VAT. */
export const PRICES: readonly PricePosition[] = COUNTRIES.flatMap(listOf);
