import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

const ROOT = join(import.meta.dirname, '../..');

/** The kind that an object literal tells somebody of; undefined where it is no note to a person. */
function kindIn(source: string): string[] {
  const kinds: string[] = [];
  const visitor = new Visitor({
    ObjectExpression(node) {
      const byName = new Map(
        node.properties.flatMap((part) =>
          part.type === 'Property' && part.key.type === 'Identifier' ? [[part.key.name, part.value] as const] : [],
        ),
      );
      const isNote =
        (byName.has('key') || byName.has('personId') || byName.has('about_id')) && !byName.has('workspaceId');
      let kind = byName.get('kind');
      if (kind?.type === 'TSAsExpression') kind = kind.expression;
      if (isNote && kind?.type === 'Literal') kinds.push(String(kind.value));
    },
  });
  visitor.visit(parseSync('notes.ts', source).program);
  return kinds;
}

/** Every kind of message that some feature tells somebody, as the source has it. */
export function toldKinds(): string[] {
  const paths = globSync('server/features/**/*.ts', { cwd: ROOT }).filter((path) => !path.endsWith('.test.ts'));
  return [...new Set(paths.flatMap((path) => kindIn(readFileSync(join(ROOT, path), 'utf8'))))].sort();
}
