import { words, type Words } from '../../words.ts';

export const STAFF_ROOM = {
  lead: words(
    'Groceries in six time zones, from Kaliningrad to Vladivostok: the portal is the whole page.',
    'Продукты в шести часовых поясах, от Калининграда до Владивостока: портал занимает всю страницу.',
  ),
  brand: words('Shirota', 'Широта'),
  room: words('staff room', 'подсобка'),
  title: words('Repairs and equipment', 'Ремонт и оборудование'),
  hello: words('Good to see you', 'Рады видеть'),
  intro: words(
    'Tell us what does not work. The service company reads it while you are still typing the next one.',
    'Напишите, что не работает. Подрядчик прочтёт раньше, чем вы вернётесь в зал.',
  ),
  audit: words(
    'Every request of every shop, as it stands this minute.',
    'Все обращения всех магазинов, как они есть в эту минуту.',
  ),
  cities: words('Cities and their distance from Moscow time', 'Города и разница с московским временем'),
  fallback: words(
    'The portal is not available. Call the desk, day and night:',
    'Портал недоступен. Звоните круглосуточно:',
  ),
  notices: words('On the staff-room wall', 'На доске в подсобке'),
} as const;

/** Cities by region, with what a clock there is ahead of Moscow. */
export const CITIES: readonly (readonly [region: string, name: Words, ahead: string])[] = [
  ['kaliningrad', words('Kaliningrad', 'Калининград'), '−1'],
  ['moscow', words('Moscow', 'Москва'), '0'],
  ['yekaterinburg', words('Yekaterinburg', 'Екатеринбург'), '+2'],
  ['novosibirsk', words('Novosibirsk', 'Новосибирск'), '+4'],
  ['irkutsk', words('Irkutsk', 'Иркутск'), '+5'],
  ['vladivostok', words('Vladivostok', 'Владивосток'), '+7'],
];

export const NOTICES: readonly { readonly title: Words; readonly text: Words }[] = [
  {
    title: words('The bread of the week is rye', 'Хлеб недели — ржаной'),
    text: words(
      'Dough by six, first batch on the shelf by eight. If the oven sulks, report it before kneading.',
      'Тесто к шести, первая партия на полке к восьми. Если печь капризничает, пишите до замеса.',
    ),
  },
  {
    title: words('A warm case is everybody’s business', 'Тёплая витрина касается всех'),
    text: words(
      'Above +6 °C: move the milk first, then report, then write down the time.',
      'Выше +6 °C: сначала переложите молоко, потом сообщите, потом запишите время.',
    ),
  },
  {
    title: words('Five years of Shop 601', 'Магазину 601 пять лет'),
    text: words(
      'Svetlanskaya, 33 has a birthday. The cake is in the cold room, second shelf.',
      'Светланская, 33 отмечает день рождения. Торт в камере, вторая полка.',
    ),
  },
];
