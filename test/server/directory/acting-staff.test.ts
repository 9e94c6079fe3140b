import assert from 'node:assert/strict';
import { test } from 'node:test';
import { APTEKA, openOffice } from '../../support/open-office.ts';

test('who acts through a key is named as the client may see him: without a recorded basis by his initials', async () => {
  const { setUp, key, authenticate } = await openOffice();
  await setUp();
  const authorization = `Bearer ${await key(APTEKA, ['act-as'])}`;
  const nameOf = async (actor: string) =>
    (await authenticate.caller({ authorization, actor, origin: undefined, address: undefined })).name;
  assert.equal(await nameOf('marat'), 'Marat Galiev');
  assert.equal(await nameOf('ilnur'), 'I. S.');
});

test('whoever was retired acts no more', async () => {
  const { setUp, put, key, authenticate } = await openOffice();
  await setUp();
  await put('/people?replace=true', { people: [] });
  const authorization = `Bearer ${await key(APTEKA, ['act-as'])}`;
  await assert.rejects(authenticate.caller({ authorization, actor: 'marat', origin: undefined, address: undefined }), {
    code: 'forbidden',
  });
});
