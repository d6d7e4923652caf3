#include "app/read_over.h"

#include "app/complaint.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"

#include <array>

namespace app {

bool wouldWriteOver(std::span<const std::filesystem::path> read, const QString& target)
{
    try {
        engine::refuseInputsAsOutputs(read, std::array<std::filesystem::path, 1>{target.toStdString()});
        return false;
    } catch (const engine::Error& error) {
        complain(QString::fromStdString(error.what()));
        return true;
    }
}

}
