import { runService } from '@lokaal/shared/service';
import { infosec } from './index.js';

runService({ module: infosec, port: 4003 });
