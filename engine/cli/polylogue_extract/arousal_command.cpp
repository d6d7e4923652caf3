#include "engine/cli/polylogue_extract/arousal_command.h"

#include "engine/cli/ending.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/core/run_context.h"
#include "engine/core/text_file.h"
#include "engine/features/sound/sound_features.h"
#include "engine/parts/voice/arousal_model.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <map>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct ArousalArguments {
    std::vector<fs::path> sounds;
    fs::path out;
    fs::path bySpeaker;
    fs::path functionals;
};

/// Who speaks in which file: by the path on the command line, or the file's name.
std::map<std::string, std::string> speakersIn(const fs::path& file)
{
    const DelimitedText table = readDelimited(file);
    const auto files = table.column("file");
    const auto speakers = table.column("speaker");
    if (!files || !speakers)
        throw FormatError("data_invalid", file.string(), "has no columns 'file' and 'speaker'");
    std::map<std::string, std::string> speakerOf;
    for (const DelimitedText::Row& row : table.rows)
        speakerOf[row.cells[*files]] = row.cells[*speakers];
    return speakerOf;
}

/// All of a file as one stretch.
VoiceStretch heardIn(const fs::path& file, const RunContext& run)
{
    const SoundRows all = voiceRowsOf(MediaFile(file), run);
    return wholeStretch(all.egemaps25, all.spectral);
}

struct HeardFile {
    fs::path path;
    std::string speaker; ///< empty: not known
    std::optional<VoiceStretch> voice; ///< absent: it could not be read
};

std::map<std::string, std::optional<UsualVoice>> usualVoices(const std::vector<HeardFile>& files,
                                                             const ArousalModel& model)
{
    std::map<std::string, std::vector<VoiceStretch>> heard;
    for (const HeardFile& file : files) {
        if (!file.speaker.empty() && file.voice)
            heard[file.speaker].push_back(*file.voice);
    }
    std::map<std::string, std::optional<UsualVoice>> usual;
    for (const auto& [speaker, stretches] : heard) {
        usual[speaker] = model.usualVoice(stretches);
        if (!usual[speaker])
            say(stderr,
                "{}: less than {:.0f} s with a voice, so it is compared with those that the part learnt "
                "from\n",
                speaker, ArousalModel::kKnownVoice);
    }
    return usual;
}

void writeArousal(const std::vector<HeardFile>& files, const fs::path& out)
{
    const ArousalModel model = ArousalModel::installed(Installation::ofThisProgram());
    const auto usual = usualVoices(files, model);
    std::string rows = "file,arousal\n";
    for (const HeardFile& file : files) {
        const auto known = usual.find(file.speaker);
        const std::optional<double> arousal = file.voice
            ? model.arousalOf(*file.voice, known == usual.end() ? std::nullopt : known->second)
            : std::nullopt;
        rows += tableCell(file.path.string()) + (arousal ? fmt::format(",{:.6f}\n", *arousal) : ",\n");
    }
    writeTextFile(out, rows).commit();
}

void writeFunctionals(const std::vector<HeardFile>& files, const fs::path& out)
{
    std::string rows = "file,voiced";
    for (const std::string& name : voiceFunctionalNames())
        rows += "," + name;
    rows += "\n";
    for (const HeardFile& file : files) {
        if (!file.voice)
            continue;
        rows += fmt::format("{},{:.2f}", tableCell(file.path.string()), file.voice->voiced);
        for (const float value : file.voice->functionals)
            rows += fmt::format(",{}", value);
        rows += "\n";
    }
    writeTextFile(out, rows).commit();
}

int hearVoices(const ArousalArguments& options)
{
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    std::vector<fs::path> outputs;
    for (const fs::path& out : {options.out, options.functionals}) {
        if (!out.empty())
            outputs.push_back(out);
    }
    std::vector<fs::path> inputs = options.sounds;
    if (!options.bySpeaker.empty())
        inputs.push_back(options.bySpeaker);
    refuseInputsAsOutputs(inputs, outputs);
    confineExtraction({options.out, options.functionals}, MayRun::Nothing);
    const LimitedWork limit;
    std::map<std::string, std::string> speakerOf;
    if (!options.bySpeaker.empty())
        speakerOf = speakersIn(options.bySpeaker);
    std::vector<HeardFile> files;
    int failed = 0;
    for (const fs::path& path : options.sounds) {
        limit.goesOn();
        run.tick(files.size(), options.sounds.size());
        HeardFile file{path, {}, std::nullopt};
        for (const std::string& name : {path.string(), path.filename().string()}) {
            const auto speaker = speakerOf.find(name);
            if (speaker != speakerOf.end())
                file.speaker = speaker->second;
        }
        try {
            file.voice = heardIn(path, run);
        } catch (const IoError& error) { // the others are heard
            say(stderr, "{}: {}\n", error.code(), error.what());
            ++failed;
        }
        files.push_back(std::move(file));
    }
    if (!options.functionals.empty())
        writeFunctionals(files, options.functionals);
    if (!options.out.empty())
        writeArousal(files, options.out);
    return failed > 0 ? 1 : 0;
}

}

int arousalCommand(int argc, char** argv)
{
    CLI::App program("Says how roused voices sound, from -1 (calm) to 1, a file at a time. The gain of a "
                     "microphone makes no difference. No one can hear what a person feels.",
                     "polylogue-cli arousal");
    ArousalArguments options;
    program.add_option("SOUND", options.sounds, "sound files or videos, each with one voice")->required();
    auto* out = program.add_option("--out", options.out,
                                   "file for the rows: file, arousal (empty where there is no voice)");
    program
        .add_option("--by-speaker", options.bySpeaker,
                    "table with columns file and speaker: each file is compared with what else is heard of "
                    "its speaker, where that is 20 s or more")
        ->check(CLI::ExistingFile);
    auto* functionals = program.add_option(
        "--functionals", options.functionals,
        "file for the functionals of eGeMAPS of each file, and its seconds with a voice (voiced)");
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        if (out->empty() && functionals->empty())
            throw CLI::RequiredError("--out");
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] { return hearVoices(options); });
}

}
