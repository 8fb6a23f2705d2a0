// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two coders who do not see each other's work, and a coordinator who compares and decides: by keys, with axe.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';
import { looksRight } from './looks.mjs';
import { ask, comeIn, comeInFirst, serve } from './served.mjs';
import { openText, still, watch } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let served;
let browser;
let lead;
const people = {};

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  people.lead = lead.context;
  for (const [name, role, organisation] of [['coder-a', 'researcher'], ['coder-b', 'researcher'], ['lantern', 'member', 'lantern-collective']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role, organisation);
  }
  await ask(lead.context, served, lead.csrf, 'POST', '/assignments', { documents: [minutes], coders: ['coder-a', 'coder-b'] });
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function pageOf(who) {
  const page = await people[who].newPage();
  watch(page);
  page.on('pageerror', (error) => { page.wrong = [...(page.wrong ?? []), error.message]; });
  return page;
}
// Gives codes, the first to the first sentence of the fourth paragraph, the others to those that follow it; then submits.
async function codesBlind(who, codes) {
  const page = await pageOf(who);
  await openText(page, served, title);
  await page.getByText('Blind until it is submitted.').waitFor();
  for (const key of ['j', 'j', 'j', 's']) await page.keyboard.press(key);
  for (const [at, code] of codes.entries()) {
    await page.keyboard.press('c');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(code);
    await page.locator('.picker .opt').first().filter({ hasText: code }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('.cm').length === n && !document.querySelector('.cm .state'), at + 1);
  }
  assert.equal(await page.getByRole('link', { name: 'Compare coders' }).count(), 0, 'a blind text offers to compare');
  return page;
}
async function submits(page) {
  await page.getByRole('button', { name: 'Submit …' }).click();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByRole('link', { name: 'Compare coders' }).waitFor();
}
const differences = (open) =>
  ask(lead.context, served, '', 'GET', `/disagreements?document=${encodeURIComponent(minutes)}${open ? '&open=true' : ''}`);
const decides = (page) => page.waitForResponse((answer) => answer.url().endsWith('/adjudications') && answer.status() === 200);

test('two coders code blind and submit; who has submitted waits for the other', async () => {
  const first = await codesBlind('coder-a', ['INT.2.4', 'BAR.3', 'INT.6.6']);
  await submits(first);
  await first.getByRole('link', { name: 'Compare coders' }).click();
  await first.getByText('Somebody still codes this text blind.').waitFor();
  await looksRight(first, 'compare-waits');

  const second = await codesBlind('coder-b', ['BAR.2.3', 'BAR.3', 'OUT.3']);
  await second.goto(`${second.url()}/compare`);
  await second.getByText('You code this text blind.').waitFor();
  await looksRight(second, 'compare-blind');
  await second.goBack();
  await second.locator('main.doc .tx').first().waitFor();
  await submits(second);
  // Who is no coordinator sees what differs, and decides nothing.
  await second.getByRole('link', { name: 'Compare coders' }).click();
  await second.getByRole('heading', { name: 'Passage 1', exact: true }).waitFor();
  assert.equal(await second.getByRole('radio').count(), 0);
  await first.close();
  await second.close();
});

