// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Debian's Chromium, told to be quiet, and what is asked of an open page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { heed } from './contract.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Answers of the API are held against what it promises.
export const launch = async () =>
  slowed(heed(await chromium.launch({
    executablePath: process.env.CG_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // Chromium's sandbox refuses to run as root, as in a container; the pages are our own files
      ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-default-apps', '--font-render-hinting=none',
    ],
  })));

// CG_SLOW_READS=MILLISECONDS: each read of the API reaches its page up to that much later, each by another time, as on a busy
// machine or a slow line.  What passes only where answers come in the order in which they were asked for fails then.
function slowed(browser) {
  const most = Number(process.env.CG_SLOW_READS ?? 0);
  if (most === 0) return browser;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.route(/\/api\/v1\/(?!events)/, async (route) => {
      if (route.request().method() === 'GET') await new Promise((resolve) => { setTimeout(resolve, Math.random() * most); });
      await route.continue().catch(() => {}); // its page was closed
    });
    return context;
  };
  return browser;
}

export const address = (root, page) => pathToFileURL(path.join(root, page)).href;

// A window whose requests are written down.  options: Playwright's, e.g. {viewport, colorScheme, javaScriptEnabled}.
export async function open(browser, options) {
  const context = await browser.newContext(options);
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfailed', (request) => requests.push(`failed: ${request.url()}`));
  return { page: await context.newPage(), requests, close: () => context.close() };
}

// A picture of a page for eyes, where somebody asks for it: drawing a long page takes as long as looking for its faults.
export async function picture(page, name, options = {}) {
  if (process.env.CG_PICTURES) await page.screenshot({ path: path.join(process.env.CG_OUT, name), ...options });
}

const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const allRules = { runOnly: all };
// Those that go by colours, for a page that was looked at in other colours already; and all others, for a state of a page that
// was looked at in another width: to find what is behind each word takes four fifths of the time.  Every page of the
// workbench is looked at with all rules in both widths (workbench.test.mjs).
export const rulesOfColours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
export const rulesOfPlaces = { runOnly: all, rules: { 'color-contrast': { enabled: false } } };

// What axe-core finds against WCAG 2.2 A and AA and its best practices: one line a place.
export async function axeViolations(page, rules = allRules) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ['violations'], ...rules }), rules);
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').at(-1).trim()}`),
  );
}

// Elements that stick out sideways, when the page can be scrolled sideways; empty when it cannot.
export const sticksOut = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > root.clientWidth + 0.5 || box.left < -0.5;
    });
    return [`${root.scrollWidth} px wide in ${root.clientWidth}`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 100))];
  });

// The element that has the focus, and whether a person can see that.
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { tag: element.tagName, href: element.getAttribute('href'), text: element.textContent.trim().slice(0, 60),
      html: element.outerHTML.slice(0, 120), ring, inside };
  });
