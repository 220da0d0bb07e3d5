import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { Imports } from './imports.ts';

const os = implement(contract.imports).$context<RequestContext>().use(accessGuard);

async function bytesOf(input: { file?: File | undefined; text?: string | undefined }): Promise<Uint8Array> {
  if (input.file) return new Uint8Array(await input.file.arrayBuffer());
  return new TextEncoder().encode(input.text ?? fail('imports.unreadable'));
}

export function importsRoutes(imports: Imports) {
  return os.router({
    list: os.list.handler(async ({ context }) => ({ runs: await imports.list(caller(context)) })),
    template: os.template.handler(() => imports.template()),
    preview: os.preview.handler(async ({ context, input }) => {
      const { file, text, fileName: _, ...told } = input;
      const fileName = onOneLine(input.fileName ?? file?.name ?? '').slice(0, 120);
      return imports.preview(caller(context), { ...told, bytes: await bytesOf({ file, text }), fileName });
    }),
    get: os.get.handler(({ context, input }) => imports.get(caller(context), input.id)),
    lines: os.lines.handler(({ context, input }) => imports.lines(caller(context), input.id, input)),
    faults: os.faults.handler(({ context, input }) => imports.faults(caller(context), input.id)),
    apply: os.apply.handler(({ context, input }) => imports.apply(caller(context), input.id, input.confirm)),
    undo: os.undo.handler(({ context, input }) => imports.undo(caller(context), input.id, input.confirm)),
  });
}
