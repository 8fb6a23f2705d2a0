// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Chapters: begun, written with placeholders, seen as readers will see them, mended where they block; and what two wrote.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher']]); });
after(() => all?.stop());

async function open(who, name) {
  const opened = await all.pageOf(who);
  await opened.go('report/chapters');
  await opened.page.getByRole('link', { name, exact: true }).click();
  await opened.page.getByLabel(`Text of ${name}`).waitFor();
  return { ...opened, area: opened.page.getByLabel(`Text of ${name}`) };
}
const textOf = async (id) => (await all.api('lead', 'GET', `/chapters/${id}`)).thing.fields.text;
const keep = (page) => page.getByRole('button', { name: 'Keep these changes' }).click();
const done = (page) => page.getByText('Not kept yet', { exact: true }).waitFor({ state: 'detached' });
const endOf = (area) => area.evaluate((box) => { box.focus(); box.setSelectionRange(box.value.length, box.value.length); });
async function behindTheBack(id, text) {
  const { thing } = await all.api('lead', 'GET', `/chapters/${id}`);
  await all.api('lead', 'PATCH', `/chapters/${id}`, { fields: { text } }, thing.version);
}
const count = async () => (await all.api('lead', 'GET', '/chapters?most=1000')).things.length;

test('the pages fit, axe finds nothing, and no name stands in an address', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('report');
  await page.getByRole('link', { name: 'Chapters' }).click();
  await page.getByRole('heading', { name: `${await count()} chapters` }).waitFor();
  await looksRight(page, 'chapters');
  await page.close();
  const one = await open('lead', 'About a case: Lantern Collective');
  assert.match(new URL(one.page.url()).pathname, /^\/report\/chapters\/[0-9a-z]{10}$/);
  await looksRight(one.page, 'chapter');
  await one.page.getByRole('button', { name: 'Number', exact: true }).click();
  await one.page.locator('.put-one').first().waitFor();
  await looksRight(one.page, 'chapter-put-in');
  assert.deepEqual([...wrong, ...one.wrong], []);
  await one.page.close();
});

test('a chapter is begun, written by keys with what is placed, and seen as readers will', async () => {
  const { codings } = await all.api('lead', 'GET', '/codings?document=lantern-collective%2Fcase-study.docx&most=1000');
  const quoted = codings.find((one) => one.exact.startsWith('They said we do not come'));
  const { page, wrong, go } = await all.pageOf('lead');
  await go('report/chapters');
  await page.getByLabel('Begin a chapter').selectOption({ label: 'Conclusion' });
  await page.getByRole('button', { name: 'Begin it' }).click();
  const area = page.getByLabel('Text of Conclusion');
  await area.waitFor();
  await area.fill('Invented: of ');
  await endOf(area);
  // Two brackets open the list; the arrow and Enter choose, and the caret is behind what was put in.
  await page.keyboard.type('[[');
  await page.locator('.put-one', { hasText: 'All cases' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' cases, ');
  await page.keyboard.type('[[');
  await page.locator('.put-one').first().waitFor();
  await page.keyboard.type('INT.5.8');
  await page.locator('.put-one', { hasText: 'INT.5.8' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' choose their hours.');
  assert.equal(await area.inputValue(), 'Invented: of [[number:cases]] cases, [[number:INT.5.8]] choose their hours.');
  // Escape goes back to the text and leaves it as it was.
  await page.keyboard.type(' [[');
  await page.locator('.put-one').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: 'Figure', exact: true }).click();
  await page.locator('.put-one', { hasText: 'Practices by region' }).click();
  await page.getByRole('button', { name: 'Quotation', exact: true }).click();
  await page.getByLabel('Quotation: first the code').fill(quoted.code);
  await page.locator('.put-one', { hasText: quoted.code }).first().click();
  await page.getByLabel('Words of a passage under').fill('They said we do not come');
  await page.locator('.put-one', { hasText: 'They said we do not come' }).first().click();
  const written = await area.inputValue();
  assert.match(written, /hours\.\n\n\[\[figure:practices\]\]\n\n\[\[quote:[^|\]]+\|[^\]]+\]\]\n/);
  await page.getByRole('button', { name: 'Keep it and see the page' }).click();
  const preview = page.frameLocator('iframe.preview');
  await preview.getByText('choose their hours.').waitFor();
  await preview.getByText(/of 2\d cases, \d+ of 2\d cases choose/).waitFor();
  assert.equal(await textOf('conclusion'), written);
  await looksRight(page, 'chapter-seen');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what blocks it is named, led to, and mended', async () => {
  const { page, area } = await open('lead', 'Conclusion');
  const before = await area.inputValue();
  await area.fill('One.\n\nOf [[number:NO.SUCH]].\n');
  await keep(page);
  // What no import lets in is not kept, and the words stay.
  await page.locator('.banner.warn').first().waitFor();
  assert.equal(await area.inputValue(), 'One.\n\nOf [[number:NO.SUCH]].\n');
  assert.equal(await textOf('conclusion'), before);
  await area.fill('One.\n\n[[quote:lantern-collective/case-study.docx|Words that nobody said]]\n');
  await keep(page);
  await done(page);
  await page.getByRole('heading', { name: 'What blocks it 1' }).waitFor();
  await page.getByRole('button', { name: 'Go to line 3' }).click();
  assert.match(await area.evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd)), /^\[\[quote:/);
  // From the report it is one link away.
  const report = await all.pageOf('lead');
  await report.page.goto(`${all.served.url}report`);
  await report.page.getByRole('heading', { name: '1 thing blocks the report' }).waitFor();
  await report.page.getByRole('link', { name: 'Mend it' }).first().click();
  await report.page.getByLabel('Text of Conclusion').waitFor();
  await report.page.close();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((was) => document.getElementById('chapter-text').value === was, before);
  await page.getByRole('heading', { name: 'What blocks it', exact: true }).waitFor();
  await page.close();
});

