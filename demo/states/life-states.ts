import * as act from './acts.ts';
import { words, type Act, type State, type Story } from './state.ts';

const TICKET = ['vitrine-ticket-view', 'h2'] as const;
const { till } = act;
const onSite: readonly Act[] = [act.accept, act.assign(), act.depart, act.arrive];

const stage = (
  id: string,
  en: string,
  ru: string,
  look: State['look'],
  story: Story,
  more: Partial<State> = {},
): State => ({
  id,
  name: words(en, ru),
  look,
  stories: [story],
  shows: TICKET,
  ...more,
});

/** A ticket in each stage of its life. */
export const LIFE: readonly State[] = [
  stage(
    'registered',
    'Registered',
    'Зарегистрирована',
    words(
      'Says until when somebody takes it. No engineer yet, no cost yet.',
      'Сказано, до какого часа её возьмут в работу. Инженера и стоимости ещё нет.',
    ),
    till(),
  ),
  stage(
    'accepted',
    'Accepted',
    'Принята в работу',
    words(
      'Says until when it is fixed. The reaction was on time.',
      'Сказано, до какого часа устранят. Отреагировали вовремя.',
    ),
    till(act.accept),
  ),
  stage(
    'assigned',
    'Engineer assigned',
    'Инженер назначен',
    words('Who comes, and how to call him.', 'Кто приедет и как ему позвонить.'),
    till(act.accept, act.assign()),
  ),
  stage(
    'no-name',
    'An engineer without consent',
    'Инженер без согласия',
    words(
      'He has not agreed to be shown: his role and initials only.',
      'Он не давал согласия: видны только роль и инициалы.',
    ),
    till(act.accept, act.assign('ilnur')),
  ),
  stage(
    'question',
    'Question asked',
    'Задан вопрос',
    words(
      'The question is the headline; the clock is paused for it.',
      'Вопрос стоит в заголовке, время приостановлено.',
    ),
    till(act.accept, ...act.ask),
  ),
  stage(
    'proposed',
    'Visit proposed',
    'Предложен визит',
    words('One press agrees; a refusal asks for a wish.', 'Согласие в одно нажатие, при отказе спросят о пожелании.'),
    till(act.accept, act.assign(), act.propose),
  ),
  stage(
    'scheduled',
    'Visit agreed',
    'Визит согласован',
    words('The window stands in the headline and on the rail.', 'Время визита в заголовке и на шкале.'),
    till(act.accept, act.assign(), act.propose, act.agree),
  ),
  stage(
    'missed',
    'Visit missed',
    'Визит пропущен',
    words(
      'The window is over and nobody is on the way: it says so.',
      'Время визита прошло, никто не выехал: об этом сказано.',
    ),
    { ...till(act.accept, act.assign(), act.propose, act.agree), category: 'water' },
    { trouble: 'later-5' },
  ),
  stage(
    'on-the-way',
    'On the way',
    'В пути',
    words(
      'When he is at the door, how far he is, how old that is.',
      'Когда приедет, далеко ли он и насколько свежи данные.',
    ),
    till(act.accept, act.assign(), act.depart, act.seen),
  ),
  stage(
    'on-the-way-stale',
    'On the way, last seen long ago',
    'В пути, давно не виден',
    words('What is old is grey and says how old it is.', 'Старое показано серым, с возрастом данных.'),
    till(act.accept, act.assign(), act.depart, act.seen),
    { trouble: 'later-0.1' },
  ),
  stage(
    'on-the-way-unseen',
    'On the way, position unknown',
    'В пути, положение неизвестно',
    words(
      'No promise that nobody can keep: only that he has left.',
      'Ничего лишнего не обещано: только то, что он выехал.',
    ),
    till(act.accept, act.assign(), act.depart),
  ),
  stage(
    'on-site',
    'On site',
    'На объекте',
    words(
      'Nothing of his position is shown any more. No cost yet.',
      'Его положение больше не показано. Стоимости ещё нет.',
    ),
    till(...onSite),
  ),
  stage(
    'costs',
    'Work within the limit',
    'Работы в пределах лимита',
    words('Each line with its amount, the total with VAT.', 'Каждая строка с суммой, итог с НДС.'),
    till(...onSite, act.addCost('K-110'), act.addCost('K-310', { billing: 'warranty' })),
  ),
  stage(
    'costs-waiting',
    'Cost waits for somebody else',
    'Согласует другой',
    words(
      'Over the person’s limit: it says who has to decide, and it can be disputed.',
      'Больше лимита: сказано, что ждём согласования, можно оспорить.',
    ),
    till(...onSite, act.addCost('K-110'), act.addCost('K-342', { quantity: '2' }), ...act.requestApproval),
  ),
  stage(
    'costs-to-approve',
    'Cost to approve',
    'Нужно согласовать',
    words('The headline asks, the answer is one press away.', 'Вопрос в заголовке, ответ в одно нажатие.'),
    till(...onSite, act.addCost('K-110'), act.addCost('K-342'), ...act.requestApproval),
  ),
  stage(
    'costs-disputed',
    'Cost disputed',
    'Стоимость оспорена',
    words('The line says that it is disputed, the timeline why.', 'У строки отметка, в ленте причина.'),
    till(...onSite, act.addCost('K-342'), ...act.requestApproval, act.dispute),
  ),
  stage(
    'costs-approved',
    'Cost approved',
    'Стоимость согласована',
    words('Who approved it stands in the timeline.', 'Кто согласовал, видно в ленте.'),
    till(...onSite, act.addCost('K-342'), ...act.requestApproval, act.approve),
  ),
  stage(
    'paused',
    'Paused',
    'Приостановлена',
    words('Why, since when, and how much time is left.', 'Почему, с какого времени и сколько осталось.'),
    till(act.accept, act.assign(), act.pause('marat', 'parts')),
  ),
  stage(
    'not-let-in',
    'Not let in',
    'Недопуск на объект',
    words('It asks for access, and one press gives it.', 'Просят доступ, он даётся в одно нажатие.'),
    till(...onSite, act.notLetIn),
  ),
  stage(
    'overdue',
    'Overdue',
    'Просрочена',
    words('By how much, first of all.', 'Прежде всего: на сколько.'),
    till(act.accept, act.assign()),
    { trouble: 'later-5' },
  ),
  stage(
    'resolved',
    'Fixed',
    'Выполнена',
    words('It asks whether it works.', 'Спрашивают, всё ли работает.'),
    till(...onSite, act.addCost('K-110'), act.resolve),
  ),
  stage(
    'remote',
    'Fixed from afar',
    'Выполнена удалённо',
    words('Steps that nobody took are not shown as done.', 'Несделанные шаги не показаны сделанными.'),
    till(act.accept, act.assign(), act.resolve),
  ),
  stage(
    'closed',
    'Confirmed',
    'Подтверждена',
    words('It asks for a rating, once.', 'Один раз просят оценить.'),
    till(...onSite, act.resolve, act.confirm),
  ),
  stage(
    'rated',
    'Rated',
    'Оценена',
    words('Nothing is asked any more.', 'Больше ни о чём не спрашивают.'),
    till(...onSite, act.resolve, act.confirm, act.rate(4)),
  ),
  stage(
    'reopened',
    'Reopened',
    'Возвращена в работу',
    words('What was wrong stands in the timeline; the clock goes on.', 'Причина в ленте, время идёт дальше.'),
    till(...onSite, act.resolve, act.reopen),
  ),
  stage(
    'withdrawn',
    'Withdrawn',
    'Отозвана',
    words('An end that the person chose himself.', 'Так решил сам заявитель.'),
    till(act.accept, act.withdraw),
  ),
  stage(
    'declined',
    'Not taken on',
    'Отклонена',
    words('An end that somebody else chose, with his reason.', 'Так решил исполнитель, с причиной.'),
    till(act.decline),
  ),
];
