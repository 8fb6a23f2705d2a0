// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leadership counts: verdicts while numbers are typed, what would change them, and nothing kept until asked.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['lantern', 'member', 'lantern-collective']]); });
after(() => all?.stop());

const countsOf = (id) => all.api('lead', 'GET', `/leadership?about=${id}&most=1000`).then((answer) => answer.total);
async function openOrganisation() {
  const opened = await all.pageOf('lead');
  await opened.go('organisations');
  await opened.page.getByRole('link', { name: 'Umoja House' }).click();
  await opened.page.getByText('as it is kept').first().waitFor();
  return opened;
}
const number = (page, body, what) => page.getByLabel(`${body}: ${what}`);
async function fill(page) {
  await number(page, 'decision-making body', 'People').fill('9');
  await number(page, 'decision-making body', 'Sex workers, now or before').fill('6');
  await number(page, 'decision-making body', 'Not said').fill('1');
  await number(page, 'paid staff', 'People').fill('5');
  await number(page, 'paid staff', 'Sex workers, now or before').fill('2');
  await number(page, 'paid staff', 'Not said').fill('0');
  await page.getByText('with these counts').waitFor();
}

test('numbers that are typed are compared at once, both ways, and kept only when asked', async () => {
  const { page, wrong } = await openOrganisation();
  const before = await countsOf('umoja-house');
  await fill(page);
  await page.getByText('Not kept yet: 6 numbers').waitFor();
  await page.getByRole('heading', { name: 'What would change this' }).waitFor();
  await page.getByText(/It would meet it no longer if/).first().waitFor();
  await page.getByText(/It would meet it if/).first().waitFor();
  await looksRight(page, 'organisation-counts');
  assert.equal(await countsOf('umoja-house'), before, 'kept without being asked');
  await page.getByRole('button', { name: 'Keep this record' }).click();
  await page.getByText('2 bodies are kept.').waitFor();
  assert.equal(await countsOf('umoja-house'), before + 2);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is no count is said, and not sent', async () => {
  const { page } = await openOrganisation();
  const before = await countsOf('umoja-house');
  for (const wrong of ['six', '-1', '1.5', '1e3', '12345678', '٣']) {
    await number(page, 'spokespeople', 'People').fill(wrong);
    if (wrong.length <= 7) await page.getByText('A count is a number, or stays blank.').waitFor();
  }
  await number(page, 'spokespeople', 'People').fill('six');
  assert.ok(await page.getByRole('button', { name: 'Keep this record' }).isDisabled());
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  assert.equal(await number(page, 'spokespeople', 'People').inputValue(), '');
  assert.equal(await countsOf('umoja-house'), before);
  await page.close();
});

test('more sex workers than people is refused in words, and what was typed stays', async () => {
  const { page } = await openOrganisation();
  await number(page, 'spokespeople', 'People').fill('2');
  await number(page, 'spokespeople', 'Sex workers, now or before').fill('3');
  await page.locator('[role="alert"]').first().waitFor();
  assert.equal(await number(page, 'spokespeople', 'Sex workers, now or before').inputValue(), '3');
  await page.close();
});

test('a member organisation counts itself, on a phone', async () => {
  const { page, go } = await all.pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  await go('us/facts');
  const before = await countsOf('lantern-collective');
  await number(page, 'spokespeople', 'People').fill('2');
  await number(page, 'spokespeople', 'Sex workers, now or before').fill('2');
  await page.getByText('with these counts').waitFor();
  await page.getByRole('button', { name: 'Keep this record' }).click();
  await page.getByText('1 body is kept.').waitFor();
  assert.equal(await countsOf('lantern-collective'), before + 1);
  await page.close();
});
