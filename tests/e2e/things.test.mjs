// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Definitions, rules of the legal model, slots, targets, invented countries, translations, sets, indicators, sources, editions, answers, and what is
// said of organisations, their partners, ties and outcomes: each has a list, a page of one, a new one; two change it at once; it is taken out and comes back; and what is wrong is said in the reader's language.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations } from './browser.mjs';
import { begin, looksRight } from './looks.mjs';
import { openText, still } from './workbench_pages.mjs';

const kinds = [
  { route: 'definitions', from: 'settings', tab: 'Definitions', title: 'Definitions of being led by the community', fr: 'Définitions de « dirigée par la communauté »' },
  { route: 'legal-rules', from: 'settings', tab: 'Legal rules', title: 'Rules of the legal model', fr: 'Règles du modèle juridique' },
  { route: 'invented-countries', from: 'settings', tab: 'Invented countries', title: 'Invented countries', fr: 'Pays inventés' },
  { route: 'translations', from: 'texts', tab: 'Translations', title: 'Translated passages', fr: 'Passages traduits' },
  { route: 'sets', from: 'texts', tab: 'Sets', title: 'Sets of texts and codes', fr: 'Ensembles de textes et de codes' },
  { route: 'indicators', from: 'countries', tab: 'Indicators', title: 'Indicators of countries', fr: 'Indicateurs des pays' },
  { route: 'sources', from: 'countries', tab: 'Sources', title: 'Sources of the study', fr: "Sources de l'étude" },
  { route: 'editions', from: 'report', tab: 'Editions', title: 'What editions say of themselves', fr: "Ce que les éditions disent d'elles-mêmes" },
  { route: 'slots', from: 'settings', tab: 'Slots', title: 'Slots of the frame', fr: 'Places du cadre' },
  { route: 'targets', from: 'settings', tab: 'Targets', title: 'Targets that findings are held against', fr: 'Cibles auxquelles on compare les constats' },
  { route: 'answers', from: 'findings', tab: 'Answers to barriers', title: 'Practices that answer barriers', fr: 'Pratiques qui répondent à des obstacles' },
  { route: 'statements', from: 'organisations', tab: 'What is said', title: 'What is said of organisations', fr: 'Ce qui est dit des organisations' },
  { route: 'partners', from: 'organisations', tab: 'Partners', title: 'Partners', fr: 'Partenaires' },
  { route: 'partnerships', from: 'organisations', tab: 'Ties', title: 'Ties with partners', fr: 'Liens avec des partenaires' },
  { route: 'outcomes', from: 'organisations', tab: 'Outcomes', title: 'Outcomes that were measured', fr: 'Résultats mesurés' },
];
let all;
before(async () => { all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher']]); });
after(() => all?.stop());

const things = async (route) => (await all.api('lead', 'GET', `/${route}?most=1000`)).things;
const keep = (page) => page.getByRole('button', { name: 'Keep these changes' }).click();
const kept = (page) => page.getByText(/^Not kept yet/).waitFor({ state: 'detached' });
async function changedByOthers(route, id, fields) {
  const [{ version }] = (await things(route)).filter((one) => one.id === id);
  await all.api('lead', 'PATCH', `/${route}/${encodeURIComponent(id)}`, { fields }, version);
}

test('each is reached from what it belongs to, fits, and axe finds nothing: list, one, new', async (t) => {
  for (const { route, from, tab, title } of kinds) {
    await t.test(route, async () => {
      const { page, wrong, go } = await all.pageOf('lead');
      await go(from);
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      assert.equal(await page.locator('nav.tabs [aria-current=page]').textContent(), tab);
      await looksRight(page, `things-${route}`);
      if ((await things(route)).length > 0) {
        assert.equal(await page.locator('.things li').count(), (await things(route)).length);
        await page.locator('.things a').first().click();
        await page.getByRole('button', { name: 'Keep these changes' }).waitFor();
        await looksRight(page, `things-${route}-one`);
        await page.goBack();
        await still(page);
      } else await page.locator('.state').waitFor();
      await page.locator('a.btn.main').click();
      await page.locator('form .btn.main').waitFor();
      await looksRight(page, `things-${route}-new`);
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }
});

test('in other languages too', async () => {
  const { page, go } = await all.pageOf('lead');
  for (const language of ['fr', 'es', 'ru', 'zh']) {
    for (const { route, from, title, fr } of kinds) {
      await go(`${from}/${route}?lang=${language}`);
      const heading = (await page.locator('main h1').textContent()).replaceAll('\u00a0', ' ');
      assert.notEqual(heading, title);
      if (language === 'fr') assert.equal(heading, fr);
    }
  }
  await page.evaluate(() => sessionStorage.clear());
  await page.close();
});

test('a set is made, changed by two at once, taken out, and brought back', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('texts/sets');
  await page.getByText('No set yet.').waitFor();
  await page.getByRole('link', { name: 'Add a set' }).click();
  await page.getByLabel('Name').fill('Read first');
  await page.getByLabel('Texts', { exact: true }).first().selectOption({ label: 'A clinic with two doors' });
  await page.locator('#n-codes').selectOption('BAR.3');
  await page.getByRole('button', { name: 'Take out BAR.3' }).waitFor();
  await page.getByRole('button', { name: 'Add a set' }).click();
  await page.getByRole('heading', { level: 1, name: 'Read first' }).waitFor();
  const [made] = await things('sets');
  assert.deepEqual([made.fields.name, made.fields.codes, made.fields.documents.length], ['Read first', ['BAR.3'], 1]);
  assert.match(new URL(page.url()).pathname, /^\/texts\/sets\/[0-9a-z]{10}$/);

  // Both change the name: what was seen, what it is, what is wanted.  What only the other changed comes in.
  await page.getByLabel('Name').fill('Mine');
  await changedByOthers('sets', made.id, { name: 'Theirs', description: 'Said by somebody else.' });
  await keep(page);
  await page.getByText('Somebody else changed this meanwhile').waitFor();
  const versions = await page.locator('.versions').allTextContents();
  assert.equal(versions.length, 1);
  for (const words of ['Read first', 'Theirs', 'Mine']) assert.ok(versions[0].includes(words), words);
  await looksRight(page, 'things-conflict');
  await keep(page);
  await page.getByText('Somebody else changed this meanwhile').waitFor({ state: 'detached' });
  await kept(page);
  const [both] = await things('sets');
  assert.deepEqual([both.fields.name, both.fields.description], ['Mine', 'Said by somebody else.']);

  await page.getByRole('button', { name: 'Take it out …' }).click();
  await page.getByRole('button', { name: 'Take it out', exact: true }).click();
  await page.getByText('No set yet.').waitFor();
  assert.deepEqual(await things('sets'), []);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Mine' }).waitFor();
  assert.equal((await things('sets')).length, 1);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a rule and a definition say which line cannot be read, and what the server refuses, in French', async () => {
  const { page, go } = await all.pageOf('lead');
  await go('settings/legal-rules/new?lang=fr');
  const before = await things('legal-rules');
  await page.locator('#n-when').fill('law_selling criminalised');
  await page.locator('#n-model').selectOption('decriminalised');
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  await page.getByText('« law_selling criminalised » ne peut être lu').waitFor();
  await page.locator('#n-when').fill('nobody_knows=partly');
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  const told = page.getByRole('alert');
  await told.getByText('Rien n\'a été modifié.').waitFor();
  assert.equal(await told.locator('[lang=en]').count(), 0, await told.textContent());
  assert.match(await told.textContent(), /“nobody_knows”: .*cet identifiant n'existe pas|aucun/);
  assert.deepEqual(await axeViolations(page), []);
  await page.screenshot({ path: path.join(process.env.CG_OUT, 'things-refused-fr-1280.png') });
  assert.deepEqual(await things('legal-rules'), before);

  // A rule that moves: its place.
  await go('settings/legal-rules');
  await page.locator('.things a').nth(1).click();
  await page.locator('#n-reason').fill('Inventé : une autre raison.');
  await page.getByRole('button', { name: 'Garder' }).first().click();
  await page.locator('.keep-bar [role=status]:empty').waitFor({ state: 'attached' });
  assert.ok((await things('legal-rules')).some((one) => one.fields.reason === 'Inventé : une autre raison.'));

  await go('settings/definitions/new');
  await page.locator('#n-definition').fill('ours');
  await page.locator('#n-label').fill('Les nôtres');
  await page.locator('#n-criteria').fill('decision_making_body >= 50/100\nstaff: half');
  await page.getByRole('button', { name: 'Ajouter une définition' }).click();
  await page.getByText('« staff: half » ne peut être lu').waitFor();
  await page.locator('#n-criteria').fill('decision_making_body >= 50/100');
  await page.getByRole('button', { name: 'Ajouter une définition' }).click();
  await page.getByRole('heading', { level: 1, name: 'Les nôtres' }).waitFor();
  const [made] = (await things('definitions')).filter((one) => one.id === 'ours');
  assert.equal(made.fields.criteria[0].share, '50/100');
  await page.evaluate(() => sessionStorage.clear());
  await page.close();
});

test('words that are chosen in a text are translated, and stand below their paragraph', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await openText(page, all.served, 'Minutes of the committee and the head nurse');
  await still(page);
  for (const key of ['j', 'j', 'j', 's']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Translate' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a translation' }).waitFor();
  const words = await page.locator('#n-exact').inputValue();
  assert.equal(words, 'The lamp at the second door works again.');
  assert.ok(!decodeURIComponent(page.url()).includes('lamp'), 'words stand in an address');
  await page.locator('#n-language').fill('fr');
  await page.locator('#n-text').fill('La lampe de la seconde porte remarche (inventé).');
  await page.locator('#n-translator').fill('lead');
  await page.getByRole('button', { name: 'Add a translation' }).click();
  await page.getByRole('button', { name: 'Keep these changes' }).waitFor();
  await openText(page, all.served, 'Minutes of the committee and the head nurse');
  await page.locator('.translated', { hasText: 'La lampe de la seconde porte remarche' }).waitFor();
  await looksRight(page, 'things-reader-translated');
  // Without consent to translate nothing is kept, and it says so.
  await go('texts/translations/new');
  await page.locator('#n-document').selectOption({ index: 1 });
  await page.locator('#n-exact').fill('Words that stand nowhere.');
  await page.locator('#n-language').fill('fr');
  await page.locator('#n-text').fill('…');
  await page.locator('#n-translator').fill('lead');
  const before = (await things('translations')).length;
  await page.getByRole('button', { name: 'Add a translation' }).click();
  await page.getByRole('alert').getByText('Nothing was changed').waitFor();
  assert.equal((await things('translations')).length, before);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('an edition says what was corrected, stays, and is not taken out', async () => {
  const { page, go } = await all.pageOf('lead');
  await go('report/editions');
  await page.getByRole('link', { name: 'Edition 2' }).click();
  const corrections = page.getByLabel('What was corrected');
  const was = await corrections.inputValue();
  // A semicolon parts the items in a table: refused, and nothing is torn in two.
  await corrections.fill(`${was}\nFour regions; not five (invented)`);
  await keep(page);
  await page.getByRole('alert').getByText('an item holds a semicolon').waitFor();
  assert.deepEqual((await things('editions')).filter((one) => one.id === '2')[0].fields.corrections, was.split('\n'));
  await corrections.fill(`${was}\nFour regions, not five (invented)`);
  assert.equal(await page.getByLabel('Day').getAttribute('readonly'), '');
  assert.equal(await page.getByRole('button', { name: /Take it out/ }).count(), 0);
  await keep(page);
  await kept(page);
  const [two] = (await things('editions')).filter((one) => one.id === '2');
  assert.equal(two.fields.corrections.length, was.split('\n').length + 1);
  await page.close();
});

test('who does not coordinate reads them, and changes nothing', async () => {
  const { page, wrong, go } = await all.pageOf('coder-a');
  await go('settings/definitions');
  assert.equal(await page.locator('a.btn.main').count(), 0);
  await page.locator('.things a').first().click();
  await page.getByText('Coordinators change it.').waitFor();
  assert.ok(await page.locator('#n-label').isDisabled());
  await go('settings/definitions/new');
  await page.getByText('There is nothing here').waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});
