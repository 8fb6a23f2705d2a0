// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggested passages and screening: one after the other by keys, what the server keeps of it, and undoing.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { axeViolations, launch } from './browser.mjs';
import { errorsOf, looksRight } from './looks.mjs';
import { ask, comeIn, comeInFirst, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

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
  for (const [name, role] of [['coder-a', 'researcher'], ['reviewer', 'reviewer']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role);
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
const left = async () => (await ask(people['coder-a'], served, '', 'GET', '/codebook/BAR.2.3/suggestions?most=1')).left;
const codings = async () => (await ask(people['coder-a'], served, '', 'GET', '/codings?code=BAR.2.3&coder=coder-a&most=1000')).codings;
const answered = (page) => page.waitForResponse((answer) => answer.url().endsWith('/suggestions') && answer.request().method() === 'POST' && answer.ok());
const asked = (page) => page.locator('.ask blockquote').textContent();

test('yes, no and not sure by keys, each followed by the next at once; a sentence of it; undone', async () => {
  const page = await opened('coder-a', 'suggest/BAR.2.3');
  await page.locator('.ask').waitFor();
  await looksRight(page, 'suggest');
  const before = { left: await left(), codings: await codings() };
  const first = await asked(page);
  const second = await page.locator('.hit-list li > p').nth(1).textContent();
  const no = answered(page);
  await page.keyboard.press('n');
  assert.equal(await asked(page), second, 'the next one is another than was announced');
  await no;
  const yes = answered(page);
  await page.keyboard.press('y');
  await yes;
  await page.keyboard.press('u');
  await still(page);
  const after = { left: await left(), codings: await codings() };
  assert.equal(after.left.decided, before.left.decided + 2);
  assert.equal(after.codings.length, before.codings.length + 1);
  const made = after.codings.find((one) => !before.codings.some((old) => old.coding === one.coding));
  assert.equal(made.exact, second);
  assert.deepEqual(await page.locator('.log li > span:first-child').allTextContents(), ['not sure', 'yes', 'no']);

  // Back, the last first: not sure was kept nowhere, yes is undone with its coding.
  for (let n = 2; n >= 0; n -= 1) {
    await page.keyboard.press('Control+z');
    await page.waitForFunction((many) => document.querySelectorAll('.log li').length === many, n);
  }
  await still(page);
  assert.equal(await asked(page), first);
  assert.deepEqual({ left: await left(), codings: (await codings()).length }, { left: before.left, codings: before.codings.length });

  // A sentence of it only.
  while ((await page.getByRole('button', { name: 'Yes, this sentence' }).count()) === 0) {
    await page.keyboard.press('s');
    if ((await page.getByRole('button', { name: 'Yes, this sentence' }).count()) === 0) await page.keyboard.press('u');
  }
  const whole = await asked(page);
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/codings/') && answer.ok());
  await page.keyboard.press('y');
  const part = await (await kept).json();
  assert.ok(whole.includes(part.exact) && part.exact.length < whole.length);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('without a connection the answer comes back, and stopping keeps its reason with the numbers', async () => {
  const page = await opened('coder-a', 'suggest/BAR.4');
  await page.locator('.ask').waitFor();
  const first = await asked(page);
  await people['coder-a'].setOffline(true);
  await page.keyboard.press('n');
  await page.getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
  assert.equal(await asked(page), first);
  await people['coder-a'].setOffline(false);
  await page.getByRole('button', { name: 'Stop here, with a reason …' }).click();
  await page.getByLabel(/Reason/).fill('Ten in a row said no.');
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('button', { name: 'Keep the reason' }).click();
  await page.getByText('Kept as a memo on the code.').waitFor();
  const { memos } = await ask(people['coder-a'], served, '', 'GET', '/memos?about=code&subject=BAR.4');
  assert.match(memos.at(-1).text, /^Stopped after 0 answers: \d+ found, at most \d+ left of \d+\. Ten in a row said no\.$/);
  await page.close();
});

test('a code is chosen, and what is not there or not for the role says so', async () => {
  const page = await opened('coder-a', 'codebook/INT.5.8');
  await page.getByRole('link', { name: 'Suggest passages' }).click();
  await page.getByRole('heading', { name: /Does this passage have INT\.5\.8/ }).waitFor();
  await page.getByLabel('Language').selectOption('ru');
  await page.locator('.ask blockquote[lang^=ru]').waitFor();
  await page.getByLabel('Code', { exact: true }).selectOption('OUT.7');
  await page.getByRole('heading', { name: /Does this passage have OUT\.7/ }).waitFor();
  await page.goto(`${served.url}suggest/NO.SUCH`);
  await page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
  await page.close();
  const other = await opened('reviewer', 'suggest/BAR.4');
  await other.getByRole('alert').getByText('Your role may not see this.').waitFor();
  assert.deepEqual(await axeViolations(other), []);
  await other.close();
});

test('texts are screened by keys, with a reason for each that is left out, and counted', async () => {
  const page = await opened('lead', 'suggest/texts');
  await page.locator('.ask h2').waitFor();
  await looksRight(page, 'screening');
  const flow = async () => (await ask(lead.context, served, '', 'GET', '/screening?most=1')).flow;
  const all = (await flow()).documents;
  await page.keyboard.press('o');
  await page.getByText('Say why it is left out').waitFor();
  const says = async (...keys) => {
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/screening/') && answer.ok());
    for (const key of keys) await page.keyboard.press(key);
    await kept;
  };
  await says('1', 'o');
  await says('i');
  await says('t');
  await page.keyboard.press('5');
  await page.getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'w-words');
  await page.keyboard.type('a poem');
  await says('Enter');
  await still(page);
  const { reasons, ...counts } = await flow();
  assert.deepEqual(counts, { documents: all, undecided: all - 4, included: 1, excluded: 2, unsure: 1, disagreed: 0 });
  assert.deepEqual(reasons.map((one) => one.reason).sort(), ['a poem', 'tells of no practice']);
  await page.getByRole('heading', { name: `${all - 4} texts to decide about` }).waitFor();
  const undone = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/undo') && answer.ok());
  await page.keyboard.press('Control+z');
  await undone;
  assert.equal((await flow()).excluded, 1);
  await looksRight(page, 'screening-answered');
  assert.deepEqual(page.wrong, []);
  await page.close();
});
