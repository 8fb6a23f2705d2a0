// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From an empty study to a published report, in the browser alone, as two people would who see it for the first time.
// Nothing is asked of the API in between.  Of each step the seconds (of a program that types, not of people), the clicks
// and choices, the keys, and the fields typed into are told at the end; docs/workbench.md has the table.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { address, axeViolations, launch, picture, sticksOut } from './browser.mjs';
import { errorsOf, looksRight } from './looks.mjs';
import { code, passphrase, program, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

const organisation = 'Lamp House'; // invented, as all here
const country = 'Lamp Coast';
const finding = 'Invented: a door of their own is used.';
const words = `Invented. We opened the house in March.

The women chose the hours, and the clinic opens at night. Nobody asks for a name at the door.

The police came twice. Since the letter to the mayor they have not come again.
`;
let served;
let browser;
let work;
const wrong = [];
const steps = [];
const done = { clicks: 0, keys: 0, fields: 0, letters: 0 };

before(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), 'cg-first-'));
  const made = spawnSync(program, ['new', path.join(work, 'study'), '--title', 'A study to be named', '--quiet'], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  writeFileSync(path.join(work, 'a-year.txt'), words);
  served = await serve(path.join(work, 'study'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.stop();
  if (work) rmSync(work, { recursive: true, force: true });
});

async function step(name, act) {
  const begun = Date.now();
  const before = { ...done };
  try {
    await act();
  } catch (error) {
    for (const [at, context] of browser.contexts().entries()) {
      for (const page of context.pages()) await page.screenshot({ path: path.join(process.env.CG_OUT, `failed-${at}.png`), fullPage: true });
    }
    throw error;
  }
  const acts = Object.fromEntries(Object.entries(done).map(([what, n]) => [what, n - before[what]]));
  steps.push({ name, seconds: (Date.now() - begun) / 1000, ...acts });
}
// What a person would do: a click or a choice from a list, a key, a field that is typed into with so many letters.
async function count(context) {
  await context.exposeBinding('cgDid', (_, what, n) => { done[what] += n; });
  await context.addInitScript(() => {
    let keyed = 0;
    addEventListener('click', (event) => { if (event.isTrusted && event.detail > 0) globalThis.cgDid('clicks', 1); }, true);
    addEventListener('keydown', (event) => { if (event.isTrusted) { keyed = Date.now(); globalThis.cgDid('keys', 1); } }, true);
    addEventListener('paste', () => { globalThis.cgDid('keys', 1); }, true);
    addEventListener('input', (event) => { // filled by the test at once, without a key each
      const field = event.target;
      if (Date.now() - keyed < 50 || field.tagName === 'SELECT' || /^(?:checkbox|radio|file)$/.test(field.type)) return;
      globalThis.cgDid('fields', 1);
      globalThis.cgDid('letters', field.value.length);
    }, true);
    addEventListener('change', (event) => { if (event.target.tagName === 'SELECT') globalThis.cgDid('clicks', 1); }, true);
  });
}
async function windowOf() {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  await count(context);
  const page = await context.newPage();
  watch(page);
  const errors = errorsOf(page);
  page.on('request', (request) => { if (!request.url().startsWith(served.url)) errors.push(`asks elsewhere: ${request.url()}`); });
  wrong.push(errors);
  return { context, page };
}
// Makes an account by a link, with its second key; returns codes that are good once.
async function comesIn(page, address, name) {
  await page.goto(address);
  await page.locator('#jp').waitFor();
  if (name) await page.locator('#jn').fill(name);
  await page.locator('#jp').fill(passphrase);
  await page.locator('#jq').fill(passphrase);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'A second key' }).waitFor();
  const key = (await page.locator('#key').textContent()).replaceAll(' ', '');
  await page.locator('#kc').fill(code(key));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'For the day when the phone is lost' }).waitFor();
  const recovery = await page.locator('#code-list li').allTextContents();
  await page.getByRole('button', { name: 'I have written them down' }).click();
  await page.waitForURL('**/overview');
  await still(page);
  return recovery;
}
const place = async (page, name) => {
  await page.locator('.places ul.all').getByRole('link', { name, exact: true }).click();
  await still(page);
};
const kept = (page) => page.getByText(/^Not kept yet/).waitFor({ state: 'detached' });
async function approves(page, recovery) {
  await place(page, 'Report');
  await page.frameLocator('iframe.preview').locator('h1').first().waitFor();
  await page.getByRole('button', { name: 'Approve what is shown …' }).click();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your second key').fill(recovery.pop());
  await page.getByRole('button', { name: 'Approve it' }).click();
  await page.getByText('You approved what is shown.').waitFor();
}

