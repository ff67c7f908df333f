// Writes all generated facts of Postern: see README.md.
import { generateActions } from "./actions.js";
import { generatePartitions } from "./partitions.js";
import { generatePolicies } from "./policies.js";
import { generateSchemas } from "./schemas.js";
import { generateTerraform } from "./terraform.js";

generateActions();
generateSchemas();
generateTerraform();
generatePolicies();
await generatePartitions();
