import { assert } from '@open-wc/testing';
import type { TicketView } from '../../../server/contract/ticket.ts';
import type { PortalBoot } from '../../../server/contract/portal.ts';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en } from '../../../widget/text/en.ts';
import { headlineOf, type Tone } from '../../../widget/text/headline.ts';
import { ruRest } from '../../../widget/text/ru-rest.ts';
import { ru } from '../../../widget/text/ru.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import * as told from '../../support/scene.ts';
import { ANA, BOOT, clock, NOON, OLGA, onTheWay, viewOf, type Done } from '../../support/scene.ts';

const english = textsOf({ ...en, ...enRest }, 'en');
const russian = textsOf({ ...ru, ...ruRest }, 'ru');
const { accepted, agreed, arrived, assigned, departed, proposed, resolved } = told;
const way: readonly Done[] = [accepted, assigned, proposed, agreed, departed];
const auditor: PortalBoot = { ...BOOT, person: { ...BOOT.person, role: 'auditor' } };

interface Expected {
  readonly en: readonly [sentence: string, line: string];
  readonly ru: readonly [sentence: string, line: string];
  readonly tone: Tone;
  readonly at?: number;
  readonly boot?: PortalBoot;
}

function says(name: string, ticket: TicketView, expected: Expected): void {
  test(name, () => {
    const now = NOON + (expected.at ?? 115) * 60_000;
    const boot = expected.boot ?? BOOT;
    for (const [texts, [sentence, line]] of [
      [english, expected.en],
      [russian, expected.ru],
    ] as const) {
      const said = headlineOf(ticket, { ...texts, boot, now });
      assert.deepEqual(
        { ...said, sentence: plain(said.sentence), line: plain(said.line) },
        { sentence, line, tone: expected.tone },
      );
    }
  });
}

