import { Length, Matches, ValidateBy, type ValidateByOptions, ValidateIf } from 'class-validator';
import { entityTypes, type IdPrefix, prefixOf } from '../ids/index.js';
import { applyDecorators } from './apply-decorators.js';
import { withoutWebAddresses } from './web-addresses.js';

/** What shows by itself: no space, no accent without its letter, none of the signs that Unicode lets a program leave out. */
const seen = String.raw`[^\p{C}\p{Z}\p{M}\p{DI}\u2800]`;
/**
 * What may stand anywhere. Not what is never seen (zero-width and soft signs, Hangul fillers, an empty Braille cell), by which
 * names that look alike would differ, nor what turns the direction of a text, which then reads as another one.
 */
const sign = String.raw`[^\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]`;
/** Joiners between what they join, as some scripts and emoji need them, and how the emoji before it looks. */
const joiner = String.raw`(?<=[^\p{C}\p{Z}])[\u200C\u200D](?=${seen})|(?<=${seen})[\uFE0E\uFE0F]`;

const line = new RegExp(String.raw`^(?=.*${seen})(?!\p{Z})(?:(?![\p{Zl}\p{Zp}])${sign}|${joiner})*(?<!\p{Z})$`, 'u');
const prose = new RegExp(String.raw`^(?=[^]*${seen})(?:${sign}|${joiner}|[\n\r\t])*$`, 'u');

/** A text on one line, of visible characters, without spaces around it, so that two names that look alike are alike; its length is in characters. */
export const IsLine = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { message: `Write ${min} to ${max} characters.` }),
    Matches(line, {
      message: 'Write visible characters on one line, without spaces around them or signs that nobody sees.',
    }),
  );

/** More accents on one letter than any script writes: they cover what stands around them. */
const manyMarks = String.raw`\p{M}{5}`;
/** Joiners are of scripts whose letters change by what stands beside them; within those of others nobody sees them. */
const plainLetter = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]`;
const joinedPlainly = String.raw`${plainLetter}\p{M}*[\u200C\u200D]|[\u200C\u200D]${plainLetter}`;

const strange = new RegExp(`^(?![^]*(?:${manyMarks}|${joinedPlainly}))`, 'iu');

const HoldsNoWebAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'holdsNoWebAddress',
    validator: {
      validate: (text: unknown) => typeof text === 'string' && withoutWebAddresses(text) === text,
      defaultMessage: () => 'Write no web address.',
    },
  });

/** What a person or a job is called, on one line: it stands in mails to others, who would follow a web address in it. */
export const IsName = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsLine(min, max),
    HoldsNoWebAddress(),
    Matches(strange, {
      message: 'Write letters with at most four accents each, and none that are joined by what nobody sees.',
    }),
  );

/** A text of several lines; its length is in characters. */
export const IsProse = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { message: `Write ${min} to ${max} characters.` }),
    Matches(prose, { message: 'Write visible text, without signs that nobody sees.' }),
  );

/** A key that reads well in a URL: small letters and digits, in words with hyphens. */
export const IsSlug = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { message: `Write ${min} to ${max} characters.` }),
    Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'Write small letters, digits and hyphens.' }),
  );

/**
 * An id of this graph, of one type. What is none (also a text that PostgreSQL cannot hold, such as one with U+0000)
 * never reaches a statement; one that is well formed but unknown is for the service to refuse.
 */
export const IsId = (prefix: IdPrefix): PropertyDecorator => ValidateBy(idRule(prefix));

/** Ids in a list, as IsId wants them. */
export const AreIds = (prefix: IdPrefix): PropertyDecorator => ValidateBy(idRule(prefix), { each: true });

const idRule = (prefix: IdPrefix): ValidateByOptions => ({
  name: 'isId',
  validator: {
    validate: (id: unknown) => typeof id === 'string' && prefixOf(id) === prefix,
    defaultMessage: () => `Write an id of type ${entityTypes[prefix].type}, as this graph gave it.`,
  },
});

/** Texts in a list, each on one line; their length is in characters. */
export const AreLines = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Length(min, max, { each: true, message: `Write ${min} to ${max} characters each.` }),
    Matches(line, { each: true, message: 'Write visible characters on one line each, without spaces around them.' }),
  );

/** In an update: a field that is not sent stays as it is, so its rules hold only when it is sent. null is sent. */
export const IfSent = (): PropertyDecorator => ValidateIf((_input, value: unknown) => value !== undefined);

/** In an update of something that may be absent: null clears it, so its rules hold for values only. */
export const IfValue = (): PropertyDecorator =>
  ValidateIf((_input, value: unknown) => value !== undefined && value !== null);
