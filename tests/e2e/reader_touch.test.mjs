// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The reader by finger, on a phone: a sentence, others before and behind it and in other paragraphs, and a code for them.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, launch, sticksOut } from './browser.mjs';
import { errorsOf } from './looks.mjs';
import { ask, comeIn, comeInFirst, serve } from './served.mjs';
import { openText, placeOfSentence, still, watch } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let served;
let browser;
let coder;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  const lead = { context: await browser.newContext({ locale: 'en-GB' }) };
  Object.assign(lead, await comeInFirst(lead.context, served));
  coder = { context: await browser.newContext({ locale: 'en-GB', hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } }) };
  Object.assign(coder, await comeIn(coder.context, served, lead, 'coder-a', 'researcher'));
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened(prepare = null) {
  const page = await coder.context.newPage();
  watch(page);
  page.wrong = errorsOf(page);
  if (prepare) await page.addInitScript(prepare);
  await openText(page, served, title);
  await still(page);
  return page;
}
const chosen = async (page) => (await page.locator('main.doc > p[role=status]').textContent()).replace('Chosen: ', '');
async function touch(page, paragraph, sentence) {
  const { x, y } = await page.evaluate(placeOfSentence, [paragraph, sentence]);
  await page.touchscreen.tap(x, y);
  await still(page);
}
const sentencesOf = (page, paragraph) => page.evaluate((paragraph) =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(document.querySelector(`#p${paragraph} .tx`).textContent)].map((one) => one.segment.trim()), paragraph);
const codings = async () => (await ask(coder.context, served, '', 'GET', `/codings?document=${encodeURIComponent(minutes)}&coder=coder-a&most=1000`)).codings;

test('a finger chooses a sentence, extends it both ways and into other paragraphs, and gives a code', async () => {
  const page = await opened();
  const [first, second] = await sentencesOf(page, 3);
  const [other] = await sentencesOf(page, 4);
  await touch(page, 3, 1);
  assert.equal(await chosen(page), second);
  await page.getByText('Touch another sentence to take it in, or the chosen one to choose nothing.').waitFor();
  const box = await page.getByRole('button', { name: 'Give a code' }).boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= 780 && box.height >= 44, 'the button is out of sight');
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeViolations(page), []);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'reader-touch-360.png') });
  await touch(page, 3, 0);
  assert.equal(await chosen(page), `${first} ${second}`, 'not backward');
  await touch(page, 4, 0);
  const all = await chosen(page);
  assert.ok(all.startsWith(first) && all.endsWith(other), `not into the next paragraph: ${all}`);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'reader-touch-two-360.png') });
  await touch(page, 3, 1);
  assert.equal(await chosen(page), second, 'a touch within does not begin anew');
  await touch(page, 3, 1);
  assert.equal(await chosen(page), '', 'what is chosen cannot be let go of');

  await touch(page, 4, 0);
  await touch(page, 3, 1);
  const words = await chosen(page);
  assert.ok(words.startsWith(second) && words.endsWith(other), words);
  await page.getByRole('button', { name: 'Give a code' }).tap();
  await page.getByRole('combobox').fill('INT.2.4');
  await page.locator('.picker .opt').first().filter({ hasText: 'INT.2.4' }).tap();
  await page.locator('.cm', { hasText: 'INT.2.4' }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.cm .state')); // kept by the server
  await still(page);
  assert.deepEqual((await codings()).map((one) => one.exact), [words]);
  // The sentence that comes next is chosen by itself: a finger elsewhere begins there.
  await touch(page, 3, 0);
  assert.equal(await chosen(page), first);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the same where the browser tells a place in the other way alone', async () => {
  for (const missing of ['caretPositionFromPoint', 'caretRangeFromPoint']) {
    const page = await opened(`delete Document.prototype.${missing}`);
    const [, second] = await sentencesOf(page, 3);
    await touch(page, 3, 1);
    assert.equal(await chosen(page), second, `without ${missing}`);
    assert.deepEqual(page.wrong, []);
    await page.close();
  }
});
