// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All that the report says today, in a language, as its readers would get it; marks of a page are no words.
import assert from 'node:assert/strict';
import { ask, fetched } from './served.mjs';

export async function reportWords({ context, csrf }, served, language) {
  const api = (method, route, body) => ask(context, served, csrf, method, route, body);
  const { job } = await api('POST', '/report/preview', { language });
  for (let state = 'waits'; state === 'waits' || state === 'runs';) {
    ({ state } = await api('GET', `/jobs/${job}`));
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  const { preview, pages } = await api('GET', '/report/preview');
  assert.ok(pages.length > 10);
  const found = [];
  for (const name of pages.filter((one) => one.endsWith('.html'))) {
    const { status, text } = await fetched(context, served, `api/v1/report/preview/${preview}/${name}`);
    assert.equal(status, 200, name);
    found.push(text);
  }
  return found.join('\n').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}
