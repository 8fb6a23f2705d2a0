// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings: written, given codes and cases, graded and signed by two; looked at again; and a conflict, field by field.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, giveSecondKey, looksRight } from './looks.mjs';

let all;
before(async () => {
  all = await begin(process.env.CG_STUDY, [['second', 'coordinator'], ['coder-a', 'researcher'], ['rita', 'reviewer']]);
  await giveSecondKey(all, 'second');
});
after(() => all?.stop());

const hours = 'Health services are used more when their hours';
async function openFinding(who, words) {
  const opened = await all.pageOf(who);
  await opened.go('findings');
  await opened.page.getByRole('link', { name: words }).click();
  await opened.page.getByRole('heading', { name: 'A finding', exact: true }).waitFor();
  await opened.page.getByRole('heading', { name: /^For it: / }).waitFor();
  return opened;
}
const finding = async (id) => (await all.api('lead', 'GET', `/findings/${id}`)).thing;

test('the pages fit, and axe finds nothing', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  await go('findings');
  await looksRight(page, 'findings');
  await page.close();
  const one = await openFinding('lead', hours);
  await one.page.locator('blockquote').first().waitFor();
  await one.page.getByText('look at again').first().waitFor();
  await looksRight(one.page, 'finding');
  assert.deepEqual([...wrong, ...one.wrong], []);
  await one.page.close();
});

test('a finding is written, coded, given a case, and graded', async () => {
  const { page, go, wrong } = await all.pageOf('lead');
  await go('findings');
  await page.getByRole('button', { name: 'Write a finding' }).click();
  await page.getByLabel('What we found, in one sentence').fill('Invented: doors are chosen.');
  await page.getByRole('button', { name: 'Add the finding' }).click();
  await page.getByRole('link', { name: 'Invented: doors are chosen.' }).click();
  await page.getByLabel('Code', { exact: true }).fill('INT.5.8');
  await page.getByRole('button', { name: 'Add the code' }).click();
  await page.getByText(/more cases? ha(s|ve) passages under these codes/).click();
  await page.getByRole('button', { name: 'For it Lantern Collective' }).click();
  await page.getByText('For it: 1 case').waitFor();
  for (let i = 0; i < 4; i += 1) {
    await page.locator(`#g-level-${i}`).selectOption('minor');
    await page.locator(`#g-why-${i}`).fill(`Invented reason ${i}; with a semicolon.`);
  }
  await page.getByLabel('low', { exact: true }).check();
  await page.getByText('A grade is kept when it is whole').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Keep these changes' }).isDisabled(), 'half a grade can be kept');
  await page.getByRole('button', { name: 'Sign as lead' }).click();
  await page.getByText('Signed by one: it waits for a second person').waitFor();
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.locator('.saved', { hasText: 'Saved' }).waitFor();
  await page.getByText('Not kept yet').waitFor({ state: 'detached' });
  const { things } = await all.api('lead', 'GET', '/findings?most=100');
  const made = things.find((one) => one.fields.statement === 'Invented: doors are chosen.');
  assert.deepEqual(made.fields.codes, ['INT.5.8']);
  assert.deepEqual(made.fields.cases_for, ['lantern-collective']);
  assert.deepEqual(made.fields.graded_by, ['lead']);
  assert.equal(made.fields.reasons[3], 'Invented reason 3; with a semicolon.');
  // Nobody signs for somebody else, by whatever way they ask.
  const forged = await page.evaluate(async ([address, csrf, version]) => {
    const given = await fetch(address, { method: 'PATCH', headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify({ fields: { graded_by: ['lead', 'second'] } }) });
    return { status: given.status, body: await given.json() };
  }, [`${all.served.url}api/v1/findings/${made.id}`, all.people.lead.csrf, made.version]);
  assert.equal(forged.status, 422);
  assert.equal(forged.body.about.field, 'graded_by');
  // It blocks the report until the second person has signed, in a session of their own.
  const one = await all.api('lead', 'GET', '/report');
  assert.ok(one.problems.some((problem) => problem.blocks && problem.id === made.id && problem.field === 'confidence'), JSON.stringify(one.problems));
  await page.getByText('waits for a second signature').waitFor();
  await page.evaluate(() => scrollTo(0, 0)); // the bar that keeps changes lies over no field
  await looksRight(page, 'finding-waits');
  const second = await openFinding('second', 'Invented: doors are chosen.');
  await second.page.getByRole('button', { name: 'Sign as second' }).click();
  await second.page.getByRole('button', { name: 'Keep these changes' }).click();
  await second.page.getByText('Not kept yet').waitFor({ state: 'detached' });
  assert.deepEqual((await finding(made.id)).fields.graded_by, ['lead', 'second']);
  await page.getByText('waits for a second signature').waitFor({ state: 'detached' });
  assert.ok((await all.api('lead', 'GET', '/report')).problems.every((problem) => problem.id !== made.id));
  // Another level is another grade: the name of the one who signed the old one goes, and is asked for again.
  await second.page.locator('#g-level-0').selectOption('serious');
  await second.page.getByText('Signed by one: it waits for a second person').waitFor();
  await second.page.getByRole('button', { name: 'Keep these changes' }).click();
  await second.page.getByText('Not kept yet').waitFor({ state: 'detached' });
  assert.deepEqual((await finding(made.id)).fields.graded_by, ['second']);
  await page.getByRole('button', { name: 'Sign as lead' }).click();
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByText('Not kept yet').waitFor({ state: 'detached' });
  assert.deepEqual((await finding(made.id)).fields.graded_by, ['second', 'lead']);
  assert.deepEqual(second.wrong, []);
  await second.page.close();
  // A case without a passage under the code blocks the report, and leads back here.
  const bare = await all.api('lead', 'POST', '/findings', { fields: { finding: 'bare', statement: 'Invented: nothing under it.', codes: ['INT.5.8'], cases_for: ['prairie-rights'] } });
  assert.equal(bare.id, 'bare');
  const report = await all.api('lead', 'GET', '/report');
  assert.ok(report.problems.some((one) => one.blocks && one.thing === 'finding' && one.id === 'bare'), JSON.stringify(report.problems));
  const blocked = await all.pageOf('lead');
  await blocked.page.goto(`${all.served.url}report`);
  await blocked.page.getByRole('heading', { name: '1 thing blocks the report' }).waitFor();
  // The pages are drawn all the same, without it; nothing can be approved.
  await blocked.page.frameLocator('iframe.preview').locator('h1').first().waitFor();
  await blocked.page.getByText('1 finding is not in these pages').waitFor();
  assert.equal(await blocked.page.getByRole('button', { name: 'Approve what is shown …' }).count(), 0);
  await looksRight(blocked.page, 'report-blocked');
  // What blocks it is said in the reader's language.
  const french = await all.pageOf('lead');
  await french.page.goto(`${all.served.url}report?lang=fr`);
  await french.page.getByText("n'a aucun passage accepté sous les codes du constat.").waitFor();
  await french.page.getByText('Codez le passage qui le montre, ou retirez le cas du constat.').waitFor();
  assert.equal(await french.page.locator('.blocks [lang="en"]').count(), 0);
  await french.page.close();
  await blocked.page.getByRole('link', { name: 'Mend it' }).first().click();
  await blocked.page.getByText('No passage under these codes: this blocks the report.').waitFor();
  await blocked.page.getByRole('button', { name: 'Take out Prairie Rights' }).click();
  await blocked.page.getByRole('button', { name: 'Keep these changes' }).click();
  await blocked.page.getByText('Not kept yet').waitFor({ state: 'detached' });
  assert.deepEqual((await finding('bare')).fields.cases_for ?? [], []);
  await blocked.page.close();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what two changed is shown field by field, and nothing is lost', async () => {
  const { page } = await openFinding('lead', hours);
  await page.getByLabel('What we found, in one sentence').fill('Mine: hours and doors.');
  const now = await finding('hours');
  await all.api('lead', 'PATCH', '/findings/hours', { fields: { statement: 'Theirs: hours.' } }, now.version);
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByText('It is now').waitFor();
  await page.locator('.versions', { hasText: 'Theirs: hours.' }).waitFor();
  assert.equal(await page.getByLabel('What we found, in one sentence').inputValue(), 'Mine: hours and doors.');
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByText('It is now').waitFor({ state: 'detached' });
  assert.equal((await finding('hours')).fields.statement, 'Mine: hours and doors.');
  await page.close();
});

