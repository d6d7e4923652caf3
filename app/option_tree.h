#pragma once

#include "app/options.h"

#include <QByteArray>

namespace app {

/// What `polylogue --help` says, as JSON in the form of `engine::cli::optionTree`, for scripts/manuals.py.
QByteArray optionTree();

}
