// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keys of the reader: both ends of what is chosen, codings on the same words, keys that come before the picker has drawn,
// and letters that were changed or switched off.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, launch, sticksOut } from './browser.mjs';
import { ask, comeIn, comeInFirst, passphrase, serve } from './served.mjs';
import { openText, still, watch } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let served;
let browser;
let coder;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  coder = { context: await open() };
  Object.assign(coder, await comeIn(coder.context, served, lead, 'coder-a', 'researcher'));
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened() {
  const page = await coder.context.newPage();
  watch(page);
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(error.message));
  await openText(page, served, title);
  await still(page);
  return page;
}
const codings = async () => (await ask(coder.context, served, '', 'GET', `/codings?document=${encodeURIComponent(minutes)}&coder=coder-a&most=1000`)).codings;
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
async function gives(page, code) {
  await press(page, 'c');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(code);
  await page.locator('.picker .opt').first().filter({ hasText: code }).waitFor();
  await press(page, 'Enter');
  await page.locator('.picker').waitFor({ state: 'detached' });
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await still(page);
}
const chosen = (page) => page.locator('main.doc > p[role=status]').textContent();

test('S and E say which end is moved, of what is chosen and of a coding', async () => {
  const page = await opened();
  await press(page, 'j', 'j', 'j', 's');
  const sentence = (await chosen(page)).replace('Chosen: ', '');
  const words = sentence.split(' ');
  await press(page, 'S', 'Shift+ArrowRight', 'E', 'Shift+ArrowLeft');
  const shorter = (await chosen(page)).replace('Chosen: ', '');
  assert.ok(sentence.includes(shorter) && shorter.startsWith(words[1]), shorter);
  assert.ok(sentence.endsWith('.') && !shorter.endsWith('.'), shorter);
  await gives(page, 'INT.2.4');
  const [made] = await codings();
  assert.equal(made.exact, shorter);
  await press(page, 'Escape', 'n', 'm');
  await page.locator('#memo-in').fill('Kept with it.');
  await page.getByRole('button', { name: 'Keep the memo' }).click();
  await page.locator('.cm .memo').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await still(page);

  // The coding's own words: its end a word less; the memo goes along, and Escape would have left it.
  await press(page, 'E');
  await page.getByText('Shift and an arrow move the end; Enter keeps it.').waitFor();
  await press(page, 'Shift+ArrowLeft', 'Enter');
  await page.waitForFunction(() => document.querySelectorAll('.cm').length === 1 && !document.querySelector('.cm .state'));
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await still(page);
  const after = await codings();
  assert.equal(after.length, 1);
  assert.ok(shorter.startsWith(after[0].exact) && after[0].exact.length < shorter.length, after[0].exact);
  assert.equal(after[0].memo, 'Kept with it.');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the words themselves become a code, in one act', async () => {
  const page = await opened();
  const before = (await codings()).length;
  await press(page, 'j', 'j', 'j', 'j', 's', 'c');
  await page.getByRole('combobox').waitFor();
  assert.ok((await chosen(page)).length > 'Chosen: '.length);
  await press(page, 'Alt+Enter');
  await page.locator('.picker').waitFor({ state: 'detached' });
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await page.waitForFunction(() => document.querySelector('.cm') && !document.querySelector('.cm .state'));
  const all = await codings();
  assert.equal(all.length, before + 1);
  const codebook = (await ask(coder.context, served, '', 'GET', '/codebook')).codes;
  const made = codebook.filter((one) => all.some((coding) => coding.code === one.code && coding.exact.startsWith(one.label)));
  assert.equal(made.length, 1);
  await page.locator('.cm', { hasText: made[0].code }).waitFor();
  await press(page, 'Control+z');
  await page.waitForFunction((code) => ![...document.querySelectorAll('.cm')].some((one) => one.textContent.includes(code)), made[0].code);
  assert.equal((await codings()).length, before);
  assert.ok(!(await ask(coder.context, served, '', 'GET', '/codebook')).codes.some((one) => one.code === made[0].code && !one.retired));
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the outline leads to the parts of a text, the strip shows all of it, and codes are found by typing', async () => {
  const page = await opened();
  await press(page, 'b');
  const outline = page.getByRole('complementary', { name: 'Outline' });
  await outline.waitFor();
  assert.match(page.url(), /beside=outline/);
  const parts = outline.getByRole('listitem').getByRole('button');
  assert.ok(await parts.count() >= 3, 'headings');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.outline') !== null), true, 'focus is in the outline');
  const last = (await parts.last().locator('span').first().textContent()).trim();
  await parts.last().click();
  await page.waitForFunction((words) => {
    const box = [...document.querySelectorAll('.doc h2.tx, .pagebreak')].find((one) => one.textContent.includes(words))?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight;
  }, last);
  assert.equal(await outline.locator('[aria-current=location]').textContent(), await parts.last().textContent());
  assert.deepEqual(await axeViolations(page), []);
  // The strip is as high as its pane, has the place that is seen at its end, and goes to its beginning.
  const strip = page.locator('.strip');
  const box = await strip.boundingBox();
  const seen = () => page.locator('.strip .seen').evaluate((one) => Number(one.getAttribute('y')));
  assert.ok(box.height > 300 && await seen() > 200, `${box.height} ${await seen()}`);
  await page.mouse.click(box.x + box.width / 2, box.y + 10);
  await page.waitForFunction(() => Number(document.querySelector('.strip .seen').getAttribute('y')) < 100);
  await outline.getByRole('button', { name: 'Close the outline' }).click();
  await outline.waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /beside/);

  const tree = page.getByRole('navigation', { name: 'Codes' });
  await tree.getByLabel('Find a code').fill('violence');
  const found = tree.getByRole('listitem').getByRole('button');
  await found.first().waitFor();
  assert.ok(await found.first().isDisabled(), 'no words are chosen');
  assert.match(await found.first().locator('mark').textContent(), /violence/i);
  assert.deepEqual(await axeViolations(page), []);
  await tree.getByLabel('Find a code').press('Escape');
  await tree.getByRole('tree').waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await still(page);
  await page.getByRole('button', { name: 'Outline' }).click();
  await outline.waitFor();
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeViolations(page), []);
  await parts.nth(1).click();
  await outline.waitFor({ state: 'detached' });
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('o goes through the codings on the same words', async () => {
  const page = await opened();
  await press(page, 'j', 'j', 'j', 'p');
  await gives(page, 'BAR.3');
  await press(page, 'Escape', 'k', 'j', 'n');
  await page.locator('.cm[aria-pressed=true]').waitFor();
  const first = await page.locator('.cm[aria-pressed=true]').getAttribute('data-coding');
  await press(page, 'o');
  await page.waitForFunction((id) => document.querySelector('.cm[aria-pressed=true]')?.dataset.coding !== id, first);
  await press(page, 'o');
  await page.waitForFunction((id) => document.querySelector('.cm[aria-pressed=true]')?.dataset.coding === id, first);
  await page.close();
});

