// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coming in: sign-in, the link of the first run or of an invitation, the second key; and leaving quickly from all of it.

const byId = (id) => document.getElementById(id);
const word = (name) => byId('words').content.querySelector(`[data-word="${name}"]`)?.textContent ?? name;
const places = ['sign-in', 'join', 'second-key', 'codes', 'inside'];
let csrf = '';
let token = '';
let kind = 'join';

// {ok, status, body}; status 0: nobody answered.
async function ask(method, path, body) {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...(csrf ? { 'X-CSRF-Token': csrf } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, body: text ? JSON.parse(text) : {} };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}

function complain(name) {
  const wrong = byId('wrong');
  wrong.hidden = !name;
  wrong.textContent = name ? word(name) : '';
}

function show(place) {
  complain('');
  for (const one of places) byId(one).hidden = one !== place;
  (byId(place).querySelector('input:not([readonly])') ?? byId('main')).focus();
}

// What went wrong, as one of our words.
const reason = (answer, of) => {
  if (answer.status === 0 || answer.status >= 500) return 'unreachable';
  return of[answer.status] ?? 'unreachable';
};

const values = (form) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

function whileBusy(form, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    complain('');
    try {
      await work(values(form));
    } finally {
      button.disabled = false;
    }
  });
}

async function enter(session) {
  csrf = session.csrf;
  if (session.awaits_second_key) return offerSecondKey();
  const { workbench } = document.body.dataset;
  if (workbench) return location.replace(`${workbench}?lang=${document.documentElement.lang}`);
  byId('who').textContent = session.person;
  byId('role').textContent = word(session.role);
  show('inside');
  const status = await ask('GET', '/status');
  byId('study').hidden = !status.ok;
  if (!status.ok) return;
  byId('title').textContent = status.body.title;
  byId('summary').textContent = status.body.summary;
  byId('steps').replaceChildren(...status.body.next_steps.map((step) => {
    const item = document.createElement('li');
    item.textContent = step;
    return item;
  }));
}

async function offerSecondKey() {
  const offered = await ask('POST', '/session/second-key');
  if (!offered.ok) return complain('unreachable');
  const size = offered.body.picture_size;
  byId('qr').setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  byId('qr').querySelector('path').setAttribute('d', offered.body.picture_path);
  byId('key').textContent = offered.body.key.match(/.{1,4}/g).join(' ');
  show('second-key');
}

whileBusy(byId('sign-in-form'), async ({ name, passphrase, code }) => {
  const answer = await ask('POST', '/session', { name, passphrase, ...(code ? { code } : {}) });
  byId('p').value = '';
  byId('c').value = '';
  if (!answer.ok) return complain(reason(answer, { 401: 'refused', 422: 'refused', 429: 'refused' }));
  await enter(answer.body);
});

whileBusy(byId('join-form'), async ({ name, passphrase, again }) => {
  if (passphrase !== again) return complain('differ');
  const answer = await ask('POST', '/session/join', { token, name, passphrase });
  if (!answer.ok) return complain(reason(answer, { 404: 'link', 412: 'name', 422: 'passphrase' }));
  byId('jp').value = '';
  byId('jq').value = '';
  token = '';
  await enter(answer.body);
});

whileBusy(byId('second-key-form'), async ({ code }) => {
  const answer = await ask('PUT', '/session/second-key', { code });
  if (!answer.ok) return complain(reason(answer, { 422: 'code', 401: 'ended' }));
  csrf = answer.body.session.csrf;
  byId('code-list').replaceChildren(...answer.body.recovery_codes.map((one) => {
    const item = document.createElement('li');
    item.textContent = one;
    return item;
  }));
  byId('codes-kept').onclick = () => {
    byId('code-list').replaceChildren();
    enter(answer.body.session);
  };
  show('codes');
});

byId('sign-out').addEventListener('click', async () => {
  await ask('DELETE', '/session');
  csrf = '';
  show('sign-in');
});

byId('lang').addEventListener('change', (event) => event.target.form.submit());

// Leaving: the page is gone at once; the session ends beside it, and the calendar's own answer clears the browser.
function leave() {
  if (csrf) {
    fetch('/api/v1/session', { method: 'DELETE', keepalive: true, headers: { 'X-CSRF-Token': csrf } }).catch(() => {});
  }
  csrf = '';
  token = '';
  sessionStorage.clear();
  document.body.replaceChildren();
  location.replace('/calendar');
}
byId('leave').addEventListener('click', leave);
let shifts = [];
addEventListener('keydown', (event) => {
  if (event.key !== 'Shift') {
    shifts = [];
    return;
  }
  if (event.repeat) return;
  shifts = [...shifts.filter((at) => event.timeStamp - at < 1500), event.timeStamp];
  if (shifts.length === 3) leave();
});

async function begin() {
  const link = /^#(setup|join)=([A-Za-z0-9_-]{43})$/.exec(location.hash);
  if (link) {
    [, kind, token] = link;
    history.replaceState(null, '', location.pathname + location.search); // the link stays in no history
    const looked = await ask('POST', '/session/link', { token });
    if (looked.ok) {
      for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== kind;
      if (looked.body.name) {
        byId('jn').value = looked.body.name;
        byId('jn').readOnly = true;
      }
      return show('join');
    }
    show('sign-in');
    return complain(reason(looked, { 404: 'link', 422: 'link' }));
  }
  const session = await ask('GET', '/session');
  if (session.ok) return enter(session.body);
  show('sign-in');
  if (session.status === 0) complain('unreachable');
}
begin();
