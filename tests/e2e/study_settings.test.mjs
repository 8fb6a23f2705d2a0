// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the study says of itself: looked at by all who work, changed by coordinators, together with others, and undone.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['reader', 'reader']]); });
after(() => all?.stop());

const open = async (who) => {
  const opened = await all.pageOf(who);
  await opened.go('settings/study');
  await opened.page.getByRole('heading', { name: 'What the study says of itself' }).waitFor();
  return opened;
};
const kept = async () => Object.fromEntries((await all.api('lead', 'GET', '/settings')).settings.map((one) => [one.field, one.value]));
const keep = (page) => page.getByRole('button', { name: 'Keep these changes' }).click();
const done = (page) => page.getByText(/^Not kept yet/).waitFor({ state: 'detached' });
async function behindTheBack(changes) {
  const now = await all.api('lead', 'GET', '/settings');
  await all.api('lead', 'PATCH', '/settings', { settings: changes }, now.version);
}

test('the page fits, axe finds nothing, and it is reached from people and settings', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('settings');
  await page.getByRole('link', { name: 'The study' }).click();
  await page.getByLabel('Title', { exact: true }).waitFor();
  await page.getByLabel('Name of Africa').waitFor();
  await looksRight(page, 'study-settings');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is changed is kept, said to others, and undone', async () => {
  const { page, wrong } = await open('lead');
  const before = await kept();
  const other = await open('coder-a');
  await page.getByLabel('Subtitle').fill('Invented: a subtitle');
  await page.getByLabel('Language of the report').selectOption({ label: 'Français' });
  await page.getByLabel('Smallest number shown').fill('7');
  await page.getByText('Not kept yet: 3 fields').waitFor();
  await keep(page);
  await done(page);
  assert.deepEqual({ ...await kept() }, { ...before, subtitle: 'Invented: a subtitle', language: 'fr', smallest_cell: '7' });
  // Whoever looks at it sees it without asking.
  await other.page.waitForFunction(() => document.getElementById('s-subtitle').value === 'Invented: a subtitle');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((was) => document.getElementById('s-subtitle').value === was, before.subtitle);
  assert.deepEqual(await kept(), before);
  assert.deepEqual([...wrong, ...other.wrong], []);
  await page.close();
  await other.page.close();
});

test('what cannot be is refused, and says where', async () => {
  const { page } = await open('lead');
  const before = await kept();
  for (const [label, value, field] of [['Share of regions', 'most of them', 'most_regions_share'], ['Day of reference', '31.12.99', 'reference_date'],
    ['Sources of the frame', 'nobody-knows', 'frame_sources']]) {
    await page.getByLabel(label).fill(value);
    await keep(page);
    await page.getByRole('link', { name: `Go to the field: ${label}` }).waitFor();
    assert.equal(await page.getByLabel(label).inputValue(), value, 'what was typed is gone');
    await page.getByRole('button', { name: 'Leave it as it was' }).click();
    assert.equal(await page.getByLabel(label).inputValue(), before[field]);
  }
  assert.deepEqual(await kept(), before);
  await page.close();
});

test('two who change different fields both get theirs; the same field is asked about', async () => {
  const { page } = await open('lead');
  await page.getByLabel('Published by').fill('Mine (invented)');
  // Offline meanwhile, so that the other change does not come in by itself.
  await all.people.lead.context.setOffline(true);
  await keep(page);
  await page.getByText('The server cannot be reached. Nothing was changed. Try again in a moment.').first().waitFor();  // lists that had not come yet say so too
  assert.equal(await page.getByLabel('Published by').inputValue(), 'Mine (invented)');
  await all.people.lead.context.setOffline(false);
  await behindTheBack([{ field: 'licence', value: 'CC0' }]);
  await keep(page);
  await done(page);
  assert.equal((await kept()).publisher, 'Mine (invented)');
  assert.equal((await kept()).licence, 'CC0');

  await page.getByLabel('Published by').fill('Mine again (invented)');
  await behindTheBack([{ field: 'publisher', value: 'Theirs (invented)' }]);
  await keep(page);
  await page.locator('.versions', { hasText: 'Theirs (invented)' }).waitFor();
  await looksRight(page, 'study-settings-conflict');
  await page.getByRole('button', { name: 'Take theirs Published by' }).click();
  assert.equal(await page.getByLabel('Published by').inputValue(), 'Theirs (invented)');
  await page.getByLabel('Published by').fill('Both (invented)');
  await keep(page);
  await page.locator('.versions').waitFor({ state: 'detached' });
  await done(page);
  assert.equal((await kept()).publisher, 'Both (invented)');
  await page.close();
});

test('regions of the frame are added, changed and taken out', async () => {
  const { page, wrong } = await open('lead');
  await page.getByLabel('Another region').fill('The moon (invented)');
  await page.getByLabel('How many cases', { exact: true }).last().fill('2');
  await page.getByRole('button', { name: 'Add the region' }).click();
  await page.getByLabel('How many cases of The moon (invented)').fill('3');
  await page.getByRole('button', { name: 'Keep it The moon (invented)' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('button')].every((one) => !/^Keep it/.test(one.textContent) || one.disabled));
  const { things } = await all.api('lead', 'GET', '/regions?most=100');
  assert.deepEqual(things.find((one) => one.fields.label === 'The moon (invented)').fields.quota, 3);
  // One that organisations are of stays, and it is said why.
  await page.getByRole('button', { name: 'Take out Africa' }).click();
  await page.locator('.banner.warn').first().waitFor();
  await page.getByRole('button', { name: 'Take out The moon (invented)' }).click();
  await page.getByLabel('Name of The moon (invented)').waitFor({ state: 'detached' });
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a researcher reads it and changes nothing; a reader has no such page', async () => {
  const { page } = await open('coder-a');
  assert.ok(await page.getByLabel('Title', { exact: true }).isDisabled());
  assert.equal(await page.getByRole('button', { name: 'Keep these changes' }).count(), 0);
  await page.getByText('Coordinators change it.').waitFor();
  await page.close();
  const reader = await all.pageOf('reader');
  await reader.page.goto(`${all.served.url}settings/study`);
  await reader.page.getByText('Your role may not see this.').first().waitFor();
  assert.equal(await reader.page.getByRole('link', { name: 'The study' }).count(), 0);
  await reader.page.close();
});
