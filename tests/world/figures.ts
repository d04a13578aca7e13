import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

interface Dated {
  /** The day it was measured, as `2026-11-24`. */
  readonly measuredOn: string;
}

/** The figures that a statement page shows, as the last measure that was kept wrote them. */
export function readFigures<Figures>(name: string): Figures & Dated {
  return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Figures & Dated;
}

/**
 * Holds what was measured against the figures that a statement page shows. With UPDATE_FIGURES=1 it becomes them.
 *
 * @param isTold whether the figures shown are still a fair account of what was measured
 */
export function checkFigures<Figures extends object>(
  name: string,
  measured: Figures,
  isTold: (shown: Figures, measured: Figures) => boolean,
): void {
  if (process.env.UPDATE_FIGURES === '1') {
    const measuredOn = new Date().toISOString().slice(0, 10);
    writeFileSync(fileOf(name), `${JSON.stringify({ measuredOn, ...measured }, null, 2)}\n`);
    return;
  }
  const { measuredOn, ...shown } = readFigures<Figures>(name);
  const told = isTold(shown as unknown as Figures, measured);
  const advice = `The site shows the figures of ${measuredOn}, which no longer hold. UPDATE_FIGURES=1 npm test -- ${name} writes the new ones.`;
  if (!told) expect<unknown>(shown, advice).toEqual(measured);
}

const fileOf = (name: string) => path.resolve(import.meta.dirname, '../../site/src/features/figures', `${name}.json`);
