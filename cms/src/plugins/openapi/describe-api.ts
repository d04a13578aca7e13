import { z } from 'zod';
import type { Contract, Route } from '../../lib/contract';

/** The shape of every refusal, whatever the route. */
export const errorAnswer = z.object({
  error: z.object({
    status: z.int(),
    name: z.string(),
    /** A key of the interface's catalogue. */
    key: z.string(),
    /** The sentence to show, in the language asked for or else in French. */
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});

/** Describes every public route of the contracts in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1). */
export function describeApi(contracts: readonly Contract[]) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'S-tetic',
      version: '1',
      summary:
        'The charter, its steps, the resources that support them, the questions and the tours. Published content only.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(contracts.flatMap(pathsOf)),
    components: {
      securitySchemes: { site: { type: 'http', scheme: 'bearer', description: 'The token of the site’s server.' } },
      schemas: { Error: jsonSchema(errorAnswer, 'output') },
    },
  };
}

function pathsOf({ name, routes = {} }: Contract): [string, object][] {
  const byPath = Map.groupBy(Object.entries(routes), ([, route]) => `/${name}${route.path}`);
  return [...byPath].map(([path, list]) => [
    path.replace(/:(\w+)/g, '{$1}'),
    Object.fromEntries(list.map(([id, route]) => [route.method.toLowerCase(), operation(name, id, route)])),
  ]);
}

function operation(feature: string, id: string, route: Route) {
  const refused = { description: 'Refused', content: json({ $ref: '#/components/schemas/Error' }) };
  const statuses = route.method === 'GET' ? ['404', '422'] : ['400', '401', '404', '409', '413', '422', '429'];
  return {
    operationId: `${feature}.${id}`,
    tags: [feature],
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body && { requestBody: { required: true, content: json(jsonSchema(route.body, 'input')) } }),
    ...(route.method === 'POST' && { security: [{ site: [] }] }),
    responses: {
      [route.method === 'GET' ? '200' : '202']: {
        description: 'Answer',
        content: json(jsonSchema(route.answer, 'output')),
      },
      ...Object.fromEntries(statuses.map((status) => [status, refused])),
    },
  };
}

function pathParameters({ path }: Route) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route) {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: object; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const json = (schema: object) => ({ 'application/json': { schema } });

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
