import { ValidateBy } from 'class-validator';
import parse from 'spdx-expression-parse';

/** What a licence outside SPDX is called in this catalogue. */
const proprietary = 'PROPRIETARY';
const longest = 200;

/** Whether a text is a licence: an SPDX expression (https://spdx.org/licenses, version 2.3 annex D) or PROPRIETARY. */
function isLicense(text: unknown): boolean {
  if (text === proprietary) return true;
  if (typeof text !== 'string' || text.length > longest) return false;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

export const IsLicense = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLicense',
    validator: {
      validate: isLicense,
      defaultMessage: () => `Write a licence as an SPDX expression, for example EUPL-1.2, or ${proprietary}.`,
    },
  });
