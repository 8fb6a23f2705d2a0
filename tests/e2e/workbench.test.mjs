// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The workbench on the invented network: every page at 360 and 1280 pixels with axe, and whole journeys.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, launch, picture, sticksOut } from './browser.mjs';
import { reportWords } from './report_words.mjs';
import { ask, comeIn, comeInFirst, passphrase, serve } from './served.mjs';
import { fitsNarrowAndWide, openText, pagesOf, still, watch } from './workbench_pages.mjs';

let served;
let browser;
let lead;
let people;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  people = { lead: lead.context };
  for (const [name, role, organisation] of [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role, organisation);
  }
});
after(async () => {
  await browser?.close();
  served?.stop();
});

// A page whose errors, and whose breaches of the content policy, fail the test.
async function pageOf(who) {
  const page = await people[who].newPage();
  watch(page);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  page.on('request', (request) => { if (!request.url().startsWith(served.url)) wrong.push(`asks elsewhere: ${request.url()}`); });
  return { page, wrong };
}

test('every page fits 320 to 3840 pixels, and axe finds nothing at 360 and 1280', async (t) => {
  for (const { name, who, go } of await pagesOf(lead, served)) {
    await t.test(name, async () => {
      const { page, wrong } = await pageOf(who);
      await go(page);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await still(page);
        assert.deepEqual(await sticksOut(page), [], `${name} at ${width}`);
        assert.deepEqual(await axeViolations(page), [], `${name} at ${width}`);
        await picture(page, `${name}-${width}.png`, { fullPage: true });
      }
      await fitsNarrowAndWide(page, name);
      assert.equal(await page.title(), 'Workbench', 'a title tells what is read');
      assert.deepEqual(wrong, [], name);
      await page.close();
    });
  }
});

// The codings of a person in a text, as the server has them.
async function codingsOf(who, document) {
  const { codings } = await ask(people[who], served, '', 'GET', `/codings?document=${encodeURIComponent(document)}&coder=coder-a&most=1000`);
  return codings;
}

const minutes = 'umoja-house/minutes.pdf';

// Chooses the first sentence of the fourth paragraph and gives it the code, by keys alone.
async function codeByKeys(page, code) {
  for (const key of ['j', 'j', 'j', 's', 'c']) await page.keyboard.press(key);
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(code);
  await page.locator('.picker .opt').first().filter({ hasText: code }).waitFor();
  await page.keyboard.press('Enter');
}

async function codingJourney(page) {
  const before = await codingsOf('coder-a', minutes);
  await codeByKeys(page, 'INT.2.4');
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await page.locator('.cm', { hasText: 'INT.2.4' }).first().waitFor();
  const after = await codingsOf('coder-a', minutes);
  assert.equal(after.length, before.length + 1);
  const made = after.find((one) => !before.some((old) => old.coding === one.coding));
  assert.equal(made.code, 'INT.2.4');
  assert.match(made.exact, /^\S[^]*[.!?]$/, 'not a sentence');
  // The next sentence is chosen, and 1 gives the same code again.
  await page.keyboard.press('1');
  // It is in the margin at once; it is the server's when it no longer waits.
  await page.waitForFunction((n) => document.querySelectorAll('.cm').length >= n && !document.querySelector('.cm .state'), after.length + 1);
  for (let left = 2; left > 0; left -= 1) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/undo'));
    await page.keyboard.press('Control+z');
    assert.equal((await answered).status(), 200);
    await page.getByText('Undone: coded a passage').waitFor();
  }
  assert.equal((await codingsOf('coder-a', minutes)).length, before.length);
}

