#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace engine::cli {

/// What `extract` is told of recordings and of what is made of them, wherever the work is done.
struct ExtractOptions {
    std::vector<std::string> media;
    std::vector<std::string> transcripts;
    std::vector<std::string> timedWords;
    std::string transcript;
    std::string ids;
    std::vector<std::string> only;
    std::vector<std::string> features;
    std::vector<double> pad;
    std::string vectors;
    std::string blendshapes;
    std::string speechModel;
    std::string language;
    std::string out;
    bool again = false;
    bool denoise = false;
    bool draft = false;
};

/// @return the options, for givenWords()
std::vector<CLI::Option*> addExtractOptions(CLI::App& program, ExtractOptions& options);

/// What belongs together is there. @throws CLI::ValidationError.
void checkExtractOptions(const ExtractOptions& options);

/// The options as they were given, as words of a command; what has no name comes last, behind `--`.
std::vector<std::string> givenWords(const std::vector<CLI::Option*>& options);

}
