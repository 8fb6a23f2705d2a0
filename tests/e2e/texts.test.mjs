// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of texts: what it tells a coordinator, a coder and a member organisation, in which order and narrowed by what;
// giving out what is chosen; and a new version that waits for the codings that lost their words.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, sticksOut } from './browser.mjs';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const people = [['coder-a', 'researcher'], ['coder-b', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['reader', 'reader']];
let all;

before(async () => { all = await begin(process.env.CG_STUDY, people); });
after(async () => { await all?.stop(); });

const rows = (page) => page.locator('table.texts tbody tr[data-text]');
const row = (page, title) => rows(page).filter({ has: page.getByRole('link', { name: title, exact: true }) });
const cell = (page, title, label) => row(page, title).locator(`td[data-l="${label}"]`);
const titles = async (page) => (await rows(page).locator('th a').allTextContents());

test('a coordinator sees what each text came from, how surely it was read, who coded it and what is to decide', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('texts');
  const heading = await page.locator('main h1').textContent();
  const [, readable, of] = /^(\d+) of (\d+) texts may be read today$/.exec(heading) ?? [];
  assert.ok(Number(of) > Number(readable), heading);
  assert.equal(await rows(page).count(), Number(readable));
  assert.match(await page.locator('main .lead').textContent(), /^\d+ were coded by two people or more.* locked\.$/);
  await page.getByRole('row', { name: /texts are locked/ }).waitFor();
  assert.equal(await cell(page, 'Minutes of the committee and the head nurse', 'From').textContent(), 'scan, 3 pages');
  assert.match(await cell(page, 'Minutes of the committee and the head nurse', 'Reading').textContent(), /^\d+ in 100 least sure \d+$/);
  assert.equal(await cell(page, 'A clinic with two doors', 'From').textContent(), 'PDF, 2 pages');
  assert.equal(await cell(page, 'A clinic with two doors', 'Reading').textContent(), '');
  assert.equal(await cell(page, 'A conversation with two outreach workers', 'From').textContent(), 'Markdown');
  assert.equal(await cell(page, 'Carta a la intendencia', 'From').textContent(), 'photograph');
  assert.equal(await cell(page, 'Carta a la intendencia', 'Language').textContent(), 'Español');
  assert.match(await cell(page, 'A clinic with two doors', 'coder-a').textContent(), /^\d+$/);
  // What is to decide is what Compare coders has open.
  const [first] = await page.locator('td.last a', { hasText: 'to decide' }).all();
  const toDecide = Number(/^(\d+) to decide/.exec(await first.textContent())[1]);
  await looksRight(page, 'texts-lead');
  await first.click();
  await page.locator('.decide, main.decide, main h1').first().waitFor();
  await still(page);
  const document = decodeURIComponent(page.url());
  assert.match(document, /\/texts\/[0-9a-z]{10}\/compare$/);
  const { texts } = await all.api('lead', 'GET', '/texts');
  const one = texts.find((text) => text.to_decide === toDecide);
  const { total, passages } = await all.api('lead', 'GET', `/disagreements?document=${encodeURIComponent(one.document)}&most=1000&open=true`);
  assert.equal(total ?? passages.length, toDecide);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('heads sort and lists narrow; the address keeps both and never a word', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('texts');
  const head = (name) => page.getByRole('columnheader', { name, exact: true });
  await head('Text').getByRole('button').click();
  assert.equal(await head('Text').getAttribute('aria-sort'), 'ascending');
  const up = await titles(page);
  assert.deepEqual(up, [...up].sort(new Intl.Collator('en').compare));
  await head('Text').getByRole('button').click();
  assert.equal(await head('Text').getAttribute('aria-sort'), 'descending');
  assert.equal((await titles(page))[0], up.at(-1));
  // One coder's column too; the address says which column, not whose.
  await head('coder-a').getByRole('button').click();
  assert.equal(await head('coder-a').getAttribute('aria-sort'), 'ascending');
  assert.match(page.url(), /sort=coder-1$/);
  const gave = (await page.locator('td[data-l="coder-a"]').allInnerTexts()).filter((words) => /\d+$/.test(words.trim())).map((words) => Number(/\d+$/.exec(words.trim())[0]));
  assert.deepEqual(gave, [...gave].sort((a, b) => a - b));
  await head('Text').getByRole('button').click();
  await head('Text').getByRole('button').click();
  await page.locator('#f-lang').selectOption('fr');
  await page.locator('#f-state').selectOption('to-decide');
  assert.match(page.url(), /\/texts\?(?=.*language=fr)(?=.*state=to-decide)(?=.*sort=-text)/);
  const narrow = await titles(page);
  assert.ok(narrow.length > 0 && narrow.length < up.length);
  await page.reload();
  await still(page);
  assert.deepEqual(await titles(page), narrow);
  await go('texts?language=nothing&state=words&sort=of+mine&region=elsewhere');
  assert.equal((await titles(page)).length, up.length, 'what an address says that is in no list narrows nothing');
  await go('texts');
  await page.getByLabel('Title or organisation').fill('head nurse');
  assert.deepEqual(await titles(page), ['Minutes of the committee and the head nurse']);
  assert.ok(!/nurse/.test(page.url()));
  await page.getByLabel('Title or organisation').fill('');
  await page.locator('#f-reading').selectOption('guessed');
  for (const text of await page.locator('td[data-l="Reading"]').allTextContents()) assert.match(text, /in 100/);
  await page.getByLabel('Title or organisation').fill('no such text');
  await page.getByText('No text is called so.').waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('j, k and x choose rows, what is chosen is given out in one act, and that is undone', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('texts?language=my');
  const title = (await titles(page))[0];
  const was = await cell(page, title, 'State').textContent();
  await go('texts');
  assert.ok(await page.getByRole('button', { name: 'Give out what is chosen' }).isDisabled());
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  const chosen = await page.locator('tr.chosen th a').allTextContents();
  assert.equal(chosen.length, 2);
  await page.keyboard.press('x'); // and not
  assert.equal(await page.locator('tr.chosen').count(), 1);
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Give out 2 texts' }).click();
  await page.getByRole('heading', { name: 'Give 2 texts to' }).waitFor();
  await page.getByLabel('coder-b', { exact: true }).check();
  await looksRight(page, 'texts-give-out');
  await page.getByRole('button', { name: 'Give 2 texts to coder-b' }).click();
  await page.getByText('2 texts were given out.').waitFor();
  for (const one of chosen) {
    await cell(page, one, 'coder-b').getByText('at work').waitFor();
    assert.equal(await cell(page, one, 'State').textContent(), 'blind');
  }
  await page.locator('#main').getByRole('button', { name: 'Undo', exact: true }).click();
  await cell(page, chosen[0], 'coder-b').getByText('at work').waitFor({ state: 'detached' });
  assert.ok(was.length > 0);
  // Enter opens the row that one is on.
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('main.doc .tx').first().waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('who codes blind is shown to nobody, and a coder sees themselves alone', async () => {
  const document = 'lotus-line/note.docx';
  const { texts } = await all.api('lead', 'GET', '/texts');
  const { title } = texts.find((one) => one.document === document);
  await all.api('lead', 'POST', '/assignments', { documents: [document], coders: ['coder-a', 'coder-b'] });
  const before = (await all.api('lead', 'GET', '/texts')).texts.find((one) => one.document === document);
  const { codes } = await all.api('lead', 'GET', '/codebook');
  await all.api('coder-b', 'PUT', `/documents/${encodeURIComponent(document)}/codings/${crypto.randomUUID()}`,
    { code: codes.find((one) => !one.retired).code, start: 0, end: 12 });
  const told = (await all.api('lead', 'GET', '/texts')).texts.find((one) => one.document === document);
  assert.deepEqual(told, before, 'what somebody does who codes blind shows in the list');
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('texts');
  assert.equal(await page.getByRole('columnheader', { name: 'coder-b' }).count(), 0);
  assert.equal(await page.getByText('locked').count(), 0);
  assert.equal(await page.locator('table.texts input').count(), 0);
  assert.equal(await cell(page, title, 'State').textContent(), 'blind');
  await looksRight(page, 'texts-coder');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a member organisation has its own texts and is told nothing of the work; who reads the report has no list', async () => {
  const { page, wrong, go } = await all.pageOf('lantern');
  await go('texts');
  for (const text of await page.locator('.whose').allTextContents()) assert.match(text, /Lantern Collective/);
  assert.equal(await page.getByRole('columnheader', { name: 'State' }).count(), 0);
  assert.equal(await page.locator('#f-state').count(), 0);
  await looksRight(page, 'texts-of-a-member');
  assert.deepEqual(wrong, []);
  await page.close();
  const reader = await all.pageOf('reader');
  await reader.page.goto(`${all.served.url}texts`);
  await reader.page.getByText('Your role may not see this.').waitFor();
  assert.equal(await reader.page.locator('table.texts').count(), 0);
  await reader.page.close();
});

test('without a connection the list says so, and comes when it is asked for again', async () => {
  const { page } = await all.pageOf('lead');
  await page.route('**/api/v1/texts', (route) => route.abort());
  await page.goto(`${all.served.url}texts`);
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await page.unroute('**/api/v1/texts');
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows(page).first().waitFor();
  await page.close();
});

test('it reads in every language, in the dark, and fits a phone', async () => {
  const { page, wrong } = await all.pageOf('lead');
  for (const language of ['fr', 'es', 'ru', 'zh']) {
    await page.goto(`${all.served.url}texts?lang=${language}`);
    await still(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await still(page);
      assert.deepEqual(await sticksOut(page), [], `${language} at ${width}`);
    }
    assert.equal(await page.getByText(/may be read today|to decide|least sure/).count(), 0, language);
    await page.screenshot({ path: path.join(process.env.CG_OUT, `texts-${language}-1280.png`), fullPage: true });
  }
  await page.goto(`${all.served.url}texts?lang=en`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await still(page);
  assert.deepEqual(await axeViolations(page), []);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'texts-dark-1280.png'), fullPage: true });
  assert.deepEqual(wrong, []);
  await page.close();
});
