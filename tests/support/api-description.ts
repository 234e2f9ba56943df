import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { KIND_SEGMENT, RECORD_KINDS } from '../../src/lib/domain/kinds.ts';
import type { OpenApi } from '../../src/routes/api/openapi/document.ts';
import type { Operation } from '../../src/routes/api/openapi/paths.ts';
import { readTree } from './source-tree.ts';

/** Methods that an address answers, such as `GET /api/v1/events/{id}`. */
export function routesOfApi(): string[] {
	const files = [...readTree('src/routes/api'), ...readTree('src/routes/health')].filter(({ path }) => path.endsWith('+server.ts'));
	return files
		.flatMap(({ path, text }) => {
			const route = path.slice('src/routes'.length, -'/+server.ts'.length);
			// Whatever the API has no address for is answered there.
			if (route.includes('[...')) return [];
			const methods = [...text.matchAll(/^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
				([, method]) => method
			);
			return pathsOf(route).flatMap((each) => methods.map((method) => `${method} ${each}`));
		})
		.toSorted();
}

function pathsOf(route: string): string[] {
	const plain = (path: string) => path.replace(/\[(\w+)\]/g, '{$1}');
	if (!route.includes('[segment=segment]')) return [plain(route)];
	return RECORD_KINDS.map((kind) => plain(route.replace('[segment=segment]', KIND_SEGMENT[kind])));
}

/** Every operation of a document with its method and path. */
export function operationsOf({ paths }: OpenApi): { readonly method: string; readonly path: string; readonly operation: Operation }[] {
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
	);
}

/** Checks answers against a document: status, content type, and where it is JSON, the body. Answers what is wrong; null: nothing. */
export function createAnswerCheck(document: OpenApi): (operation: Operation, answer: Response, body: unknown) => string | null {
	const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
	ajv.addSchema(document, 'api');
	const known = new Map<unknown, ValidateFunction>();
	const validator = (schema: object): ValidateFunction => {
		const before = known.get(schema);
		if (before) return before;
		// References of the document are found from within it only.
		const inside = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;
		const made = ajv.compile(inside);
		known.set(schema, made);
		return made;
	};
	return (operation, answer, body) => {
		const described = operation.responses[String(answer.status)];
		if (!described) return `status ${answer.status} is not described: ${JSON.stringify(body).slice(0, 300)}`;
		for (const header of Object.keys(described.headers ?? {})) if (!answer.headers.has(header)) return `the header ${header} is missing`;
		if (!described.content) return null;
		const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
		const content = described.content[type];
		if (!content) return `content type ${type} is not described`;
		if (type !== 'application/json') return null;
		const validate = validator(content.schema);
		return validate(body) ? null : JSON.stringify(validate.errors?.slice(0, 3));
	};
}
