// SAM resource types, from the JSON schema of aws/serverless-application-model.
//
// The lines are those of `schemas.js`. A value that SAM hands on to CloudFormation is of any type (`j`) here, since what
// is made of it has a schema of its own. Nothing is required: `Globals` may give it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { byName, readJson, sortedKeys } from "./shards.js";

const here = dirname(fileURLToPath(import.meta.url));
// what the translator takes beside its schema, as `sam_resources.py` and `api_generator.py` read it
const alsoTaken = {
  "AWS::Serverless::Api": { EndpointConfiguration: { type: "string" } },
  EndpointConfiguration: { VpcEndpointIds: {} },
};
const scalars = { string: "s", integer: "i", number: "n", boolean: "b" };

/** The lines of each type, by its name. */
export function serverlessTypes() {
  const { definitions } = readJson(here, "sam.schema.json");
  const types = new Map();
  for (const definition of Object.values(definitions)) {
    const type = definition.properties?.Type?.enum?.[0];
    if (type?.startsWith("AWS::Serverless::") && definition.properties.Properties !== undefined) {
      types.set(type, typeLines(type, definition.properties.Properties, definitions));
    }
  }
  return new Map([...types].sort(([a], [b]) => byName(a, b)));
}

function typeLines(type, written, definitions) {
  const names = new Map();
  const queue = [];
  // where one of several maps is taken, a map with the properties of all: which of them it is, only SAM knows
  const nested = (maps) => {
    const key = maps.map((map) => map.id).join("|");
    if (!names.has(key)) {
      const name = maps[0].id.replace(/^.*__/, "") + (maps.length > 1 ? "OrOther" : "");
      if ([...names.values()].includes(name)) {
        throw new Error(`two maps ${name} in ${type}`);
      }
      names.set(key, name);
      queue.push([name, maps]);
    }
    return `#${names.get(key)};`;
  };
  const shape = (schema) => {
    const all = alternatives(schema, definitions);
    const maps = all.filter((each) => each.id !== undefined);
    const codes = new Set(all.filter((each) => each.id === undefined).map((each) => code(each.schema)));
    if (maps.length > 0) {
      // a map of any entries stands for a function such as `Ref` here
      codes.delete("j");
      codes.add(nested(maps));
    }
    return codes.has("j") ? "j" : codes.size === 1 ? [...codes][0] : `(${[...codes].join("")})`;
  };
  const code = (schema) => {
    switch (schema.type) {
      case "array":
        return "[" + shape(schema.items ?? {});
      case "object":
        return typeof schema.additionalProperties === "object" ? "{" + shape(schema.additionalProperties) : "j";
      default:
        return scalars[schema.type] ?? "j";
    }
  };
  const properties = (name, written) => {
    const all = {};
    const maps = alsoTaken[name] === undefined ? written : [...written, { schema: { properties: alsoTaken[name] } }];
    maps.forEach((map) =>
      Object.entries(map.schema.properties).forEach(([name, schema]) => (all[name] ??= []).push(schema)),
    );
    return sortedKeys(all).map((name) => `${name}\t${shape({ anyOf: all[name] })}`);
  };
  const lines = [`T\t${type}\t\t`, ...properties(type, alternatives(written, definitions).filter((each) => each.id !== undefined))];
  while (queue.length > 0) {
    const [name, maps] = queue.shift();
    lines.push(`#${name}`, ...properties(name, maps));
  }
  return lines;
}

/** The schemas of which one holds, references followed; those of maps with properties have their `id`. */
function alternatives(schema, definitions) {
  const ref = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
  if (ref !== undefined) {
    const id = ref.replace("#/definitions/", "");
    const definition = definitions[id];
    return definition.properties !== undefined && definition.additionalProperties === false
      ? [{ id, schema: definition }]
      : alternatives(definition, definitions);
  }
  if (schema.anyOf === undefined) {
    return [{ schema }];
  }
  const all = schema.anyOf.flatMap((each) => alternatives(each, definitions));
  return all.filter((each, i) => each.id === undefined || all.findIndex((other) => other.id === each.id) === i);
}
