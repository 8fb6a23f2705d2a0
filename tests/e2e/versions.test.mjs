// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text side by side: what went and what is new, what is the same folded; and who sees nothing of it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, isClean, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const people = [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['umoja', 'member', 'umoja-house']];
let all;

const paragraphs = Array.from({ length: 14 }, (_, at) => `Paragraph ${at + 1} tells what the committee did in week ${at + 1} of that spring.`);
const first = [...paragraphs, 'He had doubled the rent of four women when he found out what they did.', 'Rain fell on the last day.'];
const second = ['It was written down by three of them.', ...paragraphs.slice(0, 13), `${paragraphs[13]} Nobody was paid.`, 'He had doubled the rent of nine women when he found out.'];
const third = [...second.slice(1), 'المحضر قرئ ووافق عليه الجميع.'];

// A file in, by what a page would ask: a text, or the next version of one.
async function bring(page, words, version) {
  return page.evaluate(async ([csrf, text, version]) => {
    const upload = crypto.randomUUID();
    const headers = { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' };
    await fetch(`/api/v1/uploads/${upload}`, { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: text });
    const begun = version === 0
      ? await fetch('/api/v1/documents', { method: 'POST', headers, body: JSON.stringify({ upload, file_name: 'rent.txt', organisation: 'umoja-house', title: 'The rent', language: 'en' }) })
      : await fetch('/api/v1/documents/umoja-house%2Frent.txt/versions', { method: 'POST', headers: { ...headers, 'If-Match': `"${version}"` }, body: JSON.stringify({ upload, file_name: 'rent.txt' }) });
    const { job } = await begun.json();
    for (let tries = 0; tries < 300; tries += 1) {
      const now = await (await fetch(`/api/v1/jobs/${job}`)).json();
      if (now.state !== 'waits' && now.state !== 'runs') return now.state;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    return 'never';
  }, [all.people.lead.csrf, words.join('\n\n'), version]);
}

let address = '';
before(async () => {
  all = await begin(process.env.CG_STUDY, people);
  const { page, go } = await all.pageOf('lead');
  await go('texts');
  for (const [version, words] of [first, second, third].entries()) assert.equal(await bring(page, words, version), 'done', `version ${version + 1}`);
  await go('texts');
  const link = page.locator('tr[data-text="umoja-house/rent.txt"]').getByRole('link', { name: /what changed/ });
  address = (await link.getAttribute('href')).slice(1);
  await link.click();
  await page.getByRole('heading', { name: 'The rent' }).waitFor();
  await page.close();
});
after(async () => { await all?.stop(); });

const changes = (page) => page.locator('.beside-versions tr[data-change]');

test('the newest stands beside the one before it, and an address asks for any two', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go(address);
  await page.getByText('1 gone, 1 new, and 15 the same.').waitFor();
  assert.equal(await page.getByRole('columnheader', { name: 'Version 2' }).count(), 1);
  await page.getByLabel('Version', { exact: true }).selectOption('1');
  await page.getByText('2 paragraphs changed, 1 gone, 1 new, and 13 the same.').waitFor();
  assert.match(page.url(), /\/texts\/[0-9a-z]{10}\/versions\?from=1&to=3$/);
  await page.getByLabel('Beside version').selectOption('2');
  await page.getByRole('columnheader', { name: 'Version 2' }).waitFor();
  await page.getByText('2 paragraphs changed, 1 gone, 1 new, and 13 the same.').waitFor();
  const told = (await changes(page).allInnerTexts()).map((one) => one.replace(/\s+/g, ' '));
  assert.equal(told.length, 4);
  assert.match(told[0], /^new\b.*new: It was written down by three of them\./);
  assert.match(told[1], /^changed\b.*new: Nobody was paid\./);
  assert.match(told[3], /^gone\b.*gone: Rain fell on the last day\./);
  const rent = changes(page).nth(2);
  assert.deepEqual([await rent.locator('del').first().innerText(), await rent.locator('ins').first().innerText()].map((one) => one.replace(/\s+/g, ' ')), ['gone: four', 'new: nine']);
  // Told apart without colour.
  for (const [mark, line] of [['del', 'line-through'], ['ins', 'underline']]) {
    assert.match(await rent.locator(mark).first().evaluate((one) => getComputedStyle(one).textDecorationLine), new RegExp(line));
  }
  await page.reload();
  await still(page);
  await page.getByText('2 paragraphs changed, 1 gone, 1 new, and 13 the same.').waitFor();
  await looksRight(page, 'versions');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is the same is folded, and opened by a key; one goes from change to change', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go(`${address}?from=1&to=2`);
  const fold = page.getByRole('button', { name: 'Show 11 paragraphs that are the same' });
  await fold.waitFor();
  assert.equal(await page.getByText(paragraphs[5]).count(), 0);
  await page.getByRole('button', { name: 'Next change' }).press('Enter');
  await page.getByText('Change 1 of 4').waitFor();
  assert.match(await page.evaluate(() => document.activeElement.innerText), /It was written down/);
  await page.getByRole('button', { name: 'Next change' }).press('Enter');
  await page.getByText('Change 2 of 4').waitFor();
  assert.match(await page.evaluate(() => document.activeElement.innerText), /Nobody was paid/);
  assert.ok(await page.getByRole('button', { name: 'Change before' }).isEnabled());
  await fold.press('Enter');
  await page.getByText(paragraphs[5]).waitFor();
  await page.waitForFunction(() => /Paragraph 2 /.test(document.activeElement?.textContent ?? ''));
  assert.deepEqual(wrong, []);
  await page.close();
});

test('on a phone one stands below the other, in French, and from right to left', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go(`${address}?from=1&to=3`);
  await page.setViewportSize({ width: 360, height: 800 });
  const rent = changes(page).filter({ has: page.locator('del', { hasText: 'four' }) });
  const [was, is] = [await rent.locator('td').nth(0).boundingBox(), await rent.locator('td').nth(1).boundingBox()];
  assert.ok(is.y >= was.y + was.height, 'side by side on a phone');
  assert.equal(await changes(page).last().locator('.words').evaluate((one) => getComputedStyle(one).direction), 'rtl', 'words of another direction');
  await go(`${address}?from=1&to=3&lang=fr`);
  await page.getByText('Version 1').first().waitFor();
  await isClean(page, 'versions-fr');
  assert.equal(await page.getByText(/the same|gone|paragraphs/).count(), 0, 'English on a French page');
  await go(`${address}?from=1&to=3&lang=pseudo`);
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await isClean(page, 'versions-rtl');
  await go(`${address}?from=1&to=3&lang=en`);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('who may not read the text sees neither version, and one that is not kept is said to be none', async () => {
  const lantern = await all.pageOf('lantern');
  await lantern.go(address);
  await lantern.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  assert.equal((await all.fetchedAs('lantern', 'api/v1/documents/umoja-house%2Frent.txt/versions/1/beside/2')).status, 404);
  await lantern.page.close();
  const own = await all.pageOf('umoja');
  await own.go(address);
  await own.page.getByText('1 gone, 1 new, and 15 the same.').waitFor();
  await own.page.close();
  const { page, wrong, go } = await all.pageOf('coder-a');
  assert.equal((await all.fetchedAs('coder-a', 'api/v1/documents/umoja-house%2Frent.txt/versions/1/beside/9')).status, 404);
  await go(`${address}?from=9&to=words`);
  await page.getByText('1 gone, 1 new, and 15 the same.').waitFor();
  // Taken back while it is open: gone.
  await all.api('lead', 'POST', '/subjects/umoja-house/consents/pause', { scopes: ['analyse'] });
  await page.reload();
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await all.api('lead', 'POST', '/undo');
  assert.deepEqual(wrong, []);
  await page.close();
});
