// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Intercoder agreement in the browser: figures with what they are counted of, and the passages behind every number.
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
  for (const [name, role, organisation] of [['lantern', 'member', 'lantern-collective'], ['reviewer', 'reviewer']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role, organisation);
  }
});
after(async () => {
  await browser?.close();
  served?.stop();
});

async function opened(who) {
  const page = await people[who].newPage();
  watch(page);
  page.wrong = errorsOf(page);
  await page.goto(`${served.url}compare/agreement`);
  await still(page);
  return page;
}
const figures = (query) => ask(lead.context, served, '', 'GET', `/agreement?${query}`);
const rowOf = (page, code) => page.locator('.ag tbody tr').filter({ has: page.locator('.kc', { hasText: new RegExp(`^${code.replaceAll('.', '\\.')}$`) }) });

test('figures are those of the program, and every number opens its passages', async () => {
  const page = await opened('lead');
  const data = await figures('resamples=400');
  const alpha = data.all_codes.figures.find((one) => one.measure === 'alpha');
  await page.getByRole('heading', { name: `Coders do not agree reliably yet: alpha ${alpha.value.toFixed(2)}` }).waitFor();
  await page.getByText(`Between ${alpha.low.toFixed(2)} and ${alpha.high.toFixed(2)}.`).waitFor();
  const row = data.by_code.find((one) => one.code === 'BAR.4');
  await page.getByRole('button', { name: /^\d+, given by one only: BAR\.4 / }).click();
  await page.getByRole('heading', { name: /passages coded differently/ }).waitFor();
  await page.locator('.side blockquote').first().waitFor();
  const { passages } = await ask(lead.context, served, '', 'GET', '/disagreements?code=BAR.4&most=300');
  assert.equal(await page.locator('.side li').count(), passages.length);
  assert.ok((await rowOf(page, 'BAR.4').innerText()).includes(String(row.some)));
  await looksRight(page, 'agreement-differ');
  await page.locator('.side h2').focus();
  await page.keyboard.press('Escape');
  await page.locator('.side').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^\d+, given alike: BAR\.4 / }).click();
  await page.getByRole('heading', { name: /passages? coded alike/ }).waitFor();
  await looksRight(page, 'agreement-alike');
  await page.locator('.side a[href*="/compare?at="]').first().click();
  await page.locator('.trio .tx').first().waitFor();
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('the head of each column sorts up, down, and back, and the address keeps it', async () => {
  const page = await opened('lead');
  const head = (name) => page.getByRole('columnheader', { name });
  const cells = async (name) => (await page.locator(`.ag td[data-l="${name}"]`).allInnerTexts()).map((words) => Number.parseFloat(words.replace('\u2212', '-')));
  const given = await cells('By one only');
  await head('By one only').getByRole('button').click();
  assert.equal(await head('By one only').getAttribute('aria-sort'), 'ascending');
  const up = await cells('By one only');
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  await head('By one only').getByRole('button').click();
  assert.equal(await head('By one only').getAttribute('aria-sort'), 'descending');
  assert.match(page.url(), /\/compare\/agreement\?sort=-one$/);
  const down = await cells('By one only');
  assert.deepEqual(down, [...down].sort((a, b) => b - a));
  await page.reload();
  await still(page);
  assert.deepEqual(await cells('By one only'), down);
  assert.equal(await page.getByLabel('Order').inputValue(), '-one');
  await looksRight(page, 'agreement-sorted');
  await head('By one only').getByRole('button').click();
  assert.equal(await head('By one only').getAttribute('aria-sort'), null);
  assert.deepEqual(await cells('By one only'), given);
  // What one coder gave where the other gave another code, by either of them.
  for (const which of ['One gave', 'The other gave']) {
    await head(which).getByRole('button').click();
    assert.equal(await head(which).getAttribute('aria-sort'), 'ascending');
    const codes = await page.locator('#taken-h ~ .wide tbody tr').locator(`td:nth-child(${which === 'One gave' ? 1 : 2}) .kc`).allInnerTexts();
    assert.ok(codes.length > 2);
    assert.deepEqual(codes, [...codes].sort(new Intl.Collator('en').compare));
  }
  // Pairs too.
  await page.locator('.seg').getByRole('button', { name: 'Pair of coders' }).click();
  await head('Agreed, %').getByRole('button').click();
  assert.equal(await head('Agreed, %').getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('by text, by pair, in other units and measures, and what was taken for what', async () => {
  const page = await opened('reviewer');
  await page.locator('.seg').getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByLabel('Order').selectOption('figure');
  await page.getByText('Text by text, least agreement first').waitFor();
  await looksRight(page, 'agreement-texts');
  await page.locator('.seg').getByRole('button', { name: 'Pair of coders' }).click();
  await page.getByRole('rowheader', { name: 'coder-a and coder-b' }).waitFor();
  const inSentences = page.waitForResponse((answer) => answer.url().includes('unit=sentence'));
  await page.getByLabel('Counted in').selectOption('sentence');
  await inSentences;
  await page.getByLabel('Measure').selectOption('cohen');
  await page.getByRole('columnheader', { name: /Cohen's kappa/ }).waitFor();
  await page.getByRole('button', { name: /times: INT\.5\.8 / }).click();
  await page.locator('.side blockquote').first().waitFor();
  assert.equal(await page.getByRole('link', { name: 'Decide them' }).count(), 0, 'a reviewer is offered to decide');
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test('what was decided shows when it is asked for', async () => {
  const { passages } = await ask(lead.context, served, '', 'GET', '/disagreements?code=BAR.4&open=true&most=300');
  for (const one of passages) {
    const code = one.codes.find((other) => other.code === 'BAR.4');
    await ask(lead.context, served, lead.csrf, 'POST', `/documents/${encodeURIComponent(one.document)}/adjudications`,
      { why: 'For the test.', decisions: [{ code: 'BAR.4', start: code.range.start, end: code.range.end, stands: true }] });
  }
  const page = await opened('lead');
  const before = await rowOf(page, 'BAR.4').locator('td').nth(1).innerText();
  assert.match(before, /^[1-9]/);
  await page.getByLabel('Codings').selectOption('after');
  await page.waitForFunction(() => [...document.querySelectorAll('.ag tbody tr')]
    .some((row) => row.querySelector('.kc')?.textContent === 'BAR.4' && row.querySelectorAll('td')[1].textContent === '0'));
  await page.close();
});

test('loading, without a connection, for whom it is not, and where nobody has coded', async () => {
  const page = await people.lead.newPage();
  watch(page);
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route('**/api/v1/agreement?*', async (route) => { await held; await route.abort(); });
  await page.goto(`${served.url}compare/agreement`);
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  go();
  await page.getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
  await page.unroute('**/api/v1/agreement?*');
  await page.route('**/api/v1/agreement?*', (route) => route.fulfill({ json: { coders: [], documents: [], still_coded: ['umoja-house/minutes.pdf'], one_coder_only: [],
    all_codes: { coders: [], units: 0, all: 0, some: 0, none: 0, present: 0, ratings: 0, figures: [] }, by_code: [], by_document: [], by_pair: [], confusions: [] } }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor();
  await page.getByText('1 text is left out: somebody still codes it blind.').waitFor();
  await looksRight(page, 'agreement-nothing');
  await page.close();

  const member = await opened('lantern');
  await member.getByRole('alert').getByText('Your role may not see this.').waitFor();
  assert.deepEqual(await axeViolations(member), []);
  await member.close();
});
