// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One passage taken out: by its organisation on a phone, by a coordinator with keys alone; the report is read for it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, looksRight } from './looks.mjs';
import { reportWords } from './report_words.mjs';
import { openText, still } from './workbench_pages.mjs';

const words = 'Since February 2024 two of our members teach three hours in every course for new constables.';
const text = 'lantern-collective/case-study.docx';
let all;

before(async () => {
  all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['umoja', 'member', 'umoja-house']]);
});
after(() => all?.stop());

const report = (language) => reportWords(all.people.lead, all.served, language);
const shows = async (language) => (await report(language)).includes(words.slice(0, 40));

async function codingsOf(who) {
  const { codings } = await all.api(who, 'GET', `/codings?document=${encodeURIComponent(text)}&most=1000`);
  return codings.filter((one) => one.exact === words);
}
const listed = (page) => page.locator('.picks li', { hasText: words });
const dialog = (page) => page.getByRole('dialog');

test('an organisation hides a passage on a phone, and has it back', async () => {
  assert.ok(await shows('en'), 'the report does not show it to begin with');
  const { page, wrong, go } = await all.pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  await go('us');
  assert.equal(await listed(page).count(), 1, 'the same words stand there twice');
  await looksRight(page, 'us-passages');
  await page.setViewportSize({ width: 360, height: 780 });
  await listed(page).getByRole('button', { name: 'Take out these words' }).click();
  await dialog(page).getByRole('heading', { name: 'Consent for this passage' }).waitFor();
  await dialog(page).getByText('yes, as for the whole text').first().waitFor();
  await looksRight(page, 'passage-consent');
  await page.setViewportSize({ width: 360, height: 780 });
  await dialog(page).getByRole('button', { name: 'Take back … Quote these words' }).click();
  await dialog(page).getByText('The report shows […] in their place').waitFor();
  await dialog(page).locator('.goes, p.read').last().waitFor();
  await looksRight(page, 'passage-take');
  await page.setViewportSize({ width: 360, height: 780 });
  const button = await dialog(page).getByRole('button', { name: 'Hide it now' }).boundingBox();
  assert.ok(button.height >= 44, `${button.height} px for a finger`);
  await dialog(page).getByRole('button', { name: 'Hide it now' }).click();
  await dialog(page).getByText('Hidden at once. Nothing was deleted.').waitFor();
  await dialog(page).getByText(/^taken back for this passage, 20/).waitFor();
  for (const language of ['en', 'fr', 'es', 'ru', 'zh']) assert.ok(!await shows(language), `the report in ${language} shows it still`);
  assert.match(await report('en'), /\[…\]|\[\.\.\.\]/);

  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await dialog(page).getByText(/^taken back for this passage/).waitFor({ state: 'detached' });
  assert.ok(await shows('en'), 'undo did not bring it back');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.deepEqual(wrong, []);
  await page.close();
});

