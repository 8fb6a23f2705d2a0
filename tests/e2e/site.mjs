// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The written site as files: its pages, their links and ids, and one page of each kind.  No browser here.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

const decode = (text) =>
  text.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>');

// Every file below `root`, as paths with slashes relative to it, sorted.
export function filesOf(root) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(name);
      else found.push(name);
    }
  };
  walk('');
  return found.sort();
}

export const pagesOf = (root) => filesOf(root).filter((file) => file.endsWith('.html'));

// What one page points at: {attribute, value} of every href, src, action, data, poster and url() in it.
export function referencesOf(html) {
  const references = [];
  for (const tag of html.matchAll(/<[a-zA-Z][^>]*>/g)) {
    for (const match of tag[0].matchAll(/\s(href|src|action|data|poster|xlink:href)="([^"]*)"/g)) {
      references.push({ tag: tag[0], attribute: match[1], value: decode(match[2]) });
    }
  }
  for (const match of html.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
    references.push({ tag: 'url()', attribute: 'url', value: match[1] });
  }
  return references;
}

export function idsOf(html) {
  return [...html.matchAll(/<[a-zA-Z][^>]*\sid="([^"]*)"/g)].map((match) => decode(match[1]));
}

// One page of each kind: every page at the top, and of each folder the first, the longest and the last one.
export function kindsOf(root) {
  const folders = new Map();
  for (const page of pagesOf(root)) {
    const folder = path.posix.dirname(page);
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  const chosen = new Set();
  for (const [folder, pages] of folders) {
    if (folder === '.') pages.forEach((page) => chosen.add(page));
    else {
      const longest = pages.reduce((a, b) => (read(root, a).length >= read(root, b).length ? a : b));
      [pages[0], longest, pages.at(-1)].forEach((page) => chosen.add(page));
    }
  }
  return { kinds: folders.get('.').length + folders.size - 1, pages: [...chosen].sort() };
}

const cache = new Map();
export function read(root, page) {
  const file = path.join(root, page);
  if (!cache.has(file)) cache.set(file, readFileSync(file, 'utf8'));
  return cache.get(file);
}

// Every problem with the links of the site: a target that is not there, a place in it that is not there, a page that no link
// leads to, a link that leaves the folder.
export function linkProblems(root, start = 'index.html') {
  const problems = [];
  const ids = new Map();
  const idsIn = (page) => {
    if (!ids.has(page)) ids.set(page, new Set(idsOf(read(root, page))));
    return ids.get(page);
  };
  const reached = new Set([start]);
  const queue = [start];
  while (queue.length > 0) {
    const page = queue.shift();
    for (const { attribute, value } of referencesOf(read(root, page))) {
      if (/^(https?:|mailto:)/.test(value) && attribute === 'href') continue;
      if (/^[a-z]+:/i.test(value) || value.startsWith('//') || value.startsWith('/')) {
        if (!value.startsWith('data:image/')) problems.push(`${page}: ${attribute}="${value}" leaves the site`);
        continue;
      }
      const [target, fragment] = value.split('#');
      const file = target === '' ? page : path.posix.normalize(path.posix.join(path.posix.dirname(page), decodeURIComponent(target)));
      if (file.startsWith('..') || !existsSync(path.join(root, file))) {
        problems.push(`${page}: ${attribute}="${value}" leads nowhere`);
        continue;
      }
      if (fragment && file.endsWith('.html') && !idsIn(file).has(decodeURIComponent(fragment))) {
        problems.push(`${page}: ${attribute}="${value}": no such place in ${file}`);
      }
      if (file.endsWith('.html') && !reached.has(file)) {
        reached.add(file);
        queue.push(file);
      }
    }
  }
  for (const page of pagesOf(root)) if (!reached.has(page)) problems.push(`${page}: no link leads to it`);
  return problems;
}
