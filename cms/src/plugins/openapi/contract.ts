import { z } from 'zod';
import type { Contract } from '../../lib/contract';

export const contract = {
  name: 'openapi',
  title: 'API publique',
  contentTypes: {},
  routes: {
    description: {
      method: 'GET',
      path: '',
      summary: 'This description, in OpenAPI 3.1',
      answer: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    },
  },
} as const satisfies Contract;
