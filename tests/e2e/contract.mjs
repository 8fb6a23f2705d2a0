// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether every answer of the API that a browser test sees is one that docs/api/openapi.json promises.  A checker of the
// part of JSON Schema that the program's own schema uses; a keyword that it does not know is a problem of its own.
import { readFileSync } from 'node:fs';

const api = JSON.parse(readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'));
const silent = new Set(['description', 'format']); // say nothing about what a value may be
const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);

// What is wrong with a value, one line a place; empty when nothing is.
export function problemsIn(value, schema, at = '') {
  if (schema.$ref) return problemsIn(value, schema.$ref.slice(2).split('/').reduce((one, name) => one[name], api), at);
  const found = [];
  for (const [word, asked] of Object.entries(schema)) {
    if (word === 'type') {
      const types = [asked].flat();
      const is = typeOf(value);
      if (!types.includes(is) && !(is === 'integer' && types.includes('number'))) found.push(`${at || '/'}: is ${is}, not ${types.join(' or ')}`);
    } else if (word === 'enum') {
      if (!asked.includes(value)) found.push(`${at}: ${JSON.stringify(value)} is none of ${asked.join(', ')}`);
    } else if (word === 'required') {
      if (typeOf(value) === 'object') for (const name of asked) if (!(name in value)) found.push(`${at}/${name}: is missing`);
    } else if (word === 'properties') {
      if (typeOf(value) === 'object') for (const [name, one] of Object.entries(asked)) if (name in value) found.push(...problemsIn(value[name], one, `${at}/${name}`));
    } else if (word === 'additionalProperties') {
      if (typeOf(value) !== 'object') continue;
      for (const name of Object.keys(value).filter((one) => !(one in (schema.properties ?? {})))) {
        if (asked === false) found.push(`${at}/${name}: is not promised`);
        else if (typeof asked === 'object') found.push(...problemsIn(value[name], asked, `${at}/${name}`));
      }
    } else if (word === 'items') {
      if (Array.isArray(value)) value.forEach((one, i) => found.push(...problemsIn(one, asked, `${at}/${i}`)));
    } else if (word === 'minimum') {
      if (typeof value === 'number' && value < asked) found.push(`${at}: ${value} is below ${asked}`);
    } else if (!silent.has(word)) {
      found.push(`${at}: the checker does not know ${word}`);
    }
  }
  return found;
}

const routes = Object.entries(api.paths).map(([path, methods]) => ({ path, methods, parts: path.split('/') }));
const routeOf = (pathname) => {
  const parts = pathname.split('/');
  const fits = routes.filter((one) => one.parts.length === parts.length && one.parts.every((part, i) => part.startsWith('{') || part === parts[i]));
  return fits.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
};

// One answer: what it breaks of the promise.
export function brokenBy(method, pathname, status, type, text) {
  const route = routeOf(pathname);
  const told = route?.methods[method.toLowerCase()];
  if (!told) return status === 404 || status === 405 ? [] : [`${method} ${pathname}: no such route is promised`];
  let answer = told.responses[String(status)];
  if (!answer) return status >= 500 || status === 429 ? [] : [`${method} ${route.path}: ${status} is not promised`];
  if (answer.$ref) answer = answer.$ref.slice(2).split('/').reduce((one, name) => one[name], api);
  const content = answer.content?.[type];
  if (!content) return text === '' || !answer.content ? [] : [`${method} ${route.path}: ${status} has the type ${type}, not ${Object.keys(answer.content)}`];
  if (!type.endsWith('json')) return [];
  return problemsIn(JSON.parse(text), content.schema).map((one) => `${method} ${route.path}: ${status}: ${one}`);
}

const broken = new Set();
let checked = 0;
const pending = new Set();

// The stream of events never ends, and pages of a preview are no JSON.
const isHeeded = (pathname) => pathname.startsWith('/api/v1/') && !/\/(events|preview\/.+)$/.test(pathname);

// An answer to a request that no page made.
export function heedAnswer(method, pathname, { status, headers, text }) {
  if (!isHeeded(pathname)) return;
  checked += 1;
  for (const one of brokenBy(method, pathname, status, (headers['content-type'] ?? '').split(';')[0], text)) broken.add(one);
}

async function look(response) {
  const { pathname } = new URL(response.url());
  // A page that is left takes its answers along.
  const text = isHeeded(pathname) ? await response.text().catch(() => null) : null;
  if (text !== null) heedAnswer(response.request().method(), pathname, { status: response.status(), headers: response.headers(), text });
}

// From now on what a page, or all pages of a window, are answered is heeded; the test's process fails in the end if a
// promise was broken.
export function heedPage(page) {
  page.on('response', (response) => {
    if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+\/api\/v1\//.test(response.url())) return;
    const one = look(response).catch((error) => broken.add(String(error))).finally(() => pending.delete(one));
    pending.add(one);
  });
}

export function heed(browser) {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    heedPage(context);
    return context;
  };
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await Promise.allSettled([...pending]);
    await close();
  };
  return browser;
}

process.on('exit', () => {
  if (checked > 0) console.log(`contract: ${checked} answers of the API checked against docs/api/openapi.json, ${broken.size} problems`);
  if (broken.size === 0) return;
  console.error([...broken].join('\n'));
  process.exitCode = 1;
});
