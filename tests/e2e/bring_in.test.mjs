// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts that come in by the browser: chosen and dropped, good and bad, and a new version of one.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';
import { isClean } from './looks.mjs';
import { ask, code, comeIn, comeInFirst, passphrase, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

const cases = path.resolve('../cases/documents');
let served;
let browser;
let lead;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  lead = { context: await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } }) };
  Object.assign(lead, await comeInFirst(lead.context, served));
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened(context = lead.context) {
  const page = await context.newPage();
  watch(page);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) wrong.push(`asks elsewhere: ${request.url()}`);
    if (/house|minutes of|interview/i.test(decodeURIComponent(request.url()).replace(/umoja-house/g, '')) && !/\/documents\//.test(request.url())) {
      wrong.push(`a file's name in an address: ${request.url()}`);
    }
  });
  await page.goto(`${served.url}texts`);
  await still(page);
  return { page, wrong };
}

// A file as a browser has it.
const file = (name, bytes) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
const card = (page, name) => page.locator('.came', { has: page.getByRole('heading', { name, exact: true }) });

async function choose(page, files) {
  await page.getByRole('link', { name: 'Add texts' }).click();
  await page.getByRole('heading', { name: 'Add texts' }).waitFor();
  await page.getByLabel('Choose files, or drop them here').setInputFiles(files);
  await page.getByLabel('Organisation', { exact: true }).selectOption('umoja-house');
}

