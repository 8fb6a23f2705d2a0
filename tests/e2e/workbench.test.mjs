// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The workbench on the invented network: every page at 360 and 1280 pixels with axe, and whole journeys.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, launch, sticksOut } from './browser.mjs';
import { comeIn, comeInFirst, serve } from './served.mjs';
import { pagesOf } from './workbench_pages.mjs';

let served;
let browser;
let lead;
let people;

before(async () => {
  served = await serve(process.env.CG_STUDY);
  browser = await launch();
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  lead = { context: await open() };
  Object.assign(lead, await comeInFirst(lead.context, served));
  people = { lead: lead.context };
  for (const [name, role, organisation] of [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective']]) {
    people[name] = await open();
    await comeIn(people[name], served, lead, name, role, organisation);
  }
});
after(async () => {
  await browser?.close();
  served?.stop();
});

// A page whose errors, and whose breaches of the content policy, fail the test.
async function pageOf(who) {
  const page = await people[who].newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  page.on('request', (request) => { if (!request.url().startsWith(served.url)) wrong.push(`asks elsewhere: ${request.url()}`); });
  return { page, wrong };
}

test('every page fits 360 and 1280 pixels, and axe finds nothing', async (t) => {
  for (const { name, who, go } of await pagesOf(lead, served)) {
    await t.test(name, async () => {
      const { page, wrong } = await pageOf(who);
      await go(page);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForTimeout(100);
        assert.deepEqual(await sticksOut(page), [], `${name} at ${width}`);
        assert.deepEqual(await axeViolations(page), [], `${name} at ${width}`);
        await page.screenshot({ path: path.join(process.env.CG_OUT, `${name}-${width}.png`), fullPage: true });
      }
      assert.equal(await page.title(), 'Workbench', 'a title tells what is read');
      assert.deepEqual(wrong, [], name);
      await page.close();
    });
  }
});
