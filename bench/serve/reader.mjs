// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// node bench/serve/reader.mjs PROGRAM EXAMPLE_FOLDER [spans]: the reader with a text of 100,000 words and 5,000 codings, put
// into a copy of that study: how long the page stands still when the text is opened, scrolled and coded, and when pages are
// switched.  spans: as a browser without CSS highlights draws it.
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

process.env.CG_PROGRAM = process.argv[2];
const { launch } = await import('../../tests/e2e/browser.mjs');
const { comeInFirst, serve } = await import('../../tests/e2e/served.mjs');

const title = 'A long day, for measuring';
const words = ['outreach', 'with', 'peers', 'in', 'the', 'evening', 'a', 'clinic', 'opened', 'its', 'doors', 'legal', 'aid', 'came', 'late'];
const codes = ['INT.2.4', 'BAR.3', 'OUT.1', 'INT.5.1', 'BAR.5.4', 'INT.6.3', 'OUT.7', 'INT.3.3'];

// 1,250 paragraphs of five sentences of 16 words.  Two of five sentences have two codings: the same words, or half of them.
function longStudy(example) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cg-bench-reader-'));
  cpSync(example, folder, { recursive: true });
  const place = 'umoja-house/long.txt';
  const rows = [];
  const paragraphs = Array.from({ length: 1250 }, (_, at) => Array.from({ length: 5 }, (_, nth) => {
    const number = at * 5 + nth;
    const sentence = `They said in sentence number ${number} that ${Array.from({ length: 9 }, (_, word) => words[(number * 7 + word * 3) % words.length]).join(' ')}.`;
    if (nth === 1 || nth === 3) {
      rows.push([sentence, codes[number % codes.length], 'coder-a'], [number % 4 < 2 ? sentence : sentence.split(' ').slice(0, 9).join(' '), codes[(number + 3) % codes.length], 'coder-b']);
    }
    return sentence;
  }).join(' '));
  writeFileSync(path.join(folder, 'case-studies', place), `${paragraphs.join('\n\n')}\n`);
  appendFileSync(path.join(folder, 'case-studies', 'umoja-house', 'meta.toml'), `\n[[document]]\nfile = "long.txt"\nkind = "account"\nlanguage = "en"\ntitle = "${title}"\n`);
  appendFileSync(path.join(folder, 'codings.csv'), rows.map(([exact, code, coder]) => `${place},"${exact}",${code},${coder},2026-05,accepted\n`).join(''));
  return { folder, count: rows.length };
}

const middle = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
const row = (what, all, worst) => console.log(`| ${what} | ${middle(all).toFixed(0)} ms | ${Math.max(...all).toFixed(0)} ms | ${worst.toFixed(0)} ms |`);

const { folder, count } = longStudy(process.argv[3]);
const served = await serve(folder);
const browser = await launch();
try {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await comeInFirst(context, served);
  const page = await context.newPage();
  await page.addInitScript((spans) => {
    if (spans) Object.defineProperty(globalThis, 'CSS', { value: { supports: CSS.supports.bind(CSS), escape: CSS.escape } });
    globalThis.stood = [];
    new PerformanceObserver((list) => { for (const one of list.getEntries()) globalThis.stood.push(one.duration); }).observe({ entryTypes: ['longtask'] });
    globalThis.painted = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
  }, process.argv[4] === 'spans');
  // The longest that the page stood still since the last time this was asked; what the server tells afterwards is waited for.
  const stood = async () => {
    await page.waitForTimeout(2500);
    return page.evaluate(() => Math.max(0, ...globalThis.stood.splice(0)));
  };
  const key = (name) => page.evaluate(async (name) => {
    const begun = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await globalThis.painted();
    return performance.now() - begun;
  }, name);
  console.log(`| ${count} codings, ${process.argv[4] === 'spans' ? 'spans' : 'CSS highlights'} | median | worst | longest that the page stood still |`);
  console.log('|---|---:|---:|---:|');
  await page.goto(`${served.url}texts`);
  const place = await page.getByRole('link', { name: title }).getAttribute('href');

  let all = [];
  let worst = 0;
  for (let at = 0; at < 3; at += 1) {
    await page.goto(`${served.url}${place.slice(1)}`, { waitUntil: 'commit' });
    await page.locator('#p1249').waitFor({ state: 'attached' });
    all.push(await page.evaluate(async () => { await globalThis.painted(); return performance.now(); }));
    worst = Math.max(worst, await stood());
  }
  row('opened by its address', all, worst);

  const frames = await page.evaluate(async () => {
    const pane = [document.querySelector('main.doc'), document.scrollingElement].find((one) => one.scrollHeight > one.clientHeight + 1000 && getComputedStyle(one).overflowY !== 'visible') ?? document.scrollingElement;
    const took = [];
    for (let at = 0; at < 200; at += 1) {
      const begun = performance.now();
      pane.scrollBy(0, 600);
      await globalThis.painted();
      took.push(performance.now() - begun);
    }
    return took;
  });
  row('scrolled by 600 pixels, 200 times', frames, await stood());
  await page.evaluate(() => scrollTo(0, 0));

  for (const [name, what] of [['j', 'the next paragraph'], ['s', 'a sentence is chosen'], ['n', 'the next coding']]) {
    all = [];
    for (let at = 0; at < 9; at += 1) all.push(await key(name));
    row(what, all, await stood());
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  all = [];
  for (let at = 0; at < 5; at += 1) {
    all.push(await page.evaluate(async () => {
      const begun = performance.now();
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true }));
      await globalThis.painted();
      return performance.now() - begun;
    }));
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
  }
  row('the list of codes opens', all, await stood());
  await page.keyboard.press('c');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('INT.2.4');
  await page.keyboard.press('Enter');
  await stood();
  all = [];
  worst = 0;
  for (let at = 0; at < 7; at += 1) {
    all.push(await key('1'));
    worst = Math.max(worst, await stood());
  }
  row('a code is given by 1, seen in the margin', all, worst);

  const leave = [];
  const back = [];
  let left = 0;
  let came = 0;
  for (let at = 0; at < 5; at += 1) {
    const go = (selector, there) => page.evaluate(async ([selector, there]) => {
      const begun = performance.now();
      document.querySelector(selector).click();
      while (!document.querySelector(there)) await new Promise((resolve) => { setTimeout(resolve, 0); });
      await globalThis.painted();
      return performance.now() - begun;
    }, [selector, there]);
    leave.push(await go('nav a[href="/codebook"]', '.picks, .code-tree, main h1'));
    left = Math.max(left, await stood());
    await page.evaluate(() => history.back());
    await page.locator('#p1249').waitFor({ state: 'attached' });
    await stood();
    leave.push(await go('nav a[href="/texts"]', `main a[href="${place}"]`));
    left = Math.max(left, await stood());
    back.push(await go(`main a[href="${place}"]`, '#p1249'));
    came = Math.max(came, await stood());
  }
  row('from it to another page', leave, left);
  row('to it from the list of texts', back, came);
} finally {
  await browser.close();
  served.stop();
  rmSync(folder, { recursive: true, force: true });
}
