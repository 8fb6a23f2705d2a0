// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page of an organisation: facts with their sources and where they are disputed, partners and ties, outcomes; each is
// added, changed, taken out and brought back.  Who does not coordinate reads them; a member organisation has its own.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['umoja', 'member', 'umoja-house']]); });
after(() => all?.stop());

const things = async (route, who = 'lead') => (await all.api(who, 'GET', `/${route}?most=1000`)).things;
const ofUmoja = async (route, field = 'organisation', who = 'lead') => (await things(route, who)).filter((one) => one.fields[field] === 'umoja-house');
const section = (page, heading) => page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });
const keep = async (page) => {
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.locator('.keep-bar [role=status]:empty').waitFor({ state: 'attached' });
};
const takeOut = async (page) => {
  await page.getByRole('button', { name: 'Take it out …' }).click();
  await page.getByRole('button', { name: 'Take it out', exact: true }).click();
};
async function umojaOf({ page, go }) {
  await go('organisations');
  await page.getByRole('link', { name: 'Umoja House' }).click();
  await page.getByRole('heading', { level: 1, name: 'Umoja House' }).waitFor();
  await still(page);
}

test('sources that dispute each other stand side by side, and partners with their sector and how public the tie is', async () => {
  const lead = await all.pageOf('lead');
  const { page, wrong } = lead;
  await umojaOf(lead);
  await page.locator('header').getByText('1 fact disputed').waitFor();
  const rows = await section(page, 'What is said of it').locator('tbody tr').allTextContents();
  assert.equal(rows.length, 2);
  for (const words of ['founded', 'disputed', 'Both stay.', '1999', '2026', 'self-declared']) assert.ok(rows[0].includes(words), `${words}: ${rows[0]}`);
  for (const words of ['2004', 'documented', 'The council minutes give another year']) assert.ok(rows[1].includes(words), `${words}: ${rows[1]}`);
  const titles = await things('sources');
  for (const [row, id] of [[rows[0], 'site'], [rows[1], 'minutes']]) assert.ok(row.includes(titles.find((one) => one.id === id).fields.title), row);
  const [tie] = await section(page, 'Partners and ties').locator('tbody tr').allTextContents();
  const sector = (await all.api('lead', 'GET', '/codebook')).codes.find((one) => one.code === 'SEC.3').label;
  for (const words of ['City clinic of Great Lake (invented)', sector, 'joint service', '2021', 'may be published']) assert.ok(tie.includes(words), `${words}: ${tie}`);
  await looksRight(page, 'organisation-facts');
  assert.deepEqual(wrong, []);
  await page.close();

  const coder = await all.pageOf('coder-a');
  await umojaOf(coder);
  assert.equal(await section(coder.page, 'What is said of it').locator('tbody tr').count(), 2);
  assert.equal(await section(coder.page, 'Partners and ties').locator('tbody tr').count(), 1);
  assert.equal(await coder.page.getByRole('link', { name: /^Change/ }).count(), 0);
  assert.equal(await coder.page.getByRole('button', { name: /^Add/ }).count(), 0);
  await looksRight(coder.page, 'organisation-facts-coder');
  assert.deepEqual(coder.wrong, []);
  await coder.page.close();
});

