import { runService } from '@lokaal/shared/service';
import { catalogue } from './index.js';

runService({ module: catalogue, port: 4002 });
