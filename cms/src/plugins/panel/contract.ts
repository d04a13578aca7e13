import type { Contract } from '../../lib/contract';

export const contract = { name: 'panel', title: 'Panneau', contentTypes: {} } as const satisfies Contract;
