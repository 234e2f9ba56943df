/** As much of JSON Schema (2020-12) as the API's answers need. */
export interface JsonSchema {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly description?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean | JsonSchema;
	readonly items?: JsonSchema;
	readonly oneOf?: readonly JsonSchema[];
	readonly allOf?: readonly JsonSchema[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minProperties?: number;
	readonly maxLength?: number;
	readonly format?: string;
	readonly default?: unknown;
}

/** A schema by its name among the document's. */
export const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
/** An object with any keys and one kind of value. */
export const mapOf = (values: JsonSchema, description?: string): JsonSchema => ({
	type: 'object',
	additionalProperties: values,
	...(description !== undefined && { description })
});
export const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: 'null' }] });
export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const number: JsonSchema = { type: 'number' };
export const whole: JsonSchema = { type: 'integer', minimum: 0 };
export const anything: JsonSchema = {};
export const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });

/** An object with these members and no others; those after `?` may be missing. */
export function object(members: Readonly<Record<string, JsonSchema>>, description?: string): JsonSchema {
	const entries = Object.entries(members);
	return {
		type: 'object',
		properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
		required: entries.flatMap(([name]) => (name.endsWith('?') ? [] : [name])),
		additionalProperties: false,
		...(description !== undefined && { description })
	};
}
