import { registerEnumType } from 'type-graphql';

/** Written as an object and not as an enum, so that its values are the plain words that the calculation uses. */
export const AssuranceLevel = { BASIC: 'BASIC', IMPORTANT: 'IMPORTANT', ESSENTIAL: 'ESSENTIAL' } as const;
export type AssuranceLevel = keyof typeof AssuranceLevel;
registerEnumType(AssuranceLevel, {
  name: 'AssuranceLevel',
  description: 'Zekerheidsniveau (CyberFundamentals): each level holds the controls of the ones before it.',
  valuesConfig: {
    BASIC: { description: 'Basis: the standard measures that every organisation can take.' },
    IMPORTANT: { description: 'Belangrijk: against known attacks by actors of common skill.' },
    ESSENTIAL: { description: 'Essentieel: against advanced attacks by actors of great skill.' },
  },
});

export const ControlFunction = {
  GOVERN: 'GOVERN',
  IDENTIFY: 'IDENTIFY',
  PROTECT: 'PROTECT',
  DETECT: 'DETECT',
  RESPOND: 'RESPOND',
  RECOVER: 'RECOVER',
} as const;
export type ControlFunction = keyof typeof ControlFunction;
registerEnumType(ControlFunction, {
  name: 'ControlFunction',
  description: 'Functie of a control within the framework.',
  valuesConfig: {
    GOVERN: { description: 'Besturen; since the edition of 2025.' },
    IDENTIFY: { description: 'Identificeren.' },
    PROTECT: { description: 'Beschermen.' },
    DETECT: { description: 'Detecteren.' },
    RESPOND: { description: 'Reageren.' },
    RECOVER: { description: 'Herstellen.' },
  },
});
