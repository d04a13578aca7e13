import { Checkbox } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useWords } from './words';

/** Whether whoever is logged in receives the digest of the morning. Not shown until it is known. */
export function DigestSwitch() {
  const say = useWords();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isWanted, setWanted] = useState<boolean>();

  useEffect(() => {
    get<{ wanted: boolean }>('/moderation/digest').then(
      ({ data }) => setWanted(data.wanted),
      () => setWanted(undefined),
    );
  }, [get]);

  async function choose(wanted: boolean) {
    setWanted(wanted);
    try {
      await put('/moderation/digest', { wanted });
    } catch {
      setWanted(!wanted);
      toggleNotification({ type: 'danger', message: say('moderation.digest.failed') });
    }
  }

  if (isWanted === undefined) return null;
  return (
    <Checkbox checked={isWanted} onCheckedChange={(checked) => void choose(checked === true)}>
      {say('moderation.digest')}
    </Checkbox>
  );
}
