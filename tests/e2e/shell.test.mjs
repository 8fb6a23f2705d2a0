// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of all pages: what it says of what was saved, letters that go to a place, how it looks, and what waits for a
// connection from one session to the next.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, sticksOut } from './browser.mjs';
import { begin, looksRight } from './looks.mjs';
import { ask, passphrase } from './served.mjs';
import { openText, still } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let all;

before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['coder-b', 'researcher'], ['reader', 'reader']]); });
after(async () => { await all?.stop(); });

test('an undo that does not arrive is not called saved, and one that finds nothing changes nothing', async () => {
  const { page, wrong, go } = await all.pageOf('coder-b');
  await go('texts');
  assert.equal(await page.locator('.saved').textContent(), '');
  await page.keyboard.press('Control+z'); // nothing was done yet
  await page.locator('.toast p').waitFor();
  assert.equal(await page.locator('.saved').textContent(), '');
  const said = [];
  await page.exposeFunction('heard', (words) => said.push(words));
  await page.evaluate(() => new MutationObserver(() => globalThis.heard(document.querySelector('.saved').textContent))
    .observe(document.querySelector('.saved'), { childList: true, subtree: true, characterData: true }));
  await all.people['coder-b'].context.setOffline(true);
  await page.keyboard.press('Control+z');
  await page.locator('.saved', { hasText: 'Not kept' }).waitFor();
  await page.locator('.toast', { hasText: 'The server cannot be reached.' }).waitFor();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction((wide) => innerWidth === wide, width);
    assert.ok(await page.locator('.saved', { hasText: 'Not kept' }).isVisible());
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeViolations(page), []);
    await page.screenshot({ path: path.join(process.env.CG_OUT, `not-kept-${width}.png`) });
  }
  await all.people['coder-b'].context.setOffline(false);
  assert.ok(said.length > 0 && said.every((words) => !words.includes('Saved')), said.join());
  assert.deepEqual(wrong, []);
  await page.close();
});

