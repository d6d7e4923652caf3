#include "engine/cli/polylogue_extract/deidentify_command.h"

#include "engine/cli/ending.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/cli/whole_project.h"
#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/deidentify/deidentification.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct DeidentifyArguments {
    fs::path project;
    std::vector<fs::path> dataset;
    DeidentificationWish wish;
    std::string cover = "mask";
    std::string voice = "change";
    fs::path words; ///< a file, a word or name a line
    fs::path boxes; ///< a table
    fs::path verify; ///< a folder that is looked at
    fs::path look; ///< a folder whose page was looked at
    std::string lookedAtBy;
    bool everybody = false;
    bool json = false;
    bool events = false;
};

RunContext progressOf(const DeidentifyArguments& options, const StopOnSignal& stop)
{
    RunContext run{stop.token(), {}};
    if (options.events)
        run.progress = [](double fraction) {
            fmt::print("{}\n", jsonText(nlohmann::json{{"fraction", fraction}}));
            std::fflush(stdout);
        };
    else if (isatty(STDERR_FILENO))
        run.progress = [](double fraction) { fmt::print(stderr, "\rHiding {:3.0f} %", fraction * 100.0); };
    return run;
}

std::vector<std::string> linesOf(const fs::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be opened");
    std::vector<std::string> lines;
    std::string line;
    while (std::getline(stream, line)) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.find_first_not_of(" \t") != std::string::npos)
            lines.push_back(line);
    }
    return lines;
}

/// Key frames of places that a person drew: `video, time, x0, y0, x1, y1` and, where a video has several, `place`.
std::map<std::string, std::vector<std::vector<DrawnBox>>> drawnBoxes(const fs::path& file)
{
    const DelimitedText table = readDelimited(file);
    const auto column = [&](const char* name) {
        const auto found = table.column(name);
        if (!found)
            throw FormatError("data_invalid", file.string(),
                              fmt::format("has no column '{}'; expected video, time, x0, y0, x1, y1", name));
        return *found;
    };
    const std::size_t video = column("video");
    const std::array numbers{column("time"), column("x0"), column("y0"), column("x1"), column("y1")};
    const auto place = table.column("place");
    std::map<std::pair<std::string, std::string>, std::vector<DrawnBox>> keys;
    for (const DelimitedText::Row& row : table.rows) {
        std::array<double, 5> values{};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::string& cell = row.cells[numbers[i]];
            const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), values[i]);
            if (error != std::errc() || end != cell.data() + cell.size())
                throw FormatError("data_invalid", file.string(),
                                  fmt::format("line {}: '{}' is no number", row.line, cell));
        }
        keys[{row.cells[video], place ? row.cells[*place] : std::string()}].push_back(
            {values[0],
             {static_cast<float>(values[1]), static_cast<float>(values[2]), static_cast<float>(values[3]),
              static_cast<float>(values[4])}});
    }
    std::map<std::string, std::vector<std::vector<DrawnBox>>> drawn;
    for (auto& [of, boxes] : keys) {
        std::ranges::stable_sort(boxes, {}, &DrawnBox::time);
        drawn[of.first].push_back(std::move(boxes));
    }
    return drawn;
}

void sayCheck(const DeidentificationCheck& check)
{
    for (const CheckedFile& file : check.files) {
        for (const FaceLeft& face : file.facesLeft)
            say(stdout, "{}: a face in frame {} at {:.0f}, {:.0f}\n", file.file, face.frame, face.box.centre().x,
                face.box.centre().y);
        for (const std::string& tag : file.metadataLeft)
            say(stdout, "{}: {}\n", file.file, tag);
        for (const std::string& word : file.wordsLeft)
            say(stdout, "{}: the text still says '{}'\n", file.file, word);
    }
    if (check.voices) {
        for (const auto& [file, share] : check.voices->moved) {
            if (share < kLeastMove)
                say(stdout, "{}: the voice's formants moved by {:.0f} % alone\n", file, 100 * share);
        }
        if (check.voices->found)
            say(stdout, "the right speaker is nearest to {:.0f} of 100 changed recordings, by chance to {:.0f}\n",
                100 * check.voices->found->share, 100 * check.voices->found->chance);
    }
    std::size_t single = 0;
    for (const CheckedFile& file : check.files)
        single += file.singleHits.size();
    say(stdout, "{} pictures were looked at: {} faces left; {} places that one finder alone sees\n", check.frames(),
        check.facesLeft(), single);
}

