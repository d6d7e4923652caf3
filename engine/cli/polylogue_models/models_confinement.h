#pragma once

namespace CLI {
class App;
}

namespace engine {

/// Gives up what the command does not need, before it reads anything: models, features and recordings may be
/// of strangers. To be called once options are read, while the process has one thread.
void confineCommand(const CLI::App& command);

}
