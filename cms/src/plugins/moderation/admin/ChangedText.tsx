import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Change } from '../diff-texts';
import { useWords } from './words';

/** Line breaks as they were typed; a word without end is broken rather than let out of its box. */
export const AsTyped = styled.span`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

const Added = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  text-decoration-thickness: 2px;
`;

const Removed = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
`;

/** A text with what was added to it underlined and what was taken out struck through, each said to whoever does not see it. */
export function ChangedText({
  changes,
  tell = (text) => text,
}: {
  readonly changes: readonly Change[];
  readonly tell?: (text: string) => string;
}) {
  const say = useWords();
  return (
    <AsTyped>
      {changes.map(({ text, kind }, index) => {
        if (!kind) return <span key={index}>{tell(text)}</span>;
        const Mark = kind === 'added' ? Added : Removed;
        return (
          <Mark key={index}>
            <VisuallyHidden tag="span"> {say(`moderation.diff.${kind}`)} </VisuallyHidden>
            {tell(text)}
            <VisuallyHidden tag="span"> {say('moderation.diff.end')} </VisuallyHidden>
          </Mark>
        );
      })}
    </AsTyped>
  );
}
