#include "app/training/usual_runs.h"

#include "engine/core/installation.h"

namespace app {

QString usualRunsFolder(const engine::DatasetList& dataset)
{
    const bool isOwn = !dataset.root.empty() && !engine::Installation::ofThisProgram().isDemo(dataset.root);
    return QString::fromStdString(((isOwn ? dataset.root : engine::dataFolder()) / "runs").string());
}

}
