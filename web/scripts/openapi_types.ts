/**
 * The schemas of the server's OpenAPI document as types. `npm run types` writes them. The document has few forms of
 * schemas, all of which are here: openapi-typescript, which knows the others, would be a dependency for sixty lines.
 */

import { readFileSync, writeFileSync } from "node:fs";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const DOCUMENT = new URL("../../docs/schema/openapi.json", import.meta.url);
const TYPES = new URL("../src/server/openapi.ts", import.meta.url);

const HEADER = `/** Written by \`npm run types\` from docs/schema/openapi.json. Not to be changed by hand. */\n`;

/** What `src/server/openapi.ts` has to be. */
export function openapiTypes(): string {
  const { components } = JSON.parse(readFileSync(DOCUMENT, "utf8"));
  const schemas: Readonly<Record<string, Schema>> = components.schemas;
  const types = Object.entries(schemas).map(([name, schema]) => {
    return schema.properties === undefined
      ? `export type ${name} = ${typeOf(schema)};\n`
      : `export interface ${name} {\n${fieldsOf(schema)}}\n`;
  });
  return [HEADER, ...types].join("\n");
}

export function writeTypes(types: string): void {
  writeFileSync(TYPES, types);
}

/** What it is. */
export function writtenTypes(): string {
  return readFileSync(TYPES, "utf8");
}

function fieldsOf({ properties = {}, required = [] }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const sign = required.includes(name) ? "" : "?";
    return `  readonly ${name}${sign}: ${typeOf(schema)};\n`;
  });
  return fields.join("");
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    return schema.$ref.replace(/.*\//, "");
  }
  if (schema.oneOf !== undefined) {
    return schema.oneOf.map(typeOf).join(" | ");
  }
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  }
  const kinds = [schema.type ?? "object"].flat();
  return kinds.map((kind) => (kind === "array" ? arrayOf(schema) : nameOf(kind))).join(" | ");
}

function arrayOf({ items = {} }: Schema): string {
  const type = typeOf(items);
  return `readonly ${/ /.test(type) ? `(${type})` : type}[]`;
}

function nameOf(kind: string): string {
  return kind === "integer" ? "number" : kind;
}
