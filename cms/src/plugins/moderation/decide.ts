import { checkInput } from '@s-tetic/config/validation';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { decisionInput, type Decision } from './contract';
import { moderatedTypes } from './moderated-types';

interface Decidable {
  readonly id: number;
  readonly state: string;
  readonly decided_by: string | null;
}

/**
 * Decides of one thing that waits, once: what the decision causes, and the trace of who decided, are stored together or not at all.
 * @throws {Refusal} 404 when there is no such thing, 409 when someone decided before.
 */
export async function decide(
  strapi: Core.Strapi,
  { uid, documentId, decision, reason, fields }: Decision,
  who: string,
): Promise<void> {
  const moderated = moderatedTypes(strapi).find((type) => type.uid === uid);
  if (!moderated) throw new Refusal(404, 'moderation.unknown');
  const at = new Date();
  await strapi.db.transaction(async ({ trx }) => {
    const table = strapi.db.metadata.get(uid).tableName;
    // The row is held until the end, so that a second moderator waits, then reads what the first decided.
    const row: Decidable | undefined = await trx(table)
      .where({ document_id: documentId })
      .forUpdate()
      .first('id', 'state', 'decided_by');
    if (!row) throw new Refusal(404, 'moderation.unknown');
    if (row.state === 'unconfirmed') throw new Refusal(409, 'moderation.unconfirmed');
    if (row.state !== 'pending') throw new Refusal(409, 'moderation.decided', { who: row.decided_by ?? '?' });
    await strapi.db.query(uid as never).update({
      where: { id: row.id },
      data: { state: decision, reason: reason || null, decidedBy: who, decidedAt: at },
    });
    if (decision === 'approved') await moderated.onApproved?.(strapi, { documentId, fields });
    await moderated.onDecided?.(strapi, { documentId, decision, reason, at });
  });
}

interface PanelContext {
  readonly request: { readonly body: unknown };
  readonly state: {
    readonly user: { readonly firstname?: string; readonly lastname?: string; readonly email: string };
  };
  status: number;
  body: unknown;
}

/** The panel's way in. Its answers speak French, as its users do. */
export async function decideFromPanel(context: PanelContext): Promise<void> {
  try {
    const { data, issues } = checkInput(decisionInput, context.request.body);
    if (issues) throw new Refusal(422, issues[0]!.key, { ...issues[0]!.values, field: issues[0]!.path.join('.') });
    const { firstname, lastname, email } = context.state.user;
    await decide(strapi, data, [firstname, lastname].filter(Boolean).join(' ') || email);
    context.body = { state: data.decision };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    context.status = error.status;
    context.body = error.toAnswer('fr');
  }
}
