// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A spreadsheet with errors becomes organisations in the browser: problems in their cells, mended there, taken in, undone.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from './browser.mjs';
import { isClean } from './looks.mjs';
import { ask, comeInFirst, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

let served;
let browser;
let context;
let lead;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  lead = await comeInFirst(context, served);
});
after(async () => {
  await browser?.close();
  served?.stop();
});

const organisations = async () => (await ask(context, served, '', 'GET', '/organisations?most=200')).things;

test('a spreadsheet with errors is mended in its cells and comes in as one change', async () => {
  const known = await organisations();
  const region = known[0].fields.region;
  const page = await context.newPage();
  watch(page);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  await page.goto(`${served.url}organisations`);
  await still(page);
  await page.getByRole('link', { name: 'Organisations from a spreadsheet' }).click();
  await page.getByRole('heading', { name: 'Organisations from a spreadsheet' }).waitFor();
  await isClean(page, 'import-table');
  const rows = ['id;name;region;visibility', `reed bank;Reed Bank;${region};public`, `north-pier;;${region};network`,
    `salt-road;Salt Road;afrika;network`, `late-ferry;Late Ferry;${region};network`, `late-ferry;Twice;${region};network`];
  await page.getByLabel('Choose a workbook').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByRole('heading', { name: /things to mend/ }).waitFor();
  assert.ok(await page.getByRole('button', { name: /Bring in/ }).isDisabled());
  await isClean(page, 'import-table-wrong');
  const mend = async (row, column, value) => {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/tables'));
    await page.getByLabel(`Row ${row}, ${column}`, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
    assert.equal((await answered).status(), 200);
  };
  const here = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.getByRole('button', { name: 'Go to the cell' }).first().click();
  assert.equal(await here(), 'Row 2, id');
  for (const next of ['Row 3, name', 'Row 4, region', 'Row 6, id', 'Row 2, id']) {
    await page.keyboard.press('F8');
    assert.equal(await here(), next);
  }
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/tables'));
  await page.getByRole('button', { name: 'Write reed-bank' }).click();
  assert.equal((await answered).status(), 200);
  assert.equal(await page.getByLabel('Row 2, id', { exact: true }).inputValue(), 'reed-bank');
  assert.equal(await here(), 'Row 2, id');
  await page.getByText('There is no region “afrika”.').waitFor();
  await page.getByRole('button', { name: `Write ${region}`, exact: true }).waitFor();
  await mend(3, 'name', 'North Pier');
  await mend(4, 'region', region);
  await page.getByRole('heading', { name: '1 thing to mend before anything comes in' }).waitFor();
  await page.getByRole('button', { name: 'Take out row 6' }).click();
  await page.getByRole('heading', { name: '4 organisations can come in' }).waitFor();
  await isClean(page, 'import-table-good');
  await page.getByRole('button', { name: 'Bring in 4 organisations' }).click();
  await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
  await isClean(page, 'import-table-done');
  assert.equal((await organisations()).length, known.length + 4);
  await ask(context, served, lead.csrf, 'POST', '/undo');
  assert.equal((await organisations()).length, known.length);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is no table is said in plain words', async () => {
  const page = await context.newPage();
  watch(page);
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  for (const [name, bytes, words] of [['a.csv', '', 'The file is empty.'], ['a.pdf', '%PDF-1.4', 'Files of this kind are no tables.'],
    ['a.xlsx', 'id,name', 'Files of this kind are no tables.']]) {
    await page.getByLabel(/Choose a workbook|Another file/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.getByRole('alert').getByText(words).waitFor();
  }
  await page.close();
});

test('rows pasted from a spreadsheet are named, looked at, and come in', async () => {
  const known = await organisations();
  const region = known[0].fields.region;
  const page = await context.newPage();
  watch(page);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  const paste = (text) => page.getByLabel('Or paste rows').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await paste(`Organisation\tRégion\tTelephone\tNotes\r\nReed Bank\t${region}\t555\t"Invented, ""of course"""\r\nНочной причал\t${region}\t\t\r\n`);
  await page.getByRole('heading', { name: 'Which column is which' }).waitFor();
  assert.ok(await page.getByLabel('The first row names the columns').isChecked());
  const chosen = await page.locator('form.box select').evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(chosen, ['name', 'region', '', 'note']);
  await isClean(page, 'import-table-columns');
  // A column stands once.
  await page.getByLabel('Telephone').selectOption('note');
  assert.equal(await page.getByLabel('Notes').inputValue(), '');
  await page.getByLabel('Notes').selectOption('note');
  await page.getByLabel('Organisation').selectOption('');
  assert.ok(await page.getByRole('button', { name: 'Look at 2 rows' }).isDisabled());
  await page.getByLabel('Organisation').selectOption('name');
  await page.getByRole('button', { name: 'Look at 2 rows' }).click();
  await page.getByRole('heading', { name: '2 organisations can come in' }).waitFor();
  await page.getByRole('button', { name: 'Bring in 2 organisations' }).click();
  await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
  const made = (await organisations()).filter((one) => !known.some((old) => old.id === one.id));
  assert.deepEqual(made.map((one) => [one.id, one.fields.name, one.fields.note ?? null]).sort(),
    [['organisation-1', 'Ночной причал', null], ['reed-bank', 'Reed Bank', 'Invented, "of course"']]);
  await ask(context, served, lead.csrf, 'POST', '/undo');

  // A file whose columns are called otherwise is asked about too; names of the table are not.
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  await page.getByLabel('Choose a workbook').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(`Nom;Région\nReed Bank;${region}\n`) });
  await page.getByRole('button', { name: 'Look at 1 row' }).click();
  await page.getByRole('heading', { name: '1 organisation can come in' }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await paste(`id\tname\nreed-bank\tReed Bank\n`);
  await page.getByRole('heading', { name: /1 organisation can come in|to mend/ }).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('places by their names, and a name that two organisations have: which is meant is asked', async () => {
  const [one, two] = (await organisations()).filter((other) => other.fields.region);
  for (const id of ['namesake-a', 'namesake-b']) await ask(context, served, lead.csrf, 'POST', '/organisations', { fields: { id, name: 'The Namesake', region: one.fields.region } });
  const known = await organisations();
  const regions = (await ask(context, served, '', 'GET', '/places?language=en')).regions;
  const region = regions.find((other) => other.region === two.fields.region).name;
  const page = await context.newPage();
  watch(page);
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  await page.getByLabel('Choose a workbook').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`Organisation;Region;Country\nthe namesake;${region};Kenya\nTide Hall;${region};Keniya\nThe Namesake;${region};\n`) });
  await page.getByRole('button', { name: 'Look at 3 rows' }).click();
  await page.getByRole('heading', { name: 'The names of 2 rows are those of several organisations' }).waitFor();
  await isClean(page, 'import-table-namesakes');
  assert.ok(await page.getByRole('button', { name: 'Go on' }).isDisabled());
  await page.getByLabel('Row 1: the namesake').selectOption('namesake-b');
  await page.getByLabel('Row 3: The Namesake').selectOption({ label: 'a new organisation' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: '1 thing to mend before anything comes in' }).waitFor();
  await page.getByRole('button', { name: 'Write KEN' }).click();
  await page.getByRole('button', { name: 'Bring in 3 organisations' }).click();
  await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
  const after = await organisations();
  assert.deepEqual(after.filter((other) => !known.some((old) => old.id === other.id)).map((other) => [other.id, other.fields.region, other.fields.country ?? null]).sort(),
    [['the-namesake', two.fields.region, null], ['tide-hall', two.fields.region, 'KEN']]);
  const countryOf = (id) => after.find((other) => other.id === id).fields.country ?? null;
  assert.deepEqual([countryOf('namesake-a'), countryOf('namesake-b')], [null, 'KEN']);
  await page.close();
});

