// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pictures of every page of the workbench, as each role sees it, at 1280 and 360 pixels, and some in the dark, in other
// languages and right to left.  tools/screenshots starts it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from './browser.mjs';
import { comeIn, comeInFirst, program, serve } from './served.mjs';
import { openText, pagesOf, still, watch } from './workbench_pages.mjs';

const out = process.env.CG_OUT;
const only = process.env.CG_ONLY?.split(',');
const wide = (options) => ({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });

async function picture(context, name, go) {
  const page = await context.newPage();
  watch(page);
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') console.error(`${name}: ${message.text()}`); });
  await go(page);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await still(page);
    await page.screenshot({ path: path.join(out, `${name}-${width}.png`), fullPage: width === 360 || !name.startsWith('reader') });
  }
  if (['overview', 'reader', 'compare'].includes(name)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: path.join(out, `${name}-dark-1280.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await page.screenshot({ path: path.join(out, `${name}-rtl-1280.png`) });
  }
  await page.close();
}

// Every page of the invented network, and what a reviewer and a reader see first.
async function network(browser) {
  const served = await serve(process.env.CG_STUDY);
  try {
    const lead = { context: await browser.newContext(wide()) };
    Object.assign(lead, await comeInFirst(lead.context, served));
    const people = { lead: lead.context };
    for (const [name, role, organisation] of [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['reviewer', 'reviewer'], ['guest', 'reader']]) {
      people[name] = await browser.newContext(wide());
      await comeIn(people[name], served, lead, name, role, organisation);
    }
    const at = (place) => async (page) => {
      await page.goto(`${served.url}${place}`);
      await still(page);
    };
    const pages = [...await pagesOf(lead, served),
      { name: 'reviewer-first', who: 'reviewer', go: at('') }, { name: 'reviewer-findings', who: 'reviewer', go: at('findings') },
      { name: 'reviewer-text', who: 'reviewer', go: (page) => openText(page, served, 'A clinic with two doors') },
      { name: 'guest-first', who: 'guest', go: at('') }];
    for (const { name, who, go } of pages) if (!only || only.includes(name)) await picture(people[who], name, go);
  } finally {
    served.stop();
  }
}

// A study as "commonground new" makes it: the page where the first account is made, and the first path.
async function firstRun(browser) {
  if (only && !only.some((name) => name.startsWith('first-run'))) return;
  const work = mkdtempSync(path.join(os.tmpdir(), 'cg-first-'));
  try {
    const made = spawnSync(program, ['new', path.join(work, 'study'), '--title', 'An invented first study', '--quiet'], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const served = await serve(path.join(work, 'study'));
    try {
      const context = await browser.newContext(wide());
      await comeInFirst(context, served);
      for (const [name, place] of [['first-run', 'overview'], ['first-run-organisations', 'organisations'], ['first-run-texts', 'texts'], ['first-run-report', 'report']]) {
        await picture(context, name, async (page) => {
          await page.goto(`${served.url}${place}`);
          await still(page);
        });
      }
    } finally {
      served.stop();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const browser = await launch();
try {
  await network(browser);
  await firstRun(browser);
} finally {
  await browser.close();
}
