import { isContractProcedure } from '@orpc/contract';
import type { Access } from '#contract/base.ts';
import type { Endpoint } from '#contract/records.ts';

/** Every endpoint of a contract with who may call it, by tag. */
export function endpointsOf(contract: object): { tag: string; endpoints: Endpoint[] }[] {
  const groups = new Map<string, Endpoint[]>();
  const walk = (node: unknown): void => {
    if (isContractProcedure(node)) {
      const { route, meta } = node['~orpc'];
      const { may }: Partial<Access> = meta;
      const entry = {
        method: route.method ?? 'POST',
        path: route.path ?? '',
        summary: route.summary ?? '',
        may: may ?? 'nobody',
      };
      const tag = route.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), entry]);
    } else if (typeof node === 'object' && node !== null) {
      for (const child of Object.values(node)) walk(child);
    }
  };
  walk(contract);
  return [...groups].map(([tag, endpoints]) => ({ tag, endpoints })).sort((a, b) => a.tag.localeCompare(b.tag));
}
