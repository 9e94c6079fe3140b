import { assert } from '@open-wc/testing';
import type { TicketEvent, TicketFact } from '../../../server/contract/events.ts';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en } from '../../../widget/text/en.ts';
import { ruRest } from '../../../widget/text/ru-rest.ts';
import { ru } from '../../../widget/text/ru.ts';
import { textsOf } from '../../../widget/text/texts.ts';
import { timelineSentence, type TimelineSentence } from '../../../widget/text/timeline-sentence.ts';
import {
  accepted,
  agreed,
  ANA,
  BOOT,
  eventsOf,
  MARAT,
  NOON,
  OLGA,
  printHead,
  proposed,
  SYSTEM,
  viewOf,
  type Done,
} from '../../support/scene.ts';

const texts = { en: textsOf({ ...en, ...enRest }, 'en'), ru: textsOf({ ...ru, ...ruRest }, 'ru') };
const scene: readonly Done[] = [accepted, proposed, agreed];

/** What is read of the last of these acts. */
function read(
  done: Done,
  language: 'en' | 'ru' = 'en',
  change: (event: TicketEvent) => TicketEvent = (event) => event,
): TimelineSentence {
  const all = [...scene, done];
  const event = change(eventsOf(all).at(-1)!);
  return timelineSentence(event, viewOf(all), { ...texts[language], boot: BOOT, now: NOON });
}
const comment: TicketFact = { type: 'commented', text: '<b>Hello</b>', files: ['f1', 'f2'] };

suite('timeline sentence', () => {
  test('says who did it: oneself, a colleague by name, the desk as the desk', () => {
    assert.equal(read([40, ANA, comment]).sentence, 'You wrote');
    assert.equal(read([40, OLGA, comment]).sentence, 'Olga (service desk) wrote');
    assert.equal(read([40, MARAT, { type: 'departed' }]).sentence, 'Marat Galiev left for the site');
    assert.equal(read([40, MARAT, { type: 'departed' }], 'ru').sentence, 'Выезд на объект · Marat Galiev');
  });

  test('says what somebody was where his name is gone', () => {
    assert.equal(read([40, { ...OLGA, name: null }, comment]).sentence, 'The service desk wrote');
    assert.equal(read([40, { ...MARAT, name: null }, comment], 'ru').sentence, 'Сообщение · Инженер');
  });

  test('[W1] quotes what was written as plain text, and counts its files', () => {
    const { quote, files, erased } = read([40, ANA, comment]);
    assert.deepEqual({ quote, files, erased }, { quote: '<b>Hello</b>', files: 2, erased: false });
  });

  test('says that something was erased, instead of showing nothing', () => {
    const { quote, erased } = read([40, ANA, comment], 'en', (event) => ({ ...event, private: { '/text': null } }));
    assert.deepEqual({ quote, erased }, { quote: null, erased: true });
  });

  test('tells windows, sums, priorities and clocks in words', () => {
    assert.equal(read([40, ANA, agreed[2]]).sentence, 'Visit agreed for 14:00–16:00');
    assert.equal(
      read([40, MARAT, { type: 'cost_added', line: printHead }]).sentence,
      'Work added: Print head, replacement, ₽6,140.00',
    );
    assert.equal(
      read([40, OLGA, { type: 'prioritised', priority: 'p2', reason: 'It sells' }]).sentence,
      'Olga (service desk) changed the priority to “Normal”',
    );
    const warned: TicketFact = {
      type: 'warned',
      clock: 'resolution',
      threshold: 75,
      dueAt: '2026-11-24T14:02:00.000Z',
    };
    assert.equal(read([40, SYSTEM, warned]).sentence, '75 % of the time for “Resolution” has passed');
    assert.equal(read([40, SYSTEM, warned], 'ru').sentence, 'Прошло 75 % норматива «Срок устранения»');
    assert.equal(
      read([40, OLGA, { type: 'paused', pause: 'p', reason: 'parts', evidence: 'Order 17' }]).sentence,
      'The clock is paused: waiting for parts',
    );
  });

  test('gives what asks for something or ends something a tone', () => {
    assert.equal(read([40, OLGA, { type: 'asked', question: 'q', text: 'Which model?' }]).tone, 'warn');
    assert.equal(
      read([40, SYSTEM, { type: 'breached', clock: 'reaction', dueAt: '2026-11-24T09:15:00.000Z' }]).tone,
      'late',
    );
    assert.equal(read([40, MARAT, { type: 'resolved', summary: 'Done', firstVisit: true }]).tone, 'done');
    assert.equal(read([40, OLGA, { type: 'accepted' }]).tone, 'neutral');
  });

  test('[E4] gives a fact that this page does not know a neutral sentence', () => {
    for (const type of ['teleported', 'constructor', '__proto__']) {
      const said = read([40, OLGA, { type: 'accepted' }], 'en', (event) => ({
        ...event,
        type,
        data: { text: 'secret?' },
      }));
      assert.equal(said.sentence, 'Olga (service desk) added an entry that this page does not know yet', type);
      assert.deepEqual([said.tone, said.quote], ['neutral', null], type);
    }
  });
});
