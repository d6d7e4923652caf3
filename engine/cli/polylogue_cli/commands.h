#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>

namespace engine::cli {

/// Runs the chosen command and returns the exit code: 0 when it is done, 1 when the data is wrong.
using Action = std::function<int()>;

/// Each adds one command with its options to the program; `action` is set when the user chose it.
void addAccommodation(CLI::App& program, Action& action);
void addAgreement(CLI::App& program, Action& action);
void addAudit(CLI::App& program, Action& action);
void addBestWorst(CLI::App& program, Action& action);
void addCite(CLI::App& program, Action& action);
void addComplete(CLI::App& program, Action& action);
void addConsensus(CLI::App& program, Action& action);
void addConvert(CLI::App& program, Action& action);
void addDesign(CLI::App& program, Action& action);
void addExport(CLI::App& program, Action& action);
void addExtract(CLI::App& program, Action& action);
void addFetch(CLI::App& program, Action& action);
void addFuseRatings(CLI::App& program, Action& action);
void addInfluence(CLI::App& program, Action& action);
void addInfo(CLI::App& program, Action& action);
void addValence(CLI::App& program, Action& action);
void addValidate(CLI::App& program, Action& action);
void addAlign(CLI::App& program, Action& action);
void addUnify(CLI::App& program, Action& action);
void addImpute(CLI::App& program, Action& action);
void addRevert(CLI::App& program, Action& action);
void addRoute(CLI::App& program, Action& action);
void addRun(CLI::App& program, Action& action);
void addRunCase(CLI::App& program, Action& action);
void addMedia(CLI::App& program, Action& action);
void addMerge(CLI::App& program, Action& action);
void addMergeProjects(CLI::App& program, Action& action);
void addOffset(CLI::App& program, Action& action);
void addPreferences(CLI::App& program, Action& action);
void addSnapshot(CLI::App& program, Action& action);
void addSlurm(CLI::App& program, Action& action);
void addDemo(CLI::App& program, Action& action);
void addMakeDataset(CLI::App& program, Action& action);
void addSpeech(CLI::App& program, Action& action);
void addStats(CLI::App& program, Action& action);
void addSynchrony(CLI::App& program, Action& action);
void addTable(CLI::App& program, Action& action);
void addTurns(CLI::App& program, Action& action);
void addWords(CLI::App& program, Action& action);
void addWordsScore(CLI::App& program, Action& action);
void addEditMetadata(CLI::App& program, Action& action);
void addPublish(CLI::App& program, Action& action);
void addProbe(CLI::App& program, Action& action);

/// Whether a command is answered by `polylogue-extract`, which is a program of its own.
bool isOfExtract(std::string_view command);
/// Runs that program in the place of this one; returns only by throwing.
/// @param arguments  of this program, with a null behind the last. @throws IoError (`file_not_found`, `io`).
void handToExtract(char** arguments);

}
