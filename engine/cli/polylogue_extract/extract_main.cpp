#include "engine/cli/ending.h"
#include "engine/cli/extract_options.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_extract/arousal_command.h"
#include "engine/cli/polylogue_extract/deidentify_command.h"
#include "engine/cli/polylogue_extract/erase_person_command.h"
#include "engine/cli/polylogue_extract/expression_command.h"
#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/cli/polylogue_extract/extract_serve.h"
#include "engine/cli/polylogue_extract/face_mesh_command.h"
#include "engine/cli/said.h"
#include "engine/cli/share_option.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/cli/terminal_pause.h"
#include "engine/core/compressed_file.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/json_text.h"
#include "engine/core/tar_place.h"
#include "engine/core/text_file.h"
#include "engine/extraction/extraction.h"
#include "engine/extraction/raw_material.h"
#include "engine/extraction/transcript_file.h"
#include "engine/sequences/tar_media.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>
#include <unistd.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;
using Kind = ExtractionEvent::Kind;

struct ExtractArguments : ExtractOptions {
    std::string shard;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
    bool events = false;
    bool frames = false;
    bool wav = false;
    bool mel = false;
    double every = 500.0; // ms
    int side = 0;
};

const char* nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Searching:
        return "searching";
    case Kind::Running:
        return "running";
    case Kind::Done:
        return "done";
    case Kind::Reused:
        return "reused";
    case Kind::Failed:
        return "failed";
    case Kind::Remark:
        return "remark";
    case Kind::Ready:
        return "ready";
    case Kind::Skipped:
        break;
    }
    return "skipped";
}

/// What lies beside the recordings of an archive, and is not read as their texts.
void sayWhatIsLeft(const fs::path& archive)
{
    const TarMedia found = mediaInTar(archive);
    std::vector<std::string_view> read(transcriptEndings().begin(), transcriptEndings().end());
    read.emplace_back(".json");
    const std::string remark = found.remark(read);
    if (!remark.empty())
        say(stderr, "{}: {}\n", archive.string(), remark);
    if (found.siblings.contains(".json"))
        say(stderr,
            "{}: of .json files only words of the Montreal Forced Aligner, Gentle and WhisperX are read\n",
            archive.string());
}

ExtractionWish wishOf(const ExtractArguments& arguments)
{
    ExtractionWish wish;
    for (const fs::path media : arguments.media) {
        if (media.extension() == ".json") {
            wish.list = media;
            continue;
        }
        refuseCompressed(media); // before anything is written
        wish.media.push_back(media);
        if (isTarName(media))
            sayWhatIsLeft(media);
    }
    wish.transcripts.assign(arguments.transcripts.begin(), arguments.transcripts.end());
    wish.timedWords.assign(arguments.timedWords.begin(), arguments.timedWords.end());
    wish.transcript = arguments.transcript;
    wish.ids = arguments.ids;
    wish.only = arguments.only;
    if (!arguments.features.empty()) {
        wish.sets.clear();
        for (const std::string& feature : arguments.features)
            wish.sets.push_back(*featureSetCalled(feature)); // the option takes no other names
    }
    if (!arguments.pad.empty())
        wish.settings.pad = EdgePadding{arguments.pad[0], arguments.pad[1]};
    wish.settings.denoise = arguments.denoise;
    wish.settings.drafts = arguments.draft;
    wish.settings.vectors = arguments.vectors;
    wish.settings.blendshapes = arguments.blendshapes;
    wish.settings.speechModel = arguments.speechModel;
    wish.settings.language = arguments.language;
    wish.out = arguments.out;
    wish.again = arguments.again;
    wish.jobs = arguments.jobs;
    const Share share = shareNamed(arguments.shard);
    wish.shard = share.number;
    wish.shards = share.of;
    return wish;
}

/// A line of JSON for each event, for whoever runs this program.
void printEvent(const ExtractionEvent& event)
{
    nlohmann::ordered_json json{{"id", event.id},
                                {"step", event.kind == Kind::Searching ? std::string() : name(event.step)},
                                {"state", nameOf(event.kind)},
                                {"fraction", event.fraction},
                                {"overall", event.overall},
                                {"text", event.text}};
    if (event.left)
        json["left"] = *event.left;
    if (event.seconds)
        json["seconds"] = std::round(*event.seconds * 1000.0) / 1000.0;
    if (!event.code.empty())
        json["code"] = event.code;
    fmt::print("{}\n", jsonText(json));
    std::fflush(stdout);
}

