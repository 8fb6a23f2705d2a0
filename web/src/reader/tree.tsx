// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codes as a tree, moved through by @headless-tree/core.
import { createTree, hotkeysCoreFeature, selectionFeature, syncDataLoaderFeature, type TreeInstance, type TreeState } from "@headless-tree/core";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { count } from "../words/words";
import type { Code } from "./find_codes";
import { kindClass } from "./model";

interface Props {
  codes: readonly Code[];
  label: string;
  here?: ReadonlyMap<string, number>; // codings in the text that is open
  on?: string | null;
  opened?: string | null; // is shown with what is below it
  moving?: string | null;
  open: (code: string) => void;
}

// The tree asks for a code once more before it is built anew without it, and throws where there is none.
const goneCode = (code: string): Code =>
  ({ code, kind: "other", label: "", definition: "", depth: 0, retired: true, own: 0, with_below: 0, version: "" });

export function CodeTree({ codes, label, here, on, opened, moving, open }: Props) {
  const children = useMemo(() => {
    const found = new Map<string, string[]>();
    for (const code of codes) if (!code.retired) found.set(code.parent ?? "", [...(found.get(code.parent ?? "") ?? []), code.code]);
    return found;
  }, [codes]);
  const byId = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  const latest = useRef({ children, byId, open });
  latest.current = { children, byId, open };

  const [tree] = useState<TreeInstance<Code>>(() => createTree<Code>({
    rootItemId: "",
    getItemName: (item) => {
      const code = item.getItemData();
      return `${code.code} ${code.label}`;
    },
    isItemFolder: (item) => (latest.current.children.get(item.getId())?.length ?? 0) > 0,
    dataLoader: {
      getItem: (id) => latest.current.byId.get(id) ?? goneCode(id),
      getChildren: (id) => latest.current.children.get(id) ?? [],
    },
    initialState: { expandedItems: (latest.current.children.get("") ?? []).slice(0, 2) },
    onPrimaryAction: (item) => latest.current.open(item.getId()),
    features: [syncDataLoaderFeature, selectionFeature, hotkeysCoreFeature],
  }));
  const [state, setState] = useState<Partial<TreeState<Code>>>(() => tree.getState());
  tree.setConfig((before) => ({ ...before, state, setState }));
  useEffect(() => {
    tree.setMounted(true);
    tree.rebuildTree();
    return () => tree.setMounted(false);
  }, [tree]);
  useEffect(() => tree.rebuildTree(), [tree, children]);
  // What is chosen, and where something moves to, is in sight.
  useEffect(() => {
    const wanted: string[] = [];
    for (let code = byId.get(opened ?? byId.get(on ?? "")?.parent ?? ""); code; code = byId.get(code.parent ?? "")) wanted.push(code.code);
    const missing = wanted.filter((code) => !tree.getState().expandedItems.includes(code));
    if (missing.length > 0) setState((before) => ({ ...before, expandedItems: [...(before.expandedItems ?? []), ...missing] }));
  }, [tree, on, opened, byId]);

  return (
    <div {...(tree.getContainerProps(label) as Record<string, unknown>)} class="tree-items">
      {tree.getItems().map((item) => {
        const code = byId.get(item.getId()); // not of the tree, which may still have one that is gone
        if (!code) return null;
        const own = here?.get(code.code) ?? 0;
        return (
          <div key={item.getId()} {...(item.getProps() as Record<string, unknown>)} aria-current={on === code.code ? "true" : undefined}
            class={`it d${Math.min(item.getItemMeta().level, 5)} ${kindClass(code.kind)}${on === code.code ? " on" : ""}${moving === code.code ? " moves" : ""}`}>
            <span aria-hidden="true">{item.isFolder() ? (item.isExpanded() ? "▾" : "▸") : ""}</span>
            <span><b>{code.code}</b> {code.label}</span>
            <span class="n">{own > 0 && <><b>{count(own)}</b> / </>}{count(code.with_below)}</span>
          </div>
        );
      })}
    </div>
  );
}