nlohmann::ordered_json filesOf(const fs::path& folder)
{
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    for (const fs::path& path : paths)
        files.push_back({{"path", path.lexically_relative(folder).string()},
                         {"bytes", fs::file_size(path)},
                         {"sha256", hexadecimal(sha256OfFile(path))}});
    return files;
}

nlohmann::ordered_json findingsOf(const DeidentificationCheck& check)
{
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    const auto add = [&](const char* code, const std::string& file, const std::string& text) {
        findings.push_back({{"code", code}, {"level", "invalid"}, {"place", file}, {"text", text}});
    };
    for (const CheckedFile& file : check.files) {
        for (const FaceLeft& face : file.facesLeft)
            add("face_left", file.file, fmt::format("a face in frame {}", face.frame));
        for (const std::string& tag : file.metadataLeft)
            add("metadata_left", file.file, tag);
        for (const std::string& word : file.wordsLeft)
            add("word_left", file.file, fmt::format("the text still says '{}'", word));
    }
    if (check.voices) {
        for (const auto& [file, share] : check.voices->moved) {
            if (share < kLeastMove)
                add("voice_left", file, fmt::format("the voice's formants moved by {:.0f} % alone", 100 * share));
        }
    }
    return findings;
}

int tell(const DeidentifyArguments& options, const DeidentificationCheck& check, const DeidentificationReport* report)
{
    if (options.json) {
        nlohmann::ordered_json json{{"files", filesOf(report ? report->folder : options.verify)},
                                    {"findings", findingsOf(check)},
                                    {"verification", nlohmann::ordered_json::parse(verificationText(check))}};
        if (report) {
            json["folder"] = report->folder.string();
            json["key"] = options.wish.key.string();
            json["page"] = report->page.string();
            json["notes"] = report->notes;
        }
        fmt::print("{}\n", jsonText(json, options.events ? -1 : 2));
        return check.isClean() ? 0 : 1;
    }
    if (report) {
        for (const std::string& note : report->notes)
            say(stderr, "note: {}\n", note);
    }
    sayCheck(check);
    if (report) {
        say(stdout, "{}: {} recordings\n", report->folder.string(), report->recordings);
        if (!report->page.empty())
            say(stdout, "Look at {} and note it: polylogue-cli deidentify --look {} --looked-at-by NAME\n",
                (report->page / "index.html").string(), report->folder.string());
        say(stdout, "{} tells who is who; keep it apart.\n", options.wish.key.string());
    }
    return check.isClean() ? 0 : 1;
}

int hide(DeidentifyArguments options)
{
    const StopOnSignal stop;
    const RunContext run = progressOf(options, stop);
    if (options.wish.key.empty())
        options.wish.key = options.wish.out.string() + ".key.json";
    refuseInputsAsOutputs(std::array{options.project, options.words, options.boxes},
                          std::array{options.wish.out, options.wish.key});
    const Annotation annotation = wholeProject(options.project, "de-identified");
    const OpenedSequences dataset = datasetOfProject(annotation, options.project, options.dataset, {run.stop, {}});
    for (const std::string& failure : dataset.failures)
        say(stderr, "note: {}\n", failure);
    if (!options.words.empty())
        options.wish.people.words = linesOf(options.words);
    if (!options.boxes.empty())
        options.wish.drawn = drawnBoxes(options.boxes);
    AllTiers tiers(annotation, &dataset);
    const std::array places{fs::absolute(options.wish.out).parent_path(), fs::absolute(options.wish.key).parent_path()};
    std::ranges::for_each(places, makeFolder);
    confineExtraction({places.begin(), places.end()}, MayRun::Nothing);
    const DeidentificationReport report = deidentify(annotation, tiers, dataset, options.wish, options.project.string(), run);
    return tell(options, report.check, &report);
}

int verify(const DeidentifyArguments& options)
{
    const StopOnSignal stop;
    const DeidentificationKey key = readKey(options.wish.key);
    confineExtraction({}, MayRun::Nothing);
    return tell(options, checkDeidentified(options.verify, key, progressOf(options, stop)), nullptr);
}