/** Intl parts figures and currencies with several kinds of spaces. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

suite('headline', () => {
  says('registered: by when somebody will take it', viewOf([], { clocks: [clock('reaction', 17)] }), {
    en: ['Registered. Somebody will take it by 12:17', 'Registered, to be taken by 12:17'],
    ru: ['Зарегистрирована. Возьмём в работу до 12:17', 'Зарегистрирована, возьмём до 12:17'],
    tone: 'neutral',
    at: 1,
  });
  says('registered without a norm', viewOf([]), {
    en: ['Registered. The service desk will take it', 'Registered'],
    ru: ['Зарегистрирована. Диспетчер возьмёт её в работу', 'Зарегистрирована'],
    tone: 'neutral',
  });
  says(
    'accepted: by when it will be fixed',
    viewOf([accepted], { clocks: [told.metReaction, clock('resolution', 302)] }),
    {
      en: ['Accepted. To be fixed by 17:02', 'Accepted, due 17:02'],
      ru: ['Принята в работу. Устраним до 17:02', 'Принята в работу, срок до 17:02'],
      tone: 'neutral',
    },
  );
  says('assigned', viewOf([accepted, assigned]), {
    en: ['Marat is assigned. A visit is being arranged', 'Engineer assigned'],
    ru: ['Ответственный: Marat. Согласуем время визита', 'Инженер назначен'],
    tone: 'neutral',
  });
  says('a visit to agree', viewOf([accepted, assigned, proposed]), {
    en: ['Does 14:00–16:00 suit you for the visit?', 'Visit to agree, 14:00–16:00'],
    ru: ['Подойдёт ли вам визит 14:00–16:00?', 'Согласуйте визит, 14:00–16:00'],
    tone: 'warn',
  });
  says('a visit that somebody else has to agree', viewOf([accepted, assigned, proposed]), {
    en: ['A visit is proposed for 14:00–16:00', 'Visit proposed, 14:00–16:00'],
    ru: ['Предложено время визита: 14:00–16:00', 'Предложен визит, 14:00–16:00'],
    tone: 'neutral',
    boot: auditor,
  });
  says('a visit agreed', viewOf([accepted, assigned, proposed, agreed]), {
    en: ['Visit agreed for 14:00–16:00', 'Visit agreed, 14:00–16:00'],
    ru: ['Визит согласован: 14:00–16:00', 'Визит согласован, 14:00–16:00'],
    tone: 'neutral',
  });
  says('a visit that nobody left for', viewOf([accepted, assigned, proposed, agreed]), {
    en: ['Visit was agreed for 14:00–16:00, nobody is on the way yet', 'Nobody on the way, visit was 14:00–16:00'],
    ru: [
      'Визит был согласован на 14:00–16:00, но инженер ещё не выехал',
      'Инженер не выехал, визит был на 14:00–16:00',
    ],
    tone: 'late',
    at: 241,
  });
  says('on the way, with the time', viewOf(way, { eta: onTheWay }), {
    en: ['Marat is on the way, at your door about 14:20', 'On the way, about 14:20'],
    ru: ['Marat едет к вам, будет около 14:20', 'Инженер в пути, будет около 14:20'],
    tone: 'live',
  });
  says('on the way, where the contract shows no time', viewOf(way), {
    en: ['Marat is on the way', 'On the way'],
    ru: ['Marat едет к вам', 'Инженер в пути'],
    tone: 'live',
  });
  says('on site', viewOf([...way, arrived]), {
    en: ['Marat is on site', 'Engineer on site'],
    ru: ['Marat на объекте', 'Инженер на объекте'],
    tone: 'live',
  });
  says('overdue, and who is there', viewOf([...way, arrived], { clocks: [clock('resolution', 150)] }), {
    en: ['40 min overdue. Marat is on site', '40 min overdue, engineer on site'],
    ru: ['Просрочка 40 мин. Marat на объекте', 'Просрочка 40 мин, инженер на объекте'],
    tone: 'late',
    at: 190,
  });
  says('overdue, and by when he is there', viewOf(way, { eta: onTheWay, clocks: [clock('resolution', 60)] }), {
    en: ['55 min overdue. Marat is on the way, at your door about 14:20', '55 min overdue, engineer on the way'],
    ru: ['Просрочка 55 мин. Marat едет к вам, будет около 14:20', 'Просрочка 55 мин, инженер в пути'],
    tone: 'late',
  });
  says('overdue before anybody took it', viewOf([], { clocks: [clock('reaction', 15)] }), {
    en: ['1 h 40 min overdue. Nobody has taken it yet', '1 h 40 min overdue, not taken yet'],
    ru: ['Просрочка 1 ч 40 мин. Заявку ещё не взяли в работу', 'Просрочка 1 ч 40 мин, ещё не в работе'],
    tone: 'late',
  });
  says('not overdue at the very instant of the term', viewOf([], { clocks: [clock('reaction', 15)] }), {
    en: ['Registered. Somebody will take it by 12:15', 'Registered, to be taken by 12:15'],
    ru: ['Зарегистрирована. Возьмём в работу до 12:15', 'Зарегистрирована, возьмём до 12:15'],
    tone: 'neutral',
    at: 15,
  });

  const asked: Done = [9, OLGA, { type: 'asked', question: 'q1', text: 'Which model?' }];
  says('one question', viewOf([accepted, asked]), {
    en: ['One question for you', 'One question for you'],
    ru: ['К вам 1 вопрос', 'К вам 1 вопрос'],
    tone: 'warn',
  });
  says('a question that somebody else has to answer', viewOf([accepted, asked]), {
    en: ['Waiting for an answer from the site', 'Waiting for an answer from the site'],
    ru: ['Ждём ответа от объекта', 'Ждём ответа от объекта'],
    tone: 'neutral',
    boot: auditor,
  });
  says(
    'an answered question is none',
    viewOf([accepted, asked, [12, ANA, { type: 'answered', question: 'q1', text: 'X1' }]]),
    {
      en: ['Accepted. A visit is being arranged', 'Accepted'],
      ru: ['Принята в работу. Согласуем время визита', 'Принята в работу'],
      tone: 'neutral',
    },
  );

  const awaiting: readonly Done[] = [...way, arrived, [150, told.MARAT, { type: 'cost_added', line: told.printHead }]];
  says('a cost to approve', viewOf(awaiting), {
    en: ['Please approve ₽6,140.00', '₽6,140.00 to approve'],
    ru: ['Согласуйте, пожалуйста, 6 140,00 ₽', 'На согласовании у вас: 6 140,00 ₽'],
    tone: 'warn',
  });
  says(
    'a cost that is more than this person may approve',
    viewOf([
      ...awaiting,
      [151, told.SYSTEM, { type: 'paused', pause: 'p', reason: 'awaiting_approval', evidence: null }],
    ]),
    {
      en: ['Waiting for approval of ₽6,140.00', '₽6,140.00 waiting for approval'],
      ru: ['Ждём согласования: 6 140,00 ₽', 'На согласовании: 6 140,00 ₽'],
      tone: 'neutral',
      boot: { ...BOOT, person: { ...BOOT.person, approvalLimit: 600_000 } },
    },
  );

  const refused: readonly Done[] = [
    ...way,
    arrived,
    [145, told.MARAT, { type: 'access_denied', reason: 'No pass', call: 'Nobody answered', files: [] }],
    [145, told.MARAT, { type: 'paused', pause: 'p', reason: 'no_access', evidence: null }],
  ];
  says('not let in', viewOf(refused), {
    en: ['Nobody was let in. Please say when access is possible', 'Access needed'],
    ru: ['Инженера не пустили на объект. Сообщите, когда будет доступ', 'Нужен доступ на объект'],
    tone: 'warn',
  });
  says('not let in, for whoever only reads', viewOf(refused), {
    en: ['Nobody was let in. Waiting for access to the site', 'Access needed'],
    ru: ['Недопуск на объект. Ждём доступа', 'Нужен доступ на объект'],
    tone: 'neutral',
    boot: auditor,
  });
  says('paused', viewOf([accepted, [20, OLGA, { type: 'paused', pause: 'p', reason: 'parts', evidence: null }]]), {
    en: ['Paused: waiting for parts', 'Paused: waiting for parts'],
    ru: ['Приостановлена: ждём запчасти', 'Приостановлена: ждём запчасти'],
    tone: 'neutral',
  });

  says('fixed, for whoever may confirm', viewOf([...way, arrived, resolved]), {
    en: ['Fixed at 15:40. Please confirm', 'Fixed, please confirm'],
    ru: ['Выполнена в 15:40. Подтвердите, пожалуйста', 'Выполнена, подтвердите'],
    tone: 'done',
    at: 230,
  });
  says('fixed on another day', viewOf([...way, arrived, resolved]), {
    en: ['Fixed on 24 Nov, 15:40. Please confirm', 'Fixed, please confirm'],
    ru: ['Выполнена 24 нояб., 15:40. Подтвердите, пожалуйста', 'Выполнена, подтвердите'],
    tone: 'done',
    at: 2000,
  });
  says('fixed, for whoever only reads', viewOf([...way, arrived, resolved]), {
    en: ['Fixed. Waiting for the site to confirm', 'Fixed, not confirmed yet'],
    ru: ['Выполнена. Ждём подтверждения от объекта', 'Выполнена, ещё не подтверждена'],
    tone: 'done',
    boot: auditor,
  });
  says('reopened', viewOf([...way, arrived, resolved, [240, ANA, { type: 'reopened', reason: 'Again' }]]), {
    en: ['Marat is assigned. A visit is being arranged', 'Engineer assigned'],
    ru: ['Ответственный: Marat. Согласуем время визита', 'Инженер назначен'],
    tone: 'neutral',
  });
  says('closed', viewOf([...way, arrived, resolved, [230, ANA, { type: 'confirmed' }]]), {
    en: ['Fixed and closed', 'Closed'],
    ru: ['Выполнена и закрыта', 'Закрыта'],
    tone: 'done',
  });
  says('withdrawn', viewOf([[5, ANA, { type: 'cancelled', exclusion: 'x', reason: 'Works again' }]]), {
    en: ['Withdrawn', 'Withdrawn'],
    ru: ['Отозвана', 'Отозвана'],
    tone: 'neutral',
  });
  says('declined', viewOf([[5, OLGA, { type: 'declined', exclusion: 'x', reason: 'Not in the contract' }]]), {
    en: ['Not taken on', 'Not taken on'],
    ru: ['Не принята в работу', 'Не принята в работу'],
    tone: 'neutral',
  });
});
