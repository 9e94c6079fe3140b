import { assert, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TicketId } from '../../../server/contract/ids.ts';
import '../../../widget/portal/vitrine-receipt.ts';
import { clock, minutes } from '../../support/scene.ts';
import { deep, drawn, openState, readText, stage } from '../../support/stage.ts';

const T1 = 't1' as TicketId;
const open = (pressedAfter: number, language = 'en') =>
  stage(html`<vitrine-receipt></vitrine-receipt>`, {
    ...openState([], {
      clocks: [clock('reaction', 17), clock('resolution', 302)],
      minutesAfterNoon: 1,
      receipts: new Map([[T1, Date.parse(minutes(pressedAfter))]]),
    }),
    language,
  });

suite('<vitrine-receipt>', () => {
  test('names the number, the promised times and what is next', async () => {
    assert.match(
      readText(await open(-0.5)),
      /^Registered: No\. 4127 Got it Reaction by 12:17.*, fixed by 17:02.* Next, the service desk takes it\. Here you will see who comes, and when\.$/,
    );
  });

  test('says when it was pressed where the service received it much later', async () => {
    assert.include(readText(await open(-45)), 'You pressed “Send” at 11:15, the service received it at 12:00');
    assert.include(readText(await open(-45, 'ru')), 'Вы нажали «Отправить» в 11:15, получено в 12:00');
  });

  test('goes when it was read, and stands over no other ticket', async () => {
    const portal = await open(0);
    deep<HTMLButtonElement>(portal, 'button')!.click();
    await drawn(portal);
    assert.deepEqual(portal.asked, [['kept', 'dismiss', T1]]);
    portal.set({ receipts: new Map() });
    await drawn(portal);
    assert.equal(readText(portal), '');
  });

  test('is accessible', async () => {
    await expect(await open(-45)).to.be.accessible();
  });
});
