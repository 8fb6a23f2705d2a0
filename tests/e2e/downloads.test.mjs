// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures to take along: SVG, PNG and CSV of what may be published, by every role that compares, in five languages.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const figures = ['practices', 'barriers', 'outcomes', 'gap-barriers', 'gap-outcomes', 'coalitions'];
let all;

before(async () => {
  all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['rita', 'reviewer'], ['lantern', 'member', 'lantern-collective'], ['reader', 'reader']]);
});
after(() => all?.stop());

// A file as it comes, with its headers.
const fetched = async (who, address) => {
  const { status, headers, text } = await all.fetchedAs(who, `api/v1${address}`);
  return { status, text, type: headers['content-type'], policy: headers['content-security-policy'],
    attached: headers['content-disposition'] ?? null, kept: headers['cache-control'] };
};
const saved = async (page, act) => {
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  const to = path.join(process.env.CG_OUT, file.suggestedFilename());
  await file.saveAs(to);
  return { name: file.suggestedFilename(), bytes: readFileSync(to) };
};

test('the figure is shown as it will be, and saved as SVG, PNG and CSV', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('compare');
  await page.getByText('Download: SVG, PNG, CSV').click();
  await page.locator('.picture img').waitFor();
  await page.getByRole('link', { name: 'SVG' }).waitFor();
  await looksRight(page, 'downloads');
  const svg = await saved(page, () => page.getByRole('link', { name: 'SVG' }).click());
  assert.equal(svg.name, 'practices-by-region.svg');
  assert.match(svg.bytes.toString('utf8'), /^<\?xml[^]*<svg [^]*<\/svg>\s*$/);
  const csv = await saved(page, () => page.getByRole('link', { name: 'CSV' }).click());
  assert.equal(csv.name, 'practices-by-region.csv');
  assert.match(csv.bytes.toString('utf8'), /^\uFEFFrow,column,present,of\r\n/);
  // The PNG is the picture: twice as many points a side, and not one colour alone.
  const png = await saved(page, () => page.getByRole('button', { name: 'PNG' }).click());
  assert.equal(png.bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg.bytes.toString('utf8'));
  assert.ok(Math.abs(png.bytes.readUInt32BE(16) - 2 * Number(width)) <= 2, 'not the width of the picture');
  assert.ok(Math.abs(png.bytes.readUInt32BE(20) - 2 * Number(height)) <= 2);
  assert.ok(png.bytes.length > 30000, 'an empty picture');
  // Another figure, and what the table shows then.
  for (const [name, title] of [['Gap map: practices and barriers', /barriers/i], ['Coalitions: sectors by region', /sectors/i]]) {
    await page.getByLabel('Figure', { exact: true }).selectOption({ label: name });
    await page.locator(`.picture img[alt="${name}"]`).waitFor();
    await page.getByRole('link', { name: 'SVG' }).waitFor();
    await still(page);
    await page.screenshot({ path: path.join(process.env.CG_OUT, `figure-${name.slice(0, 3)}-1280.png`), fullPage: true });
    const other = await saved(page, () => page.getByRole('link', { name: 'SVG' }).click());
    assert.match(/<title[^>]*>([^<]*)/.exec(other.bytes.toString('utf8'))[1], title);
  }
  assert.deepEqual(wrong, [], 'the policy of the page had to be changed for it');
  await page.close();
});

