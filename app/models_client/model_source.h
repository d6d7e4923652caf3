#pragma once

#include <string>

namespace engine {
struct ModelInfo;
}

namespace app {

/// How a project names a model that was seen: its name and eight digits of what its card hashes to (SHA-256),
/// which tells apart models of one name that learnt in different ways.
std::string modelSource(const engine::ModelInfo& model);

}
