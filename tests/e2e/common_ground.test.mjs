// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Common ground and search: the gap map and coalitions as tables whose numbers open what they rest on, facets that say how
// much each would leave, and filters that reload and back keep.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

let all;
before(async () => {
  all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['reader', 'reader']]);
});
after(() => all?.stop());

const addressOf = (page) => page.url().slice(all.served.url.length - 1);

test('a cell of the gap map opens the passages of both codes, and as many cases as it says', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('compare/gaps');
  const map = await all.api('coder-a', 'GET', '/gap-map');
  await page.getByRole('heading', { name: /^Gap map: \d+ of \d+ pairs are empty$/ }).waitFor();
  const hatched = await page.locator('.gaps .cell.c0').count();
  assert.ok((await page.locator('h1').innerText()).includes(` ${hatched} of ${await page.locator('.gaps .cell').count()} `));
  // The most told of, one told of once, and some between.
  const filled = map.cells.filter((cell) => cell.cases > 0).sort((a, b) => b.cases - a.cases);
  for (const cell of [filled[0], filled.at(-1), ...filled.filter((_, at) => at % 60 === 30)]) {
    const [one, other] = [map.rows[cell.row].code, map.columns[cell.column].code];
    for (const [code, beside] of [[one, other], [other, one]]) {
      const behind = await all.api('coder-a', 'GET', `/compare/passages?code=${code}&with=${beside}`);
      assert.deepEqual([...behind.cases].sort(), [...cell.organisations].sort(), `${code} with ${beside}`);
    }
  }
  await page.locator('.gaps .cell:not(.c0)').first().click();
  await page.locator('.side .half blockquote').first().waitFor();
  await still(page);
  assert.equal(await page.locator('.side .half').count(), 2);
  assert.match(addressOf(page), /^\/compare\/gaps\?cell=[A-Z0-9.]+,[A-Z0-9.]+$/);
  await looksRight(page, 'gaps');
  await page.reload();
  await page.locator('.side .half blockquote').first().waitFor();
  await page.locator('.side h2').focus();
  await page.keyboard.press('Escape');
  await page.locator('.side').waitFor({ state: 'detached' });
  assert.deepEqual(wrong, []);
  await page.close();
});

