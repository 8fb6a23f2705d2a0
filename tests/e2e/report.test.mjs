// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report of the example study as its readers meet it: on a phone and on a desk, light and dark, by keyboard, on paper,
// without script and without a network.  CG_PROGRAM is the program, CG_STUDY the study, CG_OUT a folder of this test's own.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { address, axeViolations, focused, launch, open, rulesOfColours, rulesOfPlaces, sticksOut } from './browser.mjs';
import { filesOf, idsOf, kindsOf, linkProblems, pagesOf, read, referencesOf } from './site.mjs';

const out = process.env.CG_OUT;
const root = path.join(out, 'report');
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const few = (problems) => problems.slice(0, 12).join('\n');
const none = (problems, what) => assert.equal(problems.length, 0, `${what}: ${problems.length}\n${few(problems)}`);

let browser;
let kinds;

before(async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  execFileSync(process.env.CG_PROGRAM, ['report', process.env.CG_STUDY, '-o', root, '--quiet'], { stdio: 'inherit' });
  kinds = kindsOf(root);
  browser = await launch();
});
after(() => browser?.close());

test('there are at least eight kinds of page', () => {
  assert.ok(kinds.kinds >= 8, `${kinds.kinds}: ${kinds.pages.join(' ')}`);
});

test('every link leads somewhere, and every page can be reached', () => {
  none(linkProblems(root), 'links');
});

test('every page has a language, a title of its own, one first heading, ids used once, and no script', () => {
  const problems = [];
  const titles = new Map();
  for (const page of pagesOf(root)) {
    const html = read(root, page);
    const title = html.match(/<title>([^<]*)<\/title>/)?.[1].trim();
    if (!title) problems.push(`${page}: no title`);
    else if (titles.has(title)) problems.push(`${page}: same title as ${titles.get(title)}: ${title}`);
    titles.set(title, page);
    if (!/<html[^>]*\slang="[a-z-]+"/i.test(html)) problems.push(`${page}: no language`);
    if ((html.match(/<h1[\s>]/g) ?? []).length !== 1) problems.push(`${page}: not one h1`);
    if (/<script[\s>]|\son[a-z]+="|javascript:/i.test(html)) problems.push(`${page}: a script`);
    const ids = idsOf(html);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) problems.push(`${page}: id ${id} twice`);
  }
  none(problems, 'pages');
});

test('links out of the site tell the other side nothing', () => {
  const problems = [];
  for (const page of pagesOf(root)) {
    for (const { tag, attribute, value } of referencesOf(read(root, page))) {
      if (/^https?:/.test(value) && attribute === 'href' && tag.startsWith('<a') &&
          !(/rel="[^"]*noreferrer/.test(tag) && /rel="[^"]*noopener/.test(tag))) problems.push(`${page}: ${tag}`);
      if (/^https?:/.test(value) && tag.startsWith('<link')) problems.push(`${page}: ${tag}`);
    }
  }
  none(problems, 'links');
});

test('no file of the site names this machine or the moment', () => {
  const problems = [];
  for (const file of filesOf(root).filter((name) => /\.(html|css|svg|json|csv|txt|xml)$/.test(name))) {
    const text = read(root, file);
    for (const secret of [out, process.env.CG_STUDY, process.env.HOME].filter((value) => value && value.length > 5)) {
      if (text.includes(secret)) problems.push(`${file}: ${secret}`);
    }
  }
  none(problems, 'places');
});

// Colours on a wide page in the light and on a narrow one in the dark; everything else on both.
for (const [colorScheme, viewport, rules] of [['light', desk, undefined], ['light', phone, rulesOfPlaces], ['dark', phone, rulesOfColours]]) {
  test(`axe finds nothing: ${colorScheme}, ${viewport.width} px`, async () => {
    const { page, close } = await open(browser, { viewport, colorScheme });
    const problems = [];
    for (const name of kinds.pages) {
      await page.goto(address(root, name));
      problems.push(...(await axeViolations(page, rules)).map((violation) => `${name}: ${violation}`));
    }
    await close();
    none(problems, 'violations');
  });
}

