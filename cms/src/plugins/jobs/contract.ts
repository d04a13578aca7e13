import type { Contract } from '../../lib/contract';

export const contract = { name: 'jobs', title: 'Tâches', contentTypes: {} } as const satisfies Contract;