// A workbook as small as one can be; rows of texts, of one sheet or by the names of several.
function workbook(name, given) {
  const sheets = Object.entries(Array.isArray(given) ? { 'Nos membres': given } : given);
  const each = (of) => sheets.map((sheet, at) => of(at + 1, ...sheet)).join('');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cg-xlsx-'));
  const cell = (text) => `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const of = 'http://schemas.openxmlformats.org/package/2006';
  const files = {
    '[Content_Types].xml': `<Types xmlns="${of}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
      + each((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`) + '</Types>',
    '_rels/.rels': `<Relationships xmlns="${of}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((at, of) => `<sheet name="${of}" sheetId="${at}" r:id="r${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${of}/relationships">${each((at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}</Relationships>`,
  };
  for (const [at, [, rows]] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;
  }
  const file = path.join(folder, name);
  execFileSync('python3', ['-c', 'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)\nfor n,t in json.loads(sys.argv[2]).items(): z.writestr(n,t)\nz.close()',
    file, JSON.stringify(files)]);
  const buffer = readFileSync(file);
  rmSync(folder, { recursive: true });
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

test('columns of a workbook that are called otherwise are named first', async () => {
  const known = await organisations();
  const region = known[0].fields.region;
  const page = await context.newPage();
  watch(page);
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  await page.getByLabel('Choose a workbook').setInputFiles(workbook('nos membres.xlsx', [['Our members, 2026'], ['Organisation', 'Région', 'Téléphone', 'Notes'],
    ['Quay Hall', region, '555 & <more>', 'Invented'], [''], ['Mole House', region]]));
  await page.getByRole('heading', { name: 'Which column is which' }).waitFor();
  const chosen = await page.locator('form.box select').evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(chosen, ['name', 'region', '', 'note']);
  await page.getByText('555 & <more>').waitFor();
  await isClean(page, 'import-table-workbook');
  await page.getByRole('button', { name: 'Look at 2 rows' }).click();
  await page.getByRole('button', { name: 'Bring in 2 organisations' }).click();
  await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
  const made = (await organisations()).filter((one) => !known.some((old) => old.id === one.id));
  assert.deepEqual(made.map((one) => [one.id, one.fields.name, one.fields.region, one.fields.note ?? null]).sort(),
    [['mole-house', 'Mole House', region, null], ['quay-hall', 'Quay Hall', region, 'Invented']]);
  // One whose columns are those of the table is looked at at once, with its cells named.
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  await page.getByLabel('Choose a workbook').setInputFiles(workbook('ours.xlsx', [['id', 'name', 'region'], ['pier-hall', 'Pier Hall', 'nowhere']]));
  await page.getByRole('heading', { name: '1 thing to mend before anything comes in' }).waitFor();
  await page.getByText('Cell C2, region:').waitFor();
  // So is one with cells that are wrong: it is mended, not named.
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByLabel('Choose a workbook').setInputFiles(workbook('ours.xlsx', [['id', 'name', 'region'], ['', 'Pier Hall', region], ['slip', 'Slip', region], ['slip', 'Slip once more', region],
    ['no id', 'Weir', region]]));
  await page.getByRole('heading', { name: '3 things to mend before anything comes in' }).waitFor();
  await page.close();
});

test('of several sheets, none plainly the table, it is asked which', async () => {
  const region = (await organisations())[0].fields.region;
  const page = await context.newPage();
  watch(page);
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  const both = workbook('both.xlsx', { 'Réunions': [['Date', 'Place'], ['2026-01-02', 'Quay']], 'Nos membres': [['Organisation', 'Région'], ['Sluice House', region]],
    Juin: [['id', 'name', 'region'], ['lock-house', 'Lock House', 'nowhere']], Mai: [['id', 'name', 'region'], ['lock-house', 'Lock House', region]] });
  await page.getByLabel('Choose a workbook').setInputFiles(both);
  await page.getByRole('heading', { name: 'Which sheet has the organisations?' }).waitFor();
  await isClean(page, 'import-table-sheets');
  assert.ok(await page.getByRole('button', { name: 'Go on' }).isDisabled());
  assert.deepEqual(await page.getByLabel('Sheet', { exact: true }).locator('option').allTextContents(), ['choose …', 'Réunions', 'Nos membres', 'Juin', 'Mai']);
  await page.getByLabel('Sheet', { exact: true }).selectOption('Juin');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: '1 thing to mend before anything comes in' }).waitFor();
  await isClean(page, 'import-table-sheet-wrong');
  // Another one of them, without sending the file again.
  await page.getByLabel('Sheet', { exact: true }).selectOption('Mai');
  await page.getByRole('heading', { name: '1 organisation can come in' }).waitFor();
  await page.getByRole('button', { name: 'Bring in 1 organisation' }).click();
  await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
  assert.ok((await organisations()).some((one) => one.id === 'lock-house' && one.fields.region === region));
  await ask(context, served, lead.csrf, 'POST', '/undo');
  // One whose columns are called otherwise is asked about as any other.
  await page.goto(`${served.url}organisations/import`);
  await still(page);
  await page.getByLabel('Choose a workbook').setInputFiles(both);
  await page.getByLabel('Sheet', { exact: true }).selectOption('Nos membres');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Which column is which' }).waitFor();
  await page.getByRole('button', { name: 'Look at 1 row' }).click();
  await page.getByRole('heading', { name: '1 organisation can come in' }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  // Let go before it was said: nothing is left of it.
  await page.getByLabel('Choose a workbook').setInputFiles(both);
  await page.getByRole('heading', { name: 'Which sheet has the organisations?' }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { name: 'Which sheet has the organisations?' }).waitFor({ state: 'detached' });
  await page.close();
});