/// @param pause  between two times that it is said how far the work is
void sayEvent(const ExtractionEvent& event, bool isTerminal, TerminalPause& pause)
{
    if (event.kind == Kind::Searching) {
        if (isTerminal)
            say(stderr, "\r{:3.0f} % searched\033[K", event.fraction * 100);
        return;
    }
    if (event.kind == Kind::Running) {
        if (isTerminal && pause.isOver())
            say(stderr, "\r{:3.0f} %  {}, {} {:3.0f} %\033[K", event.overall * 100, event.id,
                name(event.step), event.fraction * 100);
        return;
    }
    if (isTerminal)
        fmt::print(stderr, "\r\033[K");
    if (event.kind == Kind::Failed)
        say(stderr, "{}: {} failed: {}\n", event.id, name(event.step), event.text);
    else if (event.kind == Kind::Remark)
        say(stderr, "{}: {}\n", event.id, event.text);
    else if (!event.text.empty())
        say(stderr, "{}: {}: {}\n", event.id, name(event.step), event.text);
}

/// The landmarks' licence, said once to each person; the window, which reads the events, has a note of its
/// own.
class LandmarkNote {
public:
    explicit LandmarkNote(const ExtractionWish& wish)
    {
        const bool findsFaces = std::ranges::any_of(
            wish.sets, [](FeatureSet set) { return factsOf(set).step == ExtractionStep::Face; });
        const fs::path note = dataFolder() / "landmark-licence-shown";
        std::error_code error;
        m_isNew = findsFaces
            && (!fs::exists(note, error)
                || fs::is_empty(note, error)); // empty: kept for a text that was not said
        if (!m_isNew)
            return;
        fs::create_directories(note.parent_path(), error);
        m_file.open(note); // where it cannot be kept, it is said again
    }

    void sayOnce()
    {
        if (!m_isNew)
            return;
        say(stderr, "{}\n", landmarkLicenceNote());
        m_file << landmarkLicenceNote() << '\n';
    }

private:
    bool m_isNew = false;
    std::ofstream m_file;
};

/// Word vectors are kept in the cache; espeak-ng is run for words without a known sound.
void confineTo(const fs::path& folder)
{
    const fs::path vectors = cacheFolder() / "vectors";
    makeFolder(vectors);
    confineExtraction({folder, vectors}, MayRun::Espeak);
}

int extract(const ExtractArguments& arguments)
{
    const ExtractionWish wish = wishOf(arguments);
    makeFolder(wish.out);
    LandmarkNote note(wish);
    confineTo(wish.out);
    const LimitedWork limit(wish.jobs + 1); // whoever joins is one more
    const bool isTerminal = isatty(STDERR_FILENO) != 0;
    const StopOnSignal stop;
    TerminalPause pause;
    std::set<std::pair<std::string, std::string>>
        told; // one cause is told once, whatever steps it keeps from being done
    const ExtractionRecord record
        = extractFeatures(wish,
                          [&](const ExtractionEvent& event) {
                              limit.goesOn();
                              if (arguments.events)
                                  printEvent(event);
                              const bool isNew
                                  = event.text.empty() || told.emplace(event.id, event.text).second;
                              if (isNew && (!arguments.events || event.kind == Kind::Failed))
                                  sayEvent(event, isTerminal && !arguments.events, pause);
                          },
                          {stop.token(), {}});
    const std::size_t failed = record.failedFiles();
    if (!arguments.events) {
        note.sayOnce();
        const std::size_t cut = record.remarkedFiles();
        say(stdout, "{} of {} recordings done{}{}\n", record.files.size() - failed, record.files.size(),
            failed > 0 ? fmt::format(", {} failed", failed) : std::string(),
            cut > 0 ? fmt::format(", {} cut short", cut) : std::string());
        if (wish.shards == 1)
            say(stdout, "{}\n", (wish.out / "dataset.json").string());
        else
            say(stdout,
                "part {} of {}: once all parts are done, the same call without --shard puts them together\n",
                wish.shard + 1, wish.shards);
    }
    return failed > 0 ? 1 : 0;
}

