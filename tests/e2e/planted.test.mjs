// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words that would like to be a program, in every field of a study that takes words: on every page of the workbench and
// of the report they are words, and nothing else.  Which fields there are is read from docs/api/openapi.json.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { begin, giveSecondKey } from './looks.mjs';
import { pagesOf, still } from './workbench_pages.mjs';

const api = JSON.parse(readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'));
// Each begins with a sign of its own by which it is found again, and has an element or attribute that nothing else has.
const corpus = [
  '<x-planted onclick="planted()">', '<script planted>planted()</script>', '<img planted src=x onerror=planted()>', '"><svg planted onload=planted()>',
  "' planted onmouseover='planted()", '</textarea><x-planted>', '</title></style></script><x-planted>', '<iframe planted srcdoc="<script>parent.planted()</script>">',
  '[go](javascript:planted())', '<a planted href="javascript:planted()">go</a>', '{{constructor.constructor("planted()")()}}', '${planted()} #{planted()} <%= planted() %>',
  '<math><mtext><table><mglyph><style><!--</style><img planted src onerror=planted()>', '&lt;x-planted&gt; &#60;x-planted&#62;', '\u202Edetnalp>tpircs\u2066', '![x](x"onerror="planted())',
].map((words, i) => `P${String(i).padStart(2, '0')} ${words}`);
const pages = ['umoja-house', 'lantern-collective', 'INT.5.8', 'INT.5', 'INT', 'BAR.4', 'XEB', 'africa']; // pages are found by their names
let all;
before(async () => {
  all = await begin(process.env.CG_STUDY, [['coder-a', 'researcher'], ['lantern', 'member', 'lantern-collective'], ['second', 'coordinator']]);
  await giveSecondKey(all, 'second');
});
after(() => all?.stop());

// Changes things as whoever coordinates, all from one page; what is refused (an id, a day) stays.
async function plant(work) {
  const page = await all.people.lead.context.newPage();
  await page.goto(`${all.served.url}icon.svg`);
  const kept = await page.evaluate(async ([base, csrf, work, corpus, pages]) => {
    const send = async (method, path, body, version) => {
      const given = await fetch(base + path, { method, headers: { 'X-CSRF-Token': csrf, ...(body ? { 'Content-Type': 'application/json' } : {}), ...(version ? { 'If-Match': `"${version}"` } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}) });
      return { ok: given.ok, data: given.ok ? await given.json() : null };
    };
    const kept = [];
    let turn = 0;
    for (const { path, fields } of work) {
      const list = await send('GET', `${path}?most=1000`);
      for (const thing of list.data.things.filter((one) => !pages.includes(one.id)).slice(-3)) {
        let version = thing.version;
        for (const field of fields) {
          const words = corpus[turn++ % corpus.length];
          const value = field.list ? [words] : words;
          const done = await send('PATCH', `${path}/${encodeURIComponent(thing.id)}`, { fields: { [field.name]: value } }, version);
          if (!done.ok) continue;
          version = done.data.version;
          kept.push(`${path} ${field.name}`);
        }
      }
    }
    for (const field of ['title', 'subtitle', 'publisher', 'frame_note', 'licence']) {
      const { data } = await send('GET', '/settings');
      if ((await send('PATCH', '/settings', { settings: [{ field, value: corpus[turn++ % corpus.length] }] }, data.version)).ok) kept.push(`/settings ${field}`);
    }
    const { data: { codes } } = await send('GET', '/codebook');
    for (const code of codes.filter((one) => !pages.includes(one.code)).slice(0, 40)) {
      for (const field of ['label', 'definition', 'include', 'exclude']) {
        const now = (await send('GET', '/codebook')).data.codes.find((one) => one.code === code.code);
        if (now && (await send('PATCH', `/codebook/${encodeURIComponent(code.code)}`, { [field]: corpus[turn++ % corpus.length] }, now.version)).ok) kept.push(`/codebook ${field}`);
      }
    }
    for (const [i, words] of corpus.entries()) {
      const memo = `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`;
      const about = i % 2 === 0 ? { about: 'study' } : { about: 'code', subject: 'INT.5.8' };
      if ((await send('PUT', `/memos/${memo}`, { ...about, kind: 'to do', text: words })).ok) kept.push('/memos text');
    }
    return kept;
  }, [`${all.served.url}api/v1`, all.people.lead.csrf, work, corpus, pages]);
  await page.close();
  return kept;
}

// Everything in a document that somebody planted: elements, attributes that act, links that act.
function plantedIn(root) {
  return [...root.querySelectorAll('*')].flatMap((one) => {
    const wrong = [...one.attributes].filter(({ name, value }) => name === 'planted' || name === 'srcdoc' || /^on/.test(name) || (/^(href|src|action|data)$/.test(name) && /^\s*(javascript|data:text)/i.test(value)));
    return one.localName === 'x-planted' || one.localName === 'mglyph' || wrong.length > 0 ? [one.outerHTML.slice(0, 160)] : [];
  });
}

test('what would be found is found', async () => {
  const { page } = await all.pageOf('lead');
  await page.goto(`${all.served.url}icon.svg`);
  const root = await page.evaluateHandle((words) => new DOMParser().parseFromString(words, 'text/html'), corpus.slice(0, 4).concat(corpus[7], corpus[9]).join('\n'));
  assert.ok((await page.evaluate(plantedIn, root)).length >= 5);
  await page.close();
});

test('what is planted in every field stays words on every page of the workbench', async () => {
  const work = Object.entries(api.paths).flatMap(([path, methods]) => {
    const fields = methods.patch?.requestBody?.content['application/json'].schema.properties.fields?.properties;
    if (!fields) return [];
    const free = Object.entries(fields).filter(([, one]) => !one.enum && (JSON.stringify(one.type).includes('string') || one.items?.type === 'string'));
    return [{ path: path.replace('/api/v1', '').replace('/{id}', ''), fields: free.map(([name, one]) => ({ name, list: one.type === 'array' })) }];
  });
  assert.ok(work.length >= 16, work.map((one) => one.path).join(' '));
  const kept = await plant(work);
  const places = [...new Set(kept)].sort();
  console.log(`planted ${kept.length} times in ${places.length} fields: ${places.join(', ')}`);
  for (const field of ['/organisations name', '/findings statement', '/findings text', '/chapters text', '/codebook label', '/codebook definition', '/memos text', '/settings title', '/sources title', '/partners name', '/regions label']) {
    assert.ok(places.includes(field), `nothing could be planted in ${field}`);
  }

  const seen = new Set();
  for (const { name, who, go } of await pagesOf(all.people.lead, all.served)) {
    const { page, wrong } = await all.pageOf(who);
    page.on('dialog', (dialog) => { wrong.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
    await page.addInitScript(() => { globalThis.planted = () => { globalThis.wasPlanted = true; }; });
    await go(page);
    await still(page);
    assert.deepEqual(await page.evaluate(plantedIn, await page.evaluateHandle('document')), [], name);
    assert.equal(await page.evaluate('globalThis.wasPlanted === true'), false, `${name}: what was planted ran`);
    const words = await page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((one) => one.value)].join('\n'));
    for (const one of corpus) if (words.includes(one)) seen.add(one.slice(0, 3));
    assert.deepEqual(wrong, [], name);
    await page.close();
  }
  // Marks that turn the direction of writing are taken out where they come in; all others are seen as they were written.
  const missing = corpus.filter((one) => !/[\u202E\u2066]/.test(one) && !seen.has(one.slice(0, 3)));
  assert.deepEqual(missing, [], 'seen nowhere as it was written');
});

test('and on every page of the report', async () => {
  const { page, wrong } = await all.pageOf('lead');
  await page.goto(`${all.served.url}report`);
  await page.frameLocator('iframe.preview').locator('h1').first().waitFor();
  const preview = await page.evaluate(async () => (await fetch('/api/v1/report/preview')).json());
  let words = '';
  for (const one of preview.pages.filter((name) => name.endsWith('.html'))) {
    const text = await page.evaluate(async (at) => (await fetch(at)).text(), `/api/v1/report/preview/${preview.preview}/${one}`);
    const root = await page.evaluateHandle((text) => new DOMParser().parseFromString(text, 'text/html'), text);
    assert.deepEqual(await page.evaluate(plantedIn, root), [], one);
    words += await page.evaluate((inner) => inner.body.textContent, root);
    await root.dispose();
  }
  const shown = corpus.filter((one) => words.includes(one.slice(0, 3)));
  console.log(`${preview.pages.length} pages of the report, ${shown.length} of ${corpus.length} seen there`);
  assert.ok(shown.length > 4, shown.join('\n'));
  assert.deepEqual(wrong, []);
  await page.close();
});
