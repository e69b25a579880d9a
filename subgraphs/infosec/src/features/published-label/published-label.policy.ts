/**
 * A CyberFundamentals verification or certification holds for three years: the cycle of the conformity assessment scheme
 * of the Centre for Cybersecurity Belgium (CCB). Second-hand, not checked against its text, so it stands here to be changed.
 */
export const labelYears = 3;

/** Whether a label may still be valid on a day, both written as 2026-05-01: the same day of a later year included. */
export const mayLastUntil = (day: string, measuredOn: string): boolean =>
  day <= `${Number(measuredOn.slice(0, 4)) + labelYears}${measuredOn.slice(4)}`;
