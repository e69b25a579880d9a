// npm run bench: prepares the clone, then measures. `npm run bench -- --help` tells the options.
import { createRequire } from 'node:module';
import { prepareOrExit } from '../../shared/bin/prepare.mjs';

await prepareOrExit();
await createRequire(import.meta.url)('../dist/main.js').main();
