// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every page of the workbench: its name, who looks at it, and how it is reached until it stands still.
import assert from 'node:assert/strict';
import { sticksOut } from './browser.mjs';

const asked = new WeakMap(); // of a page: what it has asked of the API and has no answer to

// Counts what the page asks for, from its beginning; the stream of events never ends and is left out.
export function watch(page) {
  const open = new Set();
  asked.set(page, open);
  page.on('request', (request) => { if (/\/api\/v1\/(?!events)/.test(request.url())) open.add(request); });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
}

// Returns when the page has its heading, every answer, and has drawn them: effects come after a frame and may ask again.
export async function still(page) {
  await page.locator('main h1, .tools h1').first().waitFor();
  // A request that a page left behind may end without an event: after that long the page is as still as it will be.
  const until = Date.now() + 20000;
  for (let quiet = 0; quiet < 3 && Date.now() < until;) {
    quiet = asked.get(page).size === 0 ? quiet + 1 : 0;
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 30)); }));
  }
}

// The narrowest phone and the widest screen: nothing sticks out.  Without axe, whose rules do not depend on these widths.
export async function fitsNarrowAndWide(page, name) {
  for (const width of [320, 3840]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 30)); }));
    assert.deepEqual(await sticksOut(page), [], `${name} at ${width}`);
  }
}

// Opens a text of the list by its title.
export async function openText(page, served, title) {
  await page.goto(`${served.url}texts`);
  await page.getByRole('link', { name: title }).first().click();
  await page.locator('main.doc .tx').first().waitFor();
}

// Runs in the page: brings a sentence of a paragraph into sight, and tells a place within its first word.
export function placeOfSentence([paragraph, sentence]) {
  const words = document.querySelector(`#p${paragraph} .tx`);
  words.scrollIntoView({ block: 'center' });
  const from = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words.textContent)][sentence].index;
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; before += node.data.length, node = walker.nextNode()) {
    if (from + 2 >= before + node.data.length) continue;
    const range = document.createRange();
    range.setStart(node, from + 1 - before);
    range.setEnd(node, from + 2 - before);
    const box = range.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }
  return null;
}

