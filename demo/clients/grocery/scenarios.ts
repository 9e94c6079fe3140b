import { words } from '../../words.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

const DIAGNOSTICS = work('01-01');

/** What another visit costs after a repair that did not hold. */
export const AGAIN: Client['again'] = {
  works: [work('01-02', '0.5', 'warranty')],
  summary: words(
    'Found what had worked loose, secured it and watched it through a whole cycle.',
    'Нашли ослабшее соединение, закрепили и понаблюдали весь цикл.',
  ),
};

/** How each kind of fault is dealt with. */
export const SCENARIOS: Client['scenarios'] = {
  till: {
    question: words('What does the screen of the till say?', 'Что написано на экране кассы?'),
    visit: false,
    works: [DIAGNOSTICS, work('21-02'), work('02-01')],
    summary: words(
      'The cutter had jammed. Replaced it, cleaned the till, ten receipts are cut clean.',
      'Заклинил отрезчик. Заменили, почистили кассу, десять чеков отрезаны ровно.',
    ),
  },
  scales: {
    question: words('Do other scales in the shop weigh right?', 'Остальные весы в магазине взвешивают верно?'),
    visit: false,
    works: [work('03-02'), work('03-01')],
    summary: words(
      'Loaded the prices and calibrated the scales with weights.',
      'Загрузили цены и отъюстировали весы по гирям.',
    ),
  },
  refrigeration: {
    question: null,
    visit: false,
    works: [DIAGNOSTICS, work('23-01', '2'), work('04-01')],
    summary: words(
      'Two fans stood still, the evaporator was frozen. Replaced them and defrosted it, +3 °C after forty minutes.',
      'Стояли два вентилятора, испаритель обмёрз. Заменили, оттаяли, через сорок минут +3 °C.',
    ),
  },
  oven: {
    question: words('Which error is on the display?', 'Какая ошибка на табло?'),
    visit: true,
    works: [DIAGNOSTICS, work('24-01'), work('24-03'), work('05-01')],
    summary: words(
      'A heating element had burnt through. Replaced it with its thermocouple, a test baking ran to the end.',
      'Прогорел нагреватель. Заменили его и термопару, пробная выпечка прошла до конца.',
    ),
  },
  doors: {
    question: null,
    visit: true,
    works: [DIAGNOSTICS, work('25-01'), work('06-01')],
    summary: words(
      'The belt had slipped. Replaced and adjusted it, the door opens to its full width.',
      'Ремень проскакивал. Заменили и отрегулировали, дверь открывается полностью.',
    ),
  },
  electricity: {
    question: words('Which lamps exactly, and since when?', 'Какие именно светильники и с какого времени?'),
    visit: true,
    works: [work('07-01'), work('26-01', '2')],
    summary: words(
      'Two lamps had worn out. Replaced both, measured the line.',
      'Два светильника выработали ресурс. Заменили оба, замерили линию.',
    ),
  },
  plumbing: {
    question: null,
    visit: false,
    works: [work('08-01'), work('27-02')],
    summary: words('Cleaned the drain and replaced the siphon.', 'Прочистили трап и заменили сифон.'),
  },
  alarm: {
    question: words('May the siren be switched off?', 'Сирену можно отключить с пульта?'),
    visit: false,
    works: [work('09-01'), work('28-01')],
    summary: words(
      'A smoke detector was full of flour. Replaced it, the zone is in order.',
      'Извещатель забился мукой. Заменили, шлейф в норме.',
    ),
  },
  climate: {
    question: null,
    visit: true,
    works: [DIAGNOSTICS, work('10-02'), work('26-03')],
    summary: words(
      'The contactor of the heater had burnt. Replaced it and serviced the curtain, it blows 38 °C.',
      'Подгорел контактор нагревателя. Заменили и обслужили завесу, дует 38 °C.',
    ),
  },
  lift: {
    question: words('Is there a pallet on the table now?', 'Сейчас на столе стоит паллета?'),
    visit: true,
    works: [DIAGNOSTICS, work('30-01'), work('11-01')],
    summary: words(
      'A hose was leaking. Replaced it and serviced the hydraulics, holds 800 kg for half an hour.',
      'Подтекал рукав. Заменили, обслужили гидравлику, держит 800 кг полчаса.',
    ),
  },
  network: {
    question: words('Do the tills work?', 'Кассы при этом работают?'),
    visit: false,
    works: [work('12-01'), work('12-02', '40')],
    summary: words(
      'The base station had lost its power supply. Plugged it in and bound the tags anew.',
      'База ценников осталась без питания. Подключили и привязали ценники заново.',
    ),
    remote: {
      works: [work('01-05', '0.5')],
      summary: words(
        'Restarted the base station from afar, the tags come back shelf by shelf.',
        'Перезапустили базу удалённо, ценники возвращаются полка за полкой.',
      ),
    },
  },
  fittings: {
    question: null,
    visit: true,
    works: [work('32-01', '12'), work('01-02')],
    summary: words('Replaced the wheels of twelve trolleys.', 'Заменили колёса у двенадцати тележек.'),
  },
};
