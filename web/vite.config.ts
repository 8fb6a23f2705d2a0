// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How the pages are built: TypeScript and styles into web/dist, words from po/, and all of it into one file that the
// program embeds (workbench.pack).  Nothing inline, since the server's content policy forbids it.
import { defineConfig } from "vite";
import { beforeDrawing } from "./build/before_drawing";
import { pack } from "./build/pack";
import { words } from "./build/words";

export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [words("../po", "src", "said"), beforeDrawing("src/shell/looks.ts"), pack("workbench.pack")],
  esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
  build: {
    outDir: process.env.CG_WEB_OUT ?? "dist",
    emptyOutDir: true,
    target: ["chrome105", "firefox140", "safari15.4"],
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: { input: "workbench.html" },
  },
  test: { include: ["src/**/*.test.ts", "build/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
