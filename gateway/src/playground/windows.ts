import { createHash } from 'node:crypto';
import type { RenderOptions } from 'altair-static';
import { demoAccounts, demoPassword } from '@lokaal/shared/demo/accounts';
import type { Question } from './questions.js';

type Window = NonNullable<RenderOptions['initialWindows']>[number];

/** Altair gives the answer as it came, or read already. */
const readAnswer = `const { body } = altair.response;
const { data } = typeof body === 'string' ? JSON.parse(body) : body;
`;

/** Scripts that run after the answer came, by question. Each keeps something that other windows or runs send. */
const scripts: Readonly<Record<string, string>> = {
  'sign-in': `${readAnswer}
const token = data?.signIn?.accessToken;
if (token) altair.helpers.setEnvironment('accessToken', token, true);
`,
  'members-by-staff': `${readAnswer}
const application = data?.memberships?.nodes[0];
if (application) {
  altair.helpers.setEnvironment('membershipId', application.id, true);
  altair.helpers.setEnvironment('membershipVersion', application.version, true);
}
`,
  registration: `${readAnswer}
const event = data?.events?.nodes.find((one) => one.registrationOpen && !one.myRegistration);
if (event) {
  altair.helpers.setEnvironment('eventId', event.id, true);
  altair.helpers.setEnvironment('attendance', event.places[0].mode, true);
}
const registration = data?.me?.registrations.nodes[0];
if (registration) {
  altair.helpers.setEnvironment('registrationId', registration.id, true);
  altair.helpers.setEnvironment('registrationVersion', registration.version, true);
}
`,
  calendars: `${readAnswer}
const feed = data?.createCalendarFeed?.calendarFeed ?? data?.me?.calendarFeeds.nodes.at(-1);
if (feed) altair.helpers.setEnvironment('calendarFeedId', feed.id, true);
`,
  knowledge: `${readAnswer}
const list = data?.mailingLists?.nodes[0];
if (list) altair.helpers.setEnvironment('mailingListId', list.id, true);
`,
  consent: `${readAnswer}
const wording = data?.consentWordings?.nodes[0];
if (wording) altair.helpers.setEnvironment('consentWordingId', wording.id, true);
`,
  edit: `${readAnswer}
const entry = data?.vendors?.nodes[0]?.solutions.nodes[0];
if (entry) {
  altair.helpers.setEnvironment('entryId', entry.id, true);
  altair.helpers.setEnvironment('entryVersion', entry.version, true);
}
`,
};

const [dpo, editor] = demoAccounts;

/** The variables of the last question. Its script finds two of them: until then this is no JSON, but a form to fill in. */
const entryVariables = (organisationId: string): string => `{
  "organisationId": "${organisationId}",
  "id": "{{entryId}}",
  "expectedVersion": {{entryVersion}},
  "shortDescription": "Vernieuwd: werkt nu ook zonder verbinding, voor wie onderweg is."
}`;

/** As above: a script finds both. */
const applicationVariables = `{ "membershipId": "{{membershipId}}", "membershipVersion": {{membershipVersion}} }`;

/** As above: a script finds all of them. */
const registrationVariables = `{
  "eventId": "{{eventId}}",
  "mode": "{{attendance}}",
  "registrationId": "{{registrationId}}",
  "registrationVersion": {{registrationVersion}}
}`;

const feedVariables = '{ "calendarFeedId": "{{calendarFeedId}}" }';

const wordingVariables = '{ "wordingId": "{{consentWordingId}}" }';

const listVariables = '{ "listId": "{{mailingListId}}" }';

/** Without demonstration data people fill in their own. */
const variables: Readonly<Record<string, string>> = {
  'sign-in': '{ "email": "", "password": "" }',
  calendars: feedVariables,
  knowledge: listVariables,
  consent: wordingVariables,
  edit: entryVariables(''),
  'members-by-staff': applicationVariables,
  registration: registrationVariables,
};

const demoVariables: Readonly<Record<string, string>> = {
  'sign-in': '{}',
  calendars: feedVariables,
  knowledge: listVariables,
  consent: wordingVariables,
  edit: entryVariables(editor?.organisationId ?? ''),
  'members-by-staff': applicationVariables,
  registration: registrationVariables,
};

const accountLines = [
  '#',
  '# Invented accounts of the demonstration data, all with this password:',
  ...demoAccounts.map(({ email, role }) => `# - ${email}\n#   ${role}`),
].join('\n');

/** The accounts at the end of the explanation, and one of them in the operation: all in sight. */
const withAccounts = (text: string): string =>
  text
    .replace(/\n(?=mutation)/, () => `\n${accountLines}\n`)
    .replace('$email: EmailAddress!', () => `\n  $email: EmailAddress! = "${dpo?.email}"`)
    .replace(', $password: String!', () => `\n  $password: String! = "${demoPassword}"\n`);

function windowOf({ name, title, text }: Question, index: number, demoData: boolean): Window {
  const script = scripts[name];
  return {
    initialName: `${index + 1} ${title}`,
    initialQuery: demoData && name === 'sign-in' ? withAccounts(text) : text,
    initialVariables: (demoData ? demoVariables : variables)[name] ?? '{}',
    // Signing in is for whoever is not, also when the last token has ended.
    ...(name !== 'sign-in' && { initialHeaders: { Authorization: 'Bearer {{accessToken}}' } }),
    ...(script && { initialPostRequestScript: script }),
  };
}

/** What Altair opens with: a window per question, and the environment by which their scripts share what they keep. */
export function playgroundOptions(questions: readonly Question[], demoData: boolean): RenderOptions {
  const initialWindows = questions.map((question, index) => windowOf(question, index, demoData));
  // Altair keeps windows in the browser, with what people wrote in them; other questions are kept apart from those.
  const edition = createHash('sha256').update(JSON.stringify(initialWindows)).digest('hex').slice(0, 8);
  return {
    initialWindows,
    initialEnvironments: {
      activeSubEnvironment: 'playground',
      base: { title: 'Environment', variables: {} },
      subEnvironments: [
        { id: 'playground', title: 'Playground', variables: { accessToken: '', entryId: '', entryVersion: 1 } },
      ],
    },
    instanceStorageNamespace: `lokaal_${edition}_`,
    initialSettings: {
      theme: 'system',
      language: 'en-US',
      tabSize: 2,
      addQueryDepthLimit: 1,
      'alert.disableUpdateNotification': true,
      'banners.disable': true,
      disablePushNotification: true,
      enableTablistScrollbar: true,
      'schema.reloadOnStart': true,
    },
    disableAccount: true,
  };
}
