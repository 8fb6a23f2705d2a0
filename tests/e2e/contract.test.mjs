// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The checker of answers finds what it is there for.  No browser here.
import test from 'node:test';
import assert from 'node:assert/strict';
import { brokenBy, problemsIn } from './contract.mjs';

test('an answer that keeps its promise is passed, others are told by their place', () => {
  const good = { title: 'A', invented: false, regions: [{ region: 'africa', name: 'Africa' }], countries: [] };
  const given = (body, status = 200, type = 'application/json') => brokenBy('GET', '/api/v1/places', status, type, JSON.stringify(body));
  assert.deepEqual(given(good), []);
  for (const [body, words] of [
    [{ ...good, title: 1 }, 'is integer, not string'], [{ ...good, more: 1 }, '/more: is not promised'], [{ ...good, invented: null }, 'is null, not boolean'],
    [{ ...good, regions: [{ region: 'africa' }] }, '/regions/0/name: is missing'], [{ ...good, regions: {} }, 'is object, not array'], [[], 'is array, not object'],
  ]) assert.ok(given(body).some((one) => one.includes(words)), `${JSON.stringify(body)}: ${given(body)}`);
  assert.match(given(good, 201)[0], /201 is not promised/);
  assert.match(given(good, 203)[0], /203 is not promised/);
  assert.match(given(good, 200, 'text/html')[0], /has the type text\/html/);
  assert.match(brokenBy('GET', '/api/v1/nowhere', 200, 'application/json', '{}')[0], /no such route/);
  assert.deepEqual(brokenBy('GET', '/api/v1/nowhere', 404, 'application/problem+json', '{}'), []);
  assert.ok(brokenBy('GET', '/api/v1/places', 403, 'application/problem+json', '{"type":"x"}').some((one) => one.includes('/detail: is missing')));
  assert.ok(problemsIn('b', { type: 'string', enum: ['a'] })[0].includes('none of'));
  assert.ok(problemsIn('b', { pattern: 'a' })[0].includes('does not know'));
  assert.deepEqual(problemsIn(null, { type: ['string', 'null'] }), []);
  assert.deepEqual(problemsIn(1, { type: 'number' }), []);
});