test('taken back for good, its words go from what people wrote too; who works here reads on', async () => {
  // A chapter repeats the words: hiding them would leave that, taking them back does not.
  await all.api('lead', 'POST', '/chapters', { fields: { chapter: 'notice', text: `Invented. They say: ${words} And more.` } });
  const before = await codingsOf('coder-a');
  assert.ok(before.length > 0);
  const coder = await all.pageOf('coder-a');
  await openText(coder.page, all.served, 'The lantern at the truck stop');

  const { page, wrong, go } = await all.pageOf('lantern');
  await page.setViewportSize({ width: 360, height: 780 });
  await go('us');
  await listed(page).getByRole('button', { name: 'Take out these words' }).click();
  await dialog(page).getByRole('button', { name: 'Take back … Quote these words' }).click();
  await dialog(page).getByText('1 chapter, finding, memo or code repeats the words').waitFor();
  const sure = dialog(page).getByRole('button', { name: /for good$/ });
  assert.ok(await sure.isDisabled(), 'one touch is enough');
  await dialog(page).getByLabel(/write the name of your organisation/).fill('lantern collective');
  await sure.click();
  await dialog(page).getByText('Taken back. This cannot be undone.').waitFor();
  assert.equal(await dialog(page).getByRole('button', { name: 'Undo' }).count(), 0);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await listed(page).getByText('not shown in the report').waitFor();
  for (const language of ['en', 'zh']) assert.ok(!await shows(language));
  const chapter = await all.api('lead', 'GET', '/chapters/notice');
  assert.equal(chapter.thing.fields.text, 'Invented. They say: [...]. And more.');
  const { acts } = await all.api('lead', 'GET', '/history?most=500');
  assert.ok(!JSON.stringify(acts).includes(words));

  // The text is whole for the analysis: it is said beforehand, and so it is.
  assert.deepEqual((await codingsOf('coder-a')).map((one) => one.coding), before.map((one) => one.coding));
  await coder.page.getByText(words.slice(0, 40)).first().waitFor();
  await coder.page.close();

  // Given again, alone, it stands in the report again.
  await listed(page).getByRole('button', { name: 'Consent for these words' }).click();
  await dialog(page).getByRole('button', { name: 'Give … Quote these words' }).click();
  await looksRight(page, 'passage-give');
  await dialog(page).getByRole('button', { name: 'Give it, from today' }).click();
  await dialog(page).getByText(/^for this passage alone, since 20/).waitFor();
  assert.ok(await shows('en'));
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a coordinator does it beside the text, with keys alone; the proof of a consent is asked for', async () => {
  const { page, wrong } = await all.pageOf('lead');
  await openText(page, all.served, 'The lantern at the truck stop');
  await still(page);
  const of = await codingsOf('lead');
  const wanted = new Set(of.map((one) => one.coding));
  const chosen = () => page.locator('.cm.on').getAttribute('data-coding');
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('n');
    if (wanted.has(await chosen())) break;
  }
  assert.ok(wanted.has(await chosen()));
  await page.locator('.cm.on .own-consent', { hasText: 'may be shown by itself' }).waitFor();
  await page.keyboard.press('w');
  await dialog(page).getByRole('heading', { name: 'Consent for this passage' }).waitFor();
  await dialog(page).getByRole('button', { name: 'Quote these words' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Hide it now' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('Hidden at once. Nothing was deleted.').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.cm.on .own-consent', { hasText: 'not shown in the report' }).waitFor();
  // Letters act in the text again.
  const before = await chosen();
  await page.keyboard.press('n');
  assert.notEqual(await chosen(), before);
  await looksRight(page, 'reader-passage-hidden');

  await page.locator(`.cm[data-coding="${before}"]`).click();
  await page.getByRole('button', { name: 'Consent …' }).click();
  await dialog(page).getByRole('button', { name: 'Give … Quote these words' }).click();
  const give = dialog(page).getByRole('button', { name: 'Give it, from today' });
  assert.ok(await give.isDisabled(), 'a consent without a proof');
  await dialog(page).getByLabel('Where the proof is kept').fill('letter 12');
  await give.click();
  await dialog(page).getByText(/^for this passage alone, since 20/).waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('nobody else is offered it, and nobody else learns of it', async () => {
  const { page } = await all.pageOf('coder-a');
  await openText(page, all.served, 'The lantern at the truck stop');
  await still(page);
  await page.keyboard.press('n');
  await page.locator('.cm.on').waitFor();
  await page.keyboard.press('w');
  assert.equal(await page.getByRole('button', { name: 'Consent …' }).count(), 0);
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await page.locator('.own-consent').count(), 0);
  await page.close();
  // Another organisation is told that there is nothing.
  const subject = encodeURIComponent(`${text}#${(await codingsOf('lead'))[0].coding}`);
  for (const [method, route, body] of [['GET', `/subjects/${subject}/consents`], ['GET', `/subjects/${subject}/rests`],
    ['POST', `/subjects/${subject}/consents/pause`, { scopes: ['quote'] }], ['POST', `/subjects/${subject}/withdrawal`, { scopes: ['quote'] }]]) {
    await assert.rejects(all.api('umoja', method, route, body), / 404 /, `${method} ${route}`);
  }
});

test('in French, not a word of English stands in it', async () => {
  const { page, go } = await all.pageOf('lantern');
  await go('us?lang=fr');
  await listed(page).getByRole('button').click();
  await dialog(page).getByRole('heading', { name: 'Consentement pour ce passage' }).waitFor();
  await dialog(page).getByRole('button', { name: /^Retirer …/ }).first().click();
  await dialog(page).getByRole('heading', { name: 'Ou le retirer pour de bon' }).waitFor();
  const said = await dialog(page).evaluate((element) => [...element.querySelectorAll(':not(blockquote)')].map((one) => one.textContent).join(' '));
  assert.doesNotMatch(said.replaceAll(words, ''), /\b(the|words|passage is|take back|give)\b/i);
  await page.close();
});
