// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A photographed page comes in and is kept; where it is agreed, the reader shows it beside its text, and nobody else sees it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const files = ['page-photographed.jpg', 'running-heads-two-columns.pdf'].map((name) => path.resolve('../cases/documents', name));
const words = 'lantern ladder ocean seventeen kettles';
let study;

before(async () => { study = await begin(process.env.CG_STUDY, [['coder-a', 'researcher']]); });
after(() => study?.stop());

// The share of a canvas that is not white: 0, where nothing was drawn.
const ink = (page) => page.locator('.page-picture canvas').evaluate((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 0) dark += 1;
  return dark / (data.length / 4);
});

async function read(who, title) {
  const opened = await study.pageOf(who);
  await opened.go('texts');
  await opened.page.getByRole('link', { name: title }).first().click();
  await opened.page.locator('main.doc .tx').first().waitFor();
  await still(opened.page);
  return opened;
}

test('texts come in, and their files are kept', async () => {
  const { page, wrong, go } = await study.pageOf('lead');
  await go('texts');
  await page.getByRole('link', { name: 'Add texts' }).click();
  await page.getByLabel('Choose files, or drop them here').setInputFiles(files);
  await page.getByLabel('Organisation', { exact: true }).selectOption('umoja-house');
  await page.getByLabel('Keep the file too, encrypted').check();
  assert.ok(await page.getByRole('button', { name: 'Bring in 2 files' }).isDisabled(), 'without a passphrase');
  await page.getByLabel('Passphrase of the study').fill(words);
  await looksRight(page, 'keep-files');
  await page.getByRole('button', { name: 'Bring in 2 files' }).click();
  await page.getByRole('link', { name: 'Open it in the reader' }).nth(1).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('without consent no page is shown', async () => {
  const { page } = await read('lead', 'page-photographed');
  assert.equal(await page.getByRole('button', { name: 'The page as it looks' }).count(), 0);
  await page.keyboard.press('v');
  assert.equal(await page.locator('.page-picture').count(), 0);
  await page.close();
});

test('who codes looks at the page beside its text', async () => {
  await study.api('lead', 'POST', '/subjects/umoja-house/consents', { scopes: ['photo'], evidence: 'an invented form' });
  const { page, wrong } = await read('coder-a', 'page-photographed');
  await page.keyboard.press('v');
  const aside = page.getByRole('complementary', { name: 'The page as it looks' });
  await aside.waitFor();
  await aside.getByLabel('Passphrase of the study').fill('another ladder ocean seventeen kettles');
  await page.keyboard.press('Enter');
  await aside.getByRole('alert').waitFor();
  await aside.getByLabel('Passphrase of the study').fill(words);
  await page.keyboard.press('Enter');
  await aside.getByRole('img', { name: 'A picture of page 1' }).waitFor();
  assert.ok(await ink(page) > 0.005, 'there is nothing on the picture');
  assert.ok(await aside.getByRole('button', { name: 'Next page' }).isDisabled(), 'a photograph is one page');
  await looksRight(page, 'page-picture');
  await aside.getByRole('button', { name: 'Close the pages' }).click();
  await aside.waitFor({ state: 'detached' });
  assert.deepEqual(wrong, []);
  await page.close();
});

test('the pages follow the reader', async () => {
  const { page } = await read('lead', 'running-heads-two-columns');
  await page.getByRole('button', { name: 'The page as it looks' }).click();
  const aside = page.getByRole('complementary', { name: 'The page as it looks' });
  await aside.getByLabel('Passphrase of the study').fill(words);
  await page.keyboard.press('Enter');
  await aside.getByText('page 1', { exact: true }).waitFor();
  await aside.getByRole('button', { name: 'Next page' }).click();
  await aside.getByText('page 2', { exact: true }).waitFor();
  assert.ok(await ink(page) > 0.001, 'there is nothing on the second page');
  await page.setViewportSize({ width: 360, height: 800 });
  await still(page);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'page-picture-phone.png') });
  await page.close();
});

test('consent that is taken back closes them at once', async () => {
  const { page } = await read('coder-a', 'page-photographed');
  await page.getByRole('button', { name: 'The page as it looks' }).click();
  const aside = page.getByRole('complementary', { name: 'The page as it looks' });
  await aside.getByLabel('Passphrase of the study').fill(words);
  await page.keyboard.press('Enter');
  await aside.getByRole('img', { name: 'A picture of page 1' }).waitFor();
  await study.api('lead', 'POST', '/subjects/umoja-house/withdrawal', { scopes: ['photo'] });
  await aside.waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('button', { name: 'The page as it looks' }).count(), 0);
  assert.ok(await page.locator('main.doc .tx').count() > 0, 'the text stands');
  await page.close();
});
