// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A project of another program in the browser: looked at, taken in with names of its own, undone; one that is here already;
// what is no project.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { axeViolations, sticksOut } from './browser.mjs';
import { begin, isClean, looksRight } from './looks.mjs';
import { program } from './served.mjs';
import { still } from './workbench_pages.mjs';

let study;

before(async () => { study = await begin(process.env.CG_STUDY, [['coder-a', 'researcher']]); });
after(async () => { await study?.stop(); });

// Invented: a codebook as other programs write it, and highlights as Taguette writes them.
const guid = (no) => `0${no}000000-0000-4000-8000-000000000000`;
const codebook = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="An invented program">
<Codes><Code guid="${guid(1)}" name="Tide tables" isCodable="true"><Description>What the river did.</Description>
<Code guid="${guid(2)}" name="High water" isCodable="true"/></Code></Codes></CodeBook>`;
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const codes = async () => (await study.api('lead', 'GET', '/codebook')).codes;

test('a codebook is looked at, comes in, and is undone', async () => {
  const { page, wrong, go } = await study.pageOf('lead');
  const known = (await codes()).length;
  await go('codebook');
  await page.getByRole('link', { name: 'From another program' }).click();
  await page.getByRole('heading', { name: 'Bring in a project of another program' }).waitFor();
  await looksRight(page, 'import-project');
  await page.getByLabel('Choose the project').setInputFiles(file('tides.qdc', codebook));
  await page.getByRole('heading', { name: 'This is what it would bring' }).waitFor();
  await page.getByText('2 codes · 0 texts · 0 codings · 0 memos').waitFor();
  assert.equal((await codes()).length, known, 'a look changed something');
  await looksRight(page, 'import-project-looked');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { name: 'The project came in' }).waitFor();
  await looksRight(page, 'import-project-done');
  assert.equal((await codes()).length, known + 2);
  await study.api('lead', 'POST', '/undo');
  assert.equal((await codes()).filter((one) => !one.retired).length, known);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('texts come in by the names that coders have here, with what was agreed', async () => {
  const { page, wrong, go } = await study.pageOf('lead');
  const folder = process.env.CG_OUT;
  execFileSync(program, ['import', path.resolve('../../examples/global-report-2013'), '-o', path.join(folder, 'other.cg'), '--quiet']);
  execFileSync(program, ['exchange', 'export', path.join(folder, 'other.cg'), '-o', path.join(folder, 'other.qdpx')]);
  await go('texts/project');
  await page.getByLabel('Choose the project').setInputFiles(path.join(folder, 'other.qdpx'));
  await page.getByRole('heading', { name: 'This is what it would bring' }).waitFor();
  await page.getByRole('heading', { name: 'Who coded' }).waitFor();
  await page.getByLabel('The same was agreed for each of its texts').check();
  assert.ok(await page.getByRole('button', { name: 'Look again' }).isDisabled(), 'without saying what was agreed');
  await page.getByLabel('Read it and count it').check();
  await page.getByLabel('Where that is kept').fill('form 40');
  await page.locator('#coder-0').fill('coder-z');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('Looking at it').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'This is what it would bring' }).waitFor();
  await page.locator('summary', { hasText: 'What becomes of everything in it' }).click();
  await looksRight(page, 'import-project-coders');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { name: 'The project came in' }).waitFor();
  const theirs = await study.api('lead', 'GET', '/codings?coder=coder-z&most=1');
  assert.ok(theirs.total > 0, 'nothing is by coder-z');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what becomes of everything in it is said in the language of the page', async () => {
  const { page, wrong, go } = await study.pageOf('lead');
  await go('texts/project?lang=fr');
  await page.locator('input[type=file]').setInputFiles(path.join(process.env.CG_OUT, 'other.qdpx')); // of the test before
  await page.locator('main details summary').waitFor();
  await page.locator('main details summary').click();
  assert.ok(await page.locator('main details tbody tr').count() > 3);
  assert.deepEqual(await page.locator('main details [lang=en]').allTextContents(), []);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await still(page);
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeViolations(page), []);
    await page.screenshot({ path: path.join(process.env.CG_OUT, `import-project-fr-${width}.png`), fullPage: true });
  }
  assert.deepEqual(wrong, []);
  await page.close();
});

test('what is no project is said in plain words, and whoever may not is not offered it', async () => {
  const { page, go } = await study.pageOf('lead');
  await go('texts/project');
  for (const [name, text, words] of [['a.qdpx', '', 'The file is empty.'], ['a.qdpx', 'PK', /./], ['a.pdf', '%PDF-1.4', /./], ['a.qdc', '<CodeBook', /./]]) {
    await page.getByLabel(/Choose the project|Another file/).setInputFiles(file(name, text));
    await page.getByRole('alert').getByText(words).first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Bring it in' }).isEnabled().catch(() => false), false, `${name} can come in`);
  }
  await looksRight(page, 'import-project-refused');
  await page.close();
  const coder = await study.pageOf('coder-a');
  await coder.go('codebook');
  assert.equal(await coder.page.getByRole('link', { name: 'From another program' }).count(), 0);
  await coder.go('texts/project');
  await still(coder.page);
  assert.equal(await coder.page.locator('input[type=file]').count(), 0);
  await coder.page.close();
});

test('pages that files come in by hold in longer words and from right to left', async () => {
  for (const language of ['fr', 'ru', 'pseudo']) {
    const { page, wrong, go } = await study.pageOf('lead');
    for (const place of ['texts/add', 'texts/project', 'organisations/import']) {
      await go(`${place}?lang=${language}`);
      await isClean(page, `${place.replace('/', '-')}-${language}`);
      const english = await page.locator('main').getByText(/^(Choose files, or drop them here|Choose the project|What was agreed|It is)$/).count();
      assert.equal(english, 0, `${place} in ${language} has English words`);
    }
    assert.deepEqual(wrong, []);
    await page.close();
  }
});
