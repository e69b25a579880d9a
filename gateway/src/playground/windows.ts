import { createHash } from 'node:crypto';
import type { RenderOptions } from 'altair-static';
import { demoAccounts, demoPassword } from '@lokaal/shared/demo/accounts';
import { Kind, parse, print } from 'graphql';
import { byHeading } from './headings.js';
import type { Kept, Question } from './questions.js';

type Window = NonNullable<RenderOptions['initialWindows']>[number];

/** Runs after an answer came, and keeps what later runs send. Altair gives the answer as it came, or read already. */
const scriptOf = (kept: readonly Kept[]): string => `const { body } = altair.response;
const { data } = typeof body === 'string' ? JSON.parse(body) : body;
const keep = (name, find) => {
  try {
    const value = find();
    if (value !== undefined && value !== null) altair.helpers.setEnvironment(name, value, true);
  } catch {
    // the answer to another operation has none of it
  }
};
${kept.map(({ name, expression }) => `keep('${name}', () => ${expression});`).join('\n')}
`;

/** The variables of a question that are kept, in the words of Altair. */
function variablesOf({ text, kept }: Question): string {
  const names = new Set(kept.map(({ name }) => name));
  const types = variableTypes(text);
  const lines = [...types]
    .filter(([name]) => names.has(name))
    .map(([name, type]) => `  "${name}": ${type.startsWith('Int') ? `{{${name}}}` : `"{{${name}}}"`}`);
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '{}';
}

/** Of all operations in a text. */
const variableTypes = (text: string): Map<string, string> =>
  new Map(
    parse(text)
      .definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : []))
      .map(({ variable, type }) => [variable.name.value, print(type)]),
  );

/** Until an answer was kept: without it a text with {{name}} is no JSON. */
const emptyEnvironment = (questions: readonly Question[]): Record<string, string | number> =>
  Object.fromEntries(
    questions.flatMap(({ text, kept }) => {
      const types = variableTypes(text);
      return kept.map(({ name }) => [name, types.get(name)?.startsWith('Int') ? 0 : '']);
    }),
  );

const [dpo] = demoAccounts;

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

function windowOf(question: Question, demoData: boolean): Window {
  const { name, title, text, kept } = question;
  const isSignIn = name === 'sign-in';
  return {
    initialName: title,
    initialQuery: demoData && isSignIn ? withAccounts(text) : text,
    // without demonstration data people fill in their own
    initialVariables: isSignIn && !demoData ? '{ "email": "", "password": "" }' : variablesOf(question),
    // Signing in is for whoever is not, also when the last token has ended.
    ...(!isSignIn && { initialHeaders: { Authorization: 'Bearer {{accessToken}}' } }),
    ...(kept.length > 0 && { initialPostRequestScript: scriptOf(kept) }),
  };
}

export interface Opening {
  readonly options: RenderOptions;
  /** All questions, as windows that one may open. */
  readonly headings: readonly { readonly title: string; readonly questions: readonly Window[] }[];
}

/** What Altair opens with: a window for the first question of each heading, and the environment by which scripts share what they keep. */
export function playgroundOpening(questions: readonly Question[], demoData: boolean): Opening {
  const headings = byHeading(questions).map(({ title, questions: here }) => ({
    title,
    questions: here.map((question) => windowOf(question, demoData)),
  }));
  return { options: optionsOf(headings, questions), headings };
}

function optionsOf(headings: Opening['headings'], questions: readonly Question[]): RenderOptions {
  const initialWindows = headings.flatMap(({ questions: [first] }) => first ?? []);
  // Altair keeps windows in the browser, with what people wrote in them; other questions are kept apart from those.
  const edition = createHash('sha256').update(JSON.stringify(headings)).digest('hex').slice(0, 8);
  return {
    initialWindows,
    initialEnvironments: {
      activeSubEnvironment: 'playground',
      base: { title: 'Environment', variables: {} },
      subEnvironments: [{ id: 'playground', title: 'Playground', variables: emptyEnvironment(questions) }],
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
      // the page reads it for the window that needs it
      'schema.reloadOnStart': false,
    },
    disableAccount: true,
  };
}
