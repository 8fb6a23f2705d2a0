// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Debian's Firefox ESR over WebDriver BiDi.
import puppeteer from 'puppeteer-core';
import { heedPage } from './contract.mjs';

export const launchFirefox = () => puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.CG_FIREFOX ?? '/usr/bin/firefox-esr',
  headless: true,
  defaultViewport: { width: 1280, height: 800 },
  extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', 'intl.locale.requested': 'en-GB', 'ui.prefersReducedMotion': 1 },
});

// A page whose errors, breaches of the content policy and questions to others are written down.  Firefox tells breaches to
// the page alone, so the page says them.  before: runs in every document before its own programs.
export async function openFirefox(context, served, before = null) {
  const page = await context.newPage();
  const wrong = [];
  heedPage(page);
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (message.text().startsWith('forbidden: ')) wrong.push(message.text()); });
  page.on('request', (request) => { // a small font is in the style sheet itself
    const url = request.url();
    if (!url.startsWith(served.url) && !url.startsWith('data:font/')) wrong.push(`asks elsewhere: ${url}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`forbidden: ${event.effectiveDirective} ${event.blockedURI}`));
  });
  if (before) await page.evaluateOnNewDocument(before);
  return { page, wrong };
}

// Returns when the page shows this.  What the page has drawn is looked at whenever it changes.
export const shown = (page, selector, text = '', count = 1) =>
  page.waitForFunction((selector, text, count) =>
    [...document.querySelectorAll(selector)].filter((one) => one.textContent.includes(text)).length >= count,
  { polling: 'mutation', timeout: 60000 }, selector, text, count);
