// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text is coded by keyboard in Debian's Firefox: sign in, open, choose, give, accept, undo, redo, and all is kept.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { launchFirefox, openFirefox, shown } from './firefox.mjs';
import { ask, comeIn, comeInFirst, passphrase, serve, withoutPages } from './served.mjs';
import { placeOfSentence } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let served;
let browser;
let lead;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launchFirefox();
  lead = { context: withoutPages() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  await comeIn(withoutPages(), served, lead, 'coder-a', 'researcher');
});
after(async () => {
  await browser?.close();
  served?.stop();
});

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const chord = async (page, held, key) => {
  for (const one of held) await page.keyboard.down(one);
  await page.keyboard.press(key);
  for (const one of held.reverse()) await page.keyboard.up(one);
};
const clickOn = (page, selector, text) => page.evaluate((selector, text) => {
  [...document.querySelectorAll(selector)].find((one) => one.textContent.includes(text)).click();
}, selector, text);
const codingsOf = async () =>
  (await ask(lead.context, served, '', 'GET', `/codings?document=${encodeURIComponent(minutes)}&coder=coder-a&most=1000`)).codings;
const drawn = (page) => shown(page, 'main.doc .tx');
const answered = (page, route) => page.waitForResponse((answer) => answer.url().endsWith(route) && answer.request().method() !== 'OPTIONS');

async function openText(page) {
  await page.goto(`${served.url}texts`);
  await shown(page, 'main a', title);
  await clickOn(page, 'main a', title);
  await drawn(page);
}

// The first sentence of the fourth paragraph, with a code that is typed.
async function codeByKeys(page, given) {
  await press(page, 'j', 'j', 'j', 's');
  await shown(page, 'main.doc > p[role=status]', 'Chosen: ');
  await press(page, 'c');
  await page.waitForFunction(() => document.activeElement?.id === 'picker-in', { polling: 'mutation' });
  await page.keyboard.type(given);
  await page.waitForFunction((given) => document.querySelector('.picker .opt')?.textContent.includes(given), { polling: 'mutation' }, given);
  await press(page, 'Enter');
  await shown(page, '.cm', given);
  await page.waitForFunction(() => !document.querySelector('.cm .state'), { polling: 'mutation' });
}

// A picture of the words of the paragraph that is coded, without the margin.
const wordsOf = async (page, name) => {
  const words = await page.$('#p3 .tx');
  return Buffer.from(await words.screenshot({ path: path.join(process.env.CG_OUT, `firefox-${name}.png`) }));
};

async function signedIn(name, before = null) {
  const context = await browser.createBrowserContext();
  const { page, wrong } = await openFirefox(context, served, before);
  await page.goto(served.url);
  await shown(page, '#sign-in-form');
  await page.type('#n', name);
  await page.type('#p', passphrase);
  const inside = page.waitForFunction(() => location.pathname === '/work' && document.querySelector('main h1'), { polling: 'mutation' });
  await press(page, 'Enter');
  await inside;
  return { page, wrong, context };
}

async function codingJourney(page) {
  await openText(page);
  await drawn(page);
  const before = await codingsOf();
  await codeByKeys(page, 'INT.2.4');
  const after = await codingsOf();
  assert.equal(after.length, before.length + 1);
  const made = after.find((one) => !before.some((old) => old.coding === one.coding));
  assert.equal(made.code, 'INT.2.4');
  assert.match(made.exact, /^\S[^]*[.!?]$/, 'not a sentence');

  const undone = answered(page, '/api/v1/undo');
  await chord(page, ['Control'], 'z');
  assert.equal((await undone).status(), 200);
  await shown(page, 'body', 'Undone: coded a passage');
  await page.waitForFunction((n) => document.querySelectorAll('.cm').length === n, { polling: 'mutation' }, before.length);
  assert.equal((await codingsOf()).length, before.length);
  const redone = answered(page, '/api/v1/redo');
  await chord(page, ['Control', 'Shift'], 'Z');
  assert.equal((await redone).status(), 200);
  await shown(page, '.cm', 'INT.2.4');
  assert.equal((await codingsOf()).length, before.length + 1);

  await page.reload();
  await drawn(page);
  await shown(page, '.cm', 'INT.2.4');
  assert.equal((await codingsOf()).length, before.length + 1);
  return made;
}

test('a sentence is coded by keys, undone, done again, and kept', async () => {
  const { page, wrong } = await signedIn('coder-a');
  await codingJourney(page);
  // A line stands under the words, and is drawn without a change of the text.
  assert.equal(await page.$('#p3 .tx .u'), null, 'spans, where the browser can do without');
  const withLine = await wordsOf(page, 'line');
  assert.deepEqual(await wordsOf(page, 'line'), withLine, 'the picture is not the same twice');
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'firefox-reader-1280.png') });
  await page.evaluate(() => CSS.highlights.clear());
  assert.notDeepEqual(await wordsOf(page, 'no-line'), withLine, 'no line is drawn');
  assert.deepEqual(wrong, []);

  // What would be wrong is heard.
  const heard = new Promise((resolve) => { page.on('console', (message) => resolve(message.text())); });
  await page.evaluate(() => { document.body.append(Object.assign(document.createElement('script'), { textContent: '0' })); });
  assert.match(await heard, /^forbidden: script-src/);
  await page.close();
});

test('a finger chooses a sentence, and takes in the one before it', async () => {
  const { page, wrong } = await signedIn('coder-a');
  await openText(page);
  const touch = async (sentence) => {
    const { x, y } = await page.evaluate(placeOfSentence, [3, sentence]);
    // As a finger that is lifted: this Firefox refuses the touches that BiDi sends it.
    await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)
      .dispatchEvent(new PointerEvent('pointerup', { pointerType: 'touch', clientX: x, clientY: y, bubbles: true })), { x, y });
  };
  const chosen = () => page.$eval('main.doc > p[role=status]', (one) => one.textContent.replace('Chosen: ', ''));
  await touch(1);
  await shown(page, 'main.doc > p[role=status]', 'Chosen: ');
  const second = await chosen();
  await touch(0);
  await page.waitForFunction((was) => document.querySelector('main.doc > p[role=status]').textContent !== `Chosen: ${was}`, { polling: 'mutation' }, second);
  const both = await chosen();
  assert.ok(both.endsWith(second) && both.length > second.length, both);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('lines are spans where Firefox has highlights that draw none, as at first', async () => {
  const { page, wrong } = await signedIn('coder-a', () => {
    const asked = globalThis.getComputedStyle;
    globalThis.getComputedStyle = (element, part) => (part?.startsWith('::highlight') ? { textDecorationLine: 'none' } : asked(element, part));
  });
  await openText(page);
  await shown(page, '#p3 .tx .u');
  await wordsOf(page, 'spans');
  const text = await page.$eval('#p3 .tx', (one) => one.textContent);
  const [made] = await codingsOf();
  assert.ok(text.includes(made.exact), 'drawing changed the text');
  assert.deepEqual(wrong, []);
  await page.close();
});
