// Writes the shards: plain text, one fact per line, fields parted by tabs, lines in a fixed order.
import { mkdirSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/main/resources/dev/postern/data");
const require = createRequire(import.meta.url);

/** The folder of an installed package. */
export const packageDir = (name) => join(here, "node_modules", name);

export const readJson = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));

export const load = (name) => require(name);

/** The order of all names: by UTF-16 code unit, never by locale. */
export const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export const sortedKeys = (object) => Object.keys(object).sort(byName);

/** Adds lines to a shard, after an empty line where it has some. */
export function addBlock(shards, name, lines) {
  const before = shards.get(name);
  shards.set(name, before === undefined ? lines : [...before, "", ...lines]);
}

/** Replaces one folder of shards by `shards`: a map from file name to lines. */
export function writeShards(folder, shards) {
  rmSync(join(out, folder), { recursive: true, force: true });
  mkdirSync(join(out, folder), { recursive: true });
  for (const [name, lines] of shards) {
    writeText(join(folder, name), lines);
  }
}

export function writeText(path, lines) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  const text = lines.join("\n") + "\n";
  if (/[\r\0]/.test(text)) {
    throw new Error(`control character in ${path}`);
  }
  writeFileSync(join(out, path), text);
}
