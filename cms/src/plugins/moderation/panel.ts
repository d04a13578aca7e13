import type { Verdict } from './contract';
import type { Change } from './diff-texts';

/** Something that waits for a decision, as the list of the panel shows it. */
export interface Waiting {
  readonly uid: string;
  readonly documentId: string;
  /** What staff call it: «Inscription reçue». */
  readonly kind: string;
  readonly title: string;
  /** The beginning of what was written. */
  readonly excerpt: string;
  /** A remark to staff, which is read and never published. */
  readonly isRemark?: true;
  /** ISO 8601. */
  readonly sentAt: string;
  /** Changes whenever the item does. */
  readonly version: string;
}

export interface Count {
  readonly uid: string;
  /** «Commentaires» */
  readonly kind: string;
  readonly count: number;
}

export interface Counts {
  /** How much waits, by kind, those of which nothing waits too. */
  readonly kinds: readonly Count[];
  readonly total: number;
  /** How much waits for an answer of its sender. */
  readonly asked: number;
  /** ISO 8601, of what has waited longest. */
  readonly oldest?: string;
}

export interface WaitingList extends Counts {
  /** Oldest first, a hundred at most. */
  readonly items: readonly Waiting[];
}

/** One thing that was sent, with all that a decision needs. */
export interface Item extends Waiting {
  readonly state: string;
  readonly decidedBy?: string;
  /** The page that it concerns. */
  readonly context?: { readonly label: string; readonly address: string };
  /** Whether something of it is public already, which it would change. */
  readonly isEdit: boolean;
  readonly fields: readonly ItemField[];
  readonly duplicates: readonly { readonly title: string; readonly why: string; readonly address?: string }[];
  /** Why it deserves a closer look, in French sentences. */
  readonly flags: readonly string[];
  readonly questions: readonly Question[];
  readonly canBecomeQuestion: boolean;
}

export interface ItemField {
  readonly name: string;
  readonly label: string;
  /** Text of a stranger: shown as text, never as markup. Empty when what is public would be taken away. */
  readonly value: string;
  /** The value is one of the options of the contract, which the panel puts in French. */
  readonly isChoice?: true;
  /** What differs from what is public. Absent where nothing does. */
  readonly changes?: readonly Change[];
}

export interface Question {
  readonly text: string;
  readonly askedBy: string;
  /** ISO 8601, as `answeredAt`. */
  readonly askedAt: string;
  readonly answer?: string;
  readonly answeredAt?: string;
}

/** A reason to refuse that staff keep ready. */
export interface ReadyReason {
  readonly documentId: string;
  readonly title: string;
  readonly text: string;
}

/** What was done: a decision, its undoing, or a question of the FAQ that was made of a comment. */
export type Deed = Verdict | 'undone' | 'faq';

export interface Entry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  readonly uid: string;
  readonly documentId: string;
  readonly kind: string;
  /** Absent when it was erased at the wish of the person concerned, as are the texts below. */
  readonly title?: string;
  readonly decision: Deed;
  readonly reason?: string;
  /** Labels of what was accepted, where it was only part of an edit. */
  readonly fields?: readonly string[];
  /** What it changed of what is public. */
  readonly changes: readonly { readonly label: string; readonly changes: readonly Change[] }[];
  readonly isErased: boolean;
  readonly canBeUndone: boolean;
}

export interface Journal {
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly pageSize: number;
  /** Who is in the journal, by name. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly kinds: readonly { readonly uid: string; readonly kind: string }[];
}
