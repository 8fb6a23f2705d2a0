// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What tests of single pages share: a served study with its people, a page whose errors are written down, and whether a
// page fits and axe finds nothing at 360 and 1280 pixels.
import assert from 'node:assert/strict';
import { axeViolations, launch, picture, rulesOfPlaces, sticksOut } from './browser.mjs';
import { ask, code, comeIn, comeInFirst, fetched, serve } from './served.mjs';
import { fitsNarrowAndWide, still, watch } from './workbench_pages.mjs';

// people: [name, role, organisation?] besides the first coordinator, "lead".
export async function begin(study, people = []) {
  const served = await serve(study);
  const browser = await launch();
  const open = () => browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const stop = async () => {
    await browser.close();
    served.stop();
  };
  const lead = { context: await open() };
  const all = { lead };
  try {
    Object.assign(lead, await comeInFirst(lead.context, served));
    for (const [name, role, organisation] of people) {
      all[name] = { context: await open() };
      Object.assign(all[name], await comeIn(all[name].context, served, lead, name, role, organisation));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const pageOf = async (who, options) => {
    const page = await all[who].context.newPage(options);
    watch(page);
    const wrong = errorsOf(page);
    page.on('request', (request) => { if (!request.url().startsWith(served.url)) wrong.push(`asks elsewhere: ${request.url()}`); });
    const go = async (place) => {
      await page.goto(`${served.url}${place}`);
      await still(page);
    };
    return { page, wrong, go };
  };
  const api = (who, method, route, body, version) => ask(all[who].context, served, all[who].csrf, method, route, body, version);
  const fetchedAs = (who, address, options) => fetched(all[who].context, served, address, { csrf: all[who].csrf, ...options });
  return { served, browser, people: all, pageOf, api, fetchedAs, stop };
}

// Somebody who coordinates has a second key; gives recovery codes, each good once.
export async function giveSecondKey(all, name) {
  const person = all.people[name];
  const { key } = await all.api(name, 'POST', '/session/second-key');
  const confirmed = await all.api(name, 'PUT', '/session/second-key', { code: code(key) });
  person.csrf = confirmed.session.csrf;
  person.recovery = confirmed.recovery_codes;
}

// What goes wrong on the page from now on: errors of its program, and what its policy forbids.
export function errorsOf(page) {
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  return wrong;
}

// Nothing sticks out and axe finds nothing, at 1280 pixels and at 360; the page is wide afterwards.
export async function isClean(page, name) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await still(page);
    await page.evaluate(() => scrollTo(0, 0)); // else what a bar at the top half covers counts as a small target
    assert.deepEqual(await sticksOut(page), [], `${name} at ${width}`);
    assert.deepEqual(await axeViolations(page, width === 360 ? rulesOfPlaces : undefined), [], `${name} at ${width}`);
    await picture(page, `${name}-${width}.png`, { fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

// As isClean, and at 320 and 3840 pixels.
export async function looksRight(page, name) {
  await isClean(page, name);
  await fitsNarrowAndWide(page, name);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await page.title(), 'Workbench', 'a title tells what is read');
}