test('the empty cells alone, and codes on the same passage with the way to each', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('compare/gaps?codes=all');
  await page.locator('.gaps .cell').first().waitFor();
  const hatched = await page.locator('.gaps .cell.c0').count();
  const filled = await page.locator('.gaps .cell:not(.c0)').count();
  await page.getByRole('button', { name: 'Only empty cells' }).click();
  await page.locator('.gaps .cell.some').first().waitFor();
  assert.equal(addressOf(page), '/compare/gaps?codes=all&only=empty');
  assert.equal(await page.locator('.gaps .cell.c0').count(), hatched);
  assert.ok(await page.locator('.gaps .cell.some').count() < filled, 'a row or a column without a gap is still there');
  for (const row of await page.locator('.gaps tbody tr').all()) assert.ok(await row.locator('.c0').count() > 0);

  const { pairs, total } = await all.api('coder-a', 'GET', '/compare/same-passage?most=1000');
  assert.equal(total, pairs.length);
  const section = page.getByRole('region', { name: 'Found together on the same passage' });
  const first = section.getByRole('row').nth(1);
  await first.getByText(pairs[0].one, { exact: true }).waitFor();
  await first.locator('summary').click();
  assert.equal(await first.locator('details a').count(), Math.min(50, pairs[0].passages));
  await looksRight(page, 'gaps-only-empty');
  await first.locator('details a').first().click();
  await page.waitForURL(/\/texts\/[^/]+\?at=\d+$/);
  await page.locator('.para.at').waitFor();
  const codes = await page.locator('.cm').allTextContents();
  for (const code of [pairs[0].one, pairs[0].other]) assert.ok(codes.some((one) => one.includes(code)), `${code} is not there`);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('the gap map by keys: arrows, the next empty cell, and what an empty cell says', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('compare/gaps?columns=outcome');
  await page.locator('.gaps .cell[tabindex="0"]').focus();
  const at = () => page.evaluate(() => document.activeElement.dataset.at);
  assert.equal(await at(), '0 0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), '1 1');
  await page.keyboard.press('e');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.c0')), 'not an empty cell');
  const empty = await at();
  await page.keyboard.press('Enter');
  await page.locator('.side').getByText('Nothing was found so far').waitFor();
  await looksRight(page, 'gaps-empty');
  await page.locator('.side h2').focus();
  await page.keyboard.press('Escape');
  await page.locator('.side').waitFor({ state: 'detached' });
  await page.waitForFunction((before) => document.activeElement.dataset.at === before, empty);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('coalitions: sectors by region and by case, each with the ties and passages it rests on', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('compare/together');
  const data = await all.api('coder-a', 'GET', '/coalitions?language=en');
  await page.getByRole('heading', { name: `Cases that work with a sector: ${data.with_any} of ${data.of}` }).waitFor();
  const sector = data.sectors.find((one) => one.overall.on_record > 0 && one.overall.told > 0) ?? data.sectors.find((one) => one.links.length > 0);
  await page.getByRole('button', { name: `, ${sector.label}, All` }).click();
  await page.getByRole('heading', { name: new RegExp(`^${sector.overall.on_record + sector.overall.told} of ${data.of} cases?$`) }).waitFor();
  assert.equal(await page.locator('.side > ul > li').count(), sector.links.length);
  const tie = sector.links.flatMap((link) => link.ties)[0];
  if (tie) await page.locator('.side').getByText(tie.partner).first().waitFor();
  await looksRight(page, 'together');
  for (const one of data.sectors) {
    assert.equal(one.overall.on_record + one.overall.told >= one.links.length, true, one.code);
    assert.equal(one.links.every((link) => link.ties.length > 0 || link.passages > 0), true, `${one.code} rests on nothing`);
    const regions = one.by_region.reduce((sum, count) => sum + count.on_record + count.told, 0);
    assert.equal(regions, one.overall.on_record + one.overall.told, one.code);
  }
  if (data.pairs.length > 0) {
    await page.locator('[aria-labelledby="pairs-h"] .btn.num').first().click();
    await page.getByRole('heading', { name: new RegExp(`^${data.pairs[0].cases} of ${data.of} cases$`) }).waitFor();
    assert.equal(await page.locator('.side > ul > li').count(), data.pairs[0].listed.length);
  }
  assert.equal(addressOf(page), '/compare/together');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('whoever may not compare gets no coalitions', async () => {
  for (const who of ['lantern', 'reader']) {
    await assert.rejects(all.api(who, 'GET', '/coalitions'), who);
  }
});

test('a number of more than a hundred passages gives the next hundred', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  // A number of 250, from the passages that there are.
  await page.route('**/api/v1/compare/passages?*', async (route) => {
    const answer = await route.fetch();
    const given = await answer.json();
    const asked = new URL(route.request().url()).searchParams;
    const [from, most] = [Number(asked.get('from')), Number(asked.get('most'))];
    const passages = Array.from({ length: Math.max(0, Math.min(most, 250 - from)) }, (_, at) =>
      ({ ...given.passages[0], range: { ...given.passages[0].range, start: from + at, end: from + at + 1 } }));
    await route.fulfill({ json: { ...given, passages, total: 250 } });
  });
  await go('compare');
  await page.locator('.matrix .cell:not(.c0)').first().click();
  await page.getByText('100 of 250 passages').waitFor();
  await page.getByRole('button', { name: 'Show more passages' }).click();
  await page.getByText('200 of 250 passages').waitFor();
  await page.getByRole('button', { name: 'Show more passages' }).click();
  await page.getByRole('button', { name: 'Show more passages' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.side li').count(), 250);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('facets say how many passages each would leave, and stand in the address; the words never do', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('texts');
  await page.keyboard.press('/');
  await page.keyboard.type('police');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /passages/ }).waitFor();
  const search = (body) => all.api('coder-a', 'POST', '/search', { question: 'police', ...body });
  const { facets, total } = await search({ facets: true });
  const whole = (list) => list.reduce((sum, one) => sum + one.passages, 0);
  for (const one of [facets.regions, facets.countries, facets.languages, facets.cases, facets.kinds]) assert.equal(whole(one), total);
  for (const [facet, list] of Object.entries(facets)) {
    for (const one of [list[0], list.at(-1)]) assert.equal((await search({ [facet]: [one.value] })).total, one.passages, `${facet} ${one.value}`);
  }
  // "**The police?**" is bold, and has no signs.
  assert.doesNotMatch(await page.locator('.hit-list').innerText(), /\*\*/);
  await page.locator('.hit-list mark b', { hasText: 'police' }).first().waitFor();
  await page.getByRole('group', { name: 'Country' }).locator('label').first().waitFor();
  const name = (at) => page.locator('.facets fieldset').nth(at);
  await name(0).locator('input').first().check();
  await page.getByRole('heading', { name: new RegExp(`^${facets.regions[0].passages} passages?$`) }).waitFor();
  assert.equal(addressOf(page), `/search?region=${facets.regions[0].value}`);
  // Within one facet the others are still counted as they would be; across facets all narrow.
  const narrowed = await search({ facets: true, regions: [facets.regions[0].value] });
  assert.deepEqual(narrowed.facets.regions, facets.regions);
  assert.equal(whole(narrowed.facets.languages), facets.regions[0].passages);
  await page.getByLabel(/^People's own words/).check();
  await page.getByRole('group', { name: 'Narrowed down to' }).getByRole('button').nth(1).waitFor();
  await still(page);
  await looksRight(page, 'search-facets');
  const box = page.getByRole('group', { name: 'Organisation' });
  await box.locator('input').first().check();
  await page.waitForURL(/case=[0-9a-z]{10}(&|$)/);
  assert.doesNotMatch(page.url(), /police|house|collective/i);
  await page.locator('.hit-list a').first().click();
  await page.locator('main.doc').waitFor();
  await page.goBack();
  await page.getByRole('group', { name: 'Narrowed down to' }).getByRole('button').nth(2).waitFor();
  await page.getByRole('button', { name: 'Take all away' }).click();
  await page.getByRole('heading', { name: `${total} passages` }).waitFor();
  assert.equal(addressOf(page), '/search');
  // The organisation by its name, never by its id.
  const id = (await all.api('coder-a', 'GET', '/documents')).documents[0].organisation;
  assert.equal(await page.locator('.hit-list').getByText(id, { exact: true }).count(), 0);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what narrows a comparison and a list of texts stays after reload and back', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('compare');
  await page.getByRole('button', { name: 'Barriers', exact: true }).click();
  await page.getByLabel('Columns').selectOption('legal_model');
  await page.locator('.matrix .cell:not(.c0)').first().click();
  await page.locator('.side blockquote').first().waitFor();
  assert.match(addressOf(page), /^\/compare\?kind=barrier&by=legal_model&cell=BAR/);
  await page.reload();
  await page.locator('.side blockquote').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Barriers', exact: true }).getAttribute('aria-pressed'), 'true');
  assert.equal(await page.getByLabel('Columns').inputValue(), 'legal_model');
  await page.locator('.side a').first().click();
  await page.locator('main.doc').waitFor();
  await page.goBack();
  await page.locator('.side blockquote').first().waitFor();
  await go('texts');
  await page.locator('#f-lang').selectOption('fr');
  assert.equal(addressOf(page), '/texts?language=fr');
  const shown = await page.locator('.filters [role="status"]').innerText();
  await page.reload();
  await still(page);
  assert.equal(await page.locator('.filters [role="status"]').innerText(), shown);
  assert.equal(await page.locator('#f-lang').inputValue(), 'fr');
  // A value that is no value narrows nothing.
  await go('compare?kind=nonsense&cell=NO.1,where');
  await page.locator('.matrix').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Practices' }).getAttribute('aria-pressed'), 'true');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('the region that a list of organisations is narrowed to stands in its address', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('organisations');
  const rows = await page.locator('tbody tr').count();
  await page.locator('#o-region').selectOption('africa');
  assert.equal(addressOf(page), '/organisations?region=africa');
  await page.reload();
  await still(page);
  assert.equal(await page.locator('#o-region').inputValue(), 'africa');
  assert.ok(await page.locator('tbody tr').count() < rows);
  assert.deepEqual(wrong, []);
  await page.close();
});
