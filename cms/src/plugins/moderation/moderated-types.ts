import type { Core } from '@strapi/strapi';
import type { Contract } from '../../lib/contract';
import { contracts, uidOf } from '../../lib/contracts';
import type { Decision } from './contract';

interface Moved {
  readonly documentId: string;
}

interface Decided extends Moved, Pick<Decision, 'decision' | 'reason'> {
  /** When. With the document, it names the cause of a mail: what is decided again after an undoing is told again. */
  readonly at: Date;
}

/** Something public that looks like what waits. */
export interface Duplicate {
  readonly title: string;
  /** Its page, without locale. */
  readonly path?: string;
  /** In French: «Le même site web». */
  readonly why: string;
}

/** What something that waits is about. */
export interface Description {
  /** In place of the main field of its type. */
  readonly title?: string;
  /** The page that it concerns: its title, and its path without locale. */
  readonly context?: { readonly label: string; readonly path: string };
}

/**
 * A type that waits for moderators, and what its feature does as it moves on. Each behaviour named `on…` runs in the
 * transaction of what it follows: a failure undoes both. The others only read.
 */
export interface ModeratedType {
  readonly uid: string;
  readonly contract: Contract;
  readonly name: string;
  /** Its sender proved that the address is theirs. May give the token of a link to follow it by. */
  readonly onProven?: (strapi: Core.Strapi, document: Moved) => Promise<{ readonly follow: string } | undefined>;
  /** `fields` are the attributes that were accepted where only part of an edit was; undefined: all of them. */
  readonly onApproved?: (strapi: Core.Strapi, document: Moved & Pick<Decision, 'fields'>) => Promise<void>;
  /**
   * A moderator decided, whatever they decided: its sender is to be told. Of `asked` they are told already:
   * the desk mails its question itself, to the attribute `email` in the language of the attribute `language`.
   */
  readonly onDecided?: (strapi: Core.Strapi, document: Decided) => Promise<void>;
  /**
   * A decision is taken back, and what it decided of waits again: takes back what onApproved did, and tells the sender
   * where a mail had announced the contrary. `decision` is the one that was taken back, `at` the moment of the undoing.
   */
  readonly onUndone?: (strapi: Core.Strapi, document: Moved & Pick<Decided, 'decision' | 'at'>) => Promise<void>;
  /** What is public now, under the same attribute names and in the same forms as the row; undefined: nothing is. */
  readonly readPublic?: (
    strapi: Core.Strapi,
    document: Moved,
  ) => Promise<Readonly<Record<string, unknown>> | undefined>;
  readonly findDuplicates?: (strapi: Core.Strapi, document: Moved) => Promise<readonly Duplicate[]>;
  /** Why it deserves a closer look, in French sentences. */
  readonly findFlags?: (strapi: Core.Strapi, document: Moved) => Promise<readonly string[]>;
  readonly describe?: (strapi: Core.Strapi, document: Moved) => Promise<Description>;
  /** A draft for the FAQ, made of what was written. Absent where nothing of this type can become a question. */
  readonly asQuestion?: (
    strapi: Core.Strapi,
    document: Moved,
  ) => Promise<{ readonly question: string; readonly answer: string }>;
}

type Moderated = Readonly<Record<string, Omit<ModeratedType, 'uid' | 'contract' | 'name'>>>;

/** Every type that a feature offers to moderation by its service `moderated`: nothing is listed here. */
export function moderatedTypes(strapi: Core.Strapi): ModeratedType[] {
  return contracts().flatMap((contract) => {
    const plugin = strapi.plugin(contract.name);
    if (!('moderated' in plugin.services)) return [];
    const moderated: Moderated = plugin.service('moderated');
    return Object.entries(moderated).map(([name, behaviour]) => ({
      ...behaviour,
      uid: uidOf(contract, name),
      contract,
      name,
    }));
  });
}
