// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A PDF comes in and is coded without a pointer: from the list of texts to a coding of it and its undo.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const pdf = path.resolve('../cases/documents/running-heads-two-columns.pdf');
let study;

before(async () => { study = await begin(process.env.CG_STUDY); });
after(async () => { await study?.stop(); });

// Tab until the focus is on `wanted`, as a person would, and each stop on the way can be seen.
async function tabTo(page, wanted, what) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return { hidden: element !== document.body && box.width * box.height === 0, html: element.outerHTML.slice(0, 120) };
    });
    assert.ok(!there.hidden, `the focus is where nobody sees it: ${there.html}`);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${what} is not reached by Tab`);
}

test('a PDF is added and coded by keyboard only', async () => {
  const { page, wrong, go } = await study.pageOf('lead');
  // Waited for from the beginning: what opens before the browser was told to hand it over is lost.
  const chooser = new Promise((resolve) => { page.on('filechooser', resolve); });
  await page.evaluate(() => { globalThis.addEventListener('pointerdown', () => { document.title = 'a pointer was used'; }); });
  await go('texts');
  const add = page.getByRole('link', { name: 'Add texts' });
  await tabTo(page, add, 'Add texts');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Add texts' }).waitFor();
  await still(page);

  await tabTo(page, page.getByLabel('Choose files, or drop them here'), 'the files');
  await page.keyboard.press('Space');
  await (await chooser).setFiles(pdf);
  await page.getByRole('heading', { name: 'running-heads-two-columns.pdf' }).waitFor();
  await tabTo(page, page.getByLabel('Organisation', { exact: true }), 'the organisation');
  await page.keyboard.type('Umoja');
  assert.equal(await page.getByLabel('Organisation', { exact: true }).inputValue(), 'umoja-house');
  await tabTo(page, page.getByLabel('What its organisation agreed to holds for it'), 'what was agreed');
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Read it and count it').waitFor();
  await tabTo(page, page.getByLabel('Read it and count it'), 'the scope');
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('Where that is kept'), 'the evidence');
  await page.keyboard.type('form 12, in the cabinet');
  await looksRight(page, 'keyboard-add');
  await tabTo(page, page.getByRole('button', { name: 'Bring in 1 file' }), 'the button');
  await page.keyboard.press('Enter');
  const open = page.getByRole('link', { name: 'Open it in the reader' });
  await open.waitFor();
  await tabTo(page, open, 'the way into the reader');
  await page.keyboard.press('Enter');
  await page.locator('main.doc .tx').first().waitFor();
  await still(page);

  for (const key of ['j', 'j', 'j', 's', 'c']) await page.keyboard.press(key);
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('INT.2.4');
  await page.locator('.picker .opt').first().filter({ hasText: 'INT.2.4' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.picker').waitFor({ state: 'detached' });
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await still(page);
  const document_ = 'umoja-house/running-heads-two-columns.pdf';
  const codings = async () => (await study.api('lead', 'GET', `/codings?document=${encodeURIComponent(document_)}&coder=lead&most=100`)).codings;
  const [made] = await codings();
  assert.equal(made?.code, 'INT.2.4');
  assert.ok(made.exact.length > 5, made.exact);
  await looksRight(page, 'keyboard-coded');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelectorAll('.cm').length === 0);
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await still(page);
  assert.deepEqual(await codings(), []);
  assert.deepEqual(wrong, []);
  await page.close();
});