test('two people bring an empty study to a published report', async () => {
  const { page } = await windowOf();
  let second;
  let recovery;
  let recoveryOfSecond;

  await step('the first account, its second key', async () => {
    recovery = await comesIn(page, `${served.url}#setup=${served.setup}`, 'lead');
    await page.getByRole('heading', { name: 'From nothing to a report' }).waitFor();
  });

  await step('title and frame', async () => {
    await page.getByRole('link', { name: 'Set the frame' }).click();
    await page.getByLabel('Title', { exact: true }).fill('What lamps do (invented)');
    await page.getByLabel('Invented example').selectOption({ label: 'yes' });
    await page.getByLabel('How cases were chosen').fill('Invented: one house, to try the program.');
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    await kept(page);
    await page.getByLabel('How many cases of Africa').fill('1');
    await page.getByRole('button', { name: 'Keep it Africa' }).click();
    await page.locator('.top .study', { hasText: 'What lamps do (invented)' }).waitFor();
  });

  await step('a second coordinator is invited and comes in', async () => {
    await place(page, 'People and settings');
    await page.getByLabel('Name here').fill('second');
    await page.locator('#i-role').selectOption('coordinator');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.locator('[role="status"] code.key').textContent();
    second = (await windowOf()).page;
    recoveryOfSecond = await comesIn(second, link);
  });

  await step('a country, its law, with a source', async () => {
    await place(page, 'People and settings');
    await page.getByRole('link', { name: 'Invented countries' }).click();
    await page.getByRole('link', { name: 'Add an invented country' }).click();
    await page.getByLabel('Code').fill('XLA');
    await page.getByLabel('Name').fill(country);
    await page.getByRole('button', { name: 'Add an invented country' }).click();
    await page.getByRole('heading', { level: 1, name: country }).waitFor();
    await place(page, 'Countries and law');
    await page.getByRole('heading', { name: 'No country yet' }).waitFor();
    await looksRight(page, 'first-countries');
    await page.getByLabel('Which country').selectOption({ label: country });
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { level: 1, name: country }).waitFor();
    await page.getByRole('button', { name: 'Take the five about the law' }).click();
    await page.getByLabel('What', { exact: true }).waitFor();
    await looksRight(page, 'first-country');
    for (const [at, what] of ['Selling sexual services', 'Buying sexual services'].entries()) {
      if (at > 0) await page.getByRole('button', { name: 'Add a fact' }).click();
      await page.getByLabel('What', { exact: true }).selectOption({ label: what });
      await page.getByLabel('Value', { exact: true }).selectOption({ label: 'not criminalised' });
      await page.getByLabel('True from').fill('2019');
      if (at === 0) await page.getByLabel('Title of the source').fill('The law of the coast (invented)');
      await page.getByRole('button', { name: 'Add the fact' }).click();
      await page.getByRole('row', { name: what }).getByText('The law of the coast').or(page.getByRole('row', { name: what }).getByText('the-law-of-the-coast')).first().waitFor();
    }
  });

  await step('organisations, pasted from a spreadsheet', async () => {
    await place(page, 'Organisations');
    await page.getByRole('link', { name: 'Organisations from a spreadsheet' }).click();
    await page.getByLabel('Or paste rows').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, `Organisation\tRegion\tCountry\tLanguages\n${organisation}\tAfrica\t${country}\ten\nReed Bank\tAfrika\t${country}\ten\n`);
    await page.getByRole('button', { name: 'Look at 2 rows' }).click();
    await page.getByRole('heading', { name: '1 thing to mend before anything comes in' }).waitFor();
    await page.getByRole('button', { name: 'Write africa' }).click();
    await page.getByRole('button', { name: 'Bring in 2 organisations' }).click();
    await page.getByRole('heading', { name: 'The spreadsheet came in' }).waitFor();
    await page.getByRole('link', { name: 'To the organisations' }).click();
  });

  await step('what it agreed to', async () => {
    await page.getByRole('link', { name: organisation }).click();
    await page.getByRole('button', { name: 'Record a consent' }).click();
    for (const scope of ['Read it and count it', "Tell it in the report's own words", 'Quote the words', "Say the organisation's name", 'Say the place']) {
      await page.getByLabel(scope).check();
    }
    await page.getByLabel('Where the proof is kept').fill('form 1');
    await page.getByRole('button', { name: 'Record it, from today' }).click();
    await page.locator('tr', { hasText: 'Read it and count it' }).getByText('yes').waitFor();
  });

  await step('its leadership, counted', async () => {
    await page.locator('input.count').first().fill('7');
    await page.locator('input.count').nth(1).fill('6');
    await page.getByRole('button', { name: 'Keep this record' }).click();
    await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  });

  await step('a text', async () => {
    await place(page, 'Texts');
    await page.getByRole('link', { name: 'Add texts' }).first().click();
    await page.getByLabel('Choose files, or drop them here').setInputFiles(path.join(work, 'a-year.txt'));
    await page.getByLabel('Organisation', { exact: true }).selectOption({ label: organisation });
    await page.getByRole('button', { name: 'Bring in 1 file' }).click();
    await page.locator('.came').getByText('Came in.').waitFor();
  });

  await step('two codes', async () => {
    await place(page, 'Codebook');
    for (const [at, name] of ['Own door', 'Own hours'].entries()) {
      await page.getByRole('button', { name: 'New code' }).click();
      await page.locator('.ask-code').getByLabel('Name').fill(name);
      await page.keyboard.press('Enter');
      await page.locator('.ask-code').waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: at === 0 ? '1 code' : '2 codes', exact: true }).waitFor();
    }
  });

  await step('coding, by keys', async () => {
    await place(page, 'Texts');
    await page.locator('tbody th a').first().click();
    await page.locator('main.doc .tx').first().waitFor();
    await still(page);
    for (const [keys, name] of [[['j', 's'], 'Own hours'], [['s'], 'Own door']]) {
      for (const key of keys) await page.keyboard.press(key);
      const before = await page.locator('.cm').count();
      await page.keyboard.press('c');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type(name);
      await page.locator('.picker .opt').first().filter({ hasText: name }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction((n) => document.querySelectorAll('.cm').length > n, before);
    }
    await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  });

  await step('what was coded is accepted', async () => {
    await page.getByRole('button', { name: 'Accept 2 codings' }).click();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('button', { name: /^Accept 2 codings/ }).waitFor({ state: 'detached' });
  });

  await step('a finding, graded and signed by one', async () => {
    await place(page, 'Findings');
    await page.getByRole('button', { name: 'Write a finding' }).click();
    await page.getByLabel('What we found, in one sentence').fill(finding);
    await page.getByRole('button', { name: 'Add the finding' }).click();
    await page.getByRole('link', { name: finding }).click();
    const codes = page.locator('#f-codes option');
    await codes.first().waitFor({ state: 'attached' });
    const id = await page.locator('#f-codes option', { hasText: 'Own door' }).getAttribute('value');
    await page.getByLabel('Code', { exact: true }).fill(id);
    await page.getByRole('button', { name: 'Add the code' }).click();
    await page.getByText(/more cases? ha(s|ve) passages under these codes/).click();
    await page.getByRole('button', { name: `For it ${organisation}` }).click();
    for (let i = 0; i < 4; i += 1) {
      await page.locator(`#g-level-${i}`).selectOption('minor');
      await page.locator(`#g-why-${i}`).fill(`Invented: one house, reason ${i}.`);
    }
    await page.getByLabel('low', { exact: true }).check();
    await page.getByRole('button', { name: 'Sign as lead' }).click();
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    await kept(page);
  });

  await step('a summary, with a number placed', async () => {
    await place(page, 'Report');
    await page.getByRole('link', { name: 'Chapters' }).click();
    await page.getByLabel('Begin a chapter').selectOption({ label: 'Summary' });
    await page.getByRole('button', { name: 'Begin it' }).click();
    const area = page.getByLabel('Text of Summary');
    await area.waitFor();
    await area.fill('Invented: a house with a door of its own. ');
    await page.getByRole('button', { name: 'Number', exact: true }).click();
    await page.locator('.put-one', { hasText: 'All cases' }).click();
    await page.keyboard.type(' case.');
    await page.getByRole('button', { name: 'Keep these changes' }).click();
    await kept(page);
  });

  await step('what blocks it is named, and mended: the second person signs', async () => {
    await second.reload();
    await place(second, 'Report');
    await second.getByRole('heading', { name: '1 thing blocks the report' }).waitFor({ timeout: 9000 });
    await second.getByRole('link', { name: 'Mend it' }).first().click();
    await second.getByRole('button', { name: 'Sign as second' }).click();
    await second.getByRole('button', { name: 'Keep these changes' }).click();
    await kept(second);
    await place(second, 'Report');
    await second.getByRole('heading', { name: 'Nothing blocks the report' }).waitFor();
    await looksRight(second, 'first-report');
  });

  await step('two people approve', async () => {
    await approves(page, recovery);
    await approves(second, recoveryOfSecond);
  });

  await step('it is published, and downloaded', async () => {
    const publish = second.getByRole('button', { name: 'Publish', exact: true });
    await second.waitForFunction(() => ![...document.querySelectorAll('button')].find((one) => one.textContent === 'Publish').disabled);
    await publish.click();
    await second.getByText('The edition is made.').waitFor();
    const download = second.waitForEvent('download');
    await second.getByRole('link', { name: 'Download it' }).click();
    await (await download).saveAs(path.join(work, 'report.zip'));
  });

  await step('the report is opened, and its pages looked at', async () => {
    const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', path.join(work, 'report.zip'), path.join(work, 'report')], { encoding: 'utf8' });
    assert.equal(unpacked.status, 0, unpacked.stderr);
    const folder = spawnSync('find', [path.join(work, 'report'), '-name', 'index.html'], { encoding: 'utf8' }).stdout.trim().split('\n')
      .sort((a, b) => a.length - b.length)[0].replace(/\/index\.html$/, '');
    const report = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    for (const [name, words] of [['index', 'What lamps do'], ['findings', 'a door of their own is used']]) {
      await report.goto(address(folder, `${name}.html`));
      await report.getByText(words).first().waitFor();
      for (const width of [1280, 360]) {
        await report.setViewportSize({ width, height: 800 });
        assert.deepEqual(await sticksOut(report), [], `${name} at ${width}`);
        assert.deepEqual(await axeViolations(report), [], `${name} at ${width}`);
        await picture(report, `first-report-${name}-${width}.png`, { fullPage: true });
      }
    }
    await report.goto(address(folder, 'index.html'));
    assert.equal(await report.getByText('Reed Bank').count(), 0, 'an organisation that agreed to nothing is named');
  });

  await place(page, 'Overview');
  await page.getByText('In any order. 9 of 9 are done.').waitFor();
  await looksRight(page, 'first-report-done');
  const all = steps.reduce((sum, one) => ({ name: 'all of it', seconds: sum.seconds + one.seconds, clicks: sum.clicks + one.clicks, keys: sum.keys + one.keys,
    fields: sum.fields + one.fields, letters: sum.letters + one.letters }));
  console.log(['| step | clicks and choices | keys | fields (letters) | seconds |', '|---|---|---|---|---|', ...[...steps, all]
    .map((one) => `| ${one.name} | ${one.clicks} | ${one.keys} | ${one.fields} (${one.letters}) | ${one.seconds.toFixed(1)} |`)].join('\n'));
  assert.deepEqual(wrong.flat(), []);
});
