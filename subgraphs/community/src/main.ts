import { readEnvironment, refuseConfiguration } from '@lokaal/shared/config';
import { runService } from '@lokaal/shared/service';
import { community, type CommunityDependencies } from './index.js';

type Settings = Pick<CommunityDependencies, 'keySecret' | 'publicUrl' | 'firstStaffEmail' | 'mail' | 'openIdIssuers'>;

const names = [
  'NODE_ENV',
  'KEY_SECRET',
  'PUBLIC_URL',
  'FIRST_STAFF_EMAIL',
  'SMTP_URL',
  'MAIL_FROM',
  'OPENID_ISSUERS',
] as const;

/** Secret and address must be given: invented ones would differ from process to process. */
function settings(source: NodeJS.ProcessEnv): Settings {
  const values = readEnvironment(names, source);
  const { KEY_SECRET: keySecret, PUBLIC_URL: publicUrl, SMTP_URL: smtpUrl, MAIL_FROM: from } = values;
  refuseConfiguration([
    ...(keySecret ? [] : ['KEY_SECRET is missing: expected a secret of at least 32 bytes.']),
    ...(publicUrl ? [] : ['PUBLIC_URL is missing: expected the URL by which people reach this graph.']),
    ...(values.NODE_ENV === 'production' && !smtpUrl
      ? ['SMTP_URL is missing: without it mails would be printed, and their links sign people in.']
      : []),
  ]);
  return {
    keySecret: keySecret!,
    publicUrl: publicUrl!,
    firstStaffEmail: values.FIRST_STAFF_EMAIL,
    mail: { smtpUrl, from },
    openIdIssuers: values.OPENID_ISSUERS,
  };
}

runService({ module: community, port: 4001, settings });
