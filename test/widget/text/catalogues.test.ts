import { assert, waitUntil } from '@open-wc/testing';
import { Format } from '../../../widget/text/format.ts';
import { enRest } from '../../../widget/text/en-rest.ts';
import { en as enFirst } from '../../../widget/text/en.ts';
import { ruRest } from '../../../widget/text/ru-rest.ts';
import { ru as ruFirst } from '../../../widget/text/ru.ts';
import { loadTexts, textsOf, type Texts } from '../../../widget/text/texts.ts';
import { translator, type Wording, type Message, type TextKey } from '../../../widget/text/translate.ts';
import { minutes, NOON } from '../../support/scene.ts';

const en: Readonly<Record<TextKey, Message>> = { ...enFirst, ...enRest };
const ru: Readonly<Record<TextKey, Message>> = { ...ruFirst, ...ruRest };
const keys = Object.keys(en) as TextKey[];
const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const gapsOf = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join();

suite('catalogues', () => {
  test('say the same things in both languages', () => {
    assert.sameMembers(Object.keys(ru), keys);
  });

  test('have the same gaps in both languages', () => {
    for (const key of keys) {
      const gaps = formsOf(en[key])
        .concat(formsOf(ru[key]))
        .map(gapsOf)
        // "One question for you" needs no figure, and a noun may stand without the person.
        .filter((found, _, all) => found !== '' || all.every((each) => each === ''));
      assert.equal(new Set(gaps).size, 1, `${key}: ${gaps.join(' / ')}`);
    }
  });

  test('have every plural form that their language asks for', () => {
    for (const key of keys) {
      const [english, russian] = [en[key], ru[key]];
      if (typeof english === 'string') assert.isString(russian, key);
      else
        assert.containsAllKeys(russian as object, new Intl.PluralRules('ru').resolvedOptions().pluralCategories, key);
    }
  });

  test('choose the plural form by the figure', () => {
    const t = translator(ru, 'ru');
    assert.equal(t('say.question', { n: 1 }), 'К вам 1 вопрос');
    assert.equal(t('say.question', { n: 3 }), 'К вам 3 вопроса');
    assert.equal(t('say.question', { n: 11 }), 'К вам 11 вопросов');
    assert.equal(translator(en, 'en')('say.question', { n: 1 }), 'One question for you');
  });

  test('are overridden by what the client calls otherwise', () => {
    const t = translator(en, 'en', { labels: { report: 'New request', constructor: 'no' } });
    assert.equal(t('report'), 'New request');
    assert.equal(t('tickets'), 'Tickets');
  });

  test('use the client’s words of the trade wherever they stand, not in what was put in', () => {
    const terms = { ticket: 'request', Ticket: 'Request', who: 'nobody', constructor: 'no' };
    const t = translator({ ...en, ...enRest }, 'en', { labels: {}, terms });
    assert.equal(t('ticket', { number: '7' }), 'Request 7');
    assert.equal(t('fact.accepted', { who: 'ticket' }), 'ticket took the request');
    assert.equal(t('tickets'), 'Tickets');
    const russian = translator(ru, 'ru', { labels: {}, terms: { Заявка: 'Обращение', Принята: 'Принято' } });
    assert.equal(russian('ticket', { number: '7' }), 'Обращение 7');
    assert.equal(russian('step.accepted'), 'Принято');
  });

  test('leave a language alone that the client’s words are not written in', async () => {
    const wording = { labels: { timeline: 'Что было' }, terms: { Ticket: 'Обращение' }, locale: 'ru' };
    assert.equal((await arrived('ru', wording))[0]!.t('timeline'), 'Что было');
    const [english] = await arrived('en-GB', wording);
    assert.equal(english!.t('timeline'), 'Timeline');
    assert.equal(english!.t('ticket', { number: '7' }), 'Ticket 7');
  });

  test('[W1] put what a person wrote into a sentence as it stands', () => {
    const t = translator(en, 'en');
    assert.equal(
      t('call.name', { name: '{{7*7}} $& <img src=x onerror=alert(1)>' }),
      'Call {{7*7}} $& <img src=x onerror=alert(1)>',
    );
  });

  test('arrive by locale, and what is no locale is English', async () => {
    assert.equal((await arrived('ru-RU'))[0]!.t('timeline'), 'История заявки');
    for (const odd of ['', 'fr', '__proto__', 'constructor', '!!'])
      assert.equal((await arrived(odd))[0]!.t('timeline'), 'Timeline', odd);
  });

  test('arrive in two steps: what a live ticket says, and the rest once any of it is asked for', async () => {
    const steps = await arrived('en');
    const [first] = steps;
    assert.equal(first!.t('say.on_site', { name: 'Marat' }), 'Marat is on site');
    assert.deepEqual([first!.has('report.text'), first!.t('report.text')], [true, '']);
    await waitUntil(() => steps.length === 2);
    assert.equal(steps[1]!.t('report.text'), 'What is wrong?');
    assert.deepEqual([steps[1]!.has('report.text'), steps[1]!.has('fact.from_tomorrow')], [true, false]);
  });
});

