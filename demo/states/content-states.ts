import * as act from './acts.ts';
import { words, type State, type Story } from './state.ts';

const TICKET = ['vitrine-ticket-view', 'h2'] as const;
const ITEMS = ['vitrine-ticket-list', '[part=items]'] as const;
const FORM = ['vitrine-report-form', '[part=form]'] as const;
const CATEGORY = [...FORM, 'input[name=category]'] as const;
const TEXT = [...FORM, 'textarea'] as const;
const onSite = [act.accept, act.assign(), act.depart, act.arrive];

const SEVERAL: readonly Story[] = [
  act.story(
    words('Two lamps are out above shelf B', 'Не горят два светильника над стеллажом Б'),
    ...onSite,
    act.resolve,
  ),
  act.story(
    words('Door closer of the main entrance leaks oil', 'Доводчик главного входа подтекает'),
    act.accept,
    act.assign(),
    act.propose,
    act.agree,
  ),
  act.story(words('The freezer shows −11 °C', 'Морозильник показывает −11 °C'), ...onSite),
  act.story(
    words('Water under the sink in the staff room', 'Вода под раковиной в комнате персонала'),
    act.accept,
    ...act.ask,
  ),
  act.story(words('The card terminal is offline', 'Терминал оплаты не на связи')),
  act.till(act.accept, act.assign(), act.depart, act.seen),
];

const LONG_TITLE = words(
  'Since the delivery this morning the third till from the entrance switches itself off whenever somebody opens the drawer while a receipt is printing, then it starts again, asks for the shift to be closed, prints half a line, and the queue reaches the dairy shelf; please send somebody who knows this model at once',
  'После утренней поставки третья касса от входа выключается всякий раз, когда кто-то открывает ящик во время печати чека, потом включается снова, просит закрыть смену, печатает половину строки, и очередь стоит уже до молочного отдела; пришлите, пожалуйста, сразу того, кто хорошо знает именно эту модель',
);

/** The list, with nothing and with much in it. */
export const LISTS: readonly State[] = [
  {
    id: 'first-time',
    name: words('The first time', 'В первый раз'),
    look: words(
      'Nothing has been reported yet: what this is, and where to begin.',
      'Заявок ещё нет: что это и с чего начать.',
    ),
    shows: ['vitrine-ticket-list', '.empty b'],
  },
  {
    id: 'list',
    name: words('A list that lives', 'Живой список'),
    look: words('One answer a line, what has to be done first.', 'По ответу в строке.'),
    stories: SEVERAL,
    view: 'list',
    shows: ITEMS,
  },
  {
    id: 'beside',
    name: words('A ticket beside the list', 'Заявка рядом со списком'),
    look: words('The open one is marked; both live.', 'Открытая отмечена, живут обе части.'),
    stories: SEVERAL,
    shows: TICKET,
  },
  {
    id: 'all-overdue',
    name: words('Everything overdue', 'Всё просрочено'),
    look: words('A word beside the colour, and by how much.', 'Кроме цвета сказано словом и на сколько.'),
    stories: SEVERAL.map(({ text }) => act.story(text, act.accept)),
    view: 'list',
    trouble: 'later-30',
    shows: ITEMS,
  },
  {
    id: 'nothing-found',
    name: words('Nothing found', 'Ничего не найдено'),
    look: words('The search stays, so that it can be changed.', 'Строка поиска остаётся.'),
    stories: SEVERAL.slice(0, 2),
    view: 'list',
    hands: [{ fill: ['vitrine-ticket-list', 'input[type=search]'], text: words('lighthouse', 'маяк') }],
    shows: ['vitrine-ticket-list', 'p.empty'],
  },
  {
    id: 'approver',
    name: words('An approver of several sites', 'Согласующий нескольких объектов'),
    look: words('Each line says its site; what waits for him says so.', 'В строке объект и то, что ждёт решения.'),
    role: 'approver',
    sites: 4,
    stories: [SEVERAL[0]!, act.till(...onSite, act.addCost('K-342', { quantity: '2' }), ...act.requestApproval)],
    shows: TICKET,
  },
  {
    id: 'approvals',
    name: words('All that waits for an approver', 'Всё, что ждёт согласования'),
    look: words(
      'One card for each ticket, decided one after another: all lines, or those that are picked.',
      'Карточка на заявку, решение за решением: все строки или только выбранные.',
    ),
    role: 'approver',
    sites: 4,
    stories: [
      act.till(...onSite, act.addCost('K-342', { quantity: '2' }), ...act.requestApproval),
      act.till(...onSite, act.addCost('K-342', { quantity: '2' }), act.addCost('K-110')),
    ],
    view: 'list',
    hands: [{ wait: ['vitrine-ticket-list', '.waiting'] }, { press: ['vitrine-ticket-list', '.waiting'] }],
    shows: ['vitrine-approvals', 'vitrine-cost-ask', 'fieldset'],
  },
  {
    id: 'auditor',
    name: words('An auditor', 'Аудитор'),
    look: words('Sees everything, is asked nothing.', 'Видит всё, его ни о чём не спрашивают.'),
    role: 'auditor',
    stories: SEVERAL.slice(0, 2),
    view: 'list',
    shows: ITEMS,
  },
];

