// Partitions, their DNS suffix and their regions, from @aws-sdk/core.
//
// `partitions.txt`: `partition  DNS suffix  regions parted by commas  pattern of region names`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byName, packageDir, sortedKeys, writeText } from "./shards.js";

export async function generatePartitions() {
  const path = "dist-es/submodules/client/util-endpoints/lib/aws/partitions.js";
  const { partitionsInfo } = await import(pathToFileURL(join(packageDir("@aws-sdk/core"), path)));
  const lines = partitionsInfo.partitions
    .slice()
    .sort((a, b) => byName(a.id, b.id))
    .map(({ id, outputs, regions, regionRegex }) => {
      const names = sortedKeys(regions).filter((name) => !name.endsWith("-global"));
      return [id, outputs.dnsSuffix, names.join(","), regionRegex].join("\t");
    });
  writeText("partitions.txt", lines);
}
