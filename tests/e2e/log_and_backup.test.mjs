// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People and settings: the log page by page, and a backup to take along, which asks for the passphrase again.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { passphrase } from './served.mjs';

let all;

before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher']]); });
after(() => all?.stop());

async function openSettings(who) {
  const opened = await all.pageOf(who);
  await opened.page.goto(`${all.served.url}settings`);
  await opened.page.getByRole('heading', { name: 'Your sessions' }).waitFor();
  return opened;
}
const numbers = (page) => page.locator('section[aria-labelledby=log-h] td.num').allTextContents().then((all_) => all_.map(Number));

test('the log goes back to its first line', async () => {
  for (let i = 0; i < 40; i += 1) await all.api('lead', 'PUT', `/people/someone-${i}/invitation`, { role: 'reader' });
  const { page, wrong } = await openSettings('lead');
  await page.getByRole('heading', { name: 'Log' }).waitFor();
  await page.getByRole('button', { name: 'Older lines' }).waitFor();
  const seen = await numbers(page);
  assert.equal(seen.length, 30);
  assert.ok(await page.getByRole('button', { name: 'The newest lines' }).isDisabled());
  await looksRight(page, 'log');
  for (let turn = 0; turn < 20 && Math.min(...seen) > 1; turn += 1) {
    const oldest = Math.min(...seen);
    await page.getByRole('button', { name: 'Older lines' }).click();
    await page.waitForFunction((number) => document.querySelector('section[aria-labelledby=log-h] td.num')?.textContent === String(number), oldest - 1);
    seen.push(...await numbers(page));
  }
  assert.deepEqual(seen, [...seen.keys()].map((at) => seen[0] - at), 'each line once, to the first');
  assert.ok(await page.getByRole('button', { name: 'Older lines' }).isDisabled());
  await page.getByRole('button', { name: 'The newest lines' }).click();
  await page.waitForFunction((number) => Number(document.querySelector('section[aria-labelledby=log-h] td.num')?.textContent) >= number, seen[0]);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a backup: without a key it says how to make one, then it is made and opens', async () => {
  const { page, wrong } = await openSettings('lead');
  const make = async () => {
    await page.getByRole('button', { name: 'Make a backup' }).click();
    const again = page.getByLabel('Passphrase');
    const outcome = page.getByText('This study has no key for backups yet.', { exact: false }).or(page.getByText('The backup is made.'));
    await again.or(outcome).first().waitFor();
    if (await again.count()) {
      await again.fill(passphrase);
      const second = page.getByLabel('Code from your second key');
      if (await second.count()) await second.fill(all.people.lead.recovery.pop());
      await page.getByRole('dialog').getByRole('button').first().click();
    }
    await outcome.first().waitFor();
  };
  await make();
  await page.getByText('commonground backup create STUDY -o FILE').waitFor();
  await looksRight(page, 'backup-no-key');

  const out = process.env.CG_OUT;
  const key = path.join(out, 'recovery');
  execFileSync(process.env.CG_PROGRAM, ['backup', 'create', all.served.study, '-o', path.join(out, 'first.cgbackup'), '--recovery-file', key, '--quiet']);
  await make();
  await page.getByText('The backup is made.').waitFor();
  await looksRight(page, 'backup');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download it' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'backup.zip');
  const zip = path.join(out, 'backup.zip');
  await file.saveAs(zip);
  assert.ok(statSync(zip).size > 100_000);
  assert.equal(readFileSync(zip).indexOf('SQLite format 3'), -1, 'it is not sealed');
  execFileSync('python3', ['-c', 'import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', zip, out]);
  const said = execFileSync(process.env.CG_PROGRAM, ['backup', 'verify', path.join(out, 'study.cgbackup'), '--recovery-file', key, '--json'], { encoding: 'utf8' });
  assert.ok(JSON.parse(said).documents > 0);
  await page.reload();
  await page.getByText('asked for a backup').first().waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('who codes sees neither', async () => {
  const { page } = await openSettings('coder-a');
  assert.equal(await page.getByRole('heading', { name: /Log|Backup/ }).count(), 0);
  await page.close();
});
