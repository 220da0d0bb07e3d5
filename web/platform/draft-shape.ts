/** Whether a stored value has the shape of one that is in use. */
export function isLike<T>(like: T, value: unknown): value is T {
  if (like === null || like === undefined) return true;
  if (Array.isArray(like)) return Array.isArray(value);
  if (typeof like !== 'object') return typeof value === typeof like;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(like).every(([key, part]) => isLike(part, Reflect.get(value, key)));
}