export async function pagesOf(_lead, served) {
  const at = (place) => async (page) => {
    await page.goto(`${served.url}${place}`);
    await still(page);
  };
  const looks = (words) => async (page) => {
    await page.goto(`${served.url}texts`);
    await still(page);
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.locator('main h1').filter({ hasText: /passage|Nothing/ }).waitFor();
    await still(page);
  };
  return [
    { name: 'overview', who: 'lead', go: at('overview') },
    { name: 'texts', who: 'coder-a', go: at('texts') },
    { name: 'texts-lead', who: 'lead', go: at('texts') },
    { name: 'texts-add', who: 'lead', go: at('texts/add') },
    { name: 'texts-project', who: 'lead', go: at('texts/project') },
    { name: 'reader', who: 'coder-a', go: async (page) => {
      await openText(page, served, 'A clinic with two doors');
      await still(page);
    } },
    { name: 'reader-picker', who: 'coder-a', go: async (page) => {
      await openText(page, served, 'A clinic with two doors');
      for (const key of ['j', 'j', 'j', 'j', 's', 'c']) await page.keyboard.press(key);
      await page.keyboard.type('care');
      await still(page);
    } },
    { name: 'reader-burmese', who: 'coder-a', go: async (page) => {
      await openText(page, served, 'မြစ်ဝကျွန်းပေါ် မှတ်စု');
      await still(page);
    } },
    { name: 'codebook', who: 'coder-a', go: async (page) => {
      await page.goto(`${served.url}codebook/INT.5.8`);
      await page.getByRole('heading', { name: /Adapted delivery/ }).waitFor();
      await page.locator('.picks li').first().waitFor();
      await still(page);
    } },
    { name: 'search', who: 'coder-a', go: looks('police') },
    { name: 'search-empty', who: 'coder-a', go: at('search') },
    { name: 'search-nothing', who: 'coder-a', go: looks('qwertyuiop') },
    { name: 'settings', who: 'lead', go: at('settings') },
    { name: 'study-settings', who: 'lead', go: at('settings/study') },
    ...['settings/definitions', 'settings/legal-rules', 'settings/invented-countries', 'texts/translations', 'texts/sets', 'report/editions'].map((place) =>
      ({ name: place.split('/')[1], who: 'lead', go: at(place) })),
    { name: 'chapters', who: 'lead', go: at('report/chapters') },
    { name: 'chapter', who: 'lead', go: async (page) => {
      await at('report/chapters')(page);
      await page.locator('a[href^="/report/chapters/"]').first().click();
      await page.locator('.chapter-text').waitFor();
      await still(page);
    } },
    { name: 'settings-coder', who: 'coder-a', go: at('settings') },
    { name: 'nothing', who: 'coder-a', go: at('texts/0000000000') },
    { name: 'keys', who: 'coder-a', go: async (page) => {
      await at('texts')(page);
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keys' }).waitFor();
    } },
    { name: 'texts-member', who: 'lantern', go: at('texts') },
    { name: 'compare', who: 'lead', go: async (page) => {
      await page.goto(`${served.url}compare`);
      await page.locator('.matrix .cell').first().click();
      await page.locator('.side blockquote').first().waitFor();
      await still(page);
    } },
    { name: 'gaps', who: 'lead', go: at('compare/gaps') },
    { name: 'together', who: 'coder-a', go: at('compare/together') },
    { name: 'compare-law', who: 'coder-a', go: async (page) => {
      await page.goto(`${served.url}compare`);
      await page.locator('.matrix').waitFor();
      await page.getByRole('button', { name: 'Barriers' }).click();
      await page.getByLabel('Columns').selectOption('legal_model');
      await still(page);
    } },
    { name: 'organisations', who: 'lead', go: at('organisations') },
    { name: 'organisations-import', who: 'lead', go: at('organisations/import') },
    { name: 'organisation', who: 'lead', go: async (page) => {
      await at('organisations')(page);
      await page.getByRole('link', { name: 'Umoja House' }).click();
      await page.getByRole('heading', { name: 'Umoja House' }).waitFor();
      await page.getByText('What is not given is not allowed.').waitFor();
      await still(page);
    } },
    { name: 'organisation-coder', who: 'coder-a', go: async (page) => {
      await at('organisations')(page);
      await page.getByRole('link', { name: 'Umoja House' }).click();
      await page.getByRole('heading', { name: 'Umoja House' }).waitFor();
      await still(page);
    } },
    { name: 'work', who: 'lead', go: at('work') },
    { name: 'agreement-all', who: 'lead', go: at('compare/agreement') },
    { name: 'suggested', who: 'coder-a', go: at('suggest/BAR.4') },
    { name: 'screened', who: 'coder-a', go: at('suggest/texts') },
    { name: 'two-coders', who: 'lead', go: async (page) => {
      await openText(page, served, 'A clinic with two doors');
      await page.getByRole('link', { name: 'Compare coders' }).click();
      await page.locator('.decide').waitFor();
      await still(page);
    } },
    { name: 'findings', who: 'coder-a', go: at('findings') },
    { name: 'country', who: 'coder-a', go: at('countries/XEB') },
    { name: 'report', who: 'lead', go: async (page) => {
      await page.goto(`${served.url}report`);
      await page.frameLocator('iframe.preview').locator('h1').first().waitFor();
      await still(page);
    } },
    { name: 'us', who: 'lantern', go: at('us') },
    { name: 'us-consents', who: 'lantern', go: async (page) => {
      await at('us/consents')(page);
      await page.locator('.switch').first().waitFor();
    } },
    { name: 'us-withdraw', who: 'lantern', go: async (page) => {
      await at('us/consents')(page);
      await page.getByRole('button', { name: 'Take back Quote the words' }).click();
      await page.getByRole('heading', { name: /Take back/ }).waitFor();
      await page.locator('.goes').or(page.getByText('Nothing that is kept here is deleted')).first().waitFor();
    } },
    { name: 'us-facts', who: 'lantern', go: at('us/facts') },
  ];
}
