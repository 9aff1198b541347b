import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The official schema of SARIF 2.1.0 (OASIS), as the package @microsoft/jest-sarif has it. */
const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

function official(): SchemaObject {
  const text = readFileSync(createRequire(import.meta.url).resolve(SCHEMA), 'utf8');
  const schema = JSON.parse(text) as SchemaObject;
  // It calls itself draft-04, which Ajv does not read. Of what differs in draft-07, it has these two words only.
  delete schema['$schema'];
  delete schema['id'];
  return schema;
}

let validate: ValidateFunction | undefined;

/** What the official schema has against a report; nothing where it is valid. */
export function schemaErrors(report: unknown): string[] {
  validate ??= compiled();
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function compiled(): ValidateFunction {
  // One of its patterns has a bracket too many, which is no mistake without the flag "u".
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(official());
}
