#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/media/speech_spans.h"

#include <fmt/format.h>
#include <memory>

namespace engine::cli {

namespace {

struct SpeechArguments {
    std::vector<std::filesystem::path> media;
    std::filesystem::path out;
    SpeechOptions spans;
};

int listen(const SpeechArguments& options)
{
    const StopOnSignal stop;
    refuseInputsAsOutputs(options.media, std::span(&options.out, 1));
    std::string rows = "file,start,end\n";
    std::size_t count = 0;
    int failed = 0;
    for (const std::filesystem::path& file : options.media) {
        try {
            for (const Interval& span : speechSpans(MediaFile(file), options.spans, {stop.token(), {}})) {
                rows += fmt::format("{},{:.3f},{:.3f}\n", tableCell(file.string()), span.start, span.end);
                ++count;
            }
        } catch (const IoError& error) { // the others are listened to
            say(stderr, "{}: {}\n", error.code(), error.what());
            ++failed;
        }
    }
    writeTextFile(options.out, rows).commit();
    say(stdout, "{}: {} spans of speech\n", options.out.string(), count);
    return failed > 0 ? 1 : 0;
}

}

void addSpeech(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "speech", "Says where somebody speaks in video and sound files: the spans between pauses.");
    auto options = std::make_shared<SpeechArguments>();
    command->add_option("MEDIA", options->media, "video and sound files")->required();
    command->add_option("--out", options->out, "file for the rows: file, start, end (s)")->required();
    command->add_option("--pause", options->spans.shortestPause, "seconds: a shorter pause parts nothing")
        ->check(CLI::Range(0.05, 60.0))
        ->capture_default_str();
    command
        ->add_option("--margin", options->spans.margin,
                     "seconds that each span gets before and after, at most half of a pause")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    command->callback([options, &action] { action = [options] { return listen(*options); }; });
}

}
