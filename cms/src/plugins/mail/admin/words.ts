import { wordsOf } from '../../../admin/words-of';
import fr from './fr.json';

export const { sentence, useWords, registerTrads } = wordsOf(fr);
