import { Length, Matches, ValidateIf } from 'class-validator';
import { applyDecorators } from './apply-decorators.js';

/** A text on one line, of visible characters; its length is in characters. */
export const IsLine = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { message: `Write ${min} to ${max} characters.` }),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: 'Write visible characters on one line.' }),
  );

/** A text of several lines; its length is in characters. */
export const IsProse = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { message: `Write ${min} to ${max} characters.` }),
    Matches(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, { message: 'Write text without control characters.' }),
  );

/** In an update: a field that is not sent stays as it is, so its rules hold only when it is sent. null is sent. */
export const IfSent = (): PropertyDecorator => ValidateIf((_input, value: unknown) => value !== undefined);

/** In an update of something that may be absent: null clears it, so its rules hold for values only. */
export const IfValue = (): PropertyDecorator =>
  ValidateIf((_input, value: unknown) => value !== undefined && value !== null);