test('a fact is added with its source, changed, taken out and brought back', async () => {
  const lead = await all.pageOf('lead');
  const { page, wrong } = lead;
  await umojaOf(lead);
  const before = (await ofUmoja('statements', 'subject')).length;
  await section(page, 'What is said of it').getByRole('button', { name: 'Add what is said' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add what is said' }).waitFor();
  await still(page);
  assert.equal(await page.getByLabel('Of whom').inputValue(), 'umoja-house');
  await page.getByLabel('What', { exact: true }).fill('legal_status');
  await page.getByLabel('Value').fill('association (invented)');
  await page.getByLabel('How it is known').selectOption('documented');
  // Without a source it is not kept, and says so.
  await page.getByRole('button', { name: 'Add what is said' }).click();
  await page.getByRole('alert').getByText('Nothing was changed').waitFor();
  assert.equal((await ofUmoja('statements', 'subject')).length, before);
  await page.locator('#n-source').selectOption('minutes');
  await page.getByRole('button', { name: 'Add what is said' }).click();
  await page.getByRole('heading', { level: 1, name: 'legal status: association (invented)' }).waitFor();
  await still(page);
  await page.getByLabel('Value').fill('cooperative (invented)');
  await keep(page);
  await page.locator('.crumbs').getByRole('link', { name: 'Umoja House' }).click();
  await section(page, 'What is said of it').getByText('cooperative (invented)', { exact: true }).waitFor();
  await section(page, 'What is said of it').getByText('disputed', { exact: true }).first().waitFor();
  assert.equal(await section(page, 'What is said of it').getByText('disputed', { exact: true }).count(), 1, 'a fact of one source is disputed');

  await section(page, 'What is said of it').getByRole('link', { name: 'Change legal status cooperative (invented)' }).click();
  await page.getByRole('heading', { level: 1, name: /cooperative/ }).waitFor();
  await takeOut(page);
  await page.getByRole('heading', { level: 1, name: 'What is said of organisations' }).waitFor();
  assert.equal((await ofUmoja('statements', 'subject')).length, before);
  await page.getByRole('link', { name: /cooperative/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: /cooperative/ }).waitFor();
  assert.equal((await ofUmoja('statements', 'subject')).length, before + 1);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a partner, a tie that stays in the study, and an outcome', async () => {
  const lead = await all.pageOf('lead');
  const { page, wrong } = lead;
  await umojaOf(lead);
  await section(page, 'Partners and ties').getByRole('link', { name: 'Add a partner' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a partner' }).waitFor();
  await page.locator('#n-partner').fill('lake-school');
  await page.locator('#n-name').fill('School of Great Lake (invented)');
  await page.locator('#n-sector option').nth(1).waitFor({ state: 'attached' });
  const sectors = await page.locator('#n-sector option').allTextContents();
  assert.ok(sectors.length > 3 && sectors.slice(1).every((one) => one.startsWith('SEC')), sectors.join());
  await page.locator('#n-sector').selectOption('SEC.6');
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByRole('heading', { level: 1, name: 'School of Great Lake (invented)' }).waitFor();

  await umojaOf(lead);
  await section(page, 'Partners and ties').getByRole('button', { name: 'Add a tie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a tie' }).waitFor();
  await still(page);
  assert.equal(await page.locator('#n-publish').inputValue(), 'no');
  await page.locator('#n-partner').selectOption({ label: 'School of Great Lake (invented)' });
  await page.locator('#n-kind').selectOption('training');
  await page.locator('#n-since').fill('2025-09');
  await page.getByRole('button', { name: 'Add a tie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Umoja House and School of Great Lake (invented)' }).waitFor();
  const made = (await ofUmoja('partnerships')).find((one) => one.fields.partner === 'lake-school');
  assert.deepEqual([made.fields.kind, made.fields.since, made.fields.publish], ['training', '2025-09', false]);
  await umojaOf(lead);
  const row = section(page, 'Partners and ties').locator('tr', { hasText: 'School of Great Lake' });
  await row.getByText('stays in the study').waitFor();
  await row.getByRole('link', { name: /^Change/ }).click();
  await page.locator('#n-publish').selectOption('yes');
  await keep(page);
  assert.equal((await ofUmoja('partnerships')).find((one) => one.fields.partner === 'lake-school').fields.publish, true);

  await umojaOf(lead);
  const outcomes = (await ofUmoja('outcomes')).length;
  await section(page, 'Outcomes that were measured').getByRole('button', { name: 'Add an outcome' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add an outcome' }).waitFor();
  await still(page);
  await page.locator('#n-codes').selectOption('INT.5.8');
  await page.locator('#n-measure').fill('evenings with a nurse (invented)');
  await page.locator('#n-before').fill('2');
  await page.locator('#n-after').fill('9');
  await page.locator('#n-evidence_type').selectOption('self-declared');
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await page.getByRole('heading', { level: 1, name: 'evenings with a nurse (invented)' }).waitFor();
  assert.equal((await ofUmoja('outcomes')).length, outcomes + 1);
  await umojaOf(lead);
  await section(page, 'Outcomes that were measured').getByText('2 → 9').waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('an organisation of which nothing is said yet says so', async () => {
  await all.api('lead', 'POST', '/organisations', { fields: { id: 'quiet-house', name: 'Quiet House (invented)' } });
  const { page, go } = await all.pageOf('lead');
  await go('organisations');
  await page.getByRole('link', { name: 'Quiet House (invented)' }).click();
  for (const words of ['Nothing is said of any organisation yet.', 'No partner is named yet.', 'Nothing was measured here yet.']) await page.getByText(words).waitFor();
  await page.close();
});

test('a slot is changed from its card, and a barrier has an answer', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('overview');
  await page.getByRole('link', { name: 'Change the slot 2', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Slot 2' }).waitFor();
  await still(page);
  assert.equal(await page.locator('#n-organisation').inputValue(), 'umoja-house');
  await page.locator('#n-note').fill('Invented: asked twice.');
  await keep(page);
  assert.equal((await things('slots')).find((one) => one.id === '2').fields.note, 'Invented: asked twice.');

  await go('findings/answers/new');
  const before = (await things('answers')).length;
  const practices = await page.locator('#n-practice option').allTextContents();
  assert.ok(practices.length > 3 && !practices.some((one) => one.startsWith('BAR')), practices.join());
  await page.locator('#n-practice').selectOption('INT.4.1');
  await page.locator('#n-barrier').selectOption('BAR.2.3');
  await page.locator('#n-organisation').selectOption('umoja-house');
  await page.locator('#n-text').fill('Invented.');
  await page.getByRole('button', { name: 'Add an answer' }).click();
  await page.getByRole('heading', { level: 1, name: / answers / }).waitFor();
  assert.equal((await things('answers')).length, before + 1);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a member organisation reads and changes what is said of it, and nothing of others', async () => {
  const { page, wrong, go } = await all.pageOf('umoja');
  await page.setViewportSize({ width: 360, height: 780 });
  await go('us/facts');
  const said = section(page, 'What is said of you');
  assert.equal(await said.locator('tbody tr').count(), (await things('statements', 'umoja')).length);
  assert.equal(await said.getByText('sources differ').count(), 1);
  await section(page, 'Partners and ties').getByRole('rowheader', { name: /^Partner \d+$/ }).first().waitFor();
  await looksRight(page, 'us-facts');
  await page.setViewportSize({ width: 360, height: 780 });
  await said.getByRole('button', { name: 'Add what is said' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add what is said' }).waitFor();
  await still(page);
  assert.deepEqual(await page.locator('#n-subject option').allTextContents(), ['Umoja House']);
  await page.locator('#n-property').fill('members');
  await page.locator('#n-value').fill('140 (invented)');
  await page.locator('#n-evidence_type').selectOption('self-declared');
  assert.deepEqual((await page.locator('#n-source option').allTextContents()).slice(1), ['Source 1', 'Source 2', 'Source 3']);
  await page.locator('#n-source').selectOption('site');
  await looksRight(page, 'us-fact-new');
  await page.getByRole('button', { name: 'Add what is said' }).click();
  await page.getByRole('heading', { level: 1, name: 'members: 140 (invented)' }).waitFor();
  await page.locator('#n-value').fill('150 (invented)');
  await keep(page);
  const mine = (await things('statements')).find((one) => one.fields.value === '150 (invented)');
  assert.equal(mine.fields.subject, 'umoja-house');
  await takeOut(page);
  await page.getByRole('heading', { level: 1, name: 'What is said of you' }).waitFor();
  assert.ok(!(await things('statements')).some((one) => one.id === mine.id));

  await go('us/facts');
  await section(page, 'Partners and ties').getByRole('link', { name: /^Change/ }).first().click();
  await page.locator('#n-publish').waitFor();
  await page.locator('#n-publish').selectOption('no');
  await keep(page);
  assert.equal((await things('partnerships', 'umoja')).find((one) => one.fields.partner === 'lake-clinic').fields.publish, false);
  assert.deepEqual(wrong, []);
  await page.close();
});
