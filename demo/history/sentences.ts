import type { Words } from '../words.ts';

const words = (en: string, ru: string): Words => ({ en, ru });

/** What reporters add to what is broken. */
export const DETAILS: readonly Words[] = [
  words('Since this morning.', 'С самого утра.'),
  words('Started yesterday evening, we hoped it would pass.', 'Началось вчера вечером, думали, пройдёт.'),
  words('We switched it off and on, no change.', 'Выключали и включали, не помогло.'),
  words('It comes and goes, more often towards the evening.', 'То появляется, то пропадает, к вечеру чаще.'),
  words('There is a queue because of it.', 'Из-за этого собирается очередь.'),
  words('It was repaired in spring and now it is the same again.', 'Весной чинили, теперь опять то же самое.'),
  words('Please call before you come, the back door is locked.', 'Позвоните перед приездом, служебный вход закрыт.'),
  words('We manage somehow, but not for long.', 'Пока обходимся, но долго так не сможем.'),
  words('The cleaners noticed it first.', 'Первыми заметили уборщики.'),
  words('A delivery comes tomorrow at nine, before that would be best.', 'Завтра в девять поставка, лучше бы до неё.'),
];

export const ANSWERS: readonly Words[] = [
  words('Yes, exactly so. Somebody is here until closing time.', 'Да, всё так. Мы на месте до закрытия.'),
  words('We looked again: no, nothing like that to be seen.', 'Посмотрели ещё раз: нет, ничего такого не видно.'),
  words(
    'It says so on the label, I have written it into the description too.',
    'На шильдике так и написано, я добавила и в описание.',
  ),
  words('Only now and then, not always.', 'Не всегда, время от времени.'),
];

export const ASKED_AGAIN: readonly Words[] = [
  words('When can we expect somebody?', 'Когда можно ждать мастера?'),
  words('Customers are complaining, is there any news?', 'Посетители жалуются, есть новости?'),
  words('Please hurry, it has become worse.', 'Поторопитесь, пожалуйста, стало хуже.'),
];

export const REASSURED: readonly Words[] = [
  words(
    'The engineer is finishing another job and comes to you next.',
    'Инженер заканчивает другую заявку и следующим едет к вам.',
  ),
  words('We know, and we are looking for somebody who is nearer.', 'Видим, ищем инженера, который ближе.'),
  words(
    'Sorry for the delay: the part has only just come from the store.',
    'Извините за задержку: деталь только что привезли со склада.',
  ),
];

export const REMOTE: readonly Words[] = [
  words('Connected from here, looking at the settings now.', 'Подключился удалённо, смотрю настройки.'),
  words('Please restart it once more while I watch.', 'Перезапустите, пожалуйста, ещё раз, я смотрю.'),
];
export const REMOTE_DONE: readonly Words[] = [
  words(
    'Settings corrected from here, checked together with the site by telephone.',
    'Исправил настройки удалённо, проверили вместе с объектом по телефону.',
  ),
  words(
    'The service had stopped after an update. Started it again from here.',
    'После обновления остановилась служба. Запустил удалённо.',
  ),
];

export const DECLINED: readonly { readonly reason: Words; readonly wish: Words }[] = [
  {
    reason: words('Inventory on that day', 'В этот день инвентаризация'),
    wish: words('the day after, from noon', 'на следующий день после обеда'),
  },
  {
    reason: words('The manager with the keys is away', 'Не будет управляющей с ключами'),
    wish: words('later in the afternoon', 'ближе к вечеру'),
  },
  {
    reason: words('A delivery stands in front of that door then', 'В это время у этой двери разгрузка'),
    wish: words('any other time', 'в любое другое время'),
  },
];
export const POSTPONED: readonly Words[] = [
  words('Can you come a day later? We are short of people.', 'Можно на день позже? Сегодня некому встретить.'),
  words('The auditors are here until the evening, tomorrow please.', 'До вечера проверка, давайте завтра.'),
];