test('who looked again says so with one button', async () => {
  const { page } = await openFinding('lead', 'Mine: hours and doors.');
  await page.getByRole('button', { name: 'I looked, it still holds' }).click();
  await page.getByText(`Looked at on ${new Date().toISOString().slice(0, 10)}`).waitFor();
  await page.getByText('look at again').first().waitFor({ state: 'detached' });
  await page.close();
});

test('a researcher reads findings and changes none', async () => {
  const { page } = await openFinding('coder-a', 'Mine: hours and doors.');
  assert.ok(await page.getByLabel('What we found, in one sentence').isDisabled());
  assert.equal(await page.getByRole('button', { name: 'Keep these changes' }).count(), 0);
  await page.close();
});

test('a reviewer grades a finding with equal reasons, and changes no word of it', async () => {
  await all.api('lead', 'POST', '/findings', { fields: { finding: 'reviewed', statement: 'Invented: a reviewer looks.', codes: ['INT.5.8'], cases_for: ['lantern-collective'] } });
  const { page, wrong } = await openFinding('rita', 'Invented: a reviewer looks.');
  assert.ok(await page.getByLabel('What we found, in one sentence').isDisabled());
  assert.equal(await page.getByRole('button', { name: 'Take out Lantern Collective' }).count(), 0);
  for (let i = 0; i < 4; i += 1) {
    await page.locator(`#g-level-${i}`).selectOption('minor');
    await page.locator(`#g-why-${i}`).fill('Invented: few cases, and all agree.');
  }
  await page.getByLabel('low', { exact: true }).check();
  await page.getByRole('button', { name: 'Sign as rita' }).click();
  await looksRight(page, 'finding-reviewer');
  await page.getByRole('button', { name: 'Keep these changes' }).click();
  await page.getByText('Not kept yet').waitFor({ state: 'detached' });
  const kept = await finding('reviewed');
  assert.deepEqual(kept.fields.graded_by, ['rita']);
  assert.deepEqual(new Set(kept.fields.reasons).size, 1);
  assert.equal(kept.fields.reasons.length, 4);
  // By whatever way they ask.
  for (const fields of [{ statement: 'Mine.' }, { statement: 'Mine.', graded_by: ['rita'] }, { cases_for: [] }, { graded_by: ['rita', 'lead'] }]) {
    const { status } = await page.evaluate(async ([address, csrf, version, body]) => {
      const given = await fetch(address, { method: 'PATCH', headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json', 'If-Match': `"${version}"` }, body });
      return { status: given.status };
    }, [`${all.served.url}api/v1/findings/reviewed`, all.people.rita.csrf, kept.version, JSON.stringify({ fields })]);
    assert.ok(status === 403 || status === 422, JSON.stringify([fields, status]));
  }
  assert.deepEqual((await finding('reviewed')).fields.graded_by, ['rita']);
  assert.deepEqual(wrong, []);
  await page.close();
});
