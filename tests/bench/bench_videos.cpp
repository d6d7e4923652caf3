// A project of 25 000 videos with two tiers in each, in the window: opening it, and each key in the dialog
// that changes many segments at once; how long that keeps the window from answering, at the longest.
#include "app/project/open_project.h"
#include "app/tiers/bulk_dialog.h"
#include "engine/project_items/dataset_item.h"
#include "engine/sequences/csd_writer.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"
#include "tests/support/sequences.h"

namespace {

namespace fs = std::filesystem;
using namespace engine;

constexpr int kVideos = 25'000;
constexpr int kWords = 8; // in each

std::string videoId(int video)
{
    return "video_" + std::to_string(video);
}

/// Words of all videos.
ComputationalSequence words()
{
    ComputationalSequence sequence = engine::test::sequence("words", {});
    std::vector<Interval> spans;
    for (int word = 0; word < kWords; ++word)
        spans.push_back({word * 0.5, word * 0.5 + 0.4});
    for (int video = 0; video < kVideos; ++video)
        sequence.put(videoId(video), engine::test::numbered(spans));
    return sequence;
}

/// Two tiers in every video, with words.
Change annotation()
{
    Change change;
    TierId tierId = 0;
    SegmentId segmentId = 0;
    for (int video = 0; video < kVideos; ++video) {
        for (const char* name : {"words", "mood"}) {
            Tier tier;
            tier.id = ++tierId;
            tier.video = videoId(video);
            tier.name = name;
            tier.labels = {{"sentiment", NumberScale{-3, 3, 1}}};
            change.tiers.push_back({std::nullopt, tier});
            for (int word = 0; word < kWords; ++word) {
                Segment segment;
                segment.id = ++segmentId;
                segment.tier = tierId;
                segment.start = TimePoint::ofSeconds(word * 0.5);
                segment.end = TimePoint::ofSeconds(word * 0.5 + 0.4);
                segment.text = word % 2 == 0 ? "word" : "other";
                change.segments.push_back({std::nullopt, segment});
            }
        }
    }
    return change;
}

/// The longest that one turn of the event loop took, in milliseconds, until it is done.
template <typename Done>
double longestTurn(const Done& done)
{
    double longest = 0.0;
    while (!done()) {
        const bench::Stopwatch turn;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 0);
        longest = std::max(longest, turn.milliseconds());
    }
    return longest;
}

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const fs::path data = folder.filePath(QStringLiteral("words.csd")).toStdString();
    const fs::path project = folder.filePath(QStringLiteral("many.polylogue")).toStdString();
    writeCsd(words(), data);
    {
        ProjectFile file = ProjectFile::create(project);
        file.write(annotation());
        file.write({{}, {}, {{std::nullopt, engine::datasetItem({data}, project)}}});
    }
    RealWindow real;
    app::Session& session = real.session();
    bool isOpened = false;
    QObject::connect(&session.project(), &app::Project::opened, &session, [&] { isOpened = true; });
    const bench::Stopwatch opening;
    session.project().open({project});
    double longest = longestTurn([&] { return isOpened; });
    bench::printRow("open 25 000 videos", opening.milliseconds() / 1000.0, "s", 0.7, 0);
    longest = std::max(longest,
                       longestTurn([&] { return session.document().hasVideo() && session.isSettled(); }));
    bench::printRow("open 25 000 videos, block", longest, "ms", 100, 0);

    app::BulkDialog dialog(session.document().annotation(), "words", videoId(0), {"ada", 1, 1, "all"});
    dialog.show();
    dialog.findChild<QComboBox*>(QStringLiteral("bulkWork"))->setCurrentIndex(2);
    dialog.findChild<QCheckBox*>(QStringLiteral("bulkAllVideos"))->setChecked(true);
    longest = 0.0;
    for (const char key : std::string("word")) {
        const bench::Stopwatch pressing;
        QTest::keyClick(dialog.findChild<QLineEdit*>(QStringLiteral("bulkFind")), key);
        longest = std::max(longest, pressing.milliseconds());
        const bench::Stopwatch since;
        longest = std::max(longest, longestTurn([&] { return since.milliseconds() > 500; }));
    }
    bench::printRow("bulk preview, block per key", longest, "ms", 50, 0);
    return 0;
}
