import { words, type Words } from '../../words.ts';

/** What the intranet's page says around the portal. */
export const INTRANET = {
  brand: words('Apteka One · Intranet', 'Аптека №1 · Интранет'),
  lead: words(
    'A chain of pharmacies in Kazan: the portal stands beside the news of its intranet.',
    'Сеть аптек в Казани: портал стоит рядом с новостями интранета.',
  ),
  title: words('Repairs and maintenance', 'Ремонт и обслуживание'),
  intro: words(
    'Something is broken? Report it here; our service company sees it at once.',
    'Что-то сломалось? Сообщите здесь, подрядчик увидит это сразу.',
  ),
  audit: words(
    'All faults of the chain and how the service company repairs them, live.',
    'Все заявки сети и ход работ по ним в реальном времени.',
  ),
  fallback: words('The portal is not available. Service desk:', 'Портал недоступен. Диспетчерская:'),
  news: words('News', 'Новости'),
} as const;

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
