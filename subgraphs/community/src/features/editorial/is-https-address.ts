import { IsUrl, MaxLength } from 'class-validator';

/** An address on the web that browsers open safely. */
export const IsHttpsAddress =
  (): PropertyDecorator =>
  (target, property): void => {
    const message = 'Write an address that starts with https://, at most 500 characters.';
    IsUrl({ protocols: ['https'], require_protocol: true }, { message })(target, property);
    MaxLength(500, { message })(target, property);
  };