test('no page scrolls sideways: 320 and 360 px, also from right to left, also with text twice as large', async () => {
  const { page, close } = await open(browser, { viewport: phone });
  const problems = [];
  const look = async (name, what) => problems.push(...(await sticksOut(page)).map((line) => `${name} (${what}): ${line}`));
  for (const name of kinds.pages) {
    await page.goto(address(root, name));
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await look(name, `${width} px`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await look(name, 'right to left');
    await page.evaluate(() => { document.documentElement.dir = 'ltr'; document.documentElement.style.fontSize = '200%'; });
    await page.setViewportSize({ width: 1280, height: 900 });
    await look(name, 'text of 200 %');
  }
  await close();
  none(problems, 'pages');
});

test('nothing is cut: no words under an ellipsis, none outside their box, at 360 and 1280 px', async () => {
  const { page, close } = await open(browser, { viewport: phone });
  const problems = [];
  for (const name of kinds.pages) {
    await page.goto(address(root, name));
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      problems.push(...(await page.evaluate(() => {
        const cut = [];
        for (const element of document.body.querySelectorAll('*')) {
          if (element.closest('.vh, .skip, .cl, [aria-hidden="true"], svg, details:not([open])')) continue;
          const style = getComputedStyle(element);
          if (style.textOverflow === 'ellipsis') cut.push(`ellipsis: ${element.outerHTML.slice(0, 80)}`);
          if (style.overflowX === 'visible' || element.classList.contains('scroll') || element.classList.contains('wide')) continue;
          if (element.scrollWidth > element.clientWidth + 1) cut.push(`cut: ${element.outerHTML.slice(0, 80)}`);
        }
        if (/…/.test(document.querySelector('main')?.textContent.replaceAll(' …', '') ?? '')) cut.push('a word that ends in dots');
        return cut.slice(0, 3);
      })).map((line) => `${name} at ${width}: ${line}`));
    }
  }
  await close();
  none(problems, 'pages');
});

test('readers meet no ids of codes outside the annexes', () => {
  const problems = [];
  for (const page of pagesOf(root).filter((name) => !name.startsWith('annexes'))) {
    const words = read(root, page).replace(/<[^>]*>/g, ' ');
    const id = words.match(/\b(?:INT|BAR|OUT|SEC)\.\d[\d.]*/);
    if (id) problems.push(`${page}: ${id[0]}`);
  }
  none(problems, 'pages');
});

test('the fonts lie in the report, and the pages are set in them', async () => {
  const fonts = filesOf(root).filter((name) => name.endsWith('.woff2'));
  assert.ok(fonts.length >= 5, fonts.join(' '));
  assert.ok(fonts.reduce((sum, name) => sum + statSync(path.join(root, name)).size, 0) <= 250_000);
  const { page, close } = await open(browser, { viewport: desk });
  await page.goto(address(root, 'index.html'));
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family));
  await close();
  for (const family of ['Noto Serif', 'Noto Serif Display', 'Noto Sans']) {
    assert.ok(loaded.some((name) => name.includes(family)), `${family} is not used: ${loaded.join(', ')}`);
  }
});

test('few pages, and none too heavy for a slow line but long evidence', () => {
  none(pagesOf(root).filter((name) => !name.startsWith('evidence/') && statSync(path.join(root, name)).size > 200_000), 'pages');
});

test('without script every page looks the same', async () => {
  const withScript = await open(browser, { viewport: desk, javaScriptEnabled: true });
  const without = await open(browser, { viewport: desk, javaScriptEnabled: false });
  const problems = [];
  for (const name of kinds.pages) {
    const pictures = [];
    for (const { page } of [withScript, without]) {
      await page.goto(address(root, name));
      pictures.push(await page.screenshot());
    }
    if (!pictures[0].equals(pictures[1])) problems.push(name);
  }
  await withScript.close();
  await without.close();
  none(problems, 'pages');
});

