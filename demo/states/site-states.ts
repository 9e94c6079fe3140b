import * as act from './acts.ts';
import { words, type Act, type State } from './state.ts';

const TICKET = ['vitrine-ticket-view', 'h2'] as const;
const FORM = ['vitrine-report-form', '[part=form]'] as const;
const onSite: readonly Act[] = [act.accept, act.assign(), act.depart, act.arrive];
const coming: readonly Act[] = [act.accept, act.assign(), act.propose, act.agree];

/** What a shop lives with beside one ticket: visitors, equipment, what its neighbours know, telephones, a login for all. */
export const SITE: readonly State[] = [
  {
    id: 'visitors',
    name: words('Visitors of today', 'Посетители сегодня'),
    look: words('Who comes when, and what the guard needs to let him in.', 'Кто и когда придёт, что нужно охране.'),
    stories: [act.till(...coming), act.till(act.accept, act.assign(), act.depart)],
    view: 'visitors',
    shows: ['vitrine-visitors', '[part=visitor]'],
  },
  {
    id: 'no-visitors',
    name: words('Nobody comes today', 'Сегодня никого'),
    look: words('It says so, and for which day.', 'Об этом сказано, и за какой день.'),
    view: 'visitors',
    shows: ['vitrine-visitors', '[part=visitors] p'],
  },
  {
    id: 'several-visits',
    name: words('A second visit', 'Второй визит'),
    look: words('Each visit with its end; the next one is asked for.', 'У каждого визита итог; следующий предложен.'),
    stories: [act.till(...coming, act.depart, act.arrive, act.endVisit, act.propose)],
    shows: ['vitrine-visits', '[part=visits]'],
  },
  {
    id: 'equipment',
    name: words('Equipment with a history', 'Оборудование с историей'),
    look: words('What was wrong with it before, one press away.', 'Что с ним было раньше, в одно нажатие.'),
    stories: [
      { ...act.till(...onSite, act.resolve, act.confirm), isOfTill: true },
      { ...act.till(...onSite, act.resolve, act.confirm, act.rate(3)), isOfTill: true },
      { ...act.till(act.accept), isOfTill: true },
    ],
    hands: [{ press: ['vitrine-ticket-about', 'button[aria-expanded]'] }],
    shows: ['vitrine-asset-history', '[part=history]'],
  },
  {
    id: 'mass-incident',
    name: words('A known incident', 'Массовый инцидент'),
    look: words(
      'Whoever is about to report it sees that it is known.',
      'Кто собрался сообщить, видит, что уже известно.',
    ),
    stories: [
      act.story(words('No till has a connection', 'Кассы без связи'), act.accept, act.declareMass),
      act.till(act.accept),
    ],
    shows: ['vitrine-incidents', '[part=incident]'],
  },
  {
    id: 'already-here',
    name: words('Already reported here', 'Здесь уже сообщили'),
    look: words('Before it is sent a second time.', 'Прежде чем отправят второй раз.'),
    stories: [act.till(act.accept)],
    view: 'form',
    hands: [{ press: [...FORM, 'input[name=category]'] }],
    shows: [...FORM, '[part=known]'],
  },
  {
    id: 'by-telephone',
    name: words('By telephone, for somebody', 'По телефону, за другого'),
    look: words(
      'How it came in, whom to ask at the site, and what was said on the telephone.',
      'Как поступила, кого спросить на объекте, о чём говорили.',
    ),
    stories: [{ ...act.till(act.accept, act.call), isByTelephone: true }],
    shows: TICKET,
  },
  {
    id: 'receipt',
    name: words('Registered: the receipt', 'Зарегистрирована: квитанция'),
    look: words('The number, and by when what was promised.', 'Номер и обещанные сроки.'),
    view: 'form',
    hands: [
      { press: [...FORM, 'input[value=water]'] },
      { fill: [...FORM, 'textarea'], text: words('The tap drips', 'Капает кран') },
      { press: [...FORM, '.primary'] },
    ],
    shows: ['vitrine-receipt', '[part=receipt]'],
  },
  {
    id: 'saved-here',
    name: words('Offline, with a report waiting', 'Нет связи, заявка ждёт'),
    look: words('It lies on this device, and says so.', 'Лежит на этом устройстве, и об этом сказано.'),
    stories: [act.till(act.accept)],
    view: 'list',
    trouble: 'cut',
    hands: [
      { wait: ['vitrine-ticket-list', '.live'] },
      { press: ['vitrine-ticket-list', '.primary'] },
      { wait: FORM },
      { wait: ['vitrine-link-notice', '[part=notice]'], text: words('Connection lost', 'Нет связи') },
      { press: [...FORM, 'input[value=water]'] },
      { fill: [...FORM, 'textarea'], text: words('The tap drips', 'Капает кран') },
      { press: [...FORM, '.primary'] },
    ],
    shows: ['vitrine-waiting-report', '[part=form]'],
  },
  {
    id: 'launcher',
    name: words('A button at the corner', 'Кнопка в углу'),
    look: words('The page keeps its room; news stand on the button.', 'Страница остаётся целой, новости на кнопке.'),
    isLauncher: true,
    stories: [act.till(act.accept, act.assign())],
    view: 'list',
    shows: ['vitrine-launcher', '[part=launcher]'],
  },
  {
    id: 'launcher-open',
    name: words('The panel at the corner', 'Панель в углу'),
    look: words(
      'At the corner of a wide window, as large as a small one.',
      'В углу большого окна, во весь экран маленького.',
    ),
    isLauncher: true,
    stories: [act.till(act.accept, act.assign())],
    view: 'list',
    hands: [{ press: ['vitrine-launcher', '[part=launcher]'] }],
    shows: ['vitrine-ticket-list', '[part=items]'],
  },
  {
    id: 'alone',
    name: words('<vitrine-ticket>: one ticket alone', '<vitrine-ticket>: заявка отдельно'),
    look: words('No list, no way back: the page has its own.', 'Без списка и возврата: на странице есть свои.'),
    element: 'vitrine-ticket',
    stories: [act.till(act.accept, act.assign(), act.depart, act.seen)],
    shows: TICKET,
  },
];
