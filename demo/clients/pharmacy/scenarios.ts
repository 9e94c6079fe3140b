import type { Client } from '../client.ts';
import { work } from '../work.ts';

const DIAGNOSTICS = work('G-020');

/** What another visit costs after a repair that did not hold. */
export const AGAIN: Client['again'] = {
  works: [work('G-030', '0.5', 'warranty')],
  summary: {
    en: 'Found the loose connector that made it fail again, fastened it and watched it for a quarter of an hour.',
    ru: 'Нашли ослабший разъём, из-за которого всё повторилось, закрепили и понаблюдали в работе.',
  },
};

/** How each kind of fault is dealt with. */
export const SCENARIOS: Client['scenarios'] = {
  till: {
    question: {
      en: 'Which model is on the label under the till, and is there a red light?',
      ru: 'Какая модель указана на шильдике под кассой и горит ли красный индикатор?',
    },
    visit: true,
    works: [DIAGNOSTICS, work('K-110'), work('K-342')],
    summary: {
      en: 'The print head had burnt out. Replaced it, cleaned the feed, printed ten test receipts.',
      ru: 'Вышла из строя печатающая головка. Заменили, почистили подачу, напечатали десять пробных чеков.',
    },
  },
  scanner: {
    question: {
      en: 'Does the scanner beep when you read a code, or does it stay silent?',
      ru: 'Сканер издаёт звук при считывании кода или молчит?',
    },
    visit: false,
    works: [DIAGNOSTICS, work('S-120'), work('S-110')],
    summary: {
      en: 'The cable was broken at the plug. Replaced it and set the scanner up again.',
      ru: 'Кабель переломился у разъёма. Заменили кабель и заново настроили сканер.',
    },
  },
  network: {
    question: {
      en: 'Are all lights on the router green, or is one of them blinking?',
      ru: 'Все индикаторы на маршрутизаторе зелёные или какой-то мигает?',
    },
    visit: true,
    works: [work('N-110'), work('N-130'), work('N-120', '4.5')],
    summary: {
      en: 'A socket behind the shelf was crushed. Replaced it and laid the cable along the wall.',
      ru: 'Розетка за стеллажом была раздавлена. Заменили её и проложили кабель вдоль стены.',
    },
  },
  printer: {
    question: { en: 'What does the display of the printer say?', ru: 'Что написано на экране принтера?' },
    visit: true,
    works: [DIAGNOSTICS, work('P-130')],
    summary: {
      en: 'The pick-up roller was worn. Replaced it, fifty pages without a jam.',
      ru: 'Ролик захвата стёрся. Заменили, пятьдесят листов прошли без замятия.',
    },
    remote: {
      works: [work('G-035')],
      summary: {
        en: 'The driver had lost its settings. Set it up again from afar, a test page came out.',
        ru: 'Драйвер потерял настройки. Настроили удалённо, пробная страница вышла.',
      },
    },
  },
  refrigeration: {
    question: null,
    visit: false,
    works: [DIAGNOSTICS, work('R-120'), work('R-110')],
    summary: {
      en: 'The thermostat was stuck. Replaced it; the cabinet holds +4 °C again, log attached to the device.',
      ru: 'Термостат заклинило. Заменили, камера снова держит +4 °C, журнал оставлен у прибора.',
    },
  },
  electricity: {
    question: {
      en: 'Did it go out by itself, or after something was switched on?',
      ru: 'Погасло само или после включения какого-то прибора?',
    },
    visit: true,
    works: [work('E-110'), work('E-120', '2')],
    summary: {
      en: 'Two lamps had burnt out with their holders. Replaced both, checked the line.',
      ru: 'Два светильника сгорели вместе с патронами. Заменили оба, проверили линию.',
    },
  },
  plumbing: {
    question: { en: 'Can you close the valve under the sink?', ru: 'Получается перекрыть кран под раковиной?' },
    visit: false,
    works: [DIAGNOSTICS, work('W-120'), work('W-140', '2')],
    summary: {
      en: 'The siphon had cracked. Replaced it together with both hoses, everything is dry.',
      ru: 'Сифон треснул. Заменили его вместе с подводками, везде сухо.',
    },
  },
  doors: {
    question: null,
    visit: true,
    works: [DIAGNOSTICS, work('D-110')],
    summary: {
      en: 'The door closer had lost its setting. Adjusted it, the door closes softly.',
      ru: 'Доводчик сбился. Отрегулировали, дверь закрывается мягко.',
    },
  },
  air: {
    question: { en: 'Is water dripping from the unit?', ru: 'Из блока капает вода?' },
    visit: false,
    works: [DIAGNOSTICS, work('A-120'), work('A-110')],
    summary: {
      en: 'The filter was clogged. Replaced it and serviced the unit, 22 °C in the hall.',
      ru: 'Фильтр забился. Заменили и обслужили блок, в зале 22 °C.',
    },
  },
  furniture: {
    question: null,
    visit: true,
    works: [work('F-110', '2'), work('F-120')],
    summary: {
      en: 'Fastened the shelf anew and replaced one hinge.',
      ru: 'Закрепили полку заново и заменили одну петлю.',
    },
  },
  signage: {
    question: null,
    visit: false,
    works: [work('G-040'), work('B-110', '3')],
    summary: {
      en: 'Three LED modules had failed. Replaced them, the sign is bright along its whole length.',
      ru: 'Отказали три светодиодных модуля. Заменили, вывеска светит по всей длине.',
    },
  },
  video: {
    question: { en: 'Is the picture black, or does it freeze?', ru: 'Картинки нет совсем или она замирает?' },
    visit: true,
    works: [DIAGNOSTICS, work('V-110')],
    summary: {
      en: 'The camera had lost its address. Set it up again, recording runs.',
      ru: 'Камера потеряла адрес. Настроили заново, запись идёт.',
    },
  },
};
