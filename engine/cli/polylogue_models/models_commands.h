#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace engine {

// The commands of `polylogue-models`, one file each. They throw engine::Error; main() turns it into an exit
// code.

/// What a command throws that said its result and ends with an exit code of its own.
struct EndsWith {
    int exitCode = 1;
};

/// @param arguments  of the program, which its workers get, too
void addTrainCommand(CLI::App& program, const std::vector<std::string>& arguments);
void addEvaluateCommand(CLI::App& program);
void addPredictCommand(CLI::App& program);
void addReproduceCommand(CLI::App& program);
void addClassesCommand(CLI::App& program);
void addCompareCommand(CLI::App& program);
void addBenchmarkCommand(CLI::App& program);
void addExplainCommand(CLI::App& program);
void addFitLabelsCommand(CLI::App& program);
void addFuseCommand(CLI::App& program);
void addSearchCommand(CLI::App& program);
void addModelsSlurmCommand(CLI::App& program);
void addRetrieveCommand(CLI::App& program);
void addRunCaseCommand(CLI::App& program);
void addLiveCommand(CLI::App& program);
void addServeCommand(CLI::App& program);
void addSuspectsCommand(CLI::App& program);
void addLearnNextCommand(CLI::App& program);
void addLearnOrderCommand(CLI::App& program);

}
