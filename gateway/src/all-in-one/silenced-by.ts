import { createLogger, type Logger } from '@lokaal/shared/logging';
import type { AllInOneSettings } from './settings.js';
import type { Shutdown } from './shutdown.js';

/** They fall silent when the graph is closed, or is not opened any more: what comes then is the end of PostgreSQL. */
export const silencedBy =
  (shutdown: Shutdown, level: AllInOneSettings['values']['LOG_LEVEL']) =>
  (service: string): Logger => {
    const logger = createLogger({ service, level });
    shutdown.add(async () => void (logger.level = 'silent'));
    return logger;
  };
