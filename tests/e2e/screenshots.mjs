// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pictures of every page of the workbench, as each role sees it, at 1280 and 360 pixels, and some in the dark, in other
// languages and right to left.  tools/screenshots starts it.
import path from 'node:path';
import { launch } from './browser.mjs';
import { comeIn, comeInFirst, serve } from './served.mjs';
import { pagesOf, still, watch } from './workbench_pages.mjs';

const out = process.env.CG_OUT;
const only = process.env.CG_ONLY?.split(',');
const served = await serve(process.env.CG_STUDY);
const browser = await launch();
try {
  const open = (options) => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  const people = { lead: lead.context };
  for (const [name, role, organisation] of [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role, organisation);
  }
  for (const { name, who, go } of await pagesOf(lead, served)) {
    if (only && !only.includes(name)) continue;
    const page = await people[who].newPage();
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
} finally {
  await browser.close();
  served.stop();
}
