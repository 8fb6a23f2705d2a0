// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts what was built into one file, each part also compressed, so that the program embeds one file whose parts may
// change their names: lines "NAME PLAIN_BYTES GZIP_BYTES", an empty line, then the bytes in that order.
// Read by src/server/pages/pack.cpp.
import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

function filesBelow(folder: string, prefix = ""): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return statSync(file).isDirectory() ? filesBelow(file, `${prefix}${name}/`) : [prefix + name];
    });
}

export function pack(name: string): Plugin {
  let out = "";
  return {
    name: "commonground-pack",
    apply: "build",
    configResolved(config) {
      out = path.resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = filesBelow(out).filter((file) => file !== name);
      const parts = files.map((file) => {
        const plain = readFileSync(path.join(out, file));
        return { file, plain, packed: gzipSync(plain, { level: 9 }) };
      });
      const head = parts.map((one) => `${one.file} ${one.plain.length} ${one.packed.length}\n`).join("");
      writeFileSync(path.join(out, name),
        Buffer.concat([Buffer.from(`${head}\n`), ...parts.flatMap((one) => [one.plain, one.packed])]));
    },
  };
}
