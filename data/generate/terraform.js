// Arguments and attributes of every resource and data source of the Terraform AWS provider, from @cdktf/provider-aws.
//
// The package is TypeScript that was itself generated from the provider's schema; each file carries its source in its
// source map, where every argument is announced by a comment:
//   // NAME - computed: BOOL, optional: BOOL, required: BOOL
//
// A shard `terraform/WORD.txt` (`s3.txt` for `aws_s3_*`) holds its types, parted by empty lines:
//   R  aws_s3_bucket                     a resource; D: a data source
//   name  mode shape                     mode: r(equired) o(ptional) c(omputed) b(oth optional and computed)
//   #3                                   the nested arguments number 3, followed by them
// A shape is s(tring) n(umber) b(oolean) a(ny), `[` list of, `(` set of, `{` map of, or nested arguments by number:
// `L3` list, `1` list of at most one, `S3` set, `O3` single, `M3` map.
// `terraform/index.txt` has `kind  name` for every type; its first line is `V  provider version`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addBlock, byName, packageDir, writeShards } from "./shards.js";

const announced = /\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\n/g;
const classes = /export class (\w+) extends cdktf\.(\w+) \{/g;
const emitted = /(\w+): \{\s+value: [^\n]*\n\s+isBlock: (?:true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)"/g;

const getters = {
  getStringAttribute: "s",
  getNumberAttribute: "n",
  getBooleanAttribute: "b",
  getListAttribute: "[s",
  getNumberListAttribute: "[n",
  getStringMapAttribute: "{s",
  getNumberMapAttribute: "{n",
  getBooleanMapAttribute: "{b",
};
const collections = { StringMap: "{s", NumberMap: "{n", BooleanMap: "{b" };
const storage = { stringListList: "[[s", stringMapMap: "{{s", stringMapList: "[{s", any: "a" };

export function generateTerraform() {
  const lib = join(packageDir("@cdktf/provider-aws"), "lib");
  const types = [];
  let version = "";
  for (const folder of readdirSync(lib).sort(byName)) {
    if (existsSync(join(lib, folder, "index.js")) && folder !== "provider") {
      const source = sourceOf(join(lib, folder));
      version = source.match(/providerVersion: '([\d.]+)'/)[1];
      types.push(readType(source));
    }
  }
  types.sort((a, b) => byName(a.name, b.name) || byName(a.kind, b.kind));
  const shards = new Map();
  for (const { kind, name, lines } of types) {
    const shard = `${name.split("_")[1]}.txt`;
    addBlock(shards, shard, [`${kind}\t${name}\t`, ...lines]);
  }
  shards.set("index.txt", [`V\t${version}`, ...types.map(({ kind, name }) => `${kind}\t${name}`)]);
  writeShards("terraform", shards);
}

/** The TypeScript of one type; the largest have their nested types in files of their own. */
function sourceOf(folder) {
  const structs = join(folder, "index-structs");
  const files = existsSync(structs) ? readdirSync(structs).sort(byName) : [];
  return [
    ...files.filter((name) => /^structs\d+\.js$/.test(name)).map((name) => join(structs, name)),
    join(folder, "index.js"),
  ]
    .map(embeddedSource)
    .join("\n");
}

function embeddedSource(file) {
  const text = readFileSync(file, "utf8");
  const map = text.slice(text.lastIndexOf("base64,") + "base64,".length).trim();
  return JSON.parse(Buffer.from(map, "base64").toString("utf8")).sourcesContent[0];
}

function readType(source) {
  const bodies = classBodies(source);
  const [main] = [...bodies.values()].filter((each) => each.base.startsWith("Terraform"));
  const kind = main.base === "TerraformResource" ? "R" : "D";
  const name = source.match(/tfResourceType = "(\w+)"/)[1];
  const numbers = new Map();
  const definitions = [];
  const nested = (owner) => {
    const lines = argumentLines(owner, source, bodies, nested);
    const text = lines.join("\n");
    if (!numbers.has(text)) {
      numbers.set(text, numbers.size);
      definitions.push(`#${numbers.get(text)}`, ...lines);
    }
    return numbers.get(text);
  };
  const lines = argumentLines(main.name, source, bodies, nested);
  return { kind, name, lines: [...lines, ...definitions] };
}

function classBodies(source) {
  const found = [...source.matchAll(classes)];
  return new Map(
    found.map((match, at) => {
      const end = at + 1 < found.length ? found[at + 1].index : source.length;
      return [match[1], { name: match[1], base: match[2], text: source.slice(match.index, end) }];
    }),
  );
}

function argumentLines(owner, source, bodies, nested) {
  const { text } = bodies.get(owner);
  const shapes = emittedShapes(owner, text, source);
  const found = [...text.matchAll(announced)];
  return found
    .map((match, at) => {
      const end = at + 1 < found.length ? found[at + 1].index : text.length;
      const body = text.slice(match.index, end);
      const [, name, computed, optional, required] = match;
      const mode = required === "true" ? "r" : computed === "false" ? "o" : optional === "true" ? "b" : "c";
      return `${name}\t${mode}${shape(body, shapes.get(name), nested)}`;
    })
    .sort(byName);
}

/** What the code that writes the arguments of `owner` says of their types; nothing for those that are only computed. */
function emittedShapes(owner, text, source) {
  const struct = owner.replace(/OutputReference$/, "");
  const start = source.indexOf(
    `export function ${struct[0].toLowerCase()}${struct.slice(1)}ToHclTerraform(`,
  );
  const writer =
    struct === owner ? text : start < 0 ? "" : source.slice(start, source.indexOf("\nexport ", start));
  return new Map([...writer.matchAll(emitted)].map(([, name, type, stored]) => [name, { type, stored }]));
}

function shape(body, emittedShape, nested) {
  if (emittedShape?.stored in storage) {
    return storage[emittedShape.stored];
  }
  const made = body.match(/ = new ([\w.]+)\(this, "\w+"(?:, (true|false))?\)/);
  if (made) {
    const [, type, wrapsSet] = made;
    if (type.startsWith("cdktf.")) {
      return collections[type.slice("cdktf.".length)];
    }
    const owner = type.replace(/(List|Map|OutputReference)$/, "OutputReference");
    const suffix = type.match(/(List|Map|OutputReference)$/)[1];
    const nesting =
      suffix === "Map"
        ? "M"
        : suffix === "List"
          ? wrapsSet === "true" ? "S" : "L"
          : emittedShape === undefined || emittedShape.type === "struct" ? "O" : "1";
    return nesting + nested(owner);
  }
  const getter = body.match(/this\.(get\w+Attribute)\(/);
  if (!getter) {
    return "a";
  }
  const plain = getters[getter[1]];
  return plain[0] === "[" && body.includes("Fn.tolist(") ? "(" + plain.slice(1) : plain;
}
