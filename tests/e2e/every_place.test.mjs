// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What holds for every address of the workbench: one heading in every state, also where a role may not look, while answers
// are awaited, and without a server; an address that is none; and the focus after what was pressed is gone.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { axeViolations } from './browser.mjs';
import { begin, looksRight } from './looks.mjs';
import { still } from './workbench_pages.mjs';

const ids = { code: 'INT.5.8', text: '0000000000', thing: '0000000000', organisation: '0000000000', finding: '0000000000', chapter: '0000000000' };
const addresses = [...readFileSync(new URL('../../web/src/main.tsx', import.meta.url), 'utf8').matchAll(/ path="\/([^"]+)"/g)]
  .map(([, address]) => address.replace(/:(\w+)/g, (_, name) => ids[name]));

let all;
before(async () => {
  all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['reviewer', 'reviewer'], ['lantern', 'member', 'lantern-collective'],
    ['guest', 'reader']]);
});
after(async () => { await all?.stop(); });

// The headings of the first level that somebody meets, in whatever part of the page.
const headings = (page) => page.evaluate(() => [...document.querySelectorAll('h1')]
  .filter((one) => one.getClientRects().length > 0).map((one) => one.textContent.trim()));
const hasOne = async (page, about) => {
  const found = await headings(page);
  assert.equal(found.length, 1, `${about}: ${JSON.stringify(found)}`);
  assert.notEqual(found[0], '', about);
};

test('there are as many addresses as the program has', () => assert.ok(addresses.length > 60, addresses.length));

test('every page has one heading for every role, and what a role may not see shows no tabs', async () => {
  await Promise.all(['guest', 'lantern', 'reviewer', 'coder-a'].map(async (who) => {
    const { page, wrong, go } = await all.pageOf(who);
    for (const address of addresses) {
      await go(address);
      await hasOne(page, `${who} at ${address}`);
      assert.equal(await page.locator('main').count(), 1, `${who} at ${address}`);
    }
    for (const address of { guest: ['compare', 'suggest/texts', 'texts'], lantern: ['compare/gaps', 'suggest/texts', 'findings'], reviewer: ['suggest/texts'], 'coder-a': ['report'] }[who]) {
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await go(address);
      await page.getByRole('alert').getByText('Your role may not see this.').waitFor();
      assert.equal(await page.locator('nav.tabs').count(), 0, `${who} at ${address}: tabs`);
      assert.deepEqual(asked.filter((url) => /\/api\/v1\/(compare|gap-map|screening|documents|findings|report)/.test(url)), [], `${who} at ${address}`);
      page.removeAllListeners('request');
    }
    await looksRight(page, `forbidden-${who}`);
    assert.deepEqual(wrong, []);
    await page.close();
  }));
});

const toHold = /\/api\/v1\/(?!session|events)/;

test('every page has one heading while its answers are awaited, when they fail, and without a connection', async () => {
  for (const [who, ofPlaces] of [['lead', () => true], ['lantern', (one) => one.startsWith('us')]]) {
    await Promise.all(['awaited', 'failed', 'offline'].map(async (state) => {
      const { page, wrong } = await all.pageOf(who);
      await page.route(toHold, (route) => {
        if (state === 'failed') return route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"urn:commonground:internal","title":"Internal","status":500,"detail":"That did not work."}' });
        return state === 'offline' ? route.abort() : undefined; // no answer ever comes
      });
      for (const address of addresses.filter(ofPlaces)) {
        await page.goto(`${all.served.url}${address}`);
        await page.locator('main').waitFor();
        if (state === 'awaited') await page.waitForTimeout(700); // what takes longer says so
        else await page.locator('main [role=alert]').first().waitFor({ timeout: 1500 }).catch(() => {}); // pages that ask for nothing
        await hasOne(page, `${who} at ${address}, ${state}`);
      }
      assert.deepEqual(await axeViolations(page), [], state);
      assert.deepEqual(wrong, [], state);
      await page.close();
    }));
  }
});

test('a page that is on its way, and one that does not come, have their heading', async () => {
  const { page } = await all.pageOf('lead');
  let comes;
  const waits = new Promise((resolve) => { comes = resolve; });
  await page.route(/\/assets\/codebook[^/]*\.js/, async (route) => {
    await waits;
    await route.abort();
  });
  await page.goto(`${all.served.url}codebook`);
  await page.getByText('Opening the page').waitFor();
  assert.deepEqual(await headings(page), ['Codebook']);
  comes();
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  assert.deepEqual(await headings(page), ['Codebook']);
  assert.equal(await page.locator('main').count(), 1);
  await page.close();

  const { page: other } = await all.pageOf('lead');
  await other.route(/\/api\/v1\/session$/, (route) => route.abort());
  await other.goto(`${all.served.url}codebook`);
  await other.getByRole('heading', { level: 1, name: 'No connection.' }).waitFor();
  assert.deepEqual(await axeViolations(other), []);
  await other.unroute(/\/api\/v1\/session$/);
  await other.getByRole('button', { name: 'Try again' }).click();
  await other.getByRole('heading', { level: 1, name: /codes/ }).waitFor();
  await other.close();
});

