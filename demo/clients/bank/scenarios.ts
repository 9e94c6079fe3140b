import { words } from '../../words.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

const CALL_OUT = work('100');
const DIAGNOSTICS = work('200');

/** What another visit costs after a repair that did not hold. */
export const AGAIN: Client['again'] = {
  works: [work('201', '0.5', 'warranty')],
  summary: words(
    'Found a connector that had worked loose, secured it and ran the full self-test twice.',
    'Нашли ослабший разъём, закрепили и дважды прошли полную самопроверку.',
  ),
};

/** How each kind of fault is dealt with, in codes without their country. */
export const SCENARIOS: Client['scenarios'] = {
  atm: {
    question: words(
      'Which error code is on the operator panel, and is a card inside?',
      'Какой код на панели оператора и нет ли внутри карты?',
    ),
    visit: false,
    works: [CALL_OUT, work('210'), work('310')],
    summary: words(
      'The card reader had failed after the jam. Replaced it under dual control, self-test passed, back in service.',
      'После замятия отказал картридер. Заменили под двойным контролем, самопроверка пройдена, банкомат работает.',
    ),
  },
  counter: {
    question: words('Do other notes pass if you feed them singly?', 'По одной купюре проходят?'),
    visit: true,
    works: [CALL_OUT, work('320'), work('220')],
    summary: words(
      'A note sensor was dusty beyond cleaning. Replaced it and cleaned the transport.',
      'Датчик купюр запылился и не очищался. Заменили, почистили тракт.',
    ),
  },
  doors: {
    question: null,
    visit: true,
    works: [CALL_OUT, work('230'), work('331')],
    summary: words(
      'An electric strike stuck open. Replaced it; the doors exclude each other again.',
      'Электрозащёлка залипла. Заменили, двери снова блокируют друг друга.',
    ),
  },
  alarm: {
    question: null,
    visit: false,
    works: [CALL_OUT, work('240'), work('340')],
    summary: words(
      'A detector had failed. Replaced it, all zones arm.',
      'Отказал датчик. Заменили, все зоны ставятся.',
    ),
  },
  vault: {
    question: words('Is anything inside that must be moved first?', 'Внутри есть то, что надо сначала переложить?'),
    visit: true,
    works: [CALL_OUT, work('251'), work('202')],
    summary: words(
      'The time lock had lost a day. Set it under dual control and tested the chute.',
      'Замок времени потерял сутки. Настроили под двойным контролем, проверили приём.',
    ),
  },
  video: {
    question: null,
    visit: true,
    works: [work('260')],
    summary: words('Cleaned and aligned the camera.', 'Протёрли и настроили камеру.'),
  },
  network: {
    question: words('Are the lights on the telephones on?', 'Индикаторы на телефонах горят?'),
    visit: false,
    works: [CALL_OUT, work('270'), work('370')],
    summary: words('A switch had died. Replaced and configured it.', 'Сгорел коммутатор. Заменили и настроили.'),
    remote: {
      works: [work('203', '0.5')],
      summary: words(
        'A port had shut itself off. Opened it from afar, all telephones ring.',
        'Порт отключился сам. Включили удалённо, все телефоны звонят.',
      ),
    },
  },
  climate: {
    question: null,
    visit: true,
    works: [CALL_OUT, work('280')],
    summary: words('Filters were blocked. Changed them, 21 °C.', 'Забились фильтры. Сменили, 21 °C.'),
  },
  electricity: {
    question: null,
    visit: true,
    works: [work('290'), work('390')],
    summary: words('A panel had failed. Replaced it.', 'Отказала панель. Заменили.'),
  },
  plumbing: {
    question: words('Can you close the valve under the sink?', 'Получается перекрыть кран под раковиной?'),
    visit: false,
    works: [DIAGNOSTICS, work('395')],
    summary: words('Replaced the tap, everything is dry.', 'Заменили смеситель, везде сухо.'),
  },
  interior: {
    question: null,
    visit: true,
    works: [DIAGNOSTICS, work('201', '0.5')],
    summary: words('A plug had come loose. Fastened it, numbers are shown.', 'Отошёл разъём. Закрепили, номера видны.'),
  },
};
