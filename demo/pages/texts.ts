import type { Words } from '../words.ts';

const words = (en: string, ru: string): Words => ({ en, ru });

/** What the intranet's page says around the portal. */
export const INTRANET = {
  brand: words('Apteka One · Intranet', 'Аптека №1 · Интранет'),
  title: words('Repairs and maintenance', 'Ремонт и обслуживание'),
  intro: words(
    'Something is broken? Report it here; our service company sees it at once.',
    'Что-то сломалось? Сообщите здесь, подрядчик увидит это сразу.',
  ),
  audit: words(
    'All faults of the chain and how the service company repairs them, live.',
    'Все заявки сети и ход работ по ним в реальном времени.',
  ),
  person: words('Signed in as', 'Вы вошли как'),
  change: words('Somebody else', 'Войти другим человеком'),
  language: words('Language', 'Язык'),
  scheme: words('Colours', 'Оформление'),
  fallback: words('The portal is not available. Service desk:', 'Портал недоступен. Диспетчерская:'),
  news: words('News', 'Новости'),
} as const;

export const SCHEMES = {
  auto: words('As the device', 'Как на устройстве'),
  light: words('Light', 'Светлое'),
  dark: words('Dark', 'Тёмное'),
} as const;

export const LANGUAGE_NAMES = { en: 'English', ru: 'Русский' } as const;

export const NEWS: readonly { readonly title: Words; readonly text: Words }[] = [
  {
    title: words('Stocktaking on Sunday', 'Инвентаризация в воскресенье'),
    text: words(
      'All pharmacies of the centre region open at noon. Please hand in the lists by Friday.',
      'Аптеки центрального округа откроются в полдень. Списки сдайте до пятницы.',
    ),
  },
  {
    title: words('Vaccines: new temperature log', 'Вакцины: новый журнал температуры'),
    text: words(
      'From this month on the log is kept twice a day, at opening and at closing.',
      'С этого месяца журнал ведём дважды в день, при открытии и закрытии.',
    ),
  },
  {
    title: words('Welcome to Pharmacy 18', 'Открылась аптека 18'),
    text: words(
      'Our colleagues at 20 Voskhod Street serve their first customers.',
      'Коллеги на Восходе, 20 принимают первых покупателей.',
    ),
  },
];

/** The start page: who one can be, and what to try. */
export const START = {
  title: words('Vitrine: a demo', 'Vitrine: демонстрация'),
  lead: words(
    'A chain of pharmacies in Kazan has its repairs done by another company. Vitrine is the pane of glass between the two: it stands in the chain’s intranet, and both see the same, live.',
    'Сеть аптек в Казани поручила ремонт другой компании. Vitrine — это стекло между ними: портал стоит в интранете сети, и обе стороны вживую видят одно и то же.',
  ),
  who: words('Who do you want to be?', 'Кем вы хотите быть?'),
  open: words('Open the intranet', 'Открыть интранет'),
  as: words('as', 'как'),
  look: words('How should it look?', 'Как это показать?'),
  story: words('What to try', 'Что попробовать'),
  simulated: words(
    'The service company is simulated: it works through the same public API as a real one, in real time and at real speeds. Only its waits are short and its trips begin nearby.',
    'Подрядчик здесь имитирован: он работает через тот же открытый API, что и настоящий, в реальном времени и с настоящими скоростями. Короче только ожидания, а поездки начинаются рядом.',
  ),
  quiet: words(
    'The service company is not simulated in this run (--quiet): a ticket stays as it was reported.',
    'В этом запуске подрядчик не имитируется (--quiet): заявка останется такой, какой её подали.',
  ),
} as const;

/** What each person is there to show; by person. */
export const WHY: Readonly<Record<string, Words>> = {
  elena: words(
    'Reports faults and sees who comes. Start here.',
    'Сообщает о поломках и видит, кто едет. Начните отсюда.',
  ),
  ilya: words('Works across the river; sees other tickets.', 'Работает за рекой и видит другие заявки.'),
  guzel: words('Approves what is over an employee’s limit.', 'Согласует то, что выше лимита сотрудника.'),
  anna: words(
    'Watches every ticket of the chain, changes nothing.',
    'Наблюдает за всеми заявками сети, ничего не меняя.',
  ),
};

export const STORY: readonly Words[] = [
  words(
    'Open the intranet as Elena and report a fault: till equipment, “Till 3 does not print receipts”. Before you send it you read until when it will be fixed.',
    'Откройте интранет как Елена и сообщите о поломке: кассовое оборудование, «Касса 3 не печатает чеки». Ещё до отправки видно, к какому сроку исправят.',
  ),
  words(
    'Wait a quarter of a minute. Olga takes the ticket and asks one question: answer it, then agree to the visit.',
    'Подождите четверть минуты. Ольга возьмёт заявку и задаст вопрос: ответьте, потом согласуйте время визита.',
  ),
  words(
    'Watch the engineer come nearer: the distance shrinks, the expected time follows it. Nothing has to be reloaded.',
    'Смотрите, как едет инженер: расстояние сокращается, время прибытия уточняется. Перезагружать ничего не нужно.',
  ),
  words(
    'Works and their cost appear while they are done. One is over the agreed limit: approve or dispute it.',
    'Работы и стоимость появляются по ходу дела. Одна сумма выше лимита: согласуйте или оспорьте её.',
  ),
  words(
    'Confirm the repair and rate it, or send it back as not fixed: somebody comes again.',
    'Подтвердите ремонт и оцените его или верните заявку в работу: инженер приедет снова.',
  ),
  words(
    'Open the auditor beside it, in another window: both see each step in the same second.',
    'Откройте рядом, в другом окне, аудитора: оба видят каждый шаг в ту же секунду.',
  ),
];