test('a passage is coded by keyboard only, and undone', async () => {
  const { page, wrong } = await pageOf('coder-a');
  await openText(page, served, 'Minutes of the committee and the head nurse');
  await codingJourney(page);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('the same where the browser has no CSS highlights', async () => {
  const { page, wrong } = await pageOf('coder-a');
  await page.addInitScript(() => { delete CSS.highlights; Object.defineProperty(globalThis, 'CSS', { value: { supports: CSS.supports.bind(CSS), escape: CSS.escape } }); });
  await openText(page, served, 'Minutes of the committee and the head nurse');
  await codingJourney(page);
  await openText(page, served, 'A clinic with two doors');
  assert.ok(await page.locator('.tx .u').count() > 10, 'no line under words');
  const text = await page.locator('.tx').allTextContents();
  assert.ok(text.join(' ').includes('In 2019 half of the members who had gone to one said'), 'drawing changed the text');
  // What is chosen is seen in the text, over lines and numbers too; it is the words that are read out.
  for (const key of ['j', 'j', 'j', 's']) await page.keyboard.press(key);
  const chosen = async () => (await page.locator('.tx .chosen').allTextContents()).join('');
  const told = async () => (await page.locator('main.doc > p[role=status]').textContent()).replace('Chosen: ', '');
  await page.locator('.tx .chosen').first().waitFor();
  assert.equal(await chosen(), await told());
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'reader-spans-chosen.png') });
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal(await chosen(), await told());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.tx .chosen').count(), 0);
  await page.keyboard.press('n');
  await page.locator('.tx .current').first().waitFor();
  assert.deepEqual(await page.locator('.tx').allTextContents(), text, 'choosing changed the text');
  assert.deepEqual(wrong, []);
  await page.close();
});

// What the browser keeps of what waits, as soon as it keeps anything.
async function keptIn(page) {
  const found = await page.waitForFunction(() => new Promise((resolve) => {
    const open = indexedDB.open('keyval-store');
    open.onsuccess = () => {
      if (!open.result.objectStoreNames.contains('keyval')) { resolve(null); return; }
      const all = open.result.transaction('keyval').objectStore('keyval').getAll();
      all.onsuccess = () => resolve(all.result.length === 0 ? null : all.result.map((one) => new TextDecoder('latin1').decode(one.bytes ?? new Uint8Array())));
    };
  }), null, { polling: 100 });
  return found.jsonValue();
}

test('what is coded without a connection waits, and is kept when there is one', async () => {
  const { page } = await pageOf('coder-a');
  await openText(page, served, 'Minutes of the committee and the head nurse');
  const before = await codingsOf('coder-a', minutes);
  await people['coder-a'].setOffline(true);
  await codeByKeys(page, 'BAR.3');
  await page.getByText('1 change waits').waitFor();
  await page.getByText('No connection.').waitFor();
  await page.locator('.cm', { hasText: 'BAR.3' }).filter({ hasText: 'waits' }).waitFor();
  const kept = await keptIn(page);
  assert.equal(kept.length, 1);
  assert.ok(!kept[0].includes('BAR.3') && !kept[0].includes('umoja'), 'what waits lies open');
  await people['coder-a'].setOffline(false);
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  const after = await codingsOf('coder-a', minutes);
  assert.deepEqual(after.filter((one) => !before.some((old) => old.coding === one.coding)).map((one) => one.code), ['BAR.3']);
  await page.close();
});

test('an expired session signs in over the page, and nothing is lost', async () => {
  const { page } = await pageOf('coder-a');
  await openText(page, served, 'Minutes of the committee and the head nurse');
  const before = await codingsOf('coder-a', minutes);
  // Without a connection the page cannot learn of the end before something was coded: the stream of events ends with the
  // session, and a page that hears of it asks anew.
  await people['coder-a'].setOffline(true);
  await codeByKeys(page, 'BAR.4');
  await page.getByText('1 change waits').waitFor();
  // The person ends the session from another browser; this one learns of it when it can ask again.
  const other = await browser.newContext();
  const { csrf } = await ask(other, served, '', 'POST', '/session', { name: 'coder-a', passphrase });
  for (const one of (await ask(other, served, '', 'GET', '/sessions')).sessions) {
    if (!one.is_this) await ask(other, served, csrf, 'DELETE', `/sessions/${one.session}`);
  }
  await other.close();
  await people['coder-a'].setOffline(false);
  await page.getByRole('heading', { name: 'Your session ended. Sign in again.' }).waitFor();
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'sign-in-again-1280.png') });
  assert.deepEqual(await axeViolations(page), []);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  assert.equal((await codingsOf('coder-a', minutes)).length, before.length + 1);
  await page.close();
});

