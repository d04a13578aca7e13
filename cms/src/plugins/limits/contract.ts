import type { Contract } from '../../lib/contract';

export const contract = { name: 'limits', title: 'Limites', contentTypes: {} } as const satisfies Contract;
