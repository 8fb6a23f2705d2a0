// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report page: what blocks it, its pages in a frame where nothing runs, drafts, and two people who publish.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { begin, giveSecondKey, looksRight } from './looks.mjs';
import { ask, fetched, passphrase } from './served.mjs';

let all;

before(async () => {
  all = await begin(process.env.CG_STUDY, [['second', 'coordinator'], ['coder-a', 'researcher'], ['rita', 'reviewer'], ['reader', 'reader']]);
  await giveSecondKey(all, 'second');
});
after(() => all?.stop());

const preview = (page) => page.frameLocator('iframe.preview');
async function openReport(who) {
  const opened = await all.pageOf(who);
  await opened.page.goto(`${all.served.url}report`);
  await preview(opened.page).locator('h1').first().waitFor();
  return opened;
}
// Approves with the passphrase and a code that is good once: a recovery code.
async function approve(page, person) {
  await page.getByRole('button', { name: 'Approve what is shown …' }).click();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your second key').fill(person.recovery.pop());
  await page.getByRole('button', { name: 'Approve it' }).click();
  await page.getByText('You approved what is shown.').waitFor();
}
const publish = (page) => page.getByRole('button', { name: 'Publish', exact: true });

test('the page fits, axe finds nothing, and its pages are those of the report', async () => {
  const { page, wrong } = await openReport('lead');
  await page.getByRole('heading', { name: 'Nothing blocks the report' }).waitFor();
  await looksRight(page, 'report');
  const pages = await page.getByLabel('Page', { exact: true }).locator('option').allTextContents();
  assert.ok(pages.length > 7, pages.join(', '));
  await page.getByLabel('Page', { exact: true }).selectOption({ label: pages.find((one) => /Findings/.test(one)) });
  await preview(page).getByRole('heading', { name: 'Findings' }).first().waitFor();
  // A link within leads on, and the list follows.
  await preview(page).locator('details.menu summary').click();
  await preview(page).locator('details.menu a', { hasText: 'Barriers' }).first().click();
  await preview(page).getByRole('heading', { name: /Barriers/ }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('#preview-page').value === 'barriers.html');
  // In French, the same page's words are French.
  await page.getByRole('button', { name: 'Français' }).click();
  await page.waitForFunction(() => document.querySelector('iframe.preview')?.contentDocument?.documentElement?.lang === 'fr');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('nobody else sees the pages, and they are gone with the session', async () => {
  const { page } = await openReport('lead');
  const address = await page.locator('iframe.preview').evaluate((frame) => frame.contentWindow.location.pathname);
  const look = async (context) => {
    const { status, headers } = await fetched(context, all.served, address);
    return { status, policy: headers['content-security-policy'], kept: headers['cache-control'] };
  };
  const own = await look(all.people.lead.context);
  assert.equal(own.status, 200);
  assert.match(own.policy, /^sandbox allow-same-origin; default-src 'none'/);
  assert.equal(own.kept, 'no-store');
  assert.equal((await look(all.people.second.context)).status, 404);
  assert.equal((await look(all.people['coder-a'].context)).status, 403);
  // Another session of the same person has none of it either; and when that one ends, this one stays.
  const other = await all.browser.newContext();
  const { csrf } = await ask(other, all.served, '', 'POST', '/session', { name: 'lead', passphrase, code: all.people.lead.recovery.pop() });
  assert.equal((await look(other)).status, 404);
  // The first session ends: what was drawn for it is nobody's.
  const { sessions } = await all.api('lead', 'GET', '/sessions');
  const first = sessions.find((one) => one.is_this);
  await ask(other, all.served, csrf, 'DELETE', `/sessions/${first.session}`);
  assert.equal((await look(all.people.lead.context)).status, 401);
  assert.equal((await look(other)).status, 404);
  await page.close();
  all.people.lead.context = other;
  all.people.lead.csrf = csrf;
});

test('two people publish, on exactly what both looked at', async () => {
  const lead = await openReport('lead');
  const before = (await all.api('lead', 'GET', '/report/editions')).editions.length;
  assert.ok(await publish(lead.page).isDisabled(), 'one person publishes');
  await approve(lead.page, all.people.lead);
  assert.ok(await publish(lead.page).isDisabled(), 'one approval is enough');
  // The same person again is no second one.
  const again = await openReport('lead');
  await again.page.getByText('You approved what is shown.').waitFor();
  assert.ok(await publish(again.page).isDisabled());
  await again.page.close();

  // A wrong passphrase approves nothing.
  const second = await openReport('second');
  await second.page.getByRole('button', { name: 'Approve what is shown …' }).click();
  await second.page.getByLabel('Passphrase').fill('not the passphrase at all');
  await second.page.getByRole('button', { name: 'Approve it' }).click();
  await second.page.getByText('That did not work.', { exact: false }).waitFor();
  await second.page.getByRole('button', { name: 'Not now' }).click();
  assert.equal((await all.api('lead', 'GET', '/report/editions')).approvals.length, 1);

  // Somebody changes a finding meanwhile: what the first one approved is not this any more.
  const { things } = await all.api('lead', 'GET', '/findings?most=100');
  const finding = things.find((one) => one.id === 'counting') ?? things[0];
  await all.api('lead', 'PATCH', `/findings/${finding.id}`,
    { fields: { statement: 'Invented: another sentence than the one that was approved.' } }, finding.version);
  await second.page.getByText('The study changed since these pages were drawn.').waitFor();
  assert.equal(await second.page.getByRole('button', { name: 'Approve what is shown …' }).count(), 0, 'what is old can be approved');
  await second.page.getByRole('button', { name: 'Draw the pages again' }).click();
  await approve(second.page, all.people.second);
  assert.ok(await publish(second.page).isDisabled(), 'an approval of another state counts');

  // The first one looks again, and approves: now both approved the same.
  await lead.page.getByRole('button', { name: 'Draw the pages again' }).click();
  await approve(lead.page, all.people.lead);
  await publish(lead.page).waitFor();
  await lead.page.waitForFunction(() => ![...document.querySelectorAll('button')].find((one) => one.textContent === 'Publish').disabled);
  await lead.page.screenshot({ path: `${process.env.CG_OUT}/report-approved-1280.png`, fullPage: true });
  await publish(lead.page).click();
  await lead.page.getByText('The edition is made.').waitFor();
  const download = lead.page.waitForEvent('download');
  await lead.page.getByRole('link', { name: 'Download it' }).click();
  assert.equal((await download).suggestedFilename(), 'report.zip');
  const { editions, approvals } = await all.api('lead', 'GET', '/report/editions');
  assert.equal(editions.length, before + 1);
  assert.deepEqual([...new Set(approvals.map((one) => one.person))].sort(), ['lead', 'second']);
  const { lines } = await all.api('lead', 'GET', '/audit?most=200');
  assert.ok(lines.filter((one) => one.action === 'approve the report').length >= 3, 'the log keeps who approved');
  assert.deepEqual([...lead.wrong, ...second.wrong], []);
  await lead.page.close();
  await second.page.close();
});

test('how far it is is said in the language of the page', async () => {
  const { page, wrong } = await all.pageOf('lead');
  await page.addInitScript(() => {
    globalThis.steps = new Set();
    new MutationObserver(() => {
      const step = document.querySelector('[role=status] progress.work')?.closest('[role=status]').querySelector('p span');
      if (step) globalThis.steps.add(`${step.lang}:${step.textContent}`);
    }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  await page.goto(`${all.served.url}report?lang=fr`);
  await preview(page).locator('h1').first().waitFor();
  await page.getByRole('button', { name: 'Faire un brouillon' }).click();
  await page.getByText('Le brouillon est fait.').waitFor();
  const steps = await page.evaluate(() => [...globalThis.steps]);
  assert.ok(steps.length > 0);
  assert.deepEqual(steps.filter((one) => one.startsWith('en:')), [], steps.join(', '));
  await page.evaluate(() => sessionStorage.clear());
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a draft says that it is one, and is no edition', async () => {
  const before = (await all.api('lead', 'GET', '/report/editions')).editions.length;
  const { page } = await openReport('lead');
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await page.getByText('The draft is made.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download it' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'report-draft.zip');
  assert.equal((await all.api('lead', 'GET', '/report/editions')).editions.length, before);
  await page.close();
});

test('who takes an approval back has not approved', async () => {
  const { page } = await openReport('lead');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'Approve what is shown …' }).waitFor();
  assert.ok(await publish(page).isDisabled());
  await page.close();
});

test('readers and reviewers begin with the pages, as they would be published, and see nothing else of it', async () => {
  for (const [who, role] of [['reader', 'reader'], ['rita', 'reviewer']]) {
    const { page, wrong } = await all.pageOf(who);
    const asked = [];
    page.on('request', (request) => { if (request.url().includes('/api/v1/')) asked.push(`${request.method()} ${new URL(request.url()).pathname.slice(7)}`); });
    page.on('response', (response) => { if (response.status() === 403 && !response.url().endsWith('/events')) wrong.push(`refused: ${response.url()}`); });
    await page.goto(`${all.served.url}overview`);
    await page.getByRole('heading', { name: 'The report, as it would be published today' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/report');
    await preview(page).locator('h1').first().waitFor();
    await looksRight(page, `report-${role}`);
    for (const name of [/Publish/, /draft/i, /Approve/]) assert.equal(await page.getByRole('button', { name }).count(), 0, `${role}: ${name}`);
    assert.equal(await page.locator('nav.tabs').count(), 0, 'chapters and editions are the coordinators\'');
    const pages = await page.getByLabel('Page', { exact: true }).locator('option').allTextContents();
    assert.ok(pages.length > 7, pages.join(', '));
    await page.getByRole('button', { name: 'Français' }).click();
    await page.waitForFunction(() => document.querySelector('iframe.preview')?.contentDocument?.documentElement?.lang === 'fr');
    assert.deepEqual(asked.filter((one) => /approvals|editions|GET \/report$/.test(one)), [], 'asks for what is the coordinators\'');
    assert.deepEqual(wrong, []);
    await page.close();
  }
});

test('while something blocks the report a reader is told so, and not what', async () => {
  await all.api('lead', 'POST', '/findings', { fields: { finding: 'empty', statement: 'Invented: zebras dance.' } });
  const { page, wrong } = await all.pageOf('reader');
  await page.goto(`${all.served.url}report`);
  await page.getByText('There is nothing to read yet', { exact: false }).waitFor();
  await looksRight(page, 'report-reader-blocked');
  assert.doesNotMatch(await page.locator('body').innerText(), /zebra/);
  assert.equal(await page.locator('iframe').count(), 0);
  await all.api('lead', 'POST', '/undo');
  await page.getByRole('button', { name: 'Draw the pages again' }).click();
  await preview(page).locator('h1').first().waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
});

test('of those who code nobody sees the page', async () => {
  const { page } = await all.pageOf('coder-a');
  await page.goto(`${all.served.url}report`);
  await page.getByText('Your role may not see this.').first().waitFor();
  assert.equal(await page.locator('.places a[href="/report"]').count(), 0);
  await page.close();
});

test('without a connection it says so, and goes on when asked', async () => {
  const { page } = await openReport('lead');
  await all.people.lead.context.setOffline(true);
  await page.getByRole('button', { name: 'Draw the pages again' }).click();
  await page.getByText('The server cannot be reached.').first().waitFor();
  await all.people.lead.context.setOffline(false);
  await page.getByRole('button', { name: 'Draw the pages again' }).click();
  await preview(page).locator('h1').first().waitFor();
  await page.close();
});
