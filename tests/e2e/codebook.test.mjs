// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook by keyboard: move, rename, merge, split, retire, add; each says beforehand what it changes, and is undone.
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
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 1000 } });
  lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  people.lead = lead.context;
  people.coder = await open();
  await comeIn(people.coder, served, lead, 'coder', 'researcher');
  people.reviewer = await open();
  await comeIn(people.reviewer, served, lead, 'reviewer', 'reviewer');
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened(who, code) {
  const page = await people[who].newPage();
  watch(page);
  page.wrong = errorsOf(page);
  await page.goto(`${served.url}codebook/${code}`);
  await page.locator('.big-h').waitFor();
  await still(page);
  return page;
}
const book = async () => (await ask(lead.context, served, '', 'GET', '/codebook')).codes;
const codeOf = async (code) => (await book()).find((one) => one.code === code);
const childrenOf = async (code) => (await book()).filter((one) => one.parent === code && !one.retired).map((one) => one.code);
const kept = (page, end) => page.waitForResponse((answer) => answer.url().endsWith(end) && answer.request().method() !== 'GET' && answer.ok());
async function undo(page, what) {
  await page.getByText('Undone:').waitFor({ state: 'detached' });
  await page.locator('.top .undo').click();
  await page.getByText(`Undone: ${what}`).waitFor();
}