/// Pictures and sound as they are, a folder for each recording; or the mel spectrogram of one.
int extractRaw(const ExtractArguments& arguments)
{
    const fs::path out = fs::absolute(arguments.out);
    makeFolder(arguments.mel ? out.parent_path() : out);
    confineTo(arguments.mel ? out.parent_path() : out);
    const LimitedWork limit;
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    if (arguments.mel) {
        writeMel(arguments.media.front(), arguments.out, run);
        return 0;
    }
    int failed = 0;
    for (const std::string& media : arguments.media) {
        limit.goesOn();
        const fs::path folder = fs::path(arguments.out) / fs::path(media).stem();
        try {
            writeRawMaterial(media, folder,
                             {arguments.frames, arguments.wav, arguments.every / 1000.0, arguments.side},
                             run);
            say(stdout, "{}\n", folder.string());
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) { // the others are written
            say(stderr, "{}: {}\n", error.code(), error.what());
            ++failed;
        }
    }
    return failed > 0 ? 1 : 0;
}

void addOptions(CLI::App& program, ExtractArguments& arguments)
{
    addExtractOptions(program, arguments);
    program.add_option("--jobs", arguments.jobs, "threads; as many as there are cores, if not given")
        ->check(CLI::Range(1, 256));
    program.add_option("--shard", arguments.shard,
                       "i/n: only this part of the recordings; a run without it joins all parts");
    auto* frames
        = program.add_flag("--frames", arguments.frames, "pictures as PNG instead of sequences, in OUT/A");
    auto* wav = program.add_flag("--wav", arguments.wav,
                                 "the sound as 16 kHz mono wav instead of sequences, in OUT/A");
    program.add_option("--every", arguments.every, "ms between two pictures; 500, if not given")
        ->needs(frames)
        ->check(CLI::Range(1.0, 3600000.0));
    program.add_option("--side", arguments.side, "pixels of a picture's longer side, at most")
        ->needs(frames)
        ->check(CLI::Range(8, 8192));
    program.add_flag("--mel", arguments.mel, "the mel spectrogram of one recording as a NumPy archive, OUT")
        ->excludes(frames)
        ->excludes(wav);
    program.add_flag("--events", arguments.events,
                     "a line of JSON for each step and its progress, on stdout");
}

}

}

int main(int argc, char** argv)
{
    using namespace engine::cli;
    restartAlone(argv);
    if (argc == 2 && std::string_view(argv[1]) == "--serve")
        return serveStretches();
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        say(stdout, "polylogue-extract {}\n", POLYLOGUE_VERSION);
        return 0;
    }
    if (argc > 1 && std::string_view(argv[1]) == "--arousal")
        return arousalCommand(argc - 1, argv + 1);
    if (argc > 1 && std::string_view(argv[1]) == "--deidentify")
        return deidentifyCommand(argc - 1, argv + 1);
    if (argc > 1 && std::string_view(argv[1]) == "--erase-person")
        return erasePersonCommand(argc - 1, argv + 1);
    if (argc > 1 && std::string_view(argv[1]) == "--expression")
        return expressionCommand(argc - 1, argv + 1);
    if (argc > 1 && std::string_view(argv[1]) == "--face-mesh")
        return faceMeshCommand(argc - 1, argv + 1);
    CLI::App program(
        "Makes sequences of recordings: words, phones, sound, face and word vectors, and a dataset.json that "
        "opens at once.",
        "polylogue-cli extract");
    ExtractArguments arguments;
    addOptions(program, arguments);
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        if (arguments.mel && arguments.media.size() != 1)
            throw CLI::ValidationError("--mel", "takes one recording");
        checkExtractOptions(arguments);
        shareNamed(arguments.shard); // a wrong call is said at once
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] {
        return arguments.frames || arguments.wav || arguments.mel ? extractRaw(arguments)
                                                                  : extract(arguments);
    });
}