test('what is looked for stands in no address and no title, and a passage opens where it stands', async () => {
  const { page, wrong } = await pageOf('coder-a');
  const addresses = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`${served.url}texts`);
  await page.locator('main h1').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('lantern');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /passage/ }).waitFor();
  addresses.push(page.url());
  await page.locator('.hit-list a').first().click();
  await page.locator('main.doc .tx').first().waitFor();
  addresses.push(page.url());
  const told = addresses.filter((one) => !one.includes('/api/') && /lantern|case-study|\.pdf|\.docx/i.test(one));
  assert.deepEqual(told, []);
  assert.ok(!addresses.some((one) => /[?&/]lantern(&|$)/.test(one)));
  assert.equal(await page.title(), 'Workbench');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a member organisation takes its consent back on a phone, and its words are gone from everywhere at once', async () => {
  const coder = await pageOf('coder-a');
  const look = async () => {
    const { hits } = await ask(people['coder-a'], served, (await ask(people['coder-a'], served, '', 'GET', '/session')).csrf, 'POST', '/search',
      { question: 'truck', most: 200 });
    const { documents } = await ask(people['coder-a'], served, '', 'GET', '/documents');
    const { cases } = await ask(people.lead, served, '', 'GET', '/compare');
    const { codings } = await ask(people['coder-a'], served, '', 'GET', '/codings?most=1000');
    return { found: hits.filter((one) => one.document.startsWith('lantern-collective/')).length, texts: documents.filter((one) => one.organisation === 'lantern-collective').length, cases,
      codings: codings.filter((one) => one.document.startsWith('lantern-collective/')).length, words: codings.find((one) => one.document.startsWith('lantern-collective/'))?.exact };
  };
  const before = await look();
  assert.ok(before.found > 0 && before.texts > 0 && before.codings > 0);
  // What the report quotes of it today.  Its name is another consent, which stays.
  const { codings } = await ask(people.lantern, served, '', 'GET', '/codings?most=1000');
  const told = await reportWords(lead, served, 'en');
  const quoted = [...new Set(codings.map((one) => one.exact.replace(/\s+/g, ' ').slice(0, 40)))].filter((words) => words.length === 40 && told.includes(words));
  assert.ok(quoted.length > 5, `the report quotes ${quoted.length} passages of it`);
  await openText(coder.page, served, 'The lantern at the truck stop');

  const { page, wrong } = await pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${served.url}us/consents`);
  await page.getByRole('button', { name: 'Take back Read it and count it' }).click();
  await page.getByRole('heading', { name: /Take back/ }).waitFor();
  const sure = page.getByRole('button', { name: /^Take back “.*and delete$/ });
  await page.getByText(/coded passages are deleted/).waitFor();
  const goes = await page.locator('.goes li').allTextContents();
  assert.ok(goes.some((one) => one === `${before.texts} texts are deleted, with their older versions and files.`), goes.join(' '));
  assert.ok(await sure.isDisabled(), 'one touch is enough');
  await page.getByLabel(/write the name of your organisation/).fill('lantern collective');
  await sure.click();
  await page.getByRole('button', { name: 'Give Read it and count it' }).waitFor();
  const { acts } = await ask(people.lead, served, '', 'GET', '/history?most=500');
  assert.ok(acts.length > 0 && !JSON.stringify(acts).includes(before.words), 'the history keeps the words');

  // The coder who has the text open loses it without doing anything.
  await coder.page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
  const after = await look();
  assert.deepEqual(after, { found: 0, texts: 0, cases: before.cases - 1, codings: 0, words: undefined });
  for (const language of ['en', 'fr', 'es', 'ru', 'zh']) {
    const now = await reportWords(lead, served, language);
    assert.deepEqual(quoted.filter((words) => now.includes(words)), [], `the report in ${language} quotes it still`);
  }

  await page.getByRole('button', { name: 'Give Read it and count it' }).click();
  await page.getByRole('button', { name: 'Take back Read it and count it' }).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
  await coder.page.close();
});
