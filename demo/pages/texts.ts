import { words, type Words } from '../words.ts';

/** What every client's page says around the portal. */
export const PAGE = {
  person: words('Signed in as', 'Вы вошли как'),
  change: words('Somebody else', 'Войти другим человеком'),
} as const;

export const SWITCHES = {
  language: words('Language', 'Язык'),
  scheme: words('Colours', 'Оформление'),
} as const;

export const SCHEMES = {
  auto: words('As the device', 'Как на устройстве'),
  light: words('Light', 'Светлое'),
  dark: words('Dark', 'Тёмное'),
} as const;

export const LANGUAGE_NAMES = { en: 'English', ru: 'Русский' } as const;

/** The start page: who one can be, and what to try. */
export const START = {
  title: words('Vitrine: a demo', 'Vitrine: демонстрация'),
  lead: words(
    'Three companies have their repairs done by another one. Vitrine is the pane of glass between them: it stands in each client’s intranet, in its colours and words, and both sides see the same, live.',
    'Три компании поручили ремонт одному подрядчику. Vitrine — это стекло между ними: портал стоит в интранете каждого клиента, в его цветах и словах, и обе стороны вживую видят одно и то же.',
  ),
  who: words('Who do you want to be?', 'Кем вы хотите быть?'),
  open: words('Open', 'Открыть'),
  as: words('as', 'как'),
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

export const STORY: readonly Words[] = [
  words(
    'Open the pharmacies’ intranet as Elena and report a fault: till equipment, “Till 3 does not print receipts”. Before you send it you read until when it will be fixed.',
    'Откройте интранет аптек как Елена и сообщите о поломке: кассовое оборудование, «Касса 3 не печатает чеки». Ещё до отправки видно, к какому сроку исправят.',
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
  words(
    'Decline a visit and say when it suits you, “tomorrow after 14:00”: the next one is proposed for then, by the clock of the site.',
    'Откажитесь от визита и напишите, когда удобно, «завтра после 14:00»: следующий предложат на это время, по часам объекта.',
  ),
  words(
    'Look around as an auditor: somebody is not let in, a part is missing, an outage concerns a whole city, a ticket is taken too late.',
    'Осмотритесь как аудитор: кого-то не пустили, где-то нет детали, авария коснулась целого города, заявку взяли с опозданием.',
  ),
];
