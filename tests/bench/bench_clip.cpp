// From a minute of video with its text, dropped onto the dialog, to a prediction on the screen, in the real
// window: all default features are made of it, and the model was trained on these features of the demo's
// talks.
#include "app/extraction/extract_dialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <fstream>

#include "tests/bench/bench_row.h"
#include "tests/support/demo_recordings.h"
#include "tests/support/dialogs.h"
#include "tests/support/real_window.h"

namespace {

namespace fs = std::filesystem;

constexpr double kLongest = 120'000.0; // ms: then something hangs

bool run(const std::string& command)
{
    return std::system(command.c_str()) == 0; // paths are the benchmark's own
}

/// A model of extracted features; it is made once, which takes some minutes.
fs::path trainedModel()
{
    const fs::path folder = fs::path(BENCH_DATA) / "extracted";
    fs::path model = folder / "trained" / "seed_1" / "model.safetensors";
    if (!fs::exists(model))
        run("scripts/make-demo --extracted --seeds 2 --out " + folder.string() + " >&2");
    return model;
}

/// Four talks joined to one clip, and its text beside it.
fs::path minute(const fs::path& folder)
{
    const std::vector<std::string> ids{"ada_1", "bert_1", "cleo_1", "dan_1"};
    fs::create_directories(folder / "parts");
    engine::test::demoRecordings(folder / "parts", ids);
    std::ofstream list(folder / "parts" / "list.txt");
    std::ofstream text(folder / "clip.txt");
    for (const std::string& id : ids) {
        list << "file '" << id << ".mp4'\n";
        text << std::ifstream(folder / "parts" / (id + ".txt")).rdbuf() << '\n';
    }
    list.close();
    run("ffmpeg -v error -f concat -safe 0 -i " + (folder / "parts" / "list.txt").string() + " -t 60 -c copy "
        + (folder / "clip.mp4").string());
    return folder / "clip.mp4";
}

/// @return whether it came; else it is said what was waited for.
template <typename Done>
bool waitFor(const char* what, const Done& done)
{
    const bench::Stopwatch watch;
    while (!done() && watch.milliseconds() < kLongest)
        QTest::qWait(5);
    const bool isThere = done();
    if (!isThere)
        std::fprintf(stderr, "bench_clip: waited for %s\n", what);
    return isThere;
}

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    const fs::path model = trainedModel();
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path clip = minute(root / "talks");
    if (!fs::exists(model) || !fs::exists(clip))
        return 1;
    fs::create_directories(root / "made" / "model"); // where the window looks for models of a dataset
    fs::copy_file(model, root / "made" / "model" / "extracted.safetensors");
    RealWindow real;
    real.window().show();
    real.find<QAction>("sequences")->trigger();
    app::ExtractDialog* dialog = nullptr;
    if (!waitFor("the dialog", [&] {
            return (dialog = real.window().findChild<app::ExtractDialog*>()) && dialog->isVisible();
        }))
        return 1;
    dialog->findChild<QLineEdit*>(QStringLiteral("extractFolder"))
        ->setText(QString::fromStdString((root / "made").string()));
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("startExtraction"));

    const bench::Stopwatch watch;
    dropFiles(*dialog, {QString::fromStdString(clip.string())});
    if (!waitFor("what is known of the clip", [&] { return start->isEnabled(); }))
        return 1;
    const double begun = watch.milliseconds();
    QTest::mouseClick(start, Qt::LeftButton);
    const auto* over = dialog->findChild<QPushButton*>(QStringLiteral("openDataset"));
    if (!waitFor("the sequences", [&] { return over->isEnabled(); }))
        return 1;
    const double made = watch.milliseconds();
    app::Document& document = real.session().document();
    if (!waitFor("the first video", [&] { return document.hasVideo(); }))
        return 1;
    const double opened = watch.milliseconds();
    real.window().showTab(QStringLiteral("predict"));
    real.session().player().seek(3.0); // into the first sentence
    const auto* predicted = real.find<QLabel>("predictedSentiment");
    const auto isNumber = [&] {
        return predicted->isVisible()
            && std::ranges::any_of(predicted->text(), [](QChar letter) { return letter.isDigit(); });
    };
    if (!waitFor("a prediction", isNumber))
        return 1;
    const double answered = watch.milliseconds();
    std::fprintf(stderr, "begun after %.0f ms, made after %.0f ms\n", begun, made);
    bench::printRow("clip.opened", opened / 1000.0, "s", 8, 5.1);
    return bench::printRow("clip.prediction", answered / 1000.0, "s", 8, 6) ? 0 : 1;
}