void addChoices(CLI::App& program, DeidentifyArguments& options)
{
    program.add_flag("--everybody", options.everybody, "hide everybody who is filmed");
    program
        .add_option("--people", options.wish.people.people,
                    "hide these people, by the names that the project has; others who are filmed are hidden as well unless "
                    "--consents names them")
        ->delimiter(',')
        ->allow_extra_args(false);
    program
        .add_option("--consents", options.wish.people.consenting, "people who stay as they are, by name")
        ->delimiter(',')
        ->allow_extra_args(false);
    program
        .add_option("--face", options.cover,
                    "mask (if not given): one colour; blur, pixelate: known to be reversible in part")
        ->check(CLI::IsMember({"mask", "blur", "pixelate"}));
    program.add_flag("--points", options.wish.points,
                     "draw 68 points of the face on masks: expression stays to be seen, and a part of who it is");
    program
        .add_option("--voice", options.voice,
                    "change (if not given): formants move, afresh for each recording; change-common: by the same for all, which "
                    "keeps emotion better and hides only from people who know the voice a little; mute; keep")
        ->check(CLI::IsMember({"change", "change-common", "mute", "keep"}));
    program.add_option("--words", options.words, "a text file of words to hide, one a line, as names are hidden")
        ->check(CLI::ExistingFile);
    program
        .add_option("--boxes", options.boxes,
                    "a table of places to hide that a person drew: video, time (s), x0, y0, x1, y1 (pixels), and place where a "
                    "video has several; between the times they move on straight lines")
        ->check(CLI::ExistingFile);
    program.add_option("--seed", options.wish.seed, "of the voices' changes (otherwise 1)");
}

void finishOptions(DeidentifyArguments& options)
{
    if (!options.look.empty()) {
        if (options.lookedAtBy.empty())
            throw CLI::ValidationError("--look", "also name who looked, by --looked-at-by");
        return;
    }
    if (!options.verify.empty()) {
        if (options.wish.key.empty())
            throw CLI::ValidationError("--verify", "also name the key that was written beside the folder, by --key");
        return;
    }
    if (options.project.empty() || options.wish.out.empty())
        throw CLI::ValidationError("deidentify", "name a project and --out, or a folder by --verify or --look");
    if (options.everybody == !options.wish.people.people.empty())
        throw CLI::ValidationError("deidentify", "say whom to hide: --everybody, or --people and names");
    options.wish.cover = options.cover == "blur" ? FaceCover::Blur
        : options.cover == "pixelate"            ? FaceCover::Pixelate
                                                 : FaceCover::Mask;
    options.wish.voice = options.voice == "mute" ? VoiceCover::Mute
        : options.voice == "keep"                ? VoiceCover::Keep
        : options.voice == "change-common"       ? VoiceCover::ChangeCommon
                                                 : VoiceCover::Change;
}

}

int deidentifyCommand(int argc, char** argv)
{
    CLI::App program(
        "Makes a copy of a project without faces, voices and names, and looks at what was made. This is not anonymity: who knows "
        "a person may still know them.",
        "polylogue-cli deidentify");
    DeidentifyArguments options;
    program.add_option("PROJECT", options.project, "the project (.polylogue)");
    program.add_option("--out", options.wish.out, "the folder that is made; OUT.unverified where something is left");
    addChoices(program, options);
    program.add_option("--key", options.wish.key,
                       "the file that tells who is who (otherwise OUT.key.json); it lies outside of the folder");
    program.add_option("--dataset", options.dataset, "where the project's dataset lies, if elsewhere than it says")
        ->allow_extra_args(false);
    program.add_flag("--overwrite", options.wish.overwrites, "replace an earlier copy");
    program.add_option("--verify", options.verify, "look at a finished folder again, with its --key");
    program.add_option("--look", options.look, "the finished folder whose page of pictures somebody looked at");
    program.add_option("--looked-at-by", options.lookedAtBy, "who looked at the page");
    program.add_flag("--json", options.json, "print what was looked at as JSON");
    program.add_flag("--events", options.events, "a line of JSON for progress, on stdout");
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        finishOptions(options);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] {
        if (!options.look.empty()) {
            noteLookedAt(options.look, options.lookedAtBy);
            if (options.json)
                fmt::print("{}\n", jsonText(nlohmann::json{{"looked_at_by", options.lookedAtBy}}));
            return 0;
        }
        return options.verify.empty() ? hide(options) : verify(options);
    });
}

}
