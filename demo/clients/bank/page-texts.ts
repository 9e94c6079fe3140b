import { words, type Words } from '../../words.ts';

export const HUB = {
  lead: words(
    'Branches in Ireland, Malta, the Netherlands and Germany, in euros: the portal stands under the news of the day.',
    'Отделения в Ирландии, на Мальте, в Нидерландах и Германии, расчёты в евро: портал стоит под новостями дня.',
  ),
  brand: words('Calloway', 'Calloway'),
  hub: words('Branch Hub', 'Портал отделений'),
  title: words('Your branch today', 'Ваше отделение сегодня'),
  group: words('The group today', 'Группа сегодня'),
  premises: words('Premises', 'Помещения'),
  premisesText: words(
    'For anything that is broken in the branch, raise a service request. The facilities desk answers day and night.',
    'Если в отделении что-то сломалось, подайте обращение. Диспетчерская отвечает круглосуточно.',
  ),
  audit: words(
    'Every service request of the group, with its clocks and its costs, as it happens.',
    'Все обращения группы, их сроки и стоимость, по мере того как это происходит.',
  ),
  branch: words('Your branch', 'Ваше отделение'),
  branches: words('Your branches', 'Ваши отделения'),
  all: words('All branches of the group', 'Все отделения группы'),
  notices: words('Notices', 'Объявления'),
  rates: words('Indicative rates', 'Справочные курсы'),
  buy: words('Buy', 'Покупка'),
  sell: words('Sell', 'Продажа'),
  currency: words('Currency', 'Валюта'),
  per: words('for one euro, as at opening', 'за один евро, на открытие'),
  fallback: words(
    'The request portal is not available. Facilities desk:',
    'Портал обращений недоступен. Диспетчерская:',
  ),
} as const;

export const NOTICES: readonly { readonly day: Words; readonly title: Words; readonly text: Words }[] = [
  {
    day: words('Mon', 'Пн'),
    title: words('Dual control at every opening of a safe', 'Двойной контроль при каждом вскрытии сейфа'),
    text: words(
      'An engineer never works alone on a vault or inside an ATM. Check the pass and the visit number first.',
      'Инженер не работает один ни с сейфом, ни внутри банкомата. Сначала проверьте пропуск и номер визита.',
    ),
  },
  {
    day: words('Wed', 'Ср'),
    title: words('New notes in the recyclers', 'Новые купюры в рециркуляторах'),
    text: words(
      'Firmware is updated at night, branch by branch. Machines are out of service for some twenty minutes.',
      'Прошивка обновляется ночью, по очереди. Автоматы недоступны около двадцати минут.',
    ),
  },
  {
    day: words('Fri', 'Пт'),
    title: words('Christmas opening hours', 'Часы работы на Рождество'),
    text: words(
      'Branches close at 13:00 on 24 December. Lobbies stay open.',
      '24 декабря отделения закрываются в 13:00. Зоны самообслуживания открыты.',
    ),
  },
];

export const RATES: readonly (readonly [currency: string, buy: string, sell: string])[] = [
  ['GBP', '0.842', '0.881'],
  ['USD', '1.061', '1.118'],
  ['CHF', '0.921', '0.964'],
  ['PLN', '4.115', '4.392'],
];
