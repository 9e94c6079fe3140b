import { assert } from '@open-wc/testing';
import type { TicketEvent, TicketFact } from '../../../server/contract/events.ts';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en } from '../../../widget/text/en.ts';
import { tellRare } from '../../../widget/text/rare-sentence.ts';
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
  minutes,
  NOON,
  OLGA,
  printHead,
  proposed,
  registered,
  SYSTEM,
  viewOf,
  type Done,
} from '../../support/scene.ts';

const more = { rare: tellRare };
const texts = {
  en: textsOf({ ...en, ...enRest }, 'en', undefined, more),
  ru: textsOf({ ...ru, ...ruRest }, 'ru', undefined, more),
};
const scene: readonly Done[] = [accepted, proposed, agreed];

/** What is read of the last of these acts. */
function read(
  done: Done,
  language: 'en' | 'ru' = 'en',
  change: (event: TicketEvent) => TicketEvent = (event) => event,
): TimelineSentence {
  const all = [...scene, done];
  const events = eventsOf(all);
  const event = change(events.at(-1)!);
  return timelineSentence(event, viewOf(all), { ...texts[language], boot: BOOT, now: NOON }, events);
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
    const callOut = { ...printHead, title: 'Call-out', kind: 'call_out' as const };
    assert.equal(read([40, MARAT, { type: 'cost_added', line: callOut }]).sentence, 'Added: Call-out, ₽6,140.00');
    assert.equal(
      read([40, MARAT, { type: 'cost_removed', line: 'c2', title: 'Print head' }]).sentence,
      'Removed: Print head',
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

suite('what seldom happens', () => {
  /** A registration that was recorded at noon, of a call so many minutes before. */
  const called = (before: number, channel: 'telephone' | 'mail' | 'api', language: 'en' | 'ru' = 'en') => {
    const [event] = eventsOf([[0, OLGA, registered({ channel, requesterName: 'Anna' })]]);
    const held = { ...event!, effectiveAt: new Date(NOON - before * 60_000).toISOString() };
    return timelineSentence(held, viewOf([]), { ...texts[language], boot: BOOT, now: NOON });
  };

  test('a report by telephone says when it came, when it was entered and by whom', () => {
    const { sentence, tone, note } = called(19, 'telephone');
    assert.equal(sentence, 'Reported by telephone at 11:41, entered 12:00 by Olga (service desk)');
    assert.deepEqual([tone, note], ['warn', 'Entered 19 min after it was reported']);
    assert.equal(
      called(19, 'telephone', 'ru').sentence,
      'Сообщено по телефону в 11:41, внесено в 12:00 · Olga (диспетчерская)',
    );
    assert.equal(called(10, 'mail').note, '', 'ten minutes are prompt');
    assert.match(called(10.1, 'mail').note, /10 min/);
  });

  test('a call says who telephoned whom, on which number, and what came of it', () => {
    const { sentence, quote } = read([
      40,
      OLGA,
      { type: 'call_logged', with: 'Anna', number: '+7 900', result: 'No answer' },
    ]);
    assert.deepEqual([sentence, quote], ['Olga (service desk) telephoned Anna, +7 900', 'No answer']);
  });

  test('refused access says why, and whom the engineer telephoned', () => {
    const { quote, note } = read([
      40,
      MARAT,
      { type: 'access_denied', reason: 'No pass was ordered', call: 'Anna, no answer', files: [] },
    ]);
    assert.deepEqual([quote, note], ['No pass was ordered', 'Telephoned: Anna, no answer']);
  });

  test('an ended visit says what came of it', () => {
    const ended = (outcome: 'temporary' | 'continue' | 'not_needed') =>
      read([40, MARAT, { type: 'visit_ended', outcome }]).sentence;
    assert.equal(ended('continue'), 'Marat Galiev ended the visit, another one is needed');
    assert.equal(ended('temporary'), 'Marat Galiev ended the visit: it works for the time being');
    assert.equal(ended('later' as never), 'Marat Galiev ended the visit', 'an outcome that it does not know');
  });

  test('a correction says which entry it mends, and how', () => {
    const mend = (more: { effectiveAt: string | null; void: boolean }) =>
      read([40, OLGA, { type: 'corrected', event: 2, reason: 'Pressed too late', ...more }]);
    const { sentence, quote } = mend({ effectiveAt: minutes(5), void: false });
    assert.equal(
      sentence,
      'Olga (service desk) corrected an entry: “Olga (service desk) took the ticket” was at 12:05',
    );
    assert.equal(quote, 'Pressed too late');
    assert.match(mend({ effectiveAt: null, void: true }).sentence, /struck an entry out: “Olga/);
  });

  test('a repair without a visit says so', () => {
    const done: TicketFact = { type: 'resolved', summary: 'Restarted from afar', firstVisit: null };
    assert.equal(read([40, OLGA, done]).sentence, 'Olga (service desk) fixed it remotely');
    const [there, again]: Done[] = [
      [30, MARAT, { type: 'arrived', inside: true, reason: null }],
      [35, ANA, { type: 'reopened', reason: 'Again' }],
    ];
    const after = (...before: Done[]) => {
      const all: Done[] = [...before, [40, MARAT, done]];
      return timelineSentence(eventsOf(all).at(-1)!, viewOf(all), { ...texts.en, boot: BOOT, now: NOON }).sentence;
    };
    assert.equal(after(accepted, there!), 'Marat Galiev fixed it');
    assert.equal(after(accepted, there!, again!), 'Marat Galiev fixed it remotely', 'nobody came again');
  });

  test('a visit agreed by telephone says with whom; a declined one what would suit', () => {
    const agreedWith: TicketFact = { type: 'visit_agreed', visit: 'v1', by: 'Anna', channel: 'telephone' };
    assert.equal(read([40, OLGA, agreedWith]).sentence, 'Visit agreed for 14:00–16:00 with Anna, by telephone');
    const { quote, note } = read([
      40,
      ANA,
      { type: 'visit_declined', visit: 'v1', reason: 'Delivery', wish: 'Tomorrow' },
    ]);
    assert.deepEqual([quote, note], ['Delivery', 'Would suit: Tomorrow']);
  });

  test('a mass incident says for how many sites, and a link to which ticket', () => {
    const declared = (sites: readonly string[] | null) =>
      read([40, OLGA, { type: 'mass_declared', text: 'No network', sites }]);
    assert.deepEqual([declared(null).quote, declared(null).note], ['No network', 'For all sites']);
    assert.equal(declared(['p12']).note, 'For 1 site');
    const linked: TicketFact = { type: 'linked', parent: 't9' as never, number: 4100, reason: 'Same fault' };
    assert.equal(read([40, OLGA, linked]).sentence, 'Olga (service desk) linked the ticket to the incident 4100');
  });
});
