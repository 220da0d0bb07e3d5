import { foldedText } from '#server/features/people/people.ts';

const idKey = (id: string): string => `id ${id.trim().toLowerCase()}`;
const addressKey = (address: string): string => `address ${address.trim().toLowerCase()}`;
const nameKey = (name: string): string => `name ${foldedText(name)}`;

/** The keys by which somebody can be named as manager; `name` as people say it. */
export function keysOf(person: { externalId?: string | null | undefined; email: string; name: string }): string[] {
  return [...(person.externalId ? [idKey(person.externalId)] : []), addressKey(person.email), nameKey(person.name)];
}

/** What stands behind CN= of a distinguished name, its escapes undone; undefined for anything else. */
function commonName(text: string): string | undefined {
  const cn = /^CN=((?:\\.|[^,\\])+)(?:,\s*\w+=|$)/i.exec(text)?.[1];
  return cn?.replaceAll(/\\([0-9a-f]{2}|.)/gi, (_, escaped: string) =>
    escaped.length === 2 ? String.fromCharCode(Number.parseInt(escaped, 16)) : escaped,
  );
}

/**
 * The keys that a manager's cell may mean, the surest first: an id, an address, a name; also 'Name <address>',
 * 'Name (id)', 'Last, First' and LDAP's 'CN=Last\\, First,OU=…'.
 */
export function keysNamed(text: string): string[] {
  const whole = commonName(text) ?? text;
  const angled = /<([^<>]+)>\s*$/.exec(whole)?.[1];
  const bracketed = /[([]\s*([^()[\]]+?)\s*[)\]]\s*$/.exec(whole)?.[1];
  const bare = whole.replace(/\s*(?:<[^<>]*>|\([^()]*\)|\[[^[\]]*\])\s*$/, '').trim();
  const [family, given, ...more] = bare.split(',').map((part) => part.trim());
  const turned = family && given && more.length === 0 ? [`${given} ${family}`] : [];
  // 'Hallam, Ros - 7' and '7 - Ros Hallam'
  const parts = whole.split(/\s+[-–|]\s+/);
  const inner = parts.length === 2 ? parts.flatMap((part) => keysNamed(part)) : [];
  const ids = [whole, angled, bracketed].filter((part) => part !== undefined);
  return [...ids.map(idKey), ...ids.map(addressKey), ...[whole, bare, ...turned].map(nameKey), ...inner];
}
