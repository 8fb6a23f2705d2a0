// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From an empty study (commonground new) on, in the browser alone: the path on the overview, an organisation and its
// consent, a code, a second coordinator, a finding, and the first pages of the report.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { program } from './served.mjs';

let all;
let work;
before(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), 'cg-new-'));
  const made = spawnSync(program, ['new', path.join(work, 'study'), '--title', 'An invented first study', '--quiet'], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  all = await begin(path.join(work, 'study'));
});
after(async () => {
  await all?.stop();
  if (work) rmSync(work, { recursive: true, force: true });
});

test('an empty study is brought to the first pages of its report', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('overview');
  await page.getByRole('heading', { name: 'From nothing to a report' }).waitFor();
  await page.getByText('In any order. 3 of 9 are done.').waitFor();
  await page.locator('.top .study', { hasText: 'An invented first study' }).waitFor();
  await looksRight(page, 'first-run');

  await page.getByRole('link', { name: 'Bring in organisations' }).click();
  await page.getByRole('heading', { name: 'No organisation yet' }).waitFor();
  await page.getByRole('button', { name: 'Add an organisation' }).click();
  await page.getByLabel('Name').first().fill('Lamp House (invented)');
  await page.getByLabel('Region').first().selectOption({ label: 'Africa' });
  await looksRight(page, 'organisations-empty');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('link', { name: 'Lamp House (invented)' }).click();
  // What was typed wrongly is put right there.
  await page.getByText('Change these facts').click();
  await page.locator('#n-name').fill('Lamp House, once more (invented)');
  await page.locator('#n-country').selectOption({ label: 'Kenya' });
  await page.locator('#n-region').selectOption({ label: 'not known' });
  await looksRight(page, 'organisation-facts');
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lamp House, once more (invented)' }).waitFor();
  await page.locator('dl.facts').getByText('Kenya').waitFor();
  await page.locator('#n-region').selectOption({ label: 'Africa' });
  await page.locator('#n-country').selectOption({ label: 'not known' });
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.locator('dl.facts').getByText('Africa').waitFor();
  await page.getByRole('button', { name: 'Record a consent' }).click();
  await page.getByLabel('Read it and count it').check();
  await page.getByLabel('Where the proof is kept').fill('form 1');
  await page.getByRole('button', { name: 'Record it, from today' }).click();
  await page.locator('tr', { hasText: 'Read it and count it' }).getByText('yes').waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'No code yet' }).waitFor();
  await page.getByRole('button', { name: 'New code' }).click();
  await page.locator('.ask-code').getByLabel('Name').fill('Invented practice');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 code' }).waitFor();

  await go('settings');
  await page.getByLabel('Name here').fill('second');
  await page.locator('#i-role').selectOption('coordinator');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByText('For second:').waitFor();

  await go('report');
  await page.getByRole('heading', { name: 'Nothing blocks the report' }).waitFor();
  await page.frameLocator('iframe.preview').locator('h1').first().waitFor();
  await looksRight(page, 'report-first');
  await go('overview');
  await page.getByText('In any order. 5 of 9 are done.').waitFor();
  await page.getByRole('button', { name: 'Hide it' }).click();
  await go('overview');
  await page.getByRole('button', { name: 'Show the way from nothing to a report' }).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('empty places say what the next step is', async () => {
  for (const [place, words] of [['findings', 'No finding yet'], ['countries', 'No country yet'], ['texts', /text/i]]) {
    const { page, go, wrong } = await all.pageOf('lead');
    await go(place);
    await page.getByRole('heading', { name: words }).first().waitFor();
    await looksRight(page, `${place}-empty`);
    assert.deepEqual(wrong, []);
    await page.close();
  }
});
