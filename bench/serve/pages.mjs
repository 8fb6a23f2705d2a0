// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// node bench/serve/pages.mjs PROGRAM STUDY: how long until a page of the workbench can be used on a slow line, with nothing
// kept from before: from the address to its heading with what it says, as the browser sees it.  Median and worst of seven.
// The line is slowed down by Chromium itself (Network.emulateNetworkConditions).
process.env.CG_PROGRAM = process.argv[2];
const { launch } = await import('../../tests/e2e/browser.mjs');
const { comeInFirst, serve } = await import('../../tests/e2e/served.mjs');

const lines = [{ name: '1.6 Mbit/s, 150 ms', kbit: 1600, latency: 150, target: 1.5 }, { name: '700 kbit/s, 150 ms', kbit: 700, latency: 150, target: 3 }];
const pages = [['overview', 'the first page'], ['texts', 'texts'], ['codebook', 'codebook']];
const times = 7;

const served = await serve(process.argv[3]);
const browser = await launch();
try {
  const first = await browser.newContext({ locale: 'en-GB' });
  await comeInFirst(first, served);
  const storageState = await first.storageState();
  const run = async ({ kbit, latency }, place) => {
    const context = await browser.newContext({ locale: 'fr-FR', storageState }); // a catalogue is fetched too
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const head = document.querySelector('main h1');
        if (head && head.textContent.trim() !== '' && document.querySelector('main')?.children.length > 1) globalThis.usable ??= performance.now();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    });
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    let bytes = 0;
    line.on('Network.loadingFinished', (one) => { bytes += one.encodedDataLength; });
    await line.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: kbit * 125, uploadThroughput: kbit * 125 });
    await page.goto(`${served.url}${place}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.usable !== undefined, null, { timeout: 60000 });
    const usable = await page.evaluate(() => globalThis.usable);
    await context.close();
    return { seconds: usable / 1000, bytes };
  };
  console.log('| page, nothing kept from before | line | usable, median | worst of 7 | over the line until then | target |');
  console.log('|---|---|---:|---:|---:|---:|');
  for (const line of lines) {
    for (const [place, name] of pages) {
      const all = [];
      for (let at = 0; at < times; at += 1) all.push(await run(line, place));
      all.sort((a, b) => a.seconds - b.seconds);
      const middle = all[times >> 1];
      console.log(`| ${name} | ${line.name} | ${middle.seconds.toFixed(2)} s | ${all.at(-1).seconds.toFixed(2)} s | ${(middle.bytes / 1000).toFixed(0)} kB | ${place === 'overview' ? `${line.target} s` : ''} |`);
    }
  }
} finally {
  await browser.close();
  served.stop();
}
