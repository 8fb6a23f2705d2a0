// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook for another program, and brought back in: what came out is all of it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { axeViolations } from './browser.mjs';
import { passphrase } from './served.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['rita', 'reviewer']]); });
after(() => all?.stop());

const saved = async (page, act) => {
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  const to = path.join(process.env.CG_OUT, file.suggestedFilename());
  await file.saveAs(to);
  return { name: file.suggestedFilename(), bytes: readFileSync(to) };
};

test('the codebook goes to another program, and all of it is here already when it comes back', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('codebook');
  await page.getByRole('button', { name: 'To another program' }).click();
  await page.getByRole('heading', { name: 'To another program' }).waitFor();
  await page.getByLabel(/^Project \(\.qdpx\)/).check();
  await page.getByText('It holds words of organisations.').waitFor();
  await looksRight(page, 'codebook-to-another');
  await page.getByLabel(/^Codebook \(\.qdc\)/).check();
  assert.equal(await page.getByText('It holds words of organisations.').count(), 0);
  await page.getByRole('button', { name: 'Make the file' }).click();
  const link = page.getByRole('link', { name: 'Download it' });
  await link.or(page.getByLabel('Passphrase')).first().waitFor();
  if (await page.getByLabel('Passphrase').count() > 0) {
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.getByLabel('Code from your second key').fill(all.people.lead.recovery.pop());
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  await link.waitFor();
  assert.deepEqual(await axeViolations(page), []);
  const { name, bytes } = await saved(page, () => link.click());
  assert.equal(name, 'study.qdc');
  const { codes } = await all.api('lead', 'GET', '/codebook');
  assert.equal(bytes.toString('utf8').match(/<Code /g).length, codes.filter((one) => !one.retired).length);
  await go('texts/project');
  await page.getByLabel('Choose the project').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('heading', { name: 'All of it is here already' }).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('who codes takes a project along, and a reviewer nothing', async () => {
  const { page, go } = await all.pageOf('rita');
  await go('codebook');
  assert.equal(await page.getByRole('button', { name: 'To another program' }).count(), 0);
  await page.close();
  await assert.rejects(all.api('rita', 'POST', '/exchange', { as: 'qdc' }), / 403 /);
  const coder = await all.pageOf('coder-a');
  await coder.go('codebook');
  await coder.page.getByRole('button', { name: 'To another program' }).click();
  await coder.page.getByLabel(/^Project \(\.qdpx\)/).check();
  await coder.page.getByLabel('Accepted codings only, without drafts').check();
  await coder.page.getByRole('button', { name: 'Make the file' }).click();
  const { name, bytes } = await saved(coder.page, () => coder.page.getByRole('link', { name: 'Download it' }).click());
  assert.equal(name, 'study.qdpx');
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.deepEqual(coder.wrong, []);
  await coder.page.close();
});
