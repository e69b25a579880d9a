import { Kind, type DirectiveNode, type DocumentNode, type NameNode, type ValueNode } from 'graphql';
import { accessDirectives, type AccessDirectives, type AccessRule, accessRulesIn } from '@lokaal/shared/auth';

/** Rules by `Type` (which every field that gives this type inherits) and by `Type.field`. */
export type AccessRules = ReadonlyMap<string, readonly AccessRule[]>;

/** Reads `@authenticated` and `@requiresScopes` from the supergraph; the API schema, which clients see, carries no directives. */
export function accessRulesOf(supergraph: DocumentNode): AccessRules {
  const names = directiveNames(supergraph);
  const rules = new Map<string, AccessRule[]>();
  const add = (place: string, { directives = [] }: { readonly directives?: readonly DirectiveNode[] }) => {
    const found = accessRulesIn(directives, names);
    if (found.length > 0) rules.set(place, [...(rules.get(place) ?? []), ...found]);
  };
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !('directives' in definition)) continue;
    const { value: typeName } = definition.name as NameNode;
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || definition.kind === Kind.OPERATION_DEFINITION) continue;
    add(typeName, definition);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) add(`${typeName}.${field.name.value}`, field);
  }
  return rules;
}

/** A supergraph may rename a linked directive: `@link(url: ".../authenticated/v0.1", as: "signedIn")`. */
function directiveNames(supergraph: DocumentNode): AccessDirectives {
  const links = supergraph.definitions
    .filter((one) => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives = [] }) => directives.filter((directive) => directive.name.value === 'link'));
  const nameOf = (feature: string): string => {
    const link = links.find((one) => text(argument(one, 'url'))?.includes(`/${feature}/v`));
    return (link && text(argument(link, 'as'))) ?? feature;
  };
  return {
    authenticated: nameOf(accessDirectives.authenticated),
    requiresScopes: nameOf(accessDirectives.requiresScopes),
  };
}

const argument = ({ arguments: given = [] }: DirectiveNode, name: string): ValueNode | undefined =>
  given.find((one) => one.name.value === name)?.value;
const text = (value: ValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined;
