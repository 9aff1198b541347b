import * as z from 'zod';
import { suggestion } from './closest';
import type { YamlPath } from './yaml';

/** A schema's complaint in words for the person who writes the file, and the path that it stands at. */
export interface Complaint {
  readonly path: YamlPath;
  readonly message: string;
}

/** Rewords one zod issue about `value`; an issue about several unknown keys becomes one complaint a key. */
export function complaintsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Complaint[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = path.at(-1);
  const got = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path));
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `"${key}" is not a word that is known here.${suggestion(key, known)} Known are: ${known.join(', ')}.`,
    }));
  }
  if (got === undefined && typeof name === 'string' && issue.code !== 'custom') {
    const meaning = schemaAt(schema, path)?.description;
    const help = meaning === undefined ? '' : ` (${meaning})`;
    return [{ path, message: `"${name}:" is missing. Add it${help}.` }];
  }
  return [{ path, message: messageOf(issue, got) }];
}

function messageOf(issue: z.core.$ZodIssue, got: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(issue.expected, got);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof got === 'string' ? suggestion(got, values) : '';
      return `${shown(got)} is not possible here.${near} Write one of: ${values.join(', ')}.`;
    }
    case 'too_small':
      return issue.origin === 'array'
        ? 'This list is empty. Add at least one line that begins with "- ".'
        : `${shown(got)} is too small. Write at least ${String(issue.minimum)}.`;
    case 'too_big':
      return `${shown(got)} is too large. Write at most ${String(issue.maximum)}.`;
    default:
      return issue.message; // these are written in the schemas, for people
  }
}

function typeMessage(expected: string, got: unknown): string {
  if (got === null || got === undefined) return `Nothing is written here. Write ${kindName(expected)}.`;
  if (expected === 'string' && typeof got !== 'object') {
    return `${shown(got)} is read as a ${typeof got === 'boolean' ? 'yes or no' : 'number'}. Put quotes around it.`;
  }
  if (expected === 'string' && typeof got === 'object') {
    return 'A text belongs here. Put quotes around the whole line if it begins with { or [ or contains ": ".';
  }
  if (expected === 'array' && typeof got === 'string') {
    return 'A list belongs here. Put each entry on its own line, after "- ".';
  }
  return `${shown(got)} does not fit here. Write ${kindName(expected)}.`;
}

function kindName(expected: string): string {
  switch (expected) {
    case 'string':
      return 'a text';
    case 'array':
      return 'a list: each entry on its own line, after "- "';
    case 'object':
    case 'record':
      return 'lines of the form "name: value"';
    case 'boolean':
      return 'true or false';
    case 'int':
    case 'number':
      return 'a whole number';
    default:
      return expected;
  }
}

/** The value as a short quotation. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'object' && value !== null) return 'A group of "name: value" lines';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** The part of `schema` that describes the value at `path`, with its description; `undefined` if there is none. */
function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.ZodType | undefined = unwrap(at);
    if (inner instanceof z.ZodObject) at = (inner.shape as Record<string, z.ZodType>)[String(step)];
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) at = inner.valueType as z.ZodType;
    else return undefined;
  }
  return at;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let at = schema;
  while (at instanceof z.ZodExactOptional || at instanceof z.ZodOptional || at instanceof z.ZodDefault) {
    at = at.unwrap() as z.ZodType;
  }
  return at;
}

function keysOf(schema: z.ZodType | undefined): string[] {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
