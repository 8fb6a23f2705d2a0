// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes of one source without imports a script that the page waits for before it draws anything.  Modules come after that,
// and the content policy allows no script within the page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { transformWithEsbuild, type Plugin } from "vite";

export function beforeDrawing(source: string): Plugin {
  let name = "";
  return {
    name: "commonground-before-drawing",
    apply: "build",
    async buildStart() {
      const file = path.resolve(source);
      const built = await transformWithEsbuild(readFileSync(file, "utf8"), file, { format: "iife", minify: true, sourcemap: false, target: "es2020" });
      name = `assets/before-${createHash("sha256").update(built.code).digest("hex").slice(0, 8)}.js`;
      this.emitFile({ type: "asset", fileName: name, source: built.code });
    },
    transformIndexHtml: () => [{ tag: "script", attrs: { src: `/${name}` }, injectTo: "head-prepend" }],
  };
}
