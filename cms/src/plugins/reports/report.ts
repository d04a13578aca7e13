import type { Core } from '@strapi/strapi';
import type { ReportCause, ReportKind } from './contract';

/** A report as it is stored. */
export interface Report {
  readonly kind: ReportKind;
  readonly cause: ReportCause;
  readonly name: string;
  readonly path: string;
  /** `<uid>:<documentId>` */
  readonly subject: string;
  readonly email: string | null;
  readonly language: string;
  readonly decidedBy: string;
  /** What was true of a comment before the decision hid it. */
  readonly hidden: Readonly<Record<string, unknown>> | null;
}

export const findReport = (strapi: Core.Strapi, documentId: string): Promise<Report> =>
  strapi.db.query('plugin::reports.report').findOne({ where: { documentId } });
