export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  takes: string;
  gives: string;
}

type Json = unknown;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: Json, ...keys: string[]): Json =>
  keys.reduce<Json>((found, key) => (isObject(found) ? found[key] : undefined), value);
const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

/** One line for a JSON schema: `{ name: string, age?: number }`, three levels deep. */
export function schemaWords(schema: Json, depth = 3): string {
  if (!isObject(schema)) return '';
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return options.map((option) => schemaWords(option, depth)).join(' | ');
  if (Array.isArray(schema.enum)) return schema.enum.map((option) => JSON.stringify(option)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `${schemaWords(schema.items, depth)}[]`;
  if (isObject(schema.properties)) return objectWords(schema.properties, schema.required, depth);
  return textOf(schema.format) || textOf(schema.type) || 'any';
}

function objectWords(properties: Record<string, Json>, required: Json, depth: number): string {
  if (depth === 0) return '{ … }';
  const must = new Set(Array.isArray(required) ? required : []);
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${must.has(name) ? '' : '?'}: ${schemaWords(field, depth - 1)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

function mediaWords(content: Json): string {
  if (!isObject(content)) return '';
  const [type, media] = Object.entries(content)[0] ?? [];
  if (!type) return '';
  return type === 'application/json' ? schemaWords(at(media, 'schema')) : type;
}

function takesOf(operation: Json): string {
  const parameters = at(operation, 'parameters');
  const names = Array.isArray(parameters)
    ? parameters.map((each) => `${textOf(at(each, 'name'))}: ${schemaWords(at(each, 'schema'))}`)
    : [];
  return [names.join(', '), mediaWords(at(operation, 'requestBody', 'content'))].filter(Boolean).join(' · ');
}

/** The operations of an OpenAPI document, in its order. */
export function operationsOf(document: Json): Operation[] {
  const paths = at(document, 'paths');
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).map(([method, operation]) => ({
      id: textOf(at(operation, 'operationId')) || `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      summary: textOf(at(operation, 'summary')),
      takes: takesOf(operation),
      gives: mediaWords(at(operation, 'responses', '200', 'content')),
    })),
  );
}