/** A language at each step of its arrival. */
async function arrived(locale: string, wording?: Wording): Promise<readonly Texts[]> {
  const steps: Texts[] = [];
  await loadTexts(locale, wording, (texts) => steps.push(texts));
  return steps;
}

suite('format', () => {
  const english = textsOf(en, 'en').format;
  const russian = textsOf(ru, 'ru').format;

  test('rounds what is left down and what is over up, never towards "met"', () => {
    assert.equal(english.duration(59_999, 'down'), 'under a minute');
    assert.equal(english.duration(1, 'up'), '1 min');
    assert.equal(english.duration(192 * 60_000 + 59_999, 'down'), '3 h 12 min');
    assert.equal(russian.duration(192 * 60_000, 'down'), '3 ч 12 мин');
    assert.equal(english.duration(120 * 60_000, 'up'), '2 h');
    assert.equal(russian.duration(2 * 86_400_000, 'down'), '2 дня');
    assert.equal(english.duration(27 * 3_600_000, 'down'), '1 day 3 h');
  });

  test('says the site’s time first, and the viewer’s where it differs, with its zone', () => {
    const there = new Format('en', translator(en, 'en'), 'Asia/Yekaterinburg');
    assert.equal(there.both(minutes(140), 'Europe/Moscow', NOON), '14:20 (16:20 Yekaterinburg Time)');
    assert.equal(there.both(minutes(140), 'Asia/Yekaterinburg', NOON), '16:20');
  });

  test('names the day where it is another one, and the year where that is', () => {
    assert.equal(english.moment(minutes(140), 'Europe/Moscow', NOON), '14:20');
    assert.equal(english.moment(minutes(24 * 60), 'Europe/Moscow', NOON), '25 Nov, 12:00');
    assert.equal(english.moment('2027-01-02T09:00:00.000Z', 'Europe/Moscow', NOON), '2 Jan 2027, 12:00');
    assert.equal(russian.moment(minutes(24 * 60), 'Europe/Moscow', NOON), '25 нояб., 12:00');
    assert.equal(english.window(minutes(120), minutes(240), 'Europe/Moscow', NOON), '14:00–16:00');
    assert.equal(english.window(minutes(1260), minutes(1440), 'Europe/Moscow', NOON), 'Wed 25 Nov, 09:00–12:00');
  });

  test('has the currency decide how many places money has', () => {
    assert.equal(russian.money(734000, 'RUB').replace(/\s/g, ' '), '7 340,00 ₽');
    assert.equal(english.money(734000, 'RUB'), '₽7,340.00');
    assert.equal(english.money(500, 'JPY'), '¥500');
  });

  test('says ages in seconds as long as they are few, and never a negative one', () => {
    assert.equal(english.age(12_400), '12 s');
    assert.equal(russian.age(185_000), '3 мин');
    assert.equal(english.age(-4000), '0 s');
  });

  test('says a name in the language asked for, else in one that there is', () => {
    assert.equal(russian.words({ en: 'Till', ru: 'Касса' }), 'Касса');
    assert.equal(russian.words({ en: 'Till' }), 'Till');
    assert.equal(russian.words({ de: 'Kasse' }), 'Kasse');
    assert.equal(russian.words('Till'), 'Till');
  });
});
