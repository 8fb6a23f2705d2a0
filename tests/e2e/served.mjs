// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study that is served, and people who come in: by the API where a test is about something else.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { heedAnswer } from './contract.mjs';

export const program = process.env.CG_PROGRAM;
export const passphrase = 'turnip ladder ocean seventeen kettles';

// Six digits of a second key (RFC 6238) as the phone shows them `steps` times 30 seconds from now.
export function code(key, steps = 0) {
  const bits = [...key].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((one) => Number.parseInt(one, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
  const mac = createHmac('sha1', bytes).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, '0');
}

export async function serve(example) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'cg-e2e-'));
  const study = path.join(work, 'study.cg');
  if (example.endsWith('.cg')) copyFileSync(example, study); // a study that was imported already
  else {
    const imported = spawnSync(program, ['import', path.resolve(example), '-o', study, '--quiet'], { encoding: 'utf8' });
    assert.equal(imported.status, 0, imported.stderr);
  }
  const server = spawn(program, ['serve', study, '--listen', '127.0.0.1:0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = await new Promise((resolve, reject) => {
    server.stdout.once('data', (line) => resolve(JSON.parse(line)));
    server.once('exit', (status) => reject(new Error(`the server ended with ${status}`)));
  });
  return { ...ready, study, server, stop: () => { server.kill('SIGTERM'); rmSync(work, { recursive: true, force: true }); } };
}

// Asks as a page of the context would, with its cookie, and without a page: {status, headers, text}.  address: of the
// server, as "api/v1/codebook".  An answer of the API is held against what it promises.
export async function fetched(context, served, address, { method = 'GET', csrf, body, version } = {}) {
  const url = new URL(address, served.url);
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const asked = http.request(url, {
    method,
    agent: false,
    headers: { Origin: url.origin, 'Sec-Fetch-Site': 'same-origin', ...(cookies ? { Cookie: cookies } : {}), ...(csrf ? { 'X-CSRF-Token': csrf } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}), ...(version ? { 'If-Match': `"${version}"` } : {}) },
  });
  asked.end(body ? JSON.stringify(body) : undefined);
  const [answer] = await once(asked, 'response');
  for (const [, name, value] of (answer.headers['set-cookie'] ?? []).map((one) => /^([^=]+)=([^;]*)/.exec(one))) {
    // As a browser keeps it: marked as secure, which goes to this machine's own addresses without TLS too.
    const kept = { name, value, url: `https://${url.host}/`, secure: true, httpOnly: true, sameSite: 'Strict' };
    await context.addCookies([value ? kept : { ...kept, expires: 1 }]);
  }
  const told = { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
  heedAnswer(method, url.pathname, told);
  return told;
}

// Stands for a context where no page is opened.
export function withoutPages() {
  let kept = [];
  return { cookies: async () => kept, addCookies: async (cookies) => { kept = cookies; } };
}

// What the API answers, which has to be a success.
export async function ask(context, served, csrf, method, route, body, version) {
  const answer = await fetched(context, served, `api/v1${route}`, { method, csrf, body, version });
  assert.ok(answer.status < 300, `${method} ${route}: ${answer.status} ${answer.text}`);
  return answer.text ? JSON.parse(answer.text) : null;
}

// Makes the account that coordinates, with its second key, and leaves the context signed in.
export async function comeInFirst(context, served, name = 'lead') {
  const joined = await ask(context, served, '', 'POST', '/session/join', { token: served.setup, name, passphrase });
  const { key } = await ask(context, served, joined.csrf, 'POST', '/session/second-key');
  const confirmed = await ask(context, served, joined.csrf, 'PUT', '/session/second-key', { code: code(key) });
  return { csrf: confirmed.session.csrf, key, recovery: confirmed.recovery_codes };
}

// Invites somebody and lets them come in, in a context of their own.
export async function comeIn(context, served, lead, name, role, organisation) {
  const { token } = await ask(lead.context, served, lead.csrf, 'PUT', `/people/${name}/invitation`,
    { role, ...(organisation ? { organisation } : {}) });
  const joined = await ask(context, served, '', 'POST', '/session/join', { token, passphrase });
  return { csrf: joined.csrf };
}
