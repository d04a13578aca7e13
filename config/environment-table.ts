import type { z } from 'zod';
import { aboutVariable, environments, type Program } from './environment.ts';

interface Variable {
  schema: z.ZodType;
  programs: Program[];
}

/** The table of the README: every variable once, with who reads it and what stands in for it, in Markdown. */
export function environmentTable(): string {
  const readers = new Map<string, Variable>();
  for (const [program, { shape }] of Object.entries(environments)) {
    for (const [name, schema] of Object.entries(shape)) {
      const variable: Variable = readers.get(name) ?? { schema, programs: [] };
      variable.programs.push(program as Program);
      readers.set(name, variable);
    }
  }
  const rows = [...readers].map(([name, { schema, programs }]) => {
    const { description, otherwise } = aboutVariable(schema);
    return `| \`${name}\` | ${description} | ${otherwise ?? valueWhenUnset(schema)} | ${programs.join(', ')} |`;
  });
  return ['| variable | what it is | when it is not set | read by |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function valueWhenUnset(schema: z.ZodType): string {
  const { data } = schema.safeParse(undefined);
  return data === undefined ? 'it must be set' : `\`${String(data)}\``;
}