test('its numbers are those of the report, and no word of what may not be published is in it', async () => {
  // By the second way: the report's own pages, whose cells are the same.
  const { things } = await all.api('lead', 'GET', '/organisations?most=200');
  const { things: consents } = await all.api('lead', 'GET', '/consents?most=1000');
  const today = new Date().toISOString().slice(0, 10);
  const named = new Set(consents.map(({ fields }) => fields).filter((one) => one.scope === 'name organisation' && !one.withdrawn && (!one.expires || one.expires >= today)).map((one) => one.subject));
  const hidden = things.filter((one) => !named.has(one.id));
  assert.ok(hidden.length > 3, 'nobody is hidden: the test tests nothing');
  const seen = new Set();
  const { groupings } = await all.api('lead', 'GET', '/compare');
  for (const figure of figures) {
    for (const by of figure.startsWith('gap') || figure === 'coalitions' ? ['region'] : groupings) {
      for (const language of by === 'region' ? ['en', 'fr', 'es', 'ru', 'zh'] : ['en']) {
        for (const form of ['svg', 'csv']) {
          const { status, type, policy, attached, kept, text } = await fetched('rita', `/figures/${figure}?form=${form}&by=${by}&language=${language}`);
          assert.equal(status, 200, `${figure} ${by} ${language}: ${text}`);
          assert.equal(type, form === 'svg' ? 'image/svg+xml' : 'text/csv; charset=utf-8');
          assert.match(policy, /default-src 'none'; sandbox/);
          assert.match(attached, /^attachment; filename="[a-z_-]+\.(svg|csv)"$/);
          assert.equal(kept, 'no-store');
          for (const one of hidden) {
            assert.ok(!text.includes(one.id), `${figure} by ${by} tells of ${one.id}`);
            if (one.fields.name) assert.ok(!text.includes(one.fields.name), `${figure} by ${by} names ${one.fields.name}`);
          }
          if (form === 'svg') assert.doesNotMatch(text, /<(script|a|image|use|style|foreignObject)\b|href=|javascript:/);
          else assert.doesNotMatch(text, /(^|[,\n"])[=+@]/);
          seen.add(text);
        }
      }
    }
  }
  assert.ok(seen.size > 60);
  // Every case of the comparison but those under embargo, and no other, is a denominator.
  const shown = await all.api('lead', 'GET', '/compare');
  const { text } = await fetched('rita', '/figures/practices?form=csv');
  const of = new Map(text.trim().split('\r\n').slice(1).map((line) => line.split(',').slice(-3)).map(([column, , n]) => [column, Number(n)]));
  const sum = [...of.values()].reduce((a, b) => a + b, 0);
  assert.ok(sum > 0 && sum <= shown.cases - shown.under_embargo.length, `${sum} of ${shown.cases}`);
});

test('a label that says a hidden name stops it, and says where', async () => {
  const { things } = await all.api('lead', 'GET', '/organisations?most=200');
  const { things: consents } = await all.api('lead', 'GET', '/consents?most=1000');
  const one = things.find(({ id, fields }) => fields.name && fields.name.length > 8 && !consents.some((given) => given.fields.subject === id && given.fields.scope === 'name organisation'));
  const { codes } = await all.api('lead', 'GET', '/codebook');
  const code = codes.find((each) => each.code === 'INT.2.4');
  const label = (to, version) => all.api('lead', 'PATCH', '/codebook/INT.2.4', { label: to }, version);
  await label(`Police, as ${one.fields.name} does it`, code.version);
  const refused = await fetched('coder-a', '/figures/practices');
  assert.ok(refused.status >= 400 && refused.status < 500, `${refused.status}`);
  assert.ok(!refused.text.includes('<svg'));
  // The page says so, and offers no file.
  const { page: compare, go } = await all.pageOf('coder-a');
  await go('compare');
  await compare.getByText('Download: SVG, PNG, CSV').click();
  await compare.locator('.downloads .banner.warn').waitFor();
  assert.equal(await compare.getByRole('link', { name: 'CSV' }).count(), 0);
  await compare.screenshot({ path: path.join(process.env.CG_OUT, 'figure-refused-1280.png'), fullPage: true });
  await compare.close();
  const { codes: now } = await all.api('lead', 'GET', '/codebook');
  await label(code.label, now.find((each) => each.code === 'INT.2.4').version);
  assert.equal((await fetched('coder-a', '/figures/practices')).status, 200);
});

test('members and readers have none of it, and what is not there is not', async () => {
  for (const who of ['lantern', 'reader']) {
    for (const at of ['/figures/practices', '/agreement/figure']) assert.equal((await fetched(who, at)).status, 403, `${who} ${at}`);
  }
  for (const at of ['/figures/nothing', '/figures/practices?by=nothing', '/figures/practices?form=png', '/figures/practices?language=de', '/figures/practices?more=1', '/figures/practices.svg', '/figures/']) {
    const { status } = await fetched('lead', at);
    assert.ok(status === 404 || status === 422, `${at}: ${status}`);
  }
});

test('how far coders agree has its figure too, for those who code', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('compare/agreement');
  await page.getByText('Download: SVG, PNG, CSV').click();
  await page.getByRole('link', { name: 'SVG' }).waitFor();
  await looksRight(page, 'downloads-agreement');
  const svg = await saved(page, () => page.getByRole('link', { name: 'SVG' }).click());
  assert.equal(svg.name, 'agreement.svg');
  assert.match(svg.bytes.toString('utf8'), /no part of the report/);
  const csv = await saved(page, () => page.getByRole('link', { name: 'CSV' }).click());
  assert.ok(csv.bytes.toString('utf8').split('\r\n').length > 10);
  assert.deepEqual(wrong, []);
  await page.close();
});