export const NO_ACCESS: readonly Words[] = [
  words('The room is locked, nobody on site has the key', 'Помещение закрыто, ключа ни у кого нет'),
  words('Security did not let me in: the pass was not ordered', 'Охрана не пропустила: пропуск не заказан'),
];
export const NO_ACCESS_CALL: readonly Words[] = [
  words('Called the person on shift, nobody answered twice', 'Дважды звонил дежурному, не ответили'),
  words('The person on shift promised to find the key', 'Дежурный обещал найти ключ'),
];

export const AWAY_FROM_SITE = words(
  'Parked behind the building, the entrance is on the other street',
  'Припарковался за зданием, вход с другой улицы',
);

export const DISPUTED: readonly Words[] = [
  words('This was replaced three months ago and is under warranty', 'Это меняли три месяца назад, деталь на гарантии'),
  words('It took half an hour, not the whole hour that is charged', 'Работали полчаса, а посчитан целый час'),
  words('Nobody agreed this with us beforehand', 'С нами это заранее не согласовали'),
];
export const REVISED = words('You are right, the line is corrected.', 'Вы правы, строку исправили.');

export const PARTS: readonly Words[] = [
  words('Ordered from the maker, delivery confirmed in writing', 'Заказано у производителя, срок подтверждён письмом'),
  words('Not in the store here, comes from the central one', 'На местном складе нет, везут с центрального'),
];
export const RESTORED: readonly Words[] = [
  words('A loan unit is connected until the part comes', 'До прихода детали поставили подменное устройство'),
  words('Works for the time being without the broken part', 'Временно работает без неисправного узла'),
];
export const PART_HERE = words('The part is here, we come as agreed.', 'Деталь пришла, приедем как договорились.');

export const NOT_FIXED: readonly Words[] = [
  words('It has begun again after an hour.', 'Через час всё повторилось.'),
  words('Works, but not as before: please look again.', 'Работает, но не так, как раньше: посмотрите ещё раз.'),
];

export const CANCELLED: readonly Words[] = [
  words('It was only unplugged, sorry', 'Оказалось, просто выдернули из розетки, извините'),
  words('Works again by itself', 'Само заработало'),
  words('Reported by mistake, another site', 'Ошибся объектом'),
];
export const OUT_OF_SCOPE: readonly Words[] = [
  words('Belongs to the landlord by the contract, passed on to him', 'По договору это зона арендодателя, передали ему'),
  words('Under the maker’s warranty, his service was told', 'На гарантии производителя, передали в его сервис'),
];
export const SAME = words(
  'The same fault, reported by a colleague before',
  'Та же неисправность, раньше сообщил коллега',
);
export const URGENT = words('Nobody can work there until it is repaired', 'Пока не починят, работать там нельзя');

export const PRAISE: readonly Words[] = [
  words('Quick and tidy, thank you.', 'Быстро и аккуратно, спасибо.'),
  words('Works again.', 'Снова работает.'),
  words('Explained what it was, too.', 'Ещё и объяснили, в чём было дело.'),
];
export const BLAME: readonly Words[] = [
  words('Repaired, but we waited too long.', 'Починили, но ждали слишком долго.'),
  words('Had to call three times.', 'Пришлось звонить три раза.'),
];

export const MASS = {
  report: words('No connection at several sites at once', 'Нет связи сразу на нескольких объектах'),
  notice: words(
    'The provider’s line is broken for several sites. We are on it together with the provider; there is no need to report it again.',
    'Авария у оператора связи, без интернета несколько объектов. Занимаемся вместе с оператором; сообщать повторно не нужно.',
  ),
  part: words('No internet, nothing can be opened', 'Нет интернета, ничего не открывается'),
  link: words('Part of the provider’s outage', 'Часть общей аварии у оператора'),
  summary: words(
    'The provider has repaired the line, all sites are connected again.',
    'Оператор восстановил линию, все объекты снова на связи.',
  ),
} as const;
