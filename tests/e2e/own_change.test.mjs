// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// On a slow line: what is typed while a change is on its way is not lost, and what the page had read before its own change
// does not come back into the form.  In every kind of form.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin } from './looks.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY); });
after(() => all?.stop());

const organisation = { name: 'An organisation', address: 'organisations', open: async (page) => {
  await page.getByRole('link', { name: 'Lantern Collective' }).first().click();
  await page.getByText('Change these facts').click();
}, first: '#n-name', second: '#n-short_name' };
const forms = [
  { name: 'A code', address: 'codebook/INT.5.8', first: '#c-label', second: '#c-include' },
  organisation,
  { name: 'A finding', address: 'findings', open: async (page) => { await page.locator('main li a.lnk').first().click(); }, first: '#f-statement', second: '#f-text' },
  { name: 'A chapter', address: 'report/chapters', open: async (page) => { await page.getByRole('link', { name: /^About a case: / }).first().click(); },
    first: '#chapter-text', second: '#chapter-text', adds: true },
  { name: 'The study', address: 'settings/study', first: '#s-title', second: '#s-licence' },
];

// Holds what the page asks with these methods until `go` is called.
async function held(page, methods) {
  const waiting = [];
  const hold = (route) => (methods.includes(route.request().method()) ? waiting.push(route) : route.fallback());
  const where = /\/api\/v1\/(?!events|session)/;
  await page.route(where, hold);
  return { waiting, go: async () => {
    await page.unroute(where, hold);
    for (const route of waiting) await route.continue().catch(() => {}); // the page asked anew
  } };
}
const frames = (page) => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 200)); }));

for (const form of forms) {
  test(`${form.name}: nothing typed on a slow line is lost`, async () => {
    const { page, wrong, go } = await all.pageOf('lead');
    await go(form.address);
    await form.open?.(page);
    const first = page.locator(form.first);
    const second = page.locator(form.second);
    await first.waitFor();
    const before = { first: await first.inputValue(), second: await second.inputValue() };
    await first.fill(`${before.first} one`);
    const reads = await held(page, ['GET']);
    const writes = await held(page, ['PATCH']);
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    for (let i = 0; i < 100 && writes.waiting.length === 0; i += 1) await frames(page);
    const typed = form.adds ? `${before.first} one two` : `${before.second} two`.trim();
    await second.fill(typed);
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await writes.go();
    assert.equal((await kept).status(), 200);
    await frames(page);
    assert.equal(await second.inputValue(), typed, 'what was typed meanwhile is lost');
    if (!form.adds) assert.equal(await first.inputValue(), `${before.first} one`, 'what was kept went out of the form');
    await reads.go();
    await frames(page);
    assert.equal(await second.inputValue(), typed);
    const again = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    assert.equal((await again).status(), 200, 'somebody else is said to have changed it');
    assert.equal(await page.locator('.versions').count(), 0);
    await page.reload();
    await first.waitFor({ state: 'attached' });
    assert.deepEqual([await first.inputValue(), await second.inputValue()],
      form.adds ? [typed, typed] : [`${before.first} one`, typed]);
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

test('what somebody else wrote and was taken stays, while the page holds what it read before', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('codebook/INT.5.7');
  const label = page.locator('#c-label');
  await label.fill('Mine');
  const reads = await held(page, ['GET']);
  const now = (await all.api('lead', 'GET', '/codebook')).codes.find((one) => one.code === 'INT.5.7');
  await all.api('lead', 'PATCH', '/codebook/INT.5.7', { label: 'Theirs' }, now.version);
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByRole('button', { name: 'Take theirs Name' }).click();
  await frames(page);
  assert.equal(await label.inputValue(), 'Theirs', 'what was taken went out of the form');
  await reads.go();
  await page.locator('.big-h', { hasText: 'Theirs' }).waitFor();
  assert.equal(await label.inputValue(), 'Theirs');
  assert.deepEqual(wrong, []);
  await page.close();
});
