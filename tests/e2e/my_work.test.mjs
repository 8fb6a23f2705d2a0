// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts are given out in the browser; a coder finds them on the first page and goes on where they stopped.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations, launch } from './browser.mjs';
import { errorsOf, looksRight } from './looks.mjs';
import { ask, comeIn, comeInFirst, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

const title = 'Minutes of the committee and the head nurse';
const minutes = 'umoja-house/minutes.pdf';
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
  for (const [name, role] of [['coder-a', 'researcher'], ['coder-b', 'researcher'], ['reviewer', 'reviewer']]) {
    people[name] = await open();
    Object.assign(people[name], await comeIn(people[name], served, lead, name, role));
  }
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened(who, place) {
  const page = await people[who].newPage();
  watch(page);
  page.wrong = errorsOf(page);
  await page.goto(`${served.url}${place}`);
  await still(page);
  return page;
}

test('a coder without a text learns what to do, on the first page', async () => {
  const page = await opened('coder-a', 'overview');
  assert.equal(new URL(page.url()).pathname, '/work');
  await page.getByRole('heading', { name: 'Nothing waits for you to code' }).waitFor();
  await looksRight(page, 'my-work-nothing');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('a coordinator gives two texts to two coders, and takes one back', async () => {
  const page = await opened('lead', 'work');
  await page.getByRole('heading', { name: 'Who codes what, and how far' }).waitFor();
  const give = page.getByRole('button', { name: /^Give / });
  assert.ok(await give.isDisabled());
  await page.getByRole('searchbox', { name: 'Title or organisation' }).fill('head nurse');
  await page.getByRole('checkbox', { name: new RegExp(title) }).check();
  await page.getByRole('searchbox', { name: 'Title or organisation' }).fill('frozen');
  await page.getByRole('checkbox', { name: /If your account is frozen/ }).check();
  for (const name of ['coder-a', 'coder-b']) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Give 2 texts to coder-a and coder-b' }).click();
  await page.getByText('4 texts were given out.').waitFor();
  await page.getByRole('button', { name: /^Unassign ?: If your account is frozen, coder-b$/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('table.cards-s tbody').length === 2
    && [...document.querySelectorAll('table.cards-s')].at(-1).querySelectorAll('tbody tr').length === 3);
  const { assignments } = await ask(lead.context, served, '', 'GET', '/assignments');
  assert.deepEqual(assignments.map((one) => `${one.document} ${one.coder}`).sort(),
    ['seaboard/leaflet.html coder-a', `${minutes} coder-a`, `${minutes} coder-b`]);
  await looksRight(page, 'my-work-coordinator');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the coder goes on where they stopped, with Enter', async () => {
  const other = people['coder-b'];
  await ask(other, served, other.csrf, 'POST', `/documents/${encodeURIComponent(minutes)}/submit`);
  const { text, parts } = await ask(people['coder-a'], served, '', 'GET', `/documents/${encodeURIComponent(minutes)}`);
  const ranges = parts.filter((one) => one.kind === 'paragraph').map((one) => one.range);
  const codes = async (range) => {
    const coding = crypto.randomUUID();
    const route = `/documents/${encodeURIComponent(minutes)}/codings/${coding}`;
    const made = await ask(people['coder-a'], served, people['coder-a'].csrf, 'PUT', route, { code: 'INT.6.6', start: range.start, end: Math.min(range.end, range.start + 30) });
    return { at: made.at, undo: () => ask(people['coder-a'], served, people['coder-a'].csrf, 'DELETE', route) };
  };
  const first = await codes(ranges.at(-2));
  // Times have seconds: until it is a later one.
  for (let second = await codes(ranges[3]); second.at === first.at; second = await codes(ranges[3])) await second.undo();
  assert.ok(text.length > 100);
  const page = await opened('coder-a', 'work');
  await page.getByRole('heading', { name: '2 texts are yours to code' }).waitFor();
  await page.getByText('2 codings of yours.').first().waitFor();
  await page.getByText('coder-b submitted already; you see that work once you have.').waitFor();
  await page.locator('[data-go][href*="?at="]').waitFor();
  await looksRight(page, 'my-work');
  await page.keyboard.press('Enter');
  await page.locator('.para.at').waitFor();
  const at = await page.locator('.para.at .tx').getAttribute('data-p');
  const words = await page.locator(`.tx[data-p="${at}"]`).textContent();
  assert.ok(words.startsWith([...text].slice(ranges[3].start, ranges[3].start + 20).join('')), 'not where they stopped');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('what a memo asks for is listed until it is done, and a reviewer sees who codes what', async () => {
  await ask(people['coder-a'], served, people['coder-a'].csrf, 'PUT', `/memos/${crypto.randomUUID()}`,
    { kind: 'to do', about: 'document', subject: minutes, document: minutes, text: 'Ask who the head nurse is.' });
  const page = await opened('coder-a', 'work');
  await page.getByRole('button', { name: /^Done ?: Ask who/ }).click();
  await page.getByRole('button', { name: /^Done/ }).waitFor({ state: 'detached' });
  await page.route('**/api/v1/assignments', (route) => route.abort());
  await page.goto(`${served.url}work`);
  await page.getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
  await page.close();
  const reviewer = await opened('reviewer', 'work');
  await reviewer.getByRole('heading', { name: 'Who codes what' }).waitFor();
  assert.equal(await reviewer.getByRole('button', { name: /^Unassign/ }).count(), 0);
  assert.deepEqual(await axeViolations(reviewer), []);
  await reviewer.close();
});

test('the overview says how far the coding is, and takes back several of one\'s own changes', async () => {
  const page = await opened('lead', 'overview');
  await page.getByRole('heading', { name: /^Coding: 0 of \d+ texts were submitted by two people$/ }).waitFor();
  const row = page.getByRole('row', { name: new RegExp(title) });
  await row.getByText('coder-a: still coding').waitFor();
  await row.getByText(/^coder-b: submitted/).waitFor();
  await page.getByText('given to nobody').waitFor();
  await looksRight(page, 'overview-coding');
  const given = async () => (await ask(lead.context, served, '', 'GET', '/assignments')).assignments;
  const before = await given();
  const { documents } = await ask(lead.context, served, '', 'GET', '/documents');
  const free = documents.filter((one) => !before.some((other) => other.document === one.document)).map((one) => one.document);
  for (const document of free.slice(0, 2)) {
    await ask(lead.context, served, lead.csrf, 'POST', '/assignments', { documents: [document], coders: ['coder-b'] });
  }
  // The others' acts have no button, and what was done before the last needs the last taken back too.
  const recent = page.getByRole('region', { name: 'Recent changes' });
  await recent.getByRole('button', { name: 'Undo 4 changes' }).waitFor();
  assert.deepEqual((await recent.getByRole('button').allTextContents()).map((one) => one.trim()),
    ['Undo', 'Undo 2 changes', 'Undo 3 changes', 'Undo 4 changes']);
  await recent.getByRole('button', { name: 'Undo 2 changes' }).click();
  await recent.getByRole('button', { name: 'Undo 4 changes' }).waitFor({ state: 'detached' });
  assert.deepEqual(await given(), before);
  // What was given out first was submitted since by somebody else: that stays, and it is said.
  await recent.getByRole('button', { name: 'Undo 2 changes' }).click();
  await page.locator('.toast p').filter({ hasNotText: /^Undone/ }).waitFor();
  assert.equal((await given()).length, before.length + 1);
  assert.ok((await given()).some((one) => one.coder === 'coder-b' && one.state === 'submitted'));
  for (let left = 3; left > 0; left -= 1) {
    const redone = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/redo'));
    await page.keyboard.press('Control+Shift+Z');
    assert.equal((await redone).status(), 200);
  }
  assert.equal((await given()).length, before.length + 2);
  assert.deepEqual(page.wrong, []);
  await page.close();
});
