#pragma once

#include "app/training/run_folders.h"

namespace app {

/// `running: epoch 3 of 40 at most`. @param isStopping  it was asked to end
QString runStateText(const RunFolderState& run, bool isStopping);

}
