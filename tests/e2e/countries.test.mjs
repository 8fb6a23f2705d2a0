// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries and law: names in the reader's language, the model over time, facts with sources, and adding one.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective']]); });
after(() => all?.stop());

test('the pages fit, and axe finds nothing', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('countries');
  await page.getByRole('heading', { name: 'Countries and law' }).waitFor();
  await looksRight(page, 'countries');
  await page.getByRole('link', { name: /Amber Coast/ }).click();
  await page.getByRole('heading', { name: /^Amber Coast: / }).waitFor();
  await page.getByText('The legal model over time').waitFor();
  await page.locator('.law-time li').nth(1).waitFor();
  assert.ok(await page.getByText('Both stay.').count() > 0, 'a dispute is not shown');
  await page.getByRole('button', { name: 'Add a fact' }).first().click();
  await looksRight(page, 'country');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a fact is added with its source, and taken back', async () => {
  const { page, go } = await all.pageOf('lead');
  await go('countries/XAA');
  await page.getByRole('button', { name: 'Add a fact' }).first().click();
  await page.getByLabel('What', { exact: true }).selectOption({ index: 0 });
  await page.getByLabel('Value', { exact: true }).selectOption('partly');
  await page.getByLabel('True from').fill('2024-01-01');
  await page.getByLabel('Where in it').fill('Invented, article 9');
  await page.getByRole('button', { name: 'Add the fact' }).click();
  await page.getByText('Invented, article 9').waitFor();
  await page.getByText('Both stay.').first().waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: added an entry').waitFor();
  await page.getByText('Invented, article 9').waitFor({ state: 'detached' });
  await page.close();
});

test('what is not as it must be is refused, and nothing is lost', async () => {
  const { page, go } = await all.pageOf('lead');
  await go('countries/XAA');
  await page.getByRole('button', { name: 'Add a fact' }).first().click();
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Condom use with the last client' });
  await page.getByLabel('Value', { exact: true }).fill('no such value at all');
  await page.getByRole('button', { name: 'Add the fact' }).click();
  await page.locator('[role="alert"]').first().waitFor();
  assert.equal(await page.getByLabel('Value', { exact: true }).inputValue(), 'no such value at all');
  // What is one of several answers is chosen, and none is chosen beforehand.
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Selling sexual services' });
  assert.equal(await page.getByLabel('Value', { exact: true }).inputValue(), '');
  assert.ok((await page.getByLabel('Value', { exact: true }).locator('option').allTextContents()).includes('administrative offence'));
  await page.close();
});

test('a source that is not in the list comes in along with the fact, once, also where the fact is refused first', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  const titled = async () => (await all.api('lead', 'GET', '/sources?most=1000')).things.filter((one) => one.fields.title === 'A letter (invented)').length;
  await go('countries/XAB');
  await page.getByRole('button', { name: 'Add a fact' }).first().click();
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Buying sexual services' });
  await page.getByLabel('Value', { exact: true }).selectOption('partly');
  await page.getByLabel('Source', { exact: true }).selectOption({ label: 'another one …' });
  await page.getByLabel('Title of the source').fill('A letter (invented)');
  await page.getByLabel('True from').fill('2024-02-31');
  await looksRight(page, 'country-source');
  await page.getByRole('button', { name: 'Add the fact' }).click();
  await page.locator('[role="alert"]').first().waitFor();
  assert.equal(await titled(), 1);
  await page.getByLabel('True from').fill('2024-02-28');
  await page.getByRole('button', { name: 'Add the fact' }).click();
  await page.getByLabel('True from').waitFor({ state: 'detached' });
  assert.equal(await titled(), 1, 'it came in twice');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a country that nothing is known of is opened by its name, and stands in the list with its first fact', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('countries');
  const another = page.getByLabel('Another country');
  const names = await another.locator('option').allTextContents();
  assert.ok(names.length > 200 && names.includes('Kenya'), names.length);
  assert.ok(!names.includes('Amber Coast'), 'what is in the list already is offered');
  await another.selectOption('KEN');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kenya' }).waitFor();
  await page.getByLabel('Value', { exact: true }).waitFor();
  await looksRight(page, 'country-fresh');
  assert.ok(page.url().endsWith('/countries/KEN'));
  await go('countries/ZZZ');
  await page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('places have names everywhere, and a reader of facts adds none', async () => {
  const { page, go } = await all.pageOf('coder-a');
  await go('organisations');
  await page.getByRole('cell', { name: 'Great Lake' }).first().waitFor();
  assert.equal(await page.getByText(/\bXA[A-Z]\b/).count(), 0, 'a code stands where a name should');
  await go('countries/XAA');
  await page.getByRole('heading', { name: /^Lowveld: / }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add a fact' }).count(), 0);
  await page.close();
});

test('a day in the address shows what held then', async () => {
  const { page, go } = await all.pageOf('coder-a');
  await go('countries/XAA?on=2000-01-01');
  await page.getByRole('heading', { name: /not sourced/ }).waitFor();
  await page.getByRole('heading', { name: 'Not true on this day' }).waitFor();
  await page.close();
});

test('a member organisation is told the names of no other one\'s place', async () => {
  const places = await all.api('lantern', 'GET', '/places?language=fr');
  const known = await all.api('lantern', 'GET', '/countries');
  const own = new Set([...known.countries.map((one) => one.country), 'XAA']);
  assert.ok(places.countries.every((one) => own.has(one.country)), JSON.stringify(places.countries));
});
