// npm run descriptions: everything that clients see in the composed schema has a description. Without arguments it
// reads the committed supergraph, else the files that are named.
import { Kind, parse, visit } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const committed = [`${root}gateway/supergraph.graphql`];
const files = process.argv.length > 2 ? process.argv.slice(2) : committed;

/** Names that Federation brings along and that no client sees. */
const machinery = /^(_Any|_Entity|_Service|_entities|_service|FieldSet|(link|federation|join|requiresScopes)__\w+)$/;
/** The root types say nothing that their fields do not say. */
const roots = new Set(['Query', 'Mutation', 'Subscription']);

const described = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

/** Paths such as Query.solutions(first:) without a description. */
function undescribed(sdl) {
  const missing = [];
  const path = [];
  visit(parse(sdl), {
    enter(node) {
      const name = node.name?.value ?? '';
      // Directives are defined by the specifications that they are linked from.
      if (node.kind === Kind.DIRECTIVE_DEFINITION || machinery.test(name)) return false;
      if (!/Definition$|Extension$/.test(node.kind)) return undefined;
      path.push(name);
      if (!described.has(node.kind) || node.description?.value.trim()) return undefined;
      if (path.length > 1 || !roots.has(name)) missing.push(path.join('.'));
      return undefined;
    },
    leave(node) {
      if (/Definition$|Extension$/.test(node.kind)) path.pop();
    },
  });
  return missing;
}

const absent = files.find((file) => !existsSync(file));
if (absent) {
  console.error(`${relative(root, absent)} is missing. To make it: npm run schema -- --write`);
  process.exit(1);
}

const found = files.flatMap((file) =>
  undescribed(readFileSync(file, 'utf8')).map((path) => `${relative(root, file)}: ${path}`),
);
if (found.length > 0) {
  console.error(`${found.length} without a description:\n${found.join('\n')}`);
  process.exitCode = 1;
}
