import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Age } from './Age';
import { useCounts } from './counts';
import { useWords } from './words';

/** The widget of the panel's home: how much waits, of which kinds, and since when. */
export default function ToModerate() {
  const say = useWords();
  const counts = useCounts();
  if (counts === undefined) return <Widget.Loading />;
  if (counts === 'failed') return <Widget.Error>{say('moderation.widget.failed')}</Widget.Error>;
  const { total, kinds, oldest } = counts;
  if (!oldest) return <Widget.NoData>{say('moderation.widget.empty')}</Widget.NoData>;
  return (
    <Flex direction="column" justifyContent="center" height="100%" gap={3}>
      <Flex direction="column" gap={1}>
        <Typography variant="alpha">{total}</Typography>
        <Typography textColor="neutral600">{say('moderation.widget.count', { total })}</Typography>
      </Flex>
      <Box tag="ul">
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ uid, kind, count }) => (
            <Typography key={uid} tag="li" textColor="neutral800">
              {`${kind} : ${count}`}
            </Typography>
          ))}
      </Box>
      <Typography variant="pi" textColor="neutral600">
        <Age of={oldest} sentence="moderation.widget.oldest" />
      </Typography>
    </Flex>
  );
}
