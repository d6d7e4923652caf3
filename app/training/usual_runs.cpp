#include "app/training/usual_runs.h"

#include "engine/core/installation.h"

namespace app {

QString usualRunsFolder(const engine::DatasetList& dataset)
{
    const bool isOwn = !dataset.root.empty() && dataset.root != engine::Installation::ofThisProgram().demo();
    return QString::fromStdString(((isOwn ? dataset.root : engine::dataFolder()) / "runs").string());
}

}