// Several keys within one turn of the browser: nothing is drawn between them.
const atOnce = (page, keys) => page.evaluate((keys) => {
  for (const key of keys) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}, keys);

test('what is pressed before the picker has drawn is not lost, and no letter of it acts', async () => {
  const page = await opened();
  const before = await codings();
  await press(page, 'j', 'j', 'j', 'j', 's');
  await atOnce(page, ['c', ...'OUT.7', 'Enter']);
  await page.waitForFunction((n) => document.querySelectorAll('.cm').length === n && !document.querySelector('.cm .state'), before.length + 1);
  const made = (await codings()).filter((one) => !before.some((old) => old.coding === one.coding));
  assert.deepEqual(made.map((one) => one.code), ['OUT.7']);
  // Typed without Enter, it stands in the field.
  await atOnce(page, ['c', ...'xn.', 'Backspace', 's']);
  await page.waitForFunction(() => document.querySelector('#picker-in')?.value === 'xns');
  assert.equal((await codings()).length, before.length + 1, 'x removed a coding');
  await press(page, 'Escape');
  // An Enter that comes before the list has followed what was typed takes the first of what is typed.
  await press(page, 'c');
  await page.getByRole('combobox').waitFor();
  await page.locator('.picker .opt').first().waitFor();
  await page.evaluate(() => {
    const input = document.querySelector('#picker-in');
    input.value = 'BAR.5.4';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await page.locator('.cm', { hasText: 'BAR.5.4' }).waitFor();
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('letters are changed, one by one, or switched off all together', async () => {
  const page = await opened();
  await press(page, '?');
  await page.getByRole('button', { name: 'Change letters' }).click();
  await page.getByLabel('next paragraph').fill('l');
  await page.getByLabel('next paragraph').press('Tab');
  await page.getByLabel('choose the paragraph').fill('l');
  await page.getByLabel('choose the paragraph').press('Tab');
  await page.getByText('That key is taken.').waitFor();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeViolations(page), []);
    await page.screenshot({ path: path.join(process.env.CG_OUT, `keys-change-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.locator('main.doc .tx').first().waitFor();
  await page.locator('.para.at#p0').waitFor();
  await press(page, 'j');
  await page.locator('.para.at#p0').waitFor();
  await press(page, 'l');
  await page.locator('.para.at#p1').waitFor();

  await press(page, '?');
  await page.getByLabel('Letters act as shortcuts').uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await press(page, 'l', 's');
  assert.equal(await chosen(page), '');
  await page.locator('.para.at#p1').waitFor();
  await press(page, 'Control+/');
  await page.getByLabel('Letters act as shortcuts').check();
  await page.getByRole('button', { name: 'Change letters' }).click();
  await page.getByRole('button', { name: 'As they were at first' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await press(page, 'k');
  await page.locator('.para.at#p0').waitFor();
  await press(page, 'j');
  await page.locator('.para.at#p1').waitFor();
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the keys of every page are changed too, and come back with whoever signs in again', async () => {
  const page = await opened();
  await press(page, '?');
  await page.getByRole('button', { name: 'Change letters' }).click();
  const change = async (what, to) => {
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/session/preferences'));
    await page.getByLabel(what, { exact: true }).fill(to);
    await page.getByLabel(what, { exact: true }).press('Tab');
    assert.equal((await saved).status(), 204);
  };
  await change('search', '.');
  await change('a place: its letter comes next', 'h');
  await change('Codebook', 'j');
  await page.getByLabel('all keys', { exact: true }).fill('h');
  await page.getByLabel('all keys', { exact: true }).press('Tab');
  await page.getByText('That key is taken.').waitFor();
  await change('all keys', '!');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.goto(`${served.url}settings`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(served.url);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.close();

  await ask(coder.context, served, '', 'POST', '/session', { name: 'coder-a', passphrase });
  const again = await opened();
  await press(again, '/');
  assert.equal(await again.evaluate(() => document.activeElement.id === 'q'), false);
  await press(again, '.');
  await again.locator('#q:focus').waitFor();
  assert.equal(await again.locator('.find kbd').textContent(), '.');
  await press(again, 'Tab', '?');
  assert.equal(await again.locator('dialog[open]').count(), 0);
  await press(again, '!');
  await again.locator('dialog[open]').waitFor();
  await again.getByText('h j', { exact: true }).waitFor();
  await again.getByRole('button', { name: 'Close' }).click();
  await press(again, 'h', 'j');
  await again.waitForURL(`${served.url}codebook**`);
  assert.deepEqual(again.wrong, []);
  await again.close();
});
