import { contract, type AssessmentPage, type AssessmentStep } from '@s-tetic/cms/contracts/charter';
import type { Visit } from '../../lib/visit.ts';
import { assess, type Assessment } from './assess.ts';

/** What a group that answered is told. */
export interface Outcome extends Assessment {
  readonly done: ReadonlySet<number>;
  /** The step that comes next. */
  readonly step: AssessmentStep;
}

export interface Found {
  readonly asked: AssessmentPage;
  /** Absent while nothing was answered. */
  readonly outcome: Outcome | undefined;
}

/**
 * The questions, and for who answered them the step that comes next.
 * @returns undefined when the page or the step is not published
 * @throws {CmsUnavailable}
 */
export async function findAssessment(visit: Visit, done: ReadonlySet<number> | undefined): Promise<Found | undefined> {
  const assessment = done && assess(done);
  const asked = await visit.read(contract, 'assessment', { query: { step: assessment?.next } });
  if (!asked || !done || !assessment) return asked && { asked, outcome: undefined };
  const step = asked.steps.find(({ number }) => number === assessment.next);
  return step && { asked, outcome: { ...assessment, done, step } };
}
