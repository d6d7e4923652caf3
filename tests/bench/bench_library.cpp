// The library with 25 000 videos, 300 × 900: what listing, each key of a search, sorting and scrolling keep
// the window from doing anything else, at the longest. The references are what its first version took.
#include "widgets/base/theme.h"
#include "widgets/library/library_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

#include <random>

#include "tests/bench/bench_row.h"

namespace {

constexpr int kVideos = 25'000;
constexpr int kWords = 50;
constexpr std::ptrdiff_t kBatch = 250; // entries that are read between two turns

std::vector<widgets::LibraryEntryPtr> entries()
{
    std::mt19937 random(1);
    const QStringList words = QStringLiteral("the film was a wonderful little story about people who never "
                                             "meet and I thought it boring")
                                  .split(QLatin1Char(' '));
    std::vector<widgets::LibraryEntryPtr> result;
    for (int i = 0; i < kVideos; ++i) {
        widgets::LibraryEntry entry;
        entry.id = QStringLiteral("video_%1").arg(i);
        entry.speaker = QStringLiteral("speaker %1").arg(random() % 1000);
        entry.fold = QStringLiteral("train");
        entry.nameRank = i;
        entry.isRead = true;
        entry.duration = static_cast<double>(random() % 600);
        entry.labelNames = {QStringLiteral("sentiment"), QStringLiteral("happy")};
        for (int label = 0; label < 2 * 8; ++label)
            entry.labels.push_back(static_cast<float>(random() % 7) - 3);
        for (int word = 0; word < kWords; ++word)
            entry.words.add(words[static_cast<qsizetype>(random() % words.size())], word);
        result.push_back(std::make_shared<const widgets::LibraryEntry>(std::move(entry)));
    }
    return result;
}

/// The longest that the event loop was held, in milliseconds, until the library stands still.
double longestTurn(widgets::LibraryPanel& panel, const bench::Stopwatch& since)
{
    double longest = since.milliseconds(); // of the wish itself
    const bench::Stopwatch all;
    while (all.milliseconds() < 300) {
        const bench::Stopwatch turn;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 0);
        longest = std::max(longest, turn.milliseconds());
    }
    panel.repaint();
    return longest;
}

}

int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    QApplication::setPalette(widgets::paletteOf(widgets::darkTheme()));
    widgets::LibraryPanel panel;
    panel.setFixedSize(300, 900);
    panel.show();
    longestTurn(panel, {});

    const std::vector<widgets::LibraryEntryPtr> all = entries();
    const auto measured = [&](const auto& act) {
        const bench::Stopwatch watch;
        act();
        return longestTurn(panel, watch);
    };
    std::vector<widgets::LibraryEntryPtr> listed; // at first only what a list says is known
    for (const widgets::LibraryEntryPtr& entry : all) {
        widgets::LibraryEntry plain;
        plain.id = entry->id;
        plain.speaker = entry->speaker;
        plain.fold = entry->fold;
        plain.nameRank = entry->nameRank;
        listed.push_back(std::make_shared<const widgets::LibraryEntry>(std::move(plain)));
    }
    bench::printRow("library listing", measured([&] { panel.model().setEntries(listed); }), "ms", 16, 8);
    double reading = 0;
    for (std::size_t i = 0; i < all.size(); i += kBatch) {
        const bench::Stopwatch watch;
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(i);
        panel.model().updateEntries({first, first + kBatch});
        QCoreApplication::processEvents();
        reading = std::max(reading, watch.milliseconds());
    }
    bench::printRow("library reading", reading, "ms", 16, 3);
    double key = 0;
    auto* field = panel.findChild<QLineEdit*>();
    for (const QChar c : QStringLiteral("wonderful video_12 sentiment>2 /b.*g/")) {
        key = std::max(key, measured([&] {
                           QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
                           QApplication::sendEvent(field, &press);
                       }));
    }
    bench::printRow("library key of a search", key, "ms", 16, 7);
    bench::printRow("library clear", measured([&] { field->clear(); }), "ms", 16, 3);
    bench::printRow("library sort", measured([&] {
                        panel.setOrder({widgets::LibraryOrder::Key::MeanLabel, true});
                    }),
                    "ms", 16, 4.5);
    double scroll = 0;
    QScrollBar& bar = *panel.findChild<QListView*>()->verticalScrollBar();
    for (int i = 0; i <= 200; ++i) {
        const bench::Stopwatch watch;
        bar.setValue(static_cast<int>(static_cast<double>(bar.maximum()) * i / 200));
        panel.repaint();
        scroll = std::max(scroll, watch.milliseconds());
    }
    bench::printRow("library scroll", scroll, "ms", 16, 2.4);
}
