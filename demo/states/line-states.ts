import * as act from './acts.ts';
import { words, type State } from './state.ts';

const TICKET = ['vitrine-ticket-view', 'h2'] as const;
const FAULT = ['vitrine-portal-frame', '[part=fault]'] as const;
const NOTICE = ['vitrine-link-notice', '[part=notice]'] as const;
const COMPOSER = ['vitrine-timeline', '[part=composer]'] as const;
/** On a slow machine it says before that it is connecting. */
const LOST = [{ wait: NOTICE, text: words('Connection lost', 'Нет связи') }] as const;
const SIGNED_OUT = [{ wait: NOTICE, text: words('could not sign you in', 'не удалось выполнить вход') }] as const;
const stories = [act.till(act.accept, act.assign())];
const message = words('It smells of smoke', 'Пахнет дымом');

/** What the way to the server can do to the portal. */
export const LINE: readonly State[] = [
  {
    id: 'loading',
    name: words('Loading', 'Загрузка'),
    look: words(
      'Structure at once, no spinner. After 15 seconds without an answer it says so.',
      'Сразу структура, без крутилок. Через 15 секунд без ответа об этом сказано.',
    ),
    trouble: 'held',
    shows: ['[part=skeleton]'],
  },
  {
    id: 'slow',
    name: words('A slow line', 'Медленная линия'),
    look: words('Each answer takes most of a second.', 'Каждый ответ идёт почти секунду.'),
    stories,
    trouble: 'slow',
    shows: TICKET,
  },
  {
    id: 'stale',
    name: words('Connection lost', 'Нет связи'),
    look: words(
      'What was known stays, greyed, with its time. The notice waits a second.',
      'Известное остаётся, серым и с временем. Сообщение ждёт секунду.',
    ),
    stories,
    trouble: 'cut',
    hands: LOST,
    shows: NOTICE,
  },
  {
    id: 'offline-queue',
    name: words('Offline, with a message waiting', 'Нет связи, сообщение ждёт'),
    look: words('What was sent is kept and said to be kept.', 'Отправленное сохранено, и об этом сказано.'),
    stories,
    trouble: 'cut',
    hands: [...LOST, { fill: [...COMPOSER, 'input'], text: message }, { press: [...COMPOSER, 'button'] }],
    shows: ['vitrine-waiting', '[part=entry]'],
  },
  {
    id: 'refused',
    name: words('Refused', 'Отказано'),
    look: words('What was written stays, with the reason beside it.', 'Написанное остаётся, рядом причина.'),
    stories,
    trouble: 'refused',
    hands: [{ fill: [...COMPOSER, 'input'], text: message }, { press: [...COMPOSER, 'button'] }],
    shows: [...COMPOSER, '[role=alert]'],
  },
  {
    id: 'expired',
    name: words('Expired session', 'Сеанс истёк'),
    look: words('What to do stands above; what was known stays.', 'Сверху сказано, что делать; известное остаётся.'),
    stories,
    trouble: 'expired',
    hands: SIGNED_OUT,
    shows: NOTICE,
  },
  {
    id: 'down',
    name: words('Server down', 'Сервер недоступен'),
    look: words('The telephone number is there, and it goes on trying.', 'Есть телефон, попытки продолжаются.'),
    trouble: 'down',
    shows: FAULT,
  },
  {
    id: 'blocked',
    name: words('WebSocket blocked', 'WebSocket заблокирован'),
    look: words('Changes come all the same, a little later.', 'Изменения приходят, но чуть позже.'),
    stories,
    trouble: 'blocked',
    shows: NOTICE,
  },
];

/** Mistakes of a page. */
export const EMBEDDING: readonly State[] = [
  {
    id: 'no-tenant',
    name: words('No tenant', 'Не указан клиент'),
    look: words(
      'One line for the person, one for whoever embeds it.',
      'Строка для человека и строка для того, кто встраивает.',
    ),
    embedding: 'no-tenant',
    shows: FAULT,
  },
  {
    id: 'no-token',
    name: words('No way to a token', 'Неоткуда взять токен'),
    look: words('The same, and what to set.', 'То же, и сказано, что указать.'),
    embedding: 'no-token',
    shows: FAULT,
  },
  {
    id: 'token-in-page',
    name: words('A token in the page', 'Токен в странице'),
    look: words(
      'It is ignored and the console says so; the portal works by the right one.',
      'Он не используется, об этом сказано в консоли; портал работает по правильному.',
    ),
    stories,
    embedding: 'token-in-page',
    shows: TICKET,
  },
  {
    id: 'wrong-origin',
    name: words('A page of a strange origin', 'Страница чужого сайта'),
    look: words(
      'The server does not know the page; the reason is found.',
      'Сервер не знает страницу; причина найдена.',
    ),
    embedding: 'wrong-origin',
    shows: FAULT,
  },
];
