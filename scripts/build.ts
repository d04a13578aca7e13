import { readEnvironment } from '@s-tetic/config/environment';
import { ensureBuild } from './local/build.ts';
import { runCommand } from './local/command.ts';
import { openFolders } from './local/place.ts';
import { numberSteps } from './local/progress.ts';

await runCommand(async (signal) => {
  const { logs } = openFolders(readEnvironment(process.env, 'scripts'));
  const step = numberSteps(2, signal);
  await step('Build of the CMS', (say) => ensureBuild('cms', logs, say, signal), { usually: 60 });
  await step('Build of the site', (say) => ensureBuild('site', logs, say, signal), { usually: 10 });
});
