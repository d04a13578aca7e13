import { wordsOf } from '../../../admin/words-of';
import fr from './fr.json';

export const { useWords, registerTrads } = wordsOf(fr);
