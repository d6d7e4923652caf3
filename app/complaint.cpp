#include "app/complaint.h"

#include "engine/core/terminal_text.h"

#include <cstdio>

namespace app {

void complain(const QString& text)
{
    std::fprintf(stderr, "polylogue: %s\n", engine::terminalLines(text.toStdString()).c_str());
}

}
