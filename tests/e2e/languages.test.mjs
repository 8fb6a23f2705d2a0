// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two journeys, one in French and one in the pseudo-locale, which is longer and from right to left: code, submit, compare,
// decide, agreement, codebook.  Nothing of the other language shows, everything fits, keys mean the other side.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from './browser.mjs';
import { isClean } from './looks.mjs';
import { ask, comeIn, comeInFirst, serve } from './served.mjs';
import { still, watch } from './workbench_pages.mjs';

const minutes = 'umoja-house/minutes.pdf';
const title = 'Minutes of the committee and the head nurse';
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// English words that are others in French, without those that something is put into.
const english = (() => {
  const po = readFileSync(new URL('../../po/fr.po', import.meta.url), 'utf8');
  const pairs = [...po.matchAll(/^msgid "(.*)"\nmsgstr "(.*)"$/gm)].map(([, id, str]) => [id, str]);
  return pairs.filter(([id, str]) => id !== str && id.length > 3 && /[a-z]/.test(id) && !/[{\\]/.test(id)).map(([id]) => id);
})();
// Pieces of text in the page that are said by the program: not those of texts, codes and people.
const said = (page) => page.evaluate(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim();
    if (words !== '' && !node.parentElement.closest('.tx, kbd, [lang]:not(html), .tree-items, option')) found.push(words);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder]')) {
    for (const name of ['aria-label', 'placeholder']) if (element.hasAttribute(name)) found.push(element.getAttribute(name));
  }
  return found;
});

async function study(options) {
  const served = await serve(process.env.CG_STUDY);
  const open = () => browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  const people = { lead: lead.context };
  for (const name of ['coder-a', 'coder-b']) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, 'researcher');
  }
  await ask(lead.context, served, lead.csrf, 'POST', '/assignments', { documents: [minutes], coders: ['coder-a', 'coder-b'] });
  return { served, lead, people };
}

// The whole way.  check: looks at every page that is reached; lang: behind the first address.
async function journey({ served, lead, people }, lang, check) {
  const wrong = [];
  const opened = async (who, place) => {
    const page = await people[who].newPage();
    watch(page);
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(`${served.url}${place}${lang}`);
    await still(page);
    return page;
  };
  for (const [who, code] of [['coder-a', 'INT.2.4'], ['coder-b', 'BAR.2.3']]) {
    const page = await opened(who, 'work');
    await page.locator('[data-go]').waitFor();
    await check(page, `${who}-work`);
    await page.keyboard.press('Enter');
    await page.locator('main.doc .tx').first().waitFor();
    for (const key of ['j', 'j', 'j', 's', 'c']) await page.keyboard.press(key);
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(code);
    await page.locator('.picker .opt').first().filter({ hasText: code }).waitFor();
    await check(page, `${who}-picker`);
    await page.locator('#picker-in').press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.cm').length === 1 && !document.querySelector('.cm .state'));
    await page.locator('.tools button.to-end').first().click();
    const submitted = page.waitForResponse((answer) => answer.url().endsWith('/submit') && answer.ok());
    await page.locator('dialog[open] .btn.main').click();
    await submitted;
    await page.close();
  }
  const page = await opened('lead', 'overview');
  await page.locator('.next').getByRole('link', { name: title }).click();
  await page.locator('.decide').waitFor();
  await check(page, 'compare');
  for (const key of ['1', '4', 'r']) await page.keyboard.press(key);
  await page.waitForFunction(() => document.activeElement?.id === 'why');
  await page.keyboard.type('ok');
  const decided = page.waitForResponse((answer) => answer.url().endsWith('/adjudications') && answer.ok());
  await page.keyboard.press('Control+Enter');
  await decided;
  await page.locator('.stepper button.done').waitFor();
  for (const [place, ready] of [['compare/agreement', '.ag'], ['suggest/BAR.4', '.ask'], ['suggest/texts', '.ask'], ['codebook/INT.5.8', '.big-h'], ['work', '.give']]) {
    await page.goto(`${served.url}${place}`);
    await page.locator(ready).waitFor();
    await still(page);
    await check(page, place.replace('/', '-'));
  }
  assert.deepEqual(wrong, []);
  const { passages } = await ask(lead.context, served, '', 'GET', `/disagreements?document=${encodeURIComponent(minutes)}`);
  assert.deepEqual(passages.map((one) => one.is_open), [false]);
  return page;
}

test('in French, no word of English', async () => {
  const all = await study({ locale: 'fr-FR' });
  try {
    const page = await journey(all, '', async (page, name) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
      const words = await said(page);
      assert.ok(words.length > 20, name);
      assert.deepEqual([...new Set(words.filter((one) => english.includes(one)))], [], name);
      await isClean(page, `fr-${name}`);
    });
    await page.close();
  } finally {
    all.served.stop();
  }
});

test('longer and from right to left, with arrows for the other side', async () => {
  const all = await study({ locale: 'en-GB' });
  try {
    const page = await journey(all, '?lang=pseudo', async (page, name) => {
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
      await isClean(page, `rtl-${name}`);
    });
    await page.goto(`${all.served.url}codebook/INT.5.8`);
    await page.locator('.big-h').waitFor();
    await still(page);
    await page.keyboard.press('Control+ArrowUp');
    await page.locator('.moving').waitFor();
    await page.keyboard.press('ArrowLeft'); // to the left is further in
    await page.locator('.moving [role=status]', { hasText: 'INT.5.6' }).waitFor();
    await page.keyboard.press('Escape');
    await page.close();
  } finally {
    all.served.stop();
  }
});