/** The form, as far as it is written. */
export const FORMS: readonly State[] = [
  {
    id: 'form',
    name: words('A new report', 'Новая заявка'),
    look: words(
      'What and where, one text; it says what is missing.',
      'Что и где, один текст; сказано, чего не хватает.',
    ),
    view: 'form',
    shows: FORM,
  },
  {
    id: 'form-promise',
    name: words('What is promised', 'Что обещано'),
    look: words('Before it is sent: reaction and repair, by when.', 'До отправки: когда отреагируют и устранят.'),
    view: 'form',
    hands: [{ press: [...FORM, 'input[value=water]'] }, { fill: TEXT, text: words('The tap drips', 'Капает кран') }],
    shows: [...FORM, '.promise'],
  },
  {
    id: 'form-fields',
    name: words('A category’s own fields', 'Свои поля категории'),
    look: words(
      'They come with the category and say which must be filled.',
      'Появляются с категорией, обязательные отмечены.',
    ),
    view: 'form',
    sites: 3,
    hands: [{ press: [...CATEGORY] }, { fill: TEXT, text: words('Till 2 is dark', 'Касса 2 не включается') }],
    shows: [...FORM, 'select[name^="field:"]'],
  },
  {
    id: 'form-too-long',
    name: words('Too many characters', 'Слишком длинный текст'),
    look: words('By how many; nothing is cut off.', 'Сказано, на сколько; ничего не обрезано.'),
    view: 'form',
    hands: [
      { press: [...CATEGORY] },
      { fill: TEXT, text: words('The till beeps. '.repeat(252), 'Касса пищит. '.repeat(310)) },
    ],
    shows: [...FORM, 'label .late'],
  },
];

/** What people write and are called, and where they are. */
export const CONTENT: readonly State[] = [
  {
    id: 'long-title',
    name: words('A title of 300 characters', 'Заголовок в 300 знаков'),
    look: words('One line in the list, whole in the timeline.', 'В списке одна строка, в ленте целиком.'),
    stories: [SEVERAL[0]!, act.story(LONG_TITLE, act.accept)],
    shows: TICKET,
  },
  {
    id: 'other-script',
    name: words('Names in another script', 'Имена другим письмом'),
    look: words(
      'Arabic, with a control character that would turn the line around: nothing around it is turned.',
      'Арабское письмо и символ, который перевернул бы строку: вокруг ничего не перевёрнуто.',
    ),
    stories: [
      act.story(
        words('الصندوق رقم 3 لا يطبع\u202e (till 3)', 'الصندوق رقم 3 لا يطبع\u202e (касса 3)'),
        act.accept,
        act.assign('rashid'),
        act.comment('rashid', words('أنا في الطريق، 15 دقيقة', 'أنا في الطريق، 15 دقيقة')),
      ),
    ],
    shows: TICKET,
  },
  {
    id: 'long-timeline',
    name: words('10,000 events', '10 000 событий'),
    look: words('The newest at once, the oldest a few presses away.', 'Новое сразу, старое в нескольких нажатиях.'),
    history: 10_000,
    shows: TICKET,
  },
  {
    id: 'long-words',
    name: words('Words without a gap', 'Слова без пробелов'),
    look: words('Nothing is wider than its place.', 'Ничто не шире своего места.'),
    stories: [
      act.story(
        words('Errorcode' + '0123456789abcdef'.repeat(6), 'Кодошибки' + '0123456789абвгде'.repeat(6)),
        act.comment(
          'olga',
          words('https://service.example/' + 'a'.repeat(200), 'https://service.example/' + 'a'.repeat(200)),
        ),
      ),
    ],
    shows: TICKET,
  },
  {
    id: 'other-zone',
    name: words('A site in another zone', 'Объект в другом поясе'),
    look: words(
      'The site’s time first, whose it is, then the viewer’s.',
      'Сначала время объекта и чьё оно, затем ваше.',
    ),
    zone: 'Asia/Vladivostok',
    stories: [act.till(act.accept, act.assign(), act.propose, act.agree)],
    shows: TICKET,
  },
  {
    id: 'narrow',
    name: words('Too narrow', 'Слишком узко'),
    look: words(
      '240 pixels: everything is there, one below the other.',
      '240 пикселей: всё на месте, одно под другим.',
    ),
    room: 'narrow',
    stories: [act.till(...onSite, act.addCost('K-110'), act.addCost('K-342'), ...act.requestApproval)],
    shows: TICKET,
  },
  {
    id: 'right-to-left',
    name: words('A page from right to left', 'Страница справа налево'),
    look: words('The whole turns around; numbers and names do not.', 'Всё зеркально, числа и имена нет.'),
    direction: 'rtl',
    stories: [...SEVERAL.slice(0, 2), act.till(act.accept, act.assign(), act.depart, act.seen)],
    shows: TICKET,
  },
];
