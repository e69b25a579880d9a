// npm start: prepares the clone, then runs the whole graph in this very process, so that signals reach it.
import module, { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareOrExit, root } from '../../shared/bin/prepare.mjs';

// Read when Apollo Gateway is imported.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

await prepareOrExit({ development: false });
// Newer releases than Node 20 keep what they compiled, for the next start.
module.enableCompileCache?.(join(root, 'node_modules/.cache/compile'));
process.chdir(root);

const settings = join(root, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);
process.env.NODE_ENV ||= 'development';

await createRequire(import.meta.url)('../dist/all-in-one.js').main();
