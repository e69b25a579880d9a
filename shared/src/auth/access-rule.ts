import { Kind, type DirectiveNode, type ValueNode } from 'graphql';
import { isAnonymous, type Viewer } from './viewer.js';

/** What a type or field asks of the viewer. */
export interface AccessRule {
  /** Alternatives, each a set of scopes that are all needed. */
  readonly scopes: readonly (readonly string[])[];
}

/** Held by everybody who signed in, and by no API key: what `@authenticated` asks. */
const personScope = 'PERSON';

/** Which directives say it; a supergraph may rename them. */
export interface AccessDirectives {
  readonly authenticated: string;
  readonly requiresScopes: string;
}

export const accessDirectives: AccessDirectives = { authenticated: 'authenticated', requiresScopes: 'requiresScopes' };

/** The rules among the directives of a type or field. */
export const accessRulesIn = (directives: readonly DirectiveNode[] = [], names = accessDirectives): AccessRule[] =>
  directives.flatMap((directive) => ruleOf(directive, names));

function ruleOf(directive: DirectiveNode, names: AccessDirectives): AccessRule[] {
  if (directive.name.value === names.authenticated) return [{ scopes: [[personScope]] }];
  if (directive.name.value !== names.requiresScopes) return [];
  const { value } = directive.arguments?.find(({ name }) => name.value === 'scopes') ?? {};
  return [{ scopes: items(value).map((set) => items(set).map(textOf)) }];
}

const items = (value: ValueNode | undefined): readonly ValueNode[] => (value?.kind === Kind.LIST ? value.values : []);
const textOf = (value: ValueNode): string => (value.kind === Kind.STRING ? value.value : '');

/** Scopes of a viewer: the names of the roles it has, at the association and at any of its organisations; of a key its own. */
const scopesOf = ({ personId, staffRoles, employments, apiKey }: Viewer): ReadonlySet<string> =>
  new Set([
    ...(personId === undefined ? [] : [personScope]),
    ...staffRoles,
    ...employments.flatMap(({ roles }) => roles),
    ...(apiKey?.scopes ?? []),
  ]);

const satisfies = ({ scopes }: AccessRule, held: ReadonlySet<string>): boolean =>
  scopes.some((set) => set.every((scope) => held.has(scope)));

/** With which code a viewer is refused what these rules guard; undefined when it is not. */
export function refusalBy(rules: readonly AccessRule[], viewer: Viewer): 'UNAUTHENTICATED' | 'FORBIDDEN' | undefined {
  if (rules.length === 0) return undefined;
  if (isAnonymous(viewer)) return 'UNAUTHENTICATED';
  const held = scopesOf(viewer);
  return rules.every((rule) => satisfies(rule, held)) ? undefined : 'FORBIDDEN';
}
