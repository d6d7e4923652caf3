#include "engine/cli/extract_options.h"

#include "engine/extraction/feature_sets.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

std::vector<std::string> featureNames()
{
    std::vector<std::string> names;
    for (const FeatureSetFacts& facts : featureSets())
        names.emplace_back(facts.name);
    return names;
}

std::string featureHelp()
{
    std::string help = "sets of features, separated by commas. Without it those with a star:";
    const std::vector<FeatureSet> usual = defaultFeatureSets();
    for (const FeatureSetFacts& facts : featureSets()) {
        const bool isUsual = std::ranges::find(usual, facts.set) != usual.end();
        help += fmt::format("\n{}{} ({})", facts.name, isUsual ? "*" : "", facts.purpose);
    }
    return help;
}

bool isDatasetList(const std::string& media)
{
    return std::filesystem::path(media).extension() == ".json";
}

}

std::vector<CLI::Option*> addExtractOptions(CLI::App& program, ExtractOptions& options)
{
    const std::vector<CLI::Option*> before = program.get_options();
    program
        .add_option("MEDIA", options.media,
                    "video or sound files, folders or uncompressed tar archives of them, or a dataset list "
                    "(.json): its recordings by the ids that they have there, and clips of its conversations")
        ->required();
    program.add_option("--out", options.out, "folder for the results; what is done there is not done again")
        ->required();
    program
        .add_option("--transcripts", options.transcripts,
                    "folder with A.txt, A.srt, A.vtt, A.TextGrid or A.eaf for A.mp4, several times for "
                    "several folders; others are sought beside the media")
        ->allow_extra_args(false)
        ->check(CLI::ExistingDirectory);
    program
        .add_option("--timed-words", options.timedWords,
                    "folder with A.TextGrid for A.mp4, whose words keep their times; phones are sought in "
                    "them. Comes before --transcripts; several times for several folders")
        ->allow_extra_args(false)
        ->check(CLI::ExistingDirectory);
    program.add_option("--transcript", options.transcript, "the transcript of the only recording")
        ->check(CLI::ExistingFile);
    program
        .add_option(
            "--ids", options.ids,
            "a dataset list that names the recordings; otherwise that of OUT does, where there is one")
        ->check(CLI::ExistingFile);
    program
        .add_option("--only", options.only,
                    "of the dataset list in MEDIA only this recording, participant (C@P) or conversation, "
                    "several times for several")
        ->allow_extra_args(false);
    program.add_option("--features", options.features, featureHelp())
        ->delimiter(',')
        ->check(CLI::IsMember(featureNames()));
    program
        .add_option("--pad", options.pad,
                    "START,END: seconds by which words are widened into pauses, as corpora made by hidden "
                    "Markov models have them; 0.06,0.04 is usual")
        ->delimiter(',')
        ->expected(2)
        ->check(CLI::Range(0.0, 1.0));
    program.add_flag("--again", options.again, "also what is there already, made of the same, is made anew");
    program.add_flag("--denoise", options.denoise, "steady noise is subtracted before words are sought");
    program.add_flag(
        "--draft", options.draft,
        "guesses the words of recordings without a transcript; one of four is wrong, all are marked");
    program
        .add_option("--vectors", options.vectors,
                    "word vectors: GloVe .txt, word2vec .txt or .bin, fastText .vec; `spelling`: those that "
                    "know no meanings, which were the default before there was the part word_vectors")
        ->check(CLI::ExistingFile | CLI::IsMember({kSpellingVectors}));
    program
        .add_option(
            "--blendshapes", options.blendshapes,
            "a face_landmarker.task of yours, for the set blendshapes: Google publishes that file for "
            "MediaPipe's Face Landmarker under the Apache-2.0 licence")
        ->check(CLI::ExistingFile);
    program.add_option("--language", options.language,
                       "of what is said (en); without it, words that do not look English have no valence");
    program
        .add_option("--speech-model", options.speechModel,
                    "folder with another language's acoustic model, dictionary and phone map")
        ->check(CLI::ExistingDirectory);
    std::vector<CLI::Option*> added = program.get_options();
    std::erase_if(added,
                  [&](CLI::Option* option) { return std::ranges::find(before, option) != before.end(); });
    return added;
}

void checkExtractOptions(const ExtractOptions& options)
{
    if (std::ranges::count_if(options.media, isDatasetList) > 1)
        throw CLI::ValidationError("MEDIA", "has two dataset lists, expected one at most");
    if (!options.only.empty() && std::ranges::none_of(options.media, isDatasetList))
        throw CLI::ValidationError("--only", "chooses from a dataset list, and MEDIA has none");
}

std::vector<std::string> givenWords(const std::vector<CLI::Option*>& options)
{
    std::vector<std::string> words;
    std::vector<std::string> nameless;
    for (const CLI::Option* option : options) {
        const std::vector<std::string>& values = option->results();
        const std::string name = option->get_name();
        if (option->count() == 0)
            continue;
        if (option->get_positional()) {
            nameless.insert(nameless.end(), values.begin(), values.end());
        } else if (option->get_items_expected_max() == 0) { // a flag
            words.push_back(name);
        } else if (option->get_delimiter() != '\0') {
            words.push_back(name);
            words.push_back(fmt::format("{}", fmt::join(values, std::string(1, option->get_delimiter()))));
        } else {
            for (const std::string& value : values)
                words.insert(words.end(), {name, value});
        }
    }
    if (!nameless.empty())
        words.emplace_back("--");
    words.insert(words.end(), nameless.begin(), nameless.end());
    return words;
}

}
