#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/worker/probe.h"

namespace python {

/// An opened file that a child process has looked at first. @param checker  may be null: the file is trusted
inline std::shared_ptr<const engine::CsdFile> openChecked(const std::filesystem::path& path,
                                                          const std::shared_ptr<engine::Prober>& checker)
{
    if (checker)
        checker->check(path);
    return std::make_shared<const engine::CsdFile>(path);
}

}