test('an address that is none is answered in words to people, and as a problem to programs', async () => {
  const address = 'umoja-house/secret-plans.php?name=Invented';
  // Not fetch(), which sets Sec-Fetch-Mode by itself.
  const get = (headers, where = address, method = 'GET') => new Promise((resolve, reject) => {
    http.request(`${all.served.url}${where}`, { method, headers }, async (answer) => {
      let body = '';
      for await (const part of answer.setEncoding('utf8')) body += part;
      resolve({ status: answer.statusCode, type: answer.headers['content-type'], vary: answer.headers.vary, body });
    }).on('error', reject).end();
  });
  for (const headers of [{}, { Accept: '*/*' }, { Accept: 'application/json' }, { Accept: 'text/html', 'Sec-Fetch-Dest': 'empty' }, { Accept: 'text/html', 'Sec-Fetch-Dest': 'script' }]) {
    const { status, type } = await get(headers);
    assert.deepEqual([status, type], [404, 'application/problem+json'], JSON.stringify(headers));
  }
  const opened = { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'Sec-Fetch-Dest': 'document' };
  for (const headers of [opened, { Accept: opened.Accept }]) {
    const { status, type, vary, body } = await get(headers);
    assert.deepEqual([status, type.split(';')[0]], [404, 'text/html'], JSON.stringify(headers));
    assert.match(vary, /Accept, Sec-Fetch-Dest/);
    assert.ok(!/umoja|secret|Invented/i.test(body), 'the page repeats the address');
  }
  for (const [where, method] of [['api/v1/nowhere', 'GET'], ['api/nowhere', 'GET'], ['api', 'GET'], [address, 'POST']]) {
    const { status, type } = await get(opened, where, method);
    assert.deepEqual([status, type], [404, 'application/problem+json'], `${method} ${where}`);
  }

  const { page, wrong } = await all.pageOf('coder-a');
  assert.equal((await page.goto(`${all.served.url}${address}`)).status(), 404);
  await page.getByRole('heading', { level: 1, name: 'There is nothing here.' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  assert.ok(!/umoja|secret|php|Invented/i.test(await page.locator('main').innerHTML()));
  await looksRight(page, 'no-such-address');
  await page.locator('main').getByRole('link', { name: 'Texts' }).click();
  await page.getByRole('heading', { level: 1, name: /texts? that you may read/ }).waitFor();
  for (const [language, words] of [['fr', 'Il n\'y a rien ici.'], ['ru', 'Здесь ничего нет.']]) {
    await page.goto(`${all.served.url}nowhere?lang=${language}`);
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
  }
  assert.deepEqual(wrong, []);
  await page.close();

  // Who is not signed in is told nothing but where to sign in.
  const context = await all.browser.newContext({ locale: 'en-GB' });
  const nobody = await context.newPage();
  await nobody.goto(`${all.served.url}${address}`);
  await nobody.getByRole('heading', { name: 'Sign in' }).waitFor();
  await context.close();
});

// Where the focus is, in words; null: nowhere.
const focus = (page) => page.evaluate(() => {
  const one = document.activeElement;
  return !one || one === document.body ? null : `${one.tagName} ${one.textContent.trim().slice(0, 80)}`;
});
async function keepsFocus(page, about) {
  await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body, null, { timeout: 4000 })
    .catch(() => assert.fail(`${about}: the focus is nowhere`));
  return focus(page);
}

test('the focus stays on the page after what had it is gone', async () => {
  const { page, wrong, go } = await all.pageOf('lead');
  const press = async (name, options = {}) => {
    const button = page.getByRole('button', { name, ...options }).first();
    await button.focus();
    await page.keyboard.press('Enter');
  };
  // A form in place of the button that opens it, and back.
  await go('organisations');
  await page.getByRole('link', { name: 'Umoja House' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Umoja House' }).waitFor();
  await still(page);
  assert.match(await keepsFocus(page, 'another page'), /^H1 Umoja House/);
  await press('Record a consent');
  await page.getByRole('heading', { name: 'Record a consent' }).waitFor();
  assert.equal(await keepsFocus(page, 'a form opened'), 'H3 Record a consent');
  await press('Not now');
  assert.match(await keepsFocus(page, 'a form closed'), /Record a consent|^H2/);

  // A question in place of the button that asks it: its words, not the answer.
  await go('settings/definitions');
  await page.locator('.things a').first().click();
  await page.locator('#n-label').waitFor();
  await still(page);
  await press('Take it out');
  await page.getByText('It goes for everybody; it can be undone.').waitFor();
  assert.match(await keepsFocus(page, 'a question'), /^P It goes for everybody/);
  await press('Not now');
  assert.equal(await keepsFocus(page, 'a question left'), 'BUTTON Take it out …');
  assert.deepEqual(wrong, []);
  await page.close();
});