test('g and a letter go to a place from pages that have letters of their own, and do nothing else there', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`); });
  const from = {
    reader: async () => { await openText(page, all.served, title); await page.keyboard.press('j'); await page.keyboard.press('s'); },
    suggest: () => go('suggest/BAR.2.3'),
    screening: () => go('suggest/texts'),
    codebook: () => go('codebook/INT.5.8'),
    search: () => go('search'),
  };
  const goes = async (where, key, to) => {
    await from[where]();
    await still(page);
    sent.length = 0;
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.waitForURL(`${all.served.url}${to}`, { timeout: 10000 }).catch(() => assert.fail(`g ${key} in ${where} stays at ${page.url()}`));
    await still(page);
    assert.deepEqual(sent, [], `g ${key} in ${where}`);
    assert.equal(await page.locator('.picker, form.ask-code, dialog[open]').count(), 0, `g ${key} in ${where}`);
  };
  for (const [key, to] of [['o', 'overview'], ['p', 'settings'], ['c', 'codebook'], ['w', 'work'], ['v', 'compare']]) await goes('reader', key, to);
  for (const [key, to] of [['o', 'overview'], ['t', 'texts']]) await goes('suggest', key, to);
  for (const [key, to] of [['t', 'texts'], ['o', 'overview'], ['r', 'organisations']]) await goes('screening', key, to);
  for (const [key, to] of [['p', 'settings'], ['f', 'findings']]) await goes('codebook', key, to);
  // A letter that is no place is nobody's while g waits.
  await from.codebook();
  await still(page);
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  assert.equal(await page.locator('form.ask-code').count(), 0);
  await page.keyboard.press('m');
  await page.locator('form.ask-code').waitFor();
  await page.keyboard.press('Escape');

  await go('texts');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  for (const link of await page.locator('nav.places ul.all a').allTextContents()) {
    await dialog.locator('.key-list > div', { hasText: link }).filter({ hasText: /^g \w/ }).first().waitFor();
  }
  assert.deepEqual(await axeViolations(page), []);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'keys-1280.png') });
  assert.deepEqual(wrong, []);
  await page.close();
});

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
test('light or dark, contrast and the size of letters are chosen by everybody, and are there before anything is drawn', async () => {
  const { page, wrong, go } = await all.pageOf('reader');
  await go('settings');
  assert.equal(await paper(page), 'rgb(255, 253, 250)');
  await page.getByLabel('Light or dark').selectOption('dark');
  assert.equal(await paper(page), 'rgb(23, 22, 21)');
  await looksRight(page, 'settings-dark');
  await page.getByLabel('Contrast').selectOption('more');
  await looksRight(page, 'settings-dark-contrast');
  await page.getByLabel('Light or dark').selectOption('light');
  await looksRight(page, 'settings-contrast');
  await page.getByLabel('Light or dark').selectOption('dark');
  await page.getByLabel('Size of the text').selectOption('150%');
  // Without the program only the page, its styles and what runs before it are there.
  await page.route(/\/assets\/workbench[^/]*\.js/, (route) => route.abort());
  await page.reload();
  assert.equal(await paper(page), 'rgb(23, 22, 21)');
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), { theme: 'dark', contrast: 'more', text: '150' });
  await page.unroute(/\/assets\/workbench[^/]*\.js/);
  await page.reload();
  await still(page);
  assert.equal(await page.getByLabel('Size of the text').inputValue(), '150');

  // As the machine has it, also when that changes.
  await page.getByLabel('Light or dark').selectOption('system');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('with large letters nothing is scrolled sideways', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  const found = [];
  for (const size of ['200%', '125%']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await go('settings');
    await page.getByLabel('Size of the text').selectOption(size);
    const look = async (name) => {
      found.push(...(await sticksOut(page)).map((one) => `${name} at ${size}: ${one}`));
      await page.screenshot({ path: path.join(process.env.CG_OUT, `large-${name}-${size.slice(0, -1)}.png`) });
    };
    for (const place of ['settings', 'overview', 'work', 'organisations', 'texts', 'codebook/INT.5.8', 'compare', 'compare/agreement', 'countries', 'findings',
      'report', 'report/chapters', 'suggest/BAR.2.3', 'suggest/texts', 'search', 'settings/study', 'texts/add']) {
      await go(place);
      await look(place.replaceAll('/', '-'));
    }
    await openText(page, all.served, title);
    await still(page);
    await look('reader');
  }
  await go('settings');
  await page.getByLabel('Size of the text').selectOption('100%');
  assert.deepEqual(found, []);
  assert.deepEqual(wrong, []);
  await page.close();
});

// What the browser keeps of the queue: [place, length in bytes].
const keptIn = (page) => page.evaluate(() => new Promise((resolve) => {
  const open = indexedDB.open('keyval-store');
  open.onsuccess = () => {
    if (!open.result.objectStoreNames.contains('keyval')) { open.result.close(); resolve([]); return; }
    const keys = open.result.transaction('keyval').objectStore('keyval').getAllKeys();
    keys.onsuccess = () => { open.result.close(); resolve(keys.result); };
  };
}));
const codingsOf = async (context) => (await ask(context, all.served, '', 'GET', `/codings?document=${encodeURIComponent(minutes)}&coder=coder-a&most=1000`)).codings;

test('what waits outlives the page and the session, is nobody else\'s, and is sent when its person is in again', async () => {
  const { context } = all.people['coder-a'];
  const earlier = await codingsOf(context);
  const { page } = await all.pageOf('coder-a');
  await openText(page, all.served, title);
  await still(page);
  await context.setOffline(true);
  for (const key of ['j', 'j', 's', 'c']) await page.keyboard.press(key);
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('BAR.3');
  await page.locator('.picker .opt').first().filter({ hasText: 'BAR.3' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('1 change waits').waitFor();
  await page.waitForTimeout(500); // it is being written
  await page.close({ runBeforeUnload: false });
  await context.clearCookies();
  await context.setOffline(false);

  const comesIn = async (name) => {
    const again = await context.newPage();
    await again.goto(all.served.url);
    await again.locator('#n').fill(name);
    await again.locator('#p').fill(passphrase);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.locator('nav.places').waitFor();
    return again;
  };
  // Somebody else on the same machine: nothing is sent, nothing is lost, nothing is said.
  const other = await comesIn('coder-b');
  await other.waitForTimeout(1500);
  assert.equal(await other.getByText('waited on this machine').count(), 0);
  assert.equal((await keptIn(other)).length, 1);
  assert.equal((await ask(context, all.served, '', 'GET', `/codings?document=${encodeURIComponent(minutes)}&coder=coder-b&most=1000`)).codings.length, 0);
  await other.close();
  await context.clearCookies();

  const again = await comesIn('coder-a');
  await again.locator('.saved', { hasText: 'Saved' }).waitFor();
  const now = await codingsOf(context);
  assert.deepEqual(now.filter((one) => !earlier.some((old) => old.coding === one.coding)).map((one) => one.code), ['BAR.3']);
  await again.waitForTimeout(300);
  assert.deepEqual(await keptIn(again), []);

  // What cannot be opened is said, and gone when that was read.
  await again.evaluate(async () => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('commonground waits 1 coder-a'));
    const place = [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, '0')).join('').slice(0, 32);
    await new Promise((resolve) => {
      const open = indexedDB.open('keyval-store');
      open.onsuccess = () => {
        const put = open.result.transaction('keyval', 'readwrite').objectStore('keyval').put({ iv: new Uint8Array(12), bytes: new ArrayBuffer(40) }, place);
        put.onsuccess = () => { open.result.close(); resolve(); };
      };
    });
  });
  await again.reload();
  await again.getByRole('alert').filter({ hasText: 'could not be opened' }).waitFor();
  for (const width of [1280, 360]) {
    await again.setViewportSize({ width, height: 800 });
    await again.waitForTimeout(300);
    assert.deepEqual(await sticksOut(again), []);
    assert.deepEqual(await axeViolations(again), []);
    await again.screenshot({ path: path.join(process.env.CG_OUT, `unopened-${width}.png`) });
  }
  await again.getByRole('button', { name: 'I have read this' }).click();
  await again.waitForTimeout(300);
  assert.deepEqual(await keptIn(again), []);
  await again.close();
});

test('what changed while news were cut off is read once they come again, also where a proxy answered meanwhile', async () => {
  const lead = await all.pageOf('lead');
  const coder = await all.pageOf('coder-a');
  let cut = true;
  await coder.page.route('**/api/v1/events', (route) => (cut ? route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad gateway' }) : route.continue()));
  await coder.go('codebook/INT.5.6');
  await lead.go('codebook/INT.5.6');
  const words = 'Written while nobody was told.';
  await lead.page.getByLabel('What belongs to it', { exact: true }).fill(words);
  await lead.page.getByRole('button', { name: 'Keep these changes' }).click();
  await lead.page.locator('.saved', { hasText: 'Saved' }).waitFor();
  // Somebody types meanwhile: what they have typed and where they are stays.
  await coder.page.getByLabel('Name', { exact: true }).focus();
  await coder.page.keyboard.press('End');
  await coder.page.keyboard.type(', mine');
  await coder.page.waitForTimeout(1000);
  assert.notEqual(await coder.page.locator('#c-definition').inputValue(), words);
  cut = false;
  await coder.page.waitForFunction((wanted) => document.querySelector('#c-definition').value === wanted, words, { timeout: 20000 });
  assert.match(await coder.page.locator('#c-label').inputValue(), /, mine$/);
  assert.equal(await coder.page.evaluate(() => document.activeElement.id), 'c-label');
  // The session ended, and somebody signs in again over the page: news come from then on.
  await coder.page.getByRole('button', { name: 'Leave it as it was' }).click();
  all.people['coder-a'].csrf = (await all.api('coder-a', 'GET', '/session')).csrf; // they signed in anew in a test above
  const { sessions } = await all.api('coder-a', 'GET', '/sessions');
  await all.api('coder-a', 'DELETE', `/sessions/${sessions.find((one) => one.is_this).session}`);
  await lead.page.getByLabel('What belongs to it', { exact: true }).fill('Written while nobody was signed in.');
  await lead.page.getByRole('button', { name: 'Keep these changes' }).click();
  await coder.page.getByLabel('Find a code').fill('police');
  await coder.page.getByRole('button', { name: /Undo/ }).first().focus();
  await coder.page.keyboard.press('Enter');
  const dialog = coder.page.getByRole('dialog');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'detached' });
  await coder.page.waitForFunction((wanted) => document.querySelector('#c-definition').value === wanted, 'Written while nobody was signed in.', { timeout: 8000 });
  assert.match(await coder.page.evaluate(() => document.activeElement.textContent), /Undo/, 'the focus is not where it was');
  assert.deepEqual([...lead.wrong, ...coder.wrong], []);
  for (const { page } of [lead, coder]) await page.close();
});