test('a Word file and a PDF come in with their consent, and open in the reader', async () => {
  const { page, wrong } = await opened();
  await choose(page, [path.join(cases, 'house.docx'), path.join(cases, 'running-heads-two-columns.pdf')]);
  await page.getByLabel('Something was agreed for this text').check();
  const go = page.getByRole('button', { name: 'Bring in 2 files' });
  assert.ok(await go.isDisabled(), 'without saying what was agreed');
  assert.equal(await page.locator('.bring-in input[type=checkbox]:checked').count(), 0, 'something is agreed before anybody said so');
  for (const scope of ['Read it and count it', 'Quote the words']) await page.getByLabel(scope).check();
  assert.ok(await go.isDisabled(), 'without saying where the consent is kept');
  await page.getByLabel('Where that is kept').fill('form 12, in the cabinet');
  await isClean(page, 'bring-in');
  await go.click();
  await card(page, 'running-heads-two-columns.pdf').getByText('Came in.').waitFor();
  await card(page, 'house.docx').getByText('Came in.').waitFor();
  await isClean(page, 'bring-in-came');
  await card(page, 'house.docx').getByRole('link', { name: 'Open it in the reader' }).click();
  await page.locator('main.doc .tx').first().waitFor();
  assert.equal(await page.title(), 'Workbench');
  assert.ok(!/house/.test(page.url()), 'a name in the address');
  const words = (await page.locator('.tx').allTextContents()).join(' ');
  assert.ok(words.length > 100, words);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what cannot be taken is said in plain words, with what to do', async () => {
  const { page, wrong } = await opened();
  const docx = readFileSync(path.join(cases, 'house.docx'));
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600), ...Buffer.from('EncryptedPackage', 'utf16le')];
  await choose(page, [file('locked.docx', ole), file('cut.docx', docx.subarray(0, docx.length / 2)), file('song.mp3', 'ID3'),
    file('nothing.txt', ''), file('really-a-pdf.pdf', docx), file('large.pdf', Buffer.alloc(25_000_001))]);
  await page.getByRole('button', { name: 'Bring in 4 files' }).click();
  for (const [name, what, fix] of [
    ['locked.docx', 'The file is locked with a password.', 'Open it, and save a copy without a password.'],
    ['cut.docx', 'The file is damaged, or is no text.', 'Open it in the program it was written with and save it again.'],
    ['song.mp3', 'Files of this kind cannot be read.', 'Save it as DOCX, ODT or PDF; an image as JPEG or PNG.'],
    ['nothing.txt', 'The file is empty.', 'Choose the whole file.'],
    ['really-a-pdf.pdf', 'The file is not what its name says, or is damaged.', 'Open it in the program it was written with and save it again.'],
    ['large.pdf', 'The file is too large.', 'Split it, or save it smaller.']]) {
    await card(page, name).getByText(what).waitFor();
    await card(page, name).getByText(fix).waitFor();
  }
  await isClean(page, 'bring-in-refused');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a file that is dropped becomes the new version, and says where codings stand', async () => {
  const { page, wrong } = await opened();
  const drop = async (name, text) => {
    const data = await page.evaluateHandle(([name, text]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], name));
      return dropped;
    }, [name, text]);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
  };
  const first = 'It began in the spring. They met on Mondays. The police came twice.\n';
  await choose(page, [file('told.txt', first)]);
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  await card(page, 'told.txt').getByText('Came in.').waitFor();
  const { codes } = await ask(lead.context, served, '', 'GET', '/codebook');
  const given = codes.find((one) => !one.retired).code;
  await ask(lead.context, served, lead.csrf, 'PUT', `/documents/umoja-house%2Ftold.txt/codings/${crypto.randomUUID()}`, { code: given, start: 24, end: 44 });
  const about = async () => {
    const { about, codings } = await ask(lead.context, served, '', 'GET', '/documents/umoja-house%2Ftold.txt');
    return { version: about.version, places: codings.map((one) => [one.start, one.end]) };
  };
  const before = await about();
  // The same name, other words: refused, and looked at as its version by one button; nothing changes until it is taken.
  await drop('told.txt', 'Somebody wrote it down. They met on Mondays. The police came twice, and once more.\n');
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  const second = card(page, 'told.txt').nth(1);
  await second.getByText('The organisation has a text of this name already').waitFor();
  await second.getByRole('button', { name: 'See it as the new version' }).click();
  await second.getByRole('heading', { name: 'A new version: its 1 coding stays' }).waitFor();
  assert.deepEqual(await about(), before);
  await isClean(page, 'bring-in-looked');
  await second.getByRole('button', { name: 'Take version 2' }).click();
  await second.getByText('Came in as version 2.').waitFor();
  await second.getByRole('row', { name: /same words/ }).first().waitFor();
  const moves = await second.locator('.moves td').allTextContents();
  assert.equal(moves.map(Number).reduce((a, b) => a + b, 0), 1, moves.join());
  await isClean(page, 'bring-in-version');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a new version waits until each coding that lost its words has an answer', async () => {
  const { page, wrong } = await opened();
  const put = (start, end, given) => ask(lead.context, served, lead.csrf, 'PUT', `/documents/umoja-house%2Frent.txt/codings/${crypto.randomUUID()}`, { code: given, start, end });
  const kept = 'It began in the spring. ';
  const changed = 'He had doubled the rent of four women when he found out what they did, and they could not go to the court.';
  const gone = ' Rain fell.';
  await choose(page, [file('rent.txt', `${kept}${changed}${gone}\n`)]);
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  await card(page, 'rent.txt').getByText('Came in.').waitFor();
  const { codes } = await ask(lead.context, served, '', 'GET', '/codebook');
  const [a, b] = codes.filter((one) => !one.retired).map((one) => one.code);
  await put(0, kept.length - 1, a);
  await put(kept.length, kept.length + changed.length, a);
  await put(kept.length + changed.length + 1, kept.length + changed.length + gone.length, b);
  const read = () => ask(lead.context, served, '', 'GET', '/documents/umoja-house%2Frent.txt');
  // What people made of these passages.
  const make = (route, fields) => ask(lead.context, served, lead.csrf, 'POST', route, { fields });
  await make('/findings', { finding: 'rent', statement: 'Rents go up (invented).', codes: [a], cases_for: ['umoja-house'], text: '[[quote:umoja-house/rent.txt|Rain fell]]' });
  await make('/chapters', { chapter: 'conclusion', text: 'Invented.\n\n[[quote:umoja-house/rent.txt|He had doubled the rent]]\n' });
  await make('/translations', { document: 'umoja-house/rent.txt', exact: 'Rain fell.', language: 'fr', text: 'Il pleuvait.', translator: 'a board member' });
  const { codings: all } = await read();
  for (const one of all) { // what is not accepted yet is evidence of nothing
    await ask(lead.context, served, lead.csrf, 'PATCH', `/documents/umoja-house%2Frent.txt/codings/${one.coding}`, { status: 'accepted' }, one.version);
  }
  const passage = all.find((one) => one.exact === changed).coding;
  await ask(lead.context, served, lead.csrf, 'POST', `/subjects/${encodeURIComponent(`umoja-house/rent.txt#${passage}`)}/consents`, { scopes: ['quote'], evidence: 'an invented form' });
  const newest = `${kept}He had doubled the rent when he found out, and they could not go to the court. Nobody was paid.\n`;
  // Chosen as the new version of that text.
  await page.getByLabel('It is').selectOption({ label: 'a new version of “rent.txt”' });
  await page.getByLabel('Choose files, or drop them here').setInputFiles([file('rent-2.txt', newest)]);
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  const came = card(page, 'rent-2.txt');
  await came.getByRole('heading', { name: 'A new version: 1 of 3 codings stays, 2 have lost their words' }).waitFor();
  assert.equal((await read()).about.version, 1);
  const near = came.locator('table.lost tbody tr').nth(0);
  assert.match(await near.locator('del').first().textContent(), /^gone: of four women/);
  assert.match(await near.locator('td[data-l="Nearest in the new version"]').textContent(), /^He had doubled the rent .*when he found out.* court\.$/);
  const none = came.locator('table.lost tbody tr').nth(1);
  await none.getByText('nothing there is like it').waitFor();
  assert.equal(await none.getByRole('button', { name: /Put it there/ }).count(), 0);
  // What rests on them, with where it is.
  const rests = came.getByRole('region', { name: 'What rests on it' });
  await rests.getByText('On what has lost its words rest: 2 quotes, 1 finding, 1 translation, and 1 consent to a single passage.').waitFor();
  await rests.getByRole('link', { name: 'Rents go up (invented).' }).first().waitFor();
  const lines = await rests.getByRole('listitem').allTextContents();
  assert.match(lines[0], /^Quote in a chapter: Conclusion He had doubled the rent It stays if you put its coding there\.$/);
  assert.match(lines[1], /^Quote in a finding: Rents go up \(invented\)\. Rain fell$/);
  assert.match(lines[2], /^Finding: Rents go up \(invented\)\. Passages for it that lose their words: 2 of \d+\./);
  assert.match(lines[3], /^Translation: French Rain fell\. It is not shown any more\.$/);
  assert.match(lines[4], /^Consent to a single passage: .*Given\. It holds nowhere/);
  for (const link of await rests.getByRole('link').all()) assert.match(await link.getAttribute('href'), /^\/(report\/chapters|findings|texts|texts\/translations)\/[0-9a-z]{10}(\?at=\d+)?$/);
  await isClean(page, 'bring-in-lost');
  const take = came.getByRole('button', { name: 'Take version 2' });
  assert.ok(await take.isDisabled());
  await near.getByRole('button', { name: /Put it there/ }).click();
  assert.ok(await take.isDisabled());
  // What is put there keeps what rests on it.
  await rests.getByText('On what has lost its words rest: 1 quote, 1 finding, and 1 translation.').waitFor();
  // The list says that it waits, and answers stay while one looks at it.
  await page.getByRole('link', { name: 'Texts', exact: true }).first().click();
  await page.getByRole('link', { name: 'A new version waits for 1 coding.' }).waitFor();
  await page.getByText('2 waits').waitFor();
  await page.getByRole('link', { name: /1 coding to place/ }).click();
  assert.equal(await near.getByRole('button', { name: /Put it there/ }).getAttribute('aria-pressed'), 'true');
  await none.getByRole('button', { name: /Let it go/ }).click();
  await take.click();
  await came.getByText('Came in as version 2.').waitFor();
  await rests.getByText('On what has lost its words rest: 1 quote, 1 finding, and 1 translation.').waitFor();
  const after = await read();
  assert.equal(after.about.version, 2);
  assert.deepEqual(after.codings.map((one) => [one.code, newest.slice(one.start, one.end)]),
    [[a, kept.trimEnd()], [a, 'He had doubled the rent when he found out, and they could not go to the court.']]);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('keeping the version that is there leaves everything as it was', async () => {
  const { page, wrong } = await opened();
  await choose(page, [file('rent.txt', 'Other words, all of them.\n')]);
  await page.getByLabel('It is').selectOption({ label: 'a new version of “rent.txt”' });
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  const before = await ask(lead.context, served, '', 'GET', '/documents/umoja-house%2Frent.txt');
  await card(page, 'rent.txt').getByRole('button', { name: 'Keep version 2 for now' }).click();
  await card(page, 'rent.txt').waitFor({ state: 'detached' });
  assert.deepEqual(await ask(lead.context, served, '', 'GET', '/documents/umoja-house%2Frent.txt'), before);
  await page.getByRole('link', { name: 'Texts', exact: true }).first().click();
  await page.locator('table.texts').waitFor();
  assert.equal(await page.getByText(/A new version waits/).count(), 0);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('whoever may not bring texts in is not offered to', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  await comeIn(context, served, lead, 'coder-a', 'researcher');
  const { page } = await opened(context);
  assert.equal(await page.getByRole('link', { name: 'Add texts' }).count(), 0);
  await page.goto(`${served.url}texts/add`);
  await still(page);
  assert.equal(await page.locator('input[type=file]').count(), 0);
  await context.close();
});

test('a session that ends while a file is sent is signed in over the page, and the file comes in', async () => {
  const { page, wrong } = await opened();
  const name = '<img src=x onerror=document.title=1>.txt'; // shown as words, whatever it says
  await choose(page, [file(name, 'It was told after the session had ended.\n')]);
  await page.route('**/api/v1/uploads/*', async (route) => {
    await ask(lead.context, served, lead.csrf, 'DELETE', '/session');
    await route.continue();
  }, { times: 1 });
  await page.getByRole('button', { name: 'Bring in 1 file' }).click();
  await page.getByRole('heading', { name: 'Your session ended. Sign in again.' }).waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your second key').fill(code(lead.key, 1)); // the one of now was used to come in
  await page.getByRole('button', { name: 'Sign in' }).click();
  await card(page, name).getByText('Came in.').waitFor();
  assert.equal(await page.locator('.came img').count(), 0);
  assert.equal(await page.title(), 'Workbench');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is to be known of a file is said in the language of the page', async () => {
  const page = await lead.context.newPage();
  watch(page);
  await page.goto(`${served.url}texts/add?lang=fr`);
  await still(page);
  await page.locator('.bring-in input[type=file]').first().setInputFiles([file('remarques.docx', readFileSync(path.join(cases, 'house.docx'))),
    file('lignes.txt', '\ufeffInvented.\r\n\r\nTwo lines.\r\n'), file('pages.pdf', readFileSync(path.join(cases, 'running-heads-two-columns.pdf')))]);
  await page.locator('select').filter({ has: page.locator('option[value=umoja-house]') }).first().selectOption('umoja-house');
  await page.locator('.btn.main').click();
  await page.waitForFunction(() => document.querySelectorAll('.came details').length >= 2, null, { timeout: 60000 });
  for (const one of await page.locator('.came details summary').all()) await one.click();
  const told = await page.locator('.came details li').allTextContents();
  assert.ok(told.length >= 3, told.join(' | '));
  assert.deepEqual(await page.locator('.came details [lang=en]').allTextContents(), []);
  assert.ok(told.some((one) => /^Le fichier commence par une marque/.test(one)), told.join(' | '));
  await isClean(page, 'bring-in-notices');
  await page.evaluate(() => sessionStorage.clear());
  await page.close();
});
