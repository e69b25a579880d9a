import type { Language } from '../person/language.js';

const words: Record<Language, (successor: string) => string> = {
  NL: (successor) => `Gefuseerd tot ${successor}.`,
  FR: (successor) => `Fusion en ${successor}.`,
  EN: (successor) => `Merged into ${successor}.`,
  DE: (successor) => `Zu ${successor} fusioniert.`,
};

/** Why something ended that an authority held which merged. */
export const mergedInto =
  (successor: string) =>
  (language: Language): string =>
    words[language](successor);