test('what two wrote is shown side by side, and nothing is lost', async () => {
  const { page, area } = await open('lead', 'Summary');
  const was = await area.inputValue();
  await area.fill(`${was}\nMine: one more line.\n`);
  await behindTheBack('summary', `Theirs: a line before.\n\n${was}`);
  await keep(page);
  await page.locator('.both ins', { hasText: 'Theirs: a line before.' }).waitFor();
  await page.locator('.both ins', { hasText: 'Mine: one more line.' }).waitFor();
  await looksRight(page, 'chapter-conflict');
  await area.fill(`Theirs: a line before.\n\n${was}\nMine: one more line.\n`);
  await keep(page);
  await page.locator('.both').waitFor({ state: 'detached' });
  assert.equal((await textOf('summary')).trim(), `Theirs: a line before.\n\n${was}\nMine: one more line.`.trim());
  await page.close();
});

test('what is not kept is there again after another page, and without a connection', async () => {
  const { page, area } = await open('lead', 'Recommendations');
  const was = await area.inputValue();
  await area.fill(`${was}Not kept (invented).`);
  await page.getByRole('link', { name: 'Chapters' }).click();
  await page.locator('li', { hasText: 'Recommendations' }).getByText('Not kept yet').waitFor();
  await page.getByRole('link', { name: 'Recommendations', exact: true }).click();
  await page.waitForFunction(() => document.getElementById('chapter-text')?.value.endsWith('Not kept (invented).'));
  await all.people.lead.context.setOffline(true);
  await keep(page);
  await page.getByText('The server cannot be reached. Nothing was changed. Try again in a moment.').first().waitFor();
  assert.ok((await area.inputValue()).endsWith('Not kept (invented).'));
  await all.people.lead.context.setOffline(false);
  await keep(page);
  await done(page);
  assert.match(await textOf('recommendations'), /Not kept \(invented\)\.\n?$/);
  await page.close();
});

test('a chapter is taken out, and the page is a coordinator\'s alone', async () => {
  const before = await count();
  const { page } = await open('lead', 'Conclusion');
  await page.getByText('Who worked on it').click();
  await page.getByRole('button', { name: /^Take the chapter out/ }).click();
  await page.getByRole('button', { name: 'Take the chapter out', exact: true }).click();
  await page.getByRole('heading', { name: `${before - 1} chapters` }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Conclusion', exact: true }).count(), 0);
  await page.close();
  const coder = await all.pageOf('coder-a');
  await coder.page.goto(`${all.served.url}report/chapters`);
  await coder.page.getByText('Your role may not see this.').first().waitFor();
  await coder.page.close();
});
