import { createHash } from 'node:crypto';
import type { RenderOptions } from 'altair-static';
import { demoAccounts, demoPassword } from '@lokaal/shared/demo';
import type { Question } from './questions.js';

type Window = NonNullable<RenderOptions['initialWindows']>[number];
type Variables = Readonly<Record<string, Record<string, unknown>>>;

/** Scripts that run after the answer came, by question. Each keeps something that other windows or runs send. */
const scripts: Readonly<Record<string, string>> = {
  'sign-in': `
const answer = altair.response.body.data?.signIn;
if (answer?.accessToken) await altair.helpers.setEnvironment('accessToken', answer.accessToken, true);
`.trim(),
  'edit-an-entry': `
const entry = altair.response.body.data?.vendors?.nodes[0]?.solutions.nodes[0];
if (entry) {
  await altair.helpers.setEnvironment('entryId', entry.id, true);
  await altair.helpers.setEnvironment('entryVersion', entry.version, true);
}
`.trim(),
};

const [dpo, editor] = demoAccounts;

const demoVariables: Variables = {
  'sign-in': { email: dpo?.email, password: demoPassword },
  'edit-an-entry': { organisationId: editor?.organisationId },
};

const emptyVariables: Variables = {
  'sign-in': { email: '', password: '' },
  'edit-an-entry': { organisationId: '' },
};

const accountLines = [
  '#',
  `# Invented accounts of the demonstration data, all with the password ${demoPassword}:`,
  ...demoAccounts.map(({ email, role }) => `# - ${email}: ${role}`),
].join('\n');

/** What the variables of the last window are filled with by its script; the numbers are no JSON until then. */
const entryVariables = `
  "id": "{{entryId}}",
  "expectedVersion": {{entryVersion}},
  "shortDescription": "Vernieuwd: nu ook met een app voor wie onderweg is."`;

function variablesOf(name: string, demoData: boolean): string {
  const given = (demoData ? demoVariables : emptyVariables)[name] ?? {};
  const json = JSON.stringify(given, null, 2);
  return name === 'edit-an-entry' ? json.replace(/\n\}$/, `,${entryVariables}\n}`) : json;
}

/** The accounts stand at the end of the explanation, before the operation. */
const withAccounts = (text: string): string => text.replace(/\n(?=mutation)/, () => `\n${accountLines}\n`);

function windowOf({ name, title, text }: Question, index: number, demoData: boolean): Window {
  const script = scripts[name];
  return {
    initialName: `${index + 1}. ${title}`,
    initialQuery: demoData && name === 'sign-in' ? withAccounts(text) : text,
    initialVariables: variablesOf(name, demoData),
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
