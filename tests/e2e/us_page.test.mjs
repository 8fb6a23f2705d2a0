// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a member organisation sees of itself on a phone: how much rests on it, where it is counted, its words, and nothing of
// others; and two who change a consent at once.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['lantern', 'member', 'lantern-collective'], ['lantern-two', 'member', 'lantern-collective']]); });
after(() => all?.stop());

const plural = (n, one, more) => `${n} ${n === 1 ? one : more}`;

test('what rests on it stands there always, kind by kind, and where it is counted', async () => {
  const { page, wrong, go } = await all.pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  await go('us');
  const rests = await all.api('lantern', 'GET', '/subjects/lantern-collective/rests');
  const facts = (await all.api('lantern', 'GET', '/statements')).total;
  const ties = (await all.api('lantern', 'GET', '/partnerships')).total;
  const lines = await page.locator('.rests li').allTextContents();
  assert.ok(rests.documents.length > 0 && rests.codings > 0 && rests.findings.length > 0 && facts > 0 && ties > 0);
  for (const line of [plural(rests.documents.length, 'text', 'texts'), plural(rests.codings, 'coded passage', 'coded passages'), plural(rests.findings.length, 'finding', 'findings'),
    plural(facts, 'fact', 'facts'), plural(ties, 'tie with a partner', 'ties with partners')]) assert.ok(lines.includes(line), `${line}: ${lines.join(', ')}`);

  // Under each code that it reads here a comparison counts it, and under no other of that kind.
  for (const [kind, heading] of [['practice', /^\d+ practices?$/], ['barrier', /^\d+ barriers?$/]]) {
    const box = page.locator('details', { has: page.locator('summary', { hasText: heading }) });
    await box.locator('summary').click();
    const names = (await box.locator('li > span:first-child').allTextContents()).sort();
    const { codes } = await all.api('lead', 'GET', '/codebook');
    const counted = [];
    for (const one of codes.filter((other) => other.kind === kind && other.own > 0)) {
      const { codings } = await all.api('lead', 'GET', `/codings?code=${one.code}&most=1000`);
      if (codings.some((coding) => coding.code === one.code && coding.status === 'accepted' && coding.document.startsWith('lantern-collective/'))) counted.push(one);
    }
    assert.deepEqual(names, counted.map((one) => one.label).sort(), kind);
    const { passages } = await all.api('lead', 'GET', `/compare/passages?code=${counted[0].code}&most=1000`);
    assert.ok(passages.some((one) => one.document.startsWith('lantern-collective/')), `a comparison leaves it out of ${counted[0].code}`);
  }
  const shown = await page.locator('.said > li').count();
  await page.getByText(`${shown} of ${shown} shown`).waitFor();
  const words = await page.locator('main').textContent();
  for (const other of (await all.api('lead', 'GET', '/organisations?most=1000')).things.filter((one) => one.id !== 'lantern-collective')) {
    assert.ok(!words.includes(other.fields.name) && !words.includes(other.id), other.id);
  }
  await looksRight(page, 'us-rests');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a consent that was changed meanwhile is shown field by field, and is given once more', async () => {
  const { page, wrong, go } = await all.pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  // The page learns of no change by itself.
  await page.route('**/api/v1/events', (route) => route.abort());
  await all.api('lantern', 'POST', '/subjects/lantern-collective/consents/pause', { scopes: ['name place'] });
  const consent = async () => (await all.api('lead', 'GET', '/consents?about=lantern-collective&most=1000')).things.find((one) => one.fields.scope === 'name place');
  await go('us/consents');
  await page.getByRole('button', { name: 'Give Say the place' }).waitFor();
  const seen = await consent();
  assert.ok(seen.fields.withdrawn);
  // A coordinator writes down meanwhile that it ended.
  await all.api('lead', 'PATCH', `/consents/${encodeURIComponent(seen.id)}`, { fields: { withdrawn: '2026-03-01', expires: '2026-04-01' } }, seen.version);
  await page.getByRole('button', { name: 'Give Say the place' }).click();
  const told = page.getByRole('alert');
  await told.getByText('Nothing was given.').waitFor();
  const fields = await told.locator('.versions').allTextContents();
  assert.equal(fields.length, 2, fields.join(' | '));
  const until = seen.fields.expires ?? 'nothing';
  assert.ok(fields.some((one) => one.includes(until) && one.includes('2026-04-01')), fields.join(' | '));
  assert.ok(fields.some((one) => one.includes(seen.fields.withdrawn) && one.includes('2026-03-01')), fields.join(' | '));
  assert.equal((await consent()).fields.withdrawn, '2026-03-01');
  // Where it was pressed: on a phone the top of the page is far away.
  assert.ok(await page.locator('.switch', { has: told }).getByRole('button', { name: 'Give Say the place' }).isVisible());
  await still(page);
  await looksRight(page, 'us-consent-conflict');
  await page.getByRole('button', { name: 'Give Say the place' }).click();
  await page.getByRole('button', { name: 'Take back Say the place' }).waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal((await consent()).fields.withdrawn, null);

  // Changed so that it holds: what they wrote stays, and nothing is asked.
  await all.api('lantern', 'POST', '/subjects/lantern-collective/consents/pause', { scopes: ['name place'] });
  await go('us/consents');
  const hidden = await consent();
  await all.api('lead', 'PATCH', `/consents/${encodeURIComponent(hidden.id)}`,
    { fields: { given: '2026-02-02', withdrawn: null, expires: '2031-01-01' } }, hidden.version);
  await page.getByRole('button', { name: 'Give Say the place' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take back Say the place' }).waitFor();
  assert.equal(await told.count(), 0);
  await page.waitForFunction(() => /Take back Say the place/.test(document.activeElement.textContent), null, { timeout: 4000 });
  assert.deepEqual([(await consent()).fields.given, (await consent()).fields.expires], ['2026-02-02', '2031-01-01']);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('two of one organisation, and a coordinator, give the same consent at once: it is given, and nothing of either is lost', async () => {
  const consents = async () => (await all.api('lead', 'GET', '/consents?about=lantern-collective&most=1000')).things.filter((one) => one.fields.scope === 'name place');
  for (const by of ['lantern-two', 'lead']) {
    await all.api('lantern', 'POST', '/subjects/lantern-collective/consents/pause', { scopes: ['name place'] });
    const one = await all.pageOf('lantern');
    await one.page.setViewportSize({ width: 360, height: 780 });
    await one.page.route('**/api/v1/events', (route) => route.abort()); // learns of nothing by itself
    await one.go('us/consents');
    const other = await all.pageOf(by);
    if (by === 'lead') {
      await other.go('organisations');
      await other.page.getByRole('link', { name: 'Lantern Collective' }).click();
      await other.page.getByRole('button', { name: 'Record a consent' }).click();
      await other.page.getByLabel('Say the place').check();
      await other.page.getByLabel('Where the proof is kept').fill('form 77');
      await other.page.getByRole('button', { name: 'Record it, from today' }).click();
      await other.page.getByRole('button', { name: 'Record a consent' }).waitFor();
    } else {
      await other.go('us/consents');
      await other.page.getByRole('button', { name: 'Give Say the place' }).click();
      await other.page.getByRole('button', { name: 'Take back Say the place' }).waitFor();
    }
    const there = await consents();
    await one.page.getByRole('button', { name: 'Give Say the place' }).focus();
    await one.page.keyboard.press('Enter');
    await one.page.getByRole('button', { name: 'Take back Say the place' }).waitFor();
    await one.page.waitForFunction(() => /Say the place/.test(document.activeElement.textContent), null, { timeout: 4000 });
    const now = await consents();
    assert.deepEqual(now.map(({ fields }) => [fields.given, fields.withdrawn, fields.evidence]), there.map(({ fields }) => [fields.given, fields.withdrawn, fields.evidence]), by);
    if (by === 'lead') assert.ok(now.some(({ fields }) => fields.evidence === 'form 77'));
    assert.deepEqual([...one.wrong, ...other.wrong], []);
    for (const { page } of [one, other]) await page.close();
  }
});