test('no page asks the network for anything', async () => {
  const { page, requests, close } = await open(browser, { viewport: desk });
  for (const name of kinds.pages) {
    await page.goto(address(root, name));
    // What a page asks after it is loaded: its fonts, and what drawing it brings.
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); })));
  }
  await close();
  assert.ok(requests.length >= kinds.pages.length, 'the requests were not seen');
  const here = address(root, '');
  // A font that the next page cut off was asked of the folder, too.
  none(requests.filter((url) => !url.replace('failed: ', '').startsWith(here) && !url.startsWith('data:')), 'requests');
});

test('by keyboard: the skip link first, it works, and the focus is always seen', async () => {
  const problems = [];
  for (const viewport of [phone, desk]) {
    const { page, close } = await open(browser, { viewport });
    for (const name of kinds.pages) {
      await page.goto(address(root, name));
      await page.keyboard.press('Tab');
      const first = await focused(page);
      if (!first?.href?.startsWith('#') || !first.inside || !first.ring) {
        problems.push(`${name} at ${viewport.width}: the first stop is not a skip link that can be seen: ${first?.html}`);
        continue;
      }
      for (let stop = 0; stop < 25; ++stop) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        if (!now) break;
        if (!now.ring) problems.push(`${name} at ${viewport.width}: no ring around ${now.html}`);
        if (!now.inside) problems.push(`${name} at ${viewport.width}: outside the window: ${now.html}`);
      }
      await page.goto(address(root, name));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const landed = await page.evaluate(() => {
        const target = document.getElementById(location.hash.slice(1));
        return target !== null && target.closest('main') !== null;
      });
      if (!landed) problems.push(`${name}: the skip link does not lead into main`);
    }
    await close();
  }
  none(problems, 'stops');
});

test('on paper: every kind of page prints, and nothing is cut off at the side', async () => {
  const { page, close } = await open(browser, { viewport: { width: 794, height: 1123 } });
  const problems = [];
  for (const name of kinds.pages) {
    await page.goto(address(root, name));
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
      const sheets = (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
      if (sheets < 1 || sheets > 60) problems.push(`${name}: ${sheets} sheets of ${format}`);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 680, height: 1000 });  // A4 less margins of 15 mm
    problems.push(...(await sticksOut(page)).map((line) => `${name} in print: ${line}`));
    await page.emulateMedia({ media: null });
  }
  await close();
  none(problems, 'pages');
});

test('the summary that stands alone is two pages of paper, in every language', async () => {
  const whole = path.join(out, 'languages');
  const network = path.join(out, 'network.cg'); // its own: a report keeps an edition in the study
  execFileSync(new URL('../network/copy', import.meta.url).pathname, [process.env.CG_PROGRAM, network]);
  execFileSync(process.env.CG_PROGRAM, ['report', network, '-o', whole, '--lang', 'all', '--quiet'], { stdio: 'ignore' });
  const { page, close } = await open(browser, { viewport: { width: 794, height: 1123 } });
  const sheets = {};
  for (const place of ['', 'en', 'fr', 'es', 'ru', 'zh']) {
    await page.goto(place === '' ? address(root, 'summary.html') : address(path.join(whole, place), 'summary.html'));
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
      const count = (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
      if (count !== 2) sheets[`${place} ${format}`] = count;
    }
  }
  await close();
  assert.deepEqual(sheets, {});
});

test('a filter shows the cases that it names, without script, and all of them again', async () => {
  const { page, close } = await open(browser, { viewport: phone, javaScriptEnabled: false });
  const cards = async () => (await page.locator('.cc:visible').allInnerTexts()).length;
  await page.goto(address(root, 'cases.html'));
  const all = await cards();
  const filters = await page.locator('.filt a[href^="#filter-"]').count();
  assert.ok(filters > 0 && all > 0);
  for (let i = 0; i < filters; ++i) {
    await page.locator('.filt a[href^="#filter-"]').nth(i).click();
    const said = await page.locator('.fl:visible').innerText();
    const shown = await cards();
    assert.ok(said.match(/\d+/g).map(Number).includes(shown), `${said} ${shown}`);
    await page.locator('.fl:visible a').click();
    assert.equal(await cards(), all);
  }
  await close();
});

test('every page leads on', () => {
  none(pagesOf(root).filter((name) => !/class="(prev|next)"/.test(read(root, name))), 'pages without a previous or next one');
});
