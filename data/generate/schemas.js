// CloudFormation resource types, from @aws-cdk/aws-service-spec; those of SAM from `serverless.js`.
//
// A shard `schemas/SERVICE.txt` (`aws-s3.txt` for `AWS::S3::*`) holds its types, parted by empty lines:
//   T  name  ref  attributes             ref: what `Ref` gives, parted by `|`; attributes parted by commas
//   name  shape                          a property of it; `*` after the name: required
//   #NAME                                a nested type, followed by its properties
// A shape is s(tring) i(nteger) n(umber) b(oolean) d(ate-time) j(son) t(ag), `[` list of, `{` map of,
// `#NAME;` nested type, `(...)` any of. `schemas/index.txt` has the name of every type.
import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serverlessTypes } from "./serverless.js";
import { addBlock, byName, packageDir, sortedKeys, writeShards } from "./shards.js";

const scalars = {
  string: "s",
  integer: "i",
  number: "n",
  boolean: "b",
  "date-time": "d",
  json: "j",
  tag: "t",
};

export function generateSchemas() {
  const path = join(packageDir("@aws-cdk/aws-service-spec"), "db.json.gz");
  const { schema } = JSON.parse(gunzipSync(readFileSync(path)));
  const definitions = new Map(schema.typeDefinition.entities.map((type) => [type.$id, type]));
  const types = new Map(
    schema.resource.entities.map((resource) => [
      resource.cloudFormationType,
      typeLines(resource, definitions),
    ]),
  );
  // what the specification says of SAM is that of years ago
  [...types.keys()].filter((name) => name.startsWith("AWS::Serverless::")).forEach((name) => types.delete(name));
  const all = [...types, ...serverlessTypes()].sort(([a], [b]) => byName(a, b));
  const shards = new Map();
  for (const [name, lines] of all) {
    const [vendor, service] = name.split("::");
    addBlock(shards, `${vendor}-${service}.txt`.toLowerCase(), lines);
  }
  shards.set("index.txt", all.map(([name]) => name));
  writeShards("schemas", shards);
}

function typeLines(resource, definitions) {
  const names = new Map();
  const queue = [];
  const nested = (id) => {
    if (!names.has(id)) {
      const name = definitions.get(id).name;
      const taken = [...names.values()];
      let unique = name;
      for (let i = 2; taken.includes(unique); i++) {
        unique = `${name}${i}`;
      }
      names.set(id, unique);
      queue.push(id);
    }
    return names.get(id);
  };
  const ref = (resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? []).join("|");
  const attributes = sortedKeys(resource.attributes).join(",");
  const lines = [`T\t${resource.cloudFormationType}\t${ref}\t${attributes}`];
  lines.push(...propertyLines(resource.properties, nested));
  while (queue.length > 0) {
    const id = queue.shift();
    lines.push(`#${names.get(id)}`, ...propertyLines(definitions.get(id).properties, nested));
  }
  return lines;
}

const propertyLines = (properties, nested) =>
  sortedKeys(properties).map(
    (name) => `${name}${properties[name].required ? "*" : ""}\t${shape(properties[name].type, nested)}`,
  );

function shape(type, nested) {
  switch (type.type) {
    case "array":
      return "[" + shape(type.element, nested);
    case "map":
      return "{" + shape(type.element, nested);
    case "ref":
      return `#${nested(type.reference.$ref)};`;
    case "union":
      return "(" + [...new Set(type.types.map((each) => shape(each, nested)))].join("") + ")";
    default:
      if (!(type.type in scalars)) {
        throw new Error(`unknown shape ${JSON.stringify(type)}`);
      }
      return scalars[type.type];
  }
}
