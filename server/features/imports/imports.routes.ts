import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { ImportsDoor } from './imports.ts';

const os = implement(contract.imports).$context<RequestContext>().use(accessGuard);

export function importsRoutes(imports: ImportsDoor) {
  return os.router({
    preview: os.preview.handler(({ context, input }) => imports.preview(caller(context), input)),
    apply: os.apply.handler(({ context, input }) => imports.apply(caller(context), input.id, input.confirm)),
    undo: os.undo.handler(async ({ context, input }) => {
      await imports.undo(caller(context), input.id);
      return { done: true };
    }),
    list: os.list.handler(async ({ context }) => ({ imports: await imports.list(caller(context)) })),
  });
}
