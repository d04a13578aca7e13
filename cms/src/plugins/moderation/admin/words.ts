import { wordsOf } from '../../../admin/words-of';
import fr from './fr.json';

export type Key = keyof typeof fr;

export const { sentence, useWords, registerTrads } = wordsOf(fr);
