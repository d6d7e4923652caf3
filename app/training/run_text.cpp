#include "app/training/run_text.h"

#include "app/training/runs_page.h"

namespace app {

QString runStateText(const RunFolderState& run, bool isStopping)
{
    using enum RunFolderState::State;
    switch (run.state) {
    case Prepared:
        return RunsPage::tr("waits for its command");
    case Running:
        if (isStopping)
            return RunsPage::tr("stopping…");
        if (run.silentMinutes > 0)
            return RunsPage::tr("running: silent for %n minute(s)", nullptr, run.silentMinutes);
        if (!run.alone.isEmpty())
            return RunsPage::tr("running: %1 alone, for comparison").arg(run.alone);
        return run.epoch == 0
            ? RunsPage::tr("running: reads the data")
            : RunsPage::tr("running: epoch %1 of %2 at most").arg(run.epoch).arg(run.epochs);
    case Done:
        return RunsPage::tr("done after %n epoch(s)", nullptr, static_cast<int>(run.epoch));
    case Stopped:
        return RunsPage::tr("stopped after %n epoch(s)", nullptr, static_cast<int>(run.epoch));
    case Broken:
        break;
    }
    return RunsPage::tr("broken off after %n epoch(s)", nullptr, static_cast<int>(run.epoch));
}

}
