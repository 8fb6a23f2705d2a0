// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coming in by a browser: the first run, the second key, leaving quickly; in five languages, at 360 and 1280 pixels.
import test from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path';
import { axeViolations, launch, open, sticksOut } from './browser.mjs';
import { code, passphrase, serve } from './served.mjs';

const pictures = process.env.CG_OUT;
async function looksRight(page, name) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await sticksOut(page), [], `${name} at ${width}`);
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  assert.deepEqual(await axeViolations(page), [], name);
}

// Asks again until it is so.
async function until(holds, otherwise) {
  for (const end = Date.now() + 20000; !(await holds());) assert.ok(Date.now() < end, otherwise);
}

test('from the first run to leaving quickly', async () => {
  const served = await serve(process.env.CG_STUDY);
  const browser = await launch();
  try {
    const { page, requests, close } = await open(browser, { viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    // axe is brought in by the test, past the page's own policy; nothing else is.
    page.on('pageerror', (error) => assert.fail(`an error in the page: ${error.message}`));
    const refused = [];
    page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) refused.push(message.text()); });

    await page.goto(`${served.url}#setup=${served.setup}`);
    await page.getByRole('heading', { name: 'Begin the study' }).waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the link stays in the address');
    assert.equal(await page.title(), 'Workbench');
    await looksRight(page, 'first-run');
    await page.locator('#jn').fill('lead');
    await page.locator('#jp').fill(passphrase);
    await page.locator('#jq').fill('something else');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('The two passphrases differ.').waitFor();
    await page.locator('#jp').fill('passwordpassword');
    await page.locator('#jq').fill('passwordpassword');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('one of those that are tried first').waitFor();
    await page.locator('#jp').fill(passphrase);
    await page.locator('#jq').fill(passphrase);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'A second key' }).waitFor();
    await looksRight(page, 'second-key');
    const key = (await page.locator('#key').textContent()).replaceAll(' ', '');
    await page.locator('#kc').fill('000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('not the code that the app shows now').waitFor();
    await page.locator('#kc').fill(code(key));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'For the day when the phone is lost' }).waitFor();
    assert.equal(await page.locator('#code-list li').count(), 8);
    await looksRight(page, 'codes');
    const recovery = await page.locator('#code-list li').first().textContent();
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await page.waitForURL('**/overview');
    await page.getByRole('heading', { name: /slots (is|are) filled/ }).waitFor();

    // The session is there when the page is opened again, and the cookie is one that no script and no other site gets.
    await page.reload();
    await page.getByRole('heading', { name: /slots (is|are) filled/ }).waitFor();
    const [cookie] = await page.context().cookies();
    assert.equal(cookie.name, '__Host-session');
    assert.deepEqual([cookie.httpOnly, cookie.secure, cookie.sameSite, cookie.path], [true, true, 'Strict', '/']);

    // Shift three times: the calendar, no way back, no cookie.  While the calendar is on its way the page stays empty, also when an
    // answer comes that says that the session is over.
    let over;
    const isOver = new Promise((resolve) => { over = resolve; });
    const asked = page.waitForRequest('**/api/v1/codebook**');
    await page.route('**/api/v1/codebook**', async (route) => {
      await isOver;
      await route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"type":"urn:commonground:signed_out","title":"Signed out","detail":"Sign in.","status":401}' });
    });
    await page.route('**/calendar', async (route) => {
      over();
      await new Promise((later) => { setTimeout(later, 1500); });
      await route.continue();
    });
    await page.getByRole('link', { name: 'Codebook' }).first().click();
    await asked;
    const shown = [];
    page.on('console', (message) => { if (message.text().startsWith('on the page: ')) shown.push(message.text()); });
    await page.evaluate(() => new MutationObserver(() => console.log(`on the page: ${document.body.innerText}`))
      .observe(document.body, { childList: true, subtree: true }));
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
    await page.waitForURL('**/calendar');
    assert.equal(shown.at(-1), 'on the page: ', 'something is put on the page after leaving');
    await page.unrouteAll();
    assert.equal(await page.title(), 'Calendar');
    await page.screenshot({ path: path.join(pictures, 'calendar-1280.png') });
    // The answer that clears the browser and the end of the session come beside the page: until both are there.
    await until(async () => (await page.context().cookies()).length === 0, 'the browser keeps a cookie after leaving quickly');
    await until(async () => (await page.request.get(`${served.url}api/v1/session`, { headers: { Cookie: `__Host-session=${cookie.value}` } })).status() === 401,
      'the session goes on after leaving quickly');

    // Signing in again, by a recovery code; wrong first.
    await page.goto(served.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await looksRight(page, 'sign-in');
    await page.locator('#n').fill('lead');
    await page.locator('#p').fill('wrong wrong wrong wrong');
    await page.locator('#sign-in-form button').click();
    await page.getByText('That did not work.').waitFor();
    await looksRight(page, 'sign-in-error');
    await page.locator('#p').fill(passphrase);
    await page.locator('#c').fill(recovery);
    await page.locator('#sign-in-form button').click();
    await page.waitForURL('**/overview');
    await page.getByRole('heading', { name: /slots (is|are) filled/ }).waitFor();
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await page.waitForURL('**/calendar');

    // On the other name of this machine, too.
    await page.goto(served.url.replace('127.0.0.1', 'localhost'));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    for (const [language, heading] of [['fr', 'Se connecter'], ['es', 'Iniciar sesión'], ['ru', 'Войти'], ['zh', '登录']]) {
      await page.goto(`${served.url}?lang=${language}`);
      await page.getByRole('heading', { name: heading }).waitFor();
      await looksRight(page, `sign-in-${language}`);
    }
    const others = requests.filter((url) => !url.startsWith(served.url) && !url.startsWith(served.url.replace('127.0.0.1', 'localhost'))
      && !url.startsWith('failed:'));
    assert.deepEqual(others, [], 'requests to elsewhere');
    assert.deepEqual(refused, [], 'the page breaks its own policy');
    await close();
  } finally {
    await browser.close();
    served.stop();
  }
});