test('a code is moved by keys: its place is said in words, Escape leaves it, Enter puts it', async () => {
  const page = await opened('lead', 'INT.5.8');
  const before = await childrenOf('INT.5');
  const at = before.indexOf('INT.5.8');
  await page.keyboard.press('Control+ArrowUp');
  await page.getByText(`It is now below INT.5, before ${before[at - 1]}.`).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByText(`before ${before[at - 2]}.`).waitFor();
  await looksRight(page, 'codebook-moving');
  await page.keyboard.press('Escape');
  await page.locator('.moving').waitFor({ state: 'detached' });
  assert.deepEqual(await childrenOf('INT.5'), before, 'leaving it moved it');

  await page.keyboard.press('Control+ArrowUp');
  await page.locator('.moving').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText(`It is now below ${before[at - 2]}, as the last one.`).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText(`It is now below INT.5, before ${before[at - 1]}.`).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText(/It is now below INT, before INT\.6\./).waitFor();
  const moved = kept(page, '/move');
  await page.keyboard.press('Enter');
  await moved;
  assert.deepEqual((await childrenOf('INT')).slice(-2), ['INT.5.8', 'INT.6']);
  await page.locator('.crumbs', { hasText: /^Interventions$/ }).waitFor();
  await undo(page, 'moved a code');
  assert.deepEqual(await childrenOf('INT.5'), before);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('a definition is written with examples; what somebody else changed stands beside it, field by field', async () => {
  const page = await opened('lead', 'INT.5.8');
  await page.keyboard.press('F2');
  await page.waitForFunction(() => document.activeElement?.id === 'c-label');
  await page.keyboard.press('End');
  await page.keyboard.type(' for all');
  await page.getByLabel('Belongs, for example', { exact: true }).fill('The hospital opened on one evening a week.');
  await page.getByLabel('Does not belong, for example').fill('A test on the day it is asked for.');
  const edited = kept(page, '/codebook/INT.5.8');
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await edited;
  const code = await codeOf('INT.5.8');
  assert.equal(code.label, 'Adapted delivery for all');
  assert.equal(code.include, 'The hospital opened on one evening a week.');
  assert.equal(code.exclude, 'A test on the day it is asked for.');

  await page.getByLabel('Name').fill('Mine');
  await ask(people.lead, served, lead.csrf, 'PATCH', '/codebook/INT.5.8', { label: 'Theirs' }, code.version);
  await page.locator('.big-h', { hasText: 'Theirs' }).waitFor();
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByText('Name: You saw').waitFor();
  await looksRight(page, 'codebook-conflict');
  const again = kept(page, '/codebook/INT.5.8');
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await again;
  assert.equal((await codeOf('INT.5.8')).label, 'Mine');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('Escape in the field of the name gives the old name back, and the focus to the code in the tree', async () => {
  const page = await opened('lead', 'INT.5.7');
  const { label } = await codeOf('INT.5.7');
  await page.keyboard.press('F2');
  await page.waitForFunction(() => document.activeElement?.id === 'c-label');
  await page.keyboard.press('End');
  await page.keyboard.type(' and more');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#c-label').inputValue(), label);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /INT\.5\.7/);
  assert.ok(await page.getByRole('button', { name: 'Keep these changes' }).isDisabled());
  // F2 again, and the keys of the tree go on from there.
  await page.keyboard.press('F2');
  await page.waitForFunction(() => document.activeElement?.id === 'c-label');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+ArrowUp');
  await page.locator('.moving').waitFor();
  await page.keyboard.press('Escape');
  assert.equal((await codeOf('INT.5.7')).label, label);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('two people write on the meaning of one code at once: nothing of either is lost', async () => {
  const mine = await opened('lead', 'INT.5.5');
  const theirs = await opened('coder', 'INT.5.5');
  const before = await codeOf('INT.5.5');
  const write = async (page, field, words) => {
    await page.getByLabel(field, { exact: true }).fill(words);
    const done = kept(page, '/codebook/INT.5.5');
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    await done;
  };
  // Another field: it comes in beside what is being written, and both are kept.
  await mine.getByLabel('Name', { exact: true }).fill('STI services, mine');
  await write(theirs, 'What belongs to it', 'Theirs: tests and treatment.');
  await mine.waitForFunction(() => document.querySelector('#c-definition').value === 'Theirs: tests and treatment.');
  assert.equal(await mine.getByLabel('Name', { exact: true }).inputValue(), 'STI services, mine');
  await write(mine, 'Name', 'STI services, mine');
  let now = await codeOf('INT.5.5');
  assert.deepEqual([now.label, now.definition], ['STI services, mine', 'Theirs: tests and treatment.']);

  // The page has not heard of it: their other field is not written over, without a question.
  await mine.route('**/api/v1/codebook', (route) => route.abort());
  await mine.getByLabel('Name', { exact: true }).fill('STI services, mine again');
  await write(theirs, 'Belongs, for example', 'Theirs, as an example.');
  await write(mine, 'Name', 'STI services, mine again');
  now = await codeOf('INT.5.5');
  assert.deepEqual([now.label, now.definition, now.include], ['STI services, mine again', 'Theirs: tests and treatment.', 'Theirs, as an example.']);
  await mine.unroute('**/api/v1/codebook');

  // The same two fields: asked about field by field, said aloud, and the focus stays on the page.
  await still(theirs);
  await theirs.waitForFunction(() => document.querySelector('#c-label').value === 'STI services, mine again');
  await mine.getByLabel('What belongs to it', { exact: true }).fill('Mine.');
  await mine.getByLabel('Does not belong, for example', { exact: true }).fill('Mine, not.');
  await theirs.getByLabel('Does not belong, for example', { exact: true }).fill('Theirs, not.');
  await write(theirs, 'What belongs to it', 'Theirs, newer.');
  await mine.getByRole('button', { name: 'Keep these changes' }).focus();
  await mine.keyboard.press('Enter');
  const told = mine.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile.' });
  await told.waitFor();
  const fields = await told.locator('.versions').allTextContents();
  assert.equal(fields.length, 2, fields.join(' | '));
  for (const words of ['Theirs, newer.', 'Theirs: tests and treatment.', 'Mine.', 'Theirs, not.', 'Mine, not.']) {
    assert.ok(fields.join(' ').includes(words), `${words}: ${fields.join(' | ')}`);
  }
  assert.equal(await mine.evaluate(() => document.activeElement.textContent), 'Keep these changes');
  assert.deepEqual([(await codeOf('INT.5.5')).definition, (await codeOf('INT.5.5')).exclude], ['Theirs, newer.', 'Theirs, not.']);
  await looksRight(mine, 'codebook-two-writers');
  await told.getByRole('button', { name: 'Take theirs What belongs to it' }).focus();
  await mine.keyboard.press('Enter');
  await mine.waitForFunction(() => document.querySelectorAll('.versions').length === 1);
  await mine.waitForFunction(() => /Take theirs/.test(document.activeElement.textContent), null, { timeout: 4000 });
  assert.equal(await mine.getByLabel('What belongs to it', { exact: true }).inputValue(), 'Theirs, newer.');
  const done = kept(mine, '/codebook/INT.5.5');
  await mine.getByRole('button', { name: 'Keep these changes' }).click();
  await done;
  await told.waitFor({ state: 'detached' });
  now = await codeOf('INT.5.5');
  assert.deepEqual([now.label, now.definition, now.include, now.exclude], ['STI services, mine again', 'Theirs, newer.', 'Theirs, as an example.', 'Mine, not.']);
  await theirs.waitForFunction(() => document.querySelector('#c-exclude').value === 'Mine, not.');
  assert.deepEqual([...mine.wrong, ...theirs.wrong], []);
  for (const page of [mine, theirs]) await page.close();
  assert.notEqual(before.label, now.label);
});

test('a merge says what goes, what stays and what there is afterwards; then it is so, and is undone', async () => {
  const page = await opened('lead', 'BAR.2.2');
  const before = { from: await codeOf('BAR.2.2'), into: await codeOf('BAR.2.3') };
  await page.keyboard.press('m');
  await page.getByRole('heading', { name: 'Merge BAR.2.2 into another code' }).waitFor();
  await page.getByLabel('Into', { exact: true }).selectOption('BAR.2.3');
  await page.locator('.three-boxes .box').nth(2).waitFor();
  const told = Number(/(\d+) coding/.exec(await page.locator('.three-boxes .box').nth(2).textContent())[1]);
  await looksRight(page, 'codebook-merge');
  const merged = kept(page, '/merge');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await merged;
  await page.locator('.big-h', { hasText: 'BAR.2.3' }).waitFor();
  assert.equal((await codeOf('BAR.2.3')).own, told);
  assert.ok(told <= before.from.own + before.into.own && told >= before.into.own);
  assert.equal((await codeOf('BAR.2.2')).merged_into, 'BAR.2.3');
  await page.getByRole('button', { name: '1 retired code' }).click();
  await page.getByRole('link', { name: /BAR\.2\.2/ }).click();
  await page.getByText('merged into BAR.2.3').waitFor();
  await undo(page, 'merged codes');
  assert.equal((await codeOf('BAR.2.2')).own, before.from.own);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('a split is a list of passages to tick, by keys', async () => {
  const page = await opened('lead', 'INT.5.8');
  const before = await codeOf('INT.5.8');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'Split INT.5.8: 0 codings go to a new code' }).waitFor();
  await page.locator('.split-list input').first().waitFor();
  for (const key of ['j', 'Space', 'j', 'j', 'Space']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Split INT.5.8: 2 codings go to a new code' }).waitFor();
  await page.getByText(`${before.own - 2} codings stay where they are.`).waitFor();
  await looksRight(page, 'codebook-split');
  await page.getByLabel('Its name').fill('Evening and night hours');
  const split = kept(page, '/split');
  await page.keyboard.press('Enter');
  const { code, moved } = await (await split).json();
  assert.equal(moved, 2);
  await page.locator('.big-h', { hasText: 'Evening and night hours' }).waitFor();
  assert.equal((await codeOf(code)).own, 2);
  await undo(page, 'split a code');
  assert.equal((await codeOf('INT.5.8')).own, before.own);
  await page.close();
});

test('a code is added below another, retired and offered again', async () => {
  const page = await opened('lead', 'BAR.2');
  await page.keyboard.press('Insert');
  await page.waitForFunction(() => document.activeElement?.id === 'n-label');
  await page.keyboard.type('Raids at night');
  await looksRight(page, 'codebook-new');
  const added = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/codebook') && answer.request().method() === 'POST' && answer.ok());
  await page.locator('#n-label').press('Enter');
  const { code } = await (await added).json();
  await page.locator('.big-h', { hasText: 'Raids at night' }).waitFor();
  assert.equal((await codeOf(code)).parent, 'BAR.2');
  await page.getByRole('button', { name: 'Retire …' }).click();
  await page.getByText('It is not offered any more when somebody codes.').waitFor();
  await page.getByRole('button', { name: 'Retire', exact: true }).click();
  await page.locator('.tag.hot', { hasText: 'retired' }).waitFor();
  await page.getByRole('button', { name: 'Offer it again …' }).click();
  await page.getByRole('button', { name: 'Offer it again', exact: true }).click();
  await page.locator('.tag.hot').waitFor({ state: 'detached' });
  assert.equal((await codeOf(code)).retired, false);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('a code has memos, and says how far coders agree on it', async () => {
  const page = await opened('lead', 'BAR.4');
  await page.getByText(/^Given alike in \d+ of \d+ paragraphs, by one only in \d+\./).waitFor();
  await page.getByLabel('What should be remembered about this code?').fill('Ask both coders.');
  await page.getByRole('button', { name: 'Keep the memo' }).click();
  await page.getByRole('button', { name: /^Remove ?: Ask both coders\.$/ }).waitFor();
  await looksRight(page, 'codebook-memo');
  await page.getByRole('button', { name: /^Remove ?: Ask both coders\.$/ }).click();
  await page.getByText('None that you may see.').waitFor();
  assert.deepEqual((await ask(lead.context, served, '', 'GET', '/memos?about=code&subject=BAR.4')).memos, []);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('without a connection nothing is changed, and a reviewer reads only', async () => {
  const page = await opened('lead', 'BAR.3');
  await page.getByLabel('Name').fill('Said without a connection');
  await people.lead.setOffline(true);
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
  assert.equal(await page.getByLabel('Name').inputValue(), 'Said without a connection');
  await people.lead.setOffline(false);
  await page.close();
  const reviewer = await opened('reviewer', 'BAR.3');
  assert.equal(await reviewer.getByRole('button', { name: /Merge|Split|Retire|New code/ }).count(), 0);
  await reviewer.keyboard.press('m');
  assert.equal(await reviewer.locator('.ask-code').count(), 0);
  assert.deepEqual(await axeViolations(reviewer), []);
  await reviewer.close();
});
