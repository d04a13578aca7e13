import { contentPlugin } from '../../lib/content-plugin';
import { answerReporter } from './answer-reporter';
import { contract } from './contract';
import { describeReport, flagReport } from './describe-report';
import { showSubject } from './find-subject';
import { sendReport } from './send-report';
import { settleReport, unsettleReport } from './settle-report';

/** What visitors find wrong on the site: in a listing, in a comment. */
export default contentPlugin(contract, {
  routes: { subject: showSubject, send: sendReport },
  services: {
    moderated: {
      report: {
        onApproved: settleReport,
        onDecided: answerReporter,
        onUndone: unsettleReport,
        describe: describeReport,
        findFlags: flagReport,
      },
    },
  },
});