test('a coordinator finds it under what to do next, decides by keys alone, and undoes', async () => {
  const page = await pageOf('lead');
  await page.goto(`${served.url}overview`);
  await page.getByText('Decide where coders differ').waitFor();
  await page.locator('.next').getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: 'Passage 1: which codes stand?' }).waitFor();
  assert.equal(await page.locator('.stepper button').count(), 2, 'what both gave alike has a number');
  assert.equal(await page.locator('.trio .cd.diff').count(), 4);
  await looksRight(page, 'compare-coders');

  // Not all is said: it says what is missing, and keeps nothing.
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Say whether').waitFor();
  assert.equal((await differences(true)).open, 2);
  await page.keyboard.press('4');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Say why: both coders learn from it.').waitFor();
  await page.keyboard.type('The committee asks for it; nothing was taken.');
  const decided = decides(page);
  await page.keyboard.press('Control+Enter');
  await decided;
  await page.getByRole('heading', { name: 'Passage 2: which codes stand?' }).waitFor();
  await page.locator('.stepper button.done').waitFor();
  const { passages } = await differences(false);
  assert.deepEqual(passages[0].decided.map((one) => one.stands).sort(), [false, true]);
  assert.equal(passages[0].decided[0].why, 'The committee asks for it; nothing was taken.');

  // Keys work at once on the next one: talk first, then decide.
  await page.keyboard.press('t');
  await page.locator('.stepper button.talks').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await page.keyboard.press('r');
  await page.keyboard.type('It tells what came of it.');
  const last = decides(page);
  await page.keyboard.press('Control+Enter');
  await last;
  await page.waitForFunction(() => document.querySelectorAll('.stepper button.done').length === 2);
  await page.getByText('2 of 2 decided').waitFor();
  await looksRight(page, 'compare-decided');
  assert.equal((await differences(true)).open, 0);

  const undone = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/undo'));
  await page.keyboard.press('Escape');
  await page.locator('#decide-h').focus();
  await page.keyboard.press('Control+z');
  assert.equal((await undone).status(), 200);
  await page.getByText('Undone: decided where coders differ').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.stepper button.done').length === 1);
  assert.equal((await differences(true)).open, 1);
  assert.equal(page.wrong, undefined);
  await page.close();
});

test('what somebody else decided meanwhile is shown before it is overruled', async () => {
  const page = await pageOf('lead');
  await openText(page, served, title);
  await page.getByRole('link', { name: 'Compare coders' }).click();
  await page.getByRole('heading', { name: 'Passage 2: which codes stand?' }).waitFor();
  for (const key of ['1', '4', 'r']) await page.keyboard.press(key);
  await page.keyboard.type('Mine.');
  const passage = (await differences(true)).passages[0];
  await ask(lead.context, served, lead.csrf, 'POST', `/documents/${encodeURIComponent(minutes)}/adjudications`, { why: 'Theirs.',
    decisions: passage.codes.map((one) => ({ code: one.code, start: one.range.start, end: one.range.end, stands: false })) });
  await page.locator('#why').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Somebody decided about this passage meanwhile:').waitFor();
  assert.equal(await page.locator('#why').inputValue(), 'Mine.', 'what was typed is lost');
  await looksRight(page, 'compare-conflict');
  const decided = decides(page);
  await page.locator('#why').focus();
  await page.keyboard.press('Control+Enter');
  await decided;
  await page.close();
});

test('without a connection nothing is lost, and a member organisation finds nothing here', async () => {
  const page = await pageOf('lead');
  await openText(page, served, title);
  const place = page.url();
  await page.getByRole('link', { name: 'Compare coders' }).click();
  await page.getByRole('heading', { name: /which codes stand/ }).waitFor();
  await still(page);
  await page.locator('#why').fill('Said without a connection.');
  await people.lead.setOffline(true);
  await page.locator('#why').focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.decide [role=alert]').waitFor();
  assert.equal(await page.locator('#why').inputValue(), 'Said without a connection.');
  await people.lead.setOffline(false);
  await page.close();

  const member = await pageOf('lantern');
  await member.goto(`${place}/compare`);
  await member.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
  await member.close();
});

test('a text that one person coded says so, and where there are no highlights the lines are spans', async () => {
  const page = await pageOf('lead');
  await page.addInitScript(() => { Object.defineProperty(globalThis, 'CSS', { value: { supports: CSS.supports.bind(CSS), escape: CSS.escape } }); });
  await openText(page, served, 'A clinic with two doors');
  await page.getByRole('link', { name: 'Compare coders' }).click();
  await page.locator('.trio .tx .ua').first().waitFor();
  assert.ok(await page.locator('.trio .tx .ub').count() > 3);
  const text = await page.locator('.trio .tx').allTextContents();
  assert.ok(text.join(' ').includes('In 2019 half of the members who had gone to one said'), 'drawing changed the text');
  await page.close();
});
