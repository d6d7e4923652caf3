#include "app/document/track_layout_item.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/stored_features.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fstream>
#include <sstream>

#include "tests/support/head_menu.h"
#include "tests/support/real_window.h"
#include "tests/support/sequences.h"
#include "tests/support/sparse_csd.h"
#include "tests/support/waiting.h"

namespace {

constexpr std::size_t kRows = 1'080'000; // 3 h
constexpr std::size_t kDimensions = 1988; // together 8 GiB

std::size_t residentMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stoul(line.substr(6)) / 1024;
    }
    return 0;
}

}

/// A sequence of 8 GiB in the real window, and how features are shown.
class LargeFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("acoustic.csd")).toStdString();
        std::vector<std::size_t> written;
        for (std::size_t row = 100'000; row < 100'400; ++row)
            written.push_back(row);
        engine::test::writeSparseCsd(file, "acoustic", "talk", kRows, kDimensions, written);
        QVERIFY(std::filesystem::file_size(file) > std::size_t{8} << 30);
        QVERIFY(engine::test::bytesOnDisk(file) < std::size_t{64} << 20);
        const std::size_t before = residentMiB();
        m_window.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window.window(), support::kPatience));
        m_window.session().project().open({file});
        QTRY_VERIFY(m_window.session().document().hasVideo());
        m_view = m_window.find<widgets::TimelineView>("timeline");
        QVERIFY(residentMiB() < before + 400);
        m_before = before;
    }

    void theWholeShowsBeforeAllRowsWereRead()
    {
        QVERIFY(track());
        QVERIFY(!tiled().source().coarse);
        QTRY_VERIFY(tiled().missing(columns()).empty());
        QVERIFY(!m_window.session().tasks().isIdle());
        m_window.session().tasks().stopAll(); // which the person may; the test waits for nothing
        QTRY_VERIFY(m_window.session().tasks().isIdle());
        picture(m_window.window(), "large-features-whole");
    }

    void closeUpItsOwnRowsShow()
    {
        m_view->setFollowing(false);
        m_view->zoomTo({999.0, 1006.0});
        QTRY_VERIFY(tiled().missing(columns()).empty());
        const auto value = tiled().valueAt(100'100, 7);
        QVERIFY(value && std::abs(value->value - 100.0F) < 0.1F);
        picture(m_window.window(), "large-features-close");
    }

    void scrollingTakesNoMemory()
    {
        for (int i = 0; i < 60; ++i) {
            m_view->setScale({i * 150.0, 200.0});
            QTRY_VERIFY(tiled().missing(columns()).empty());
        }
        QVERIFY2(residentMiB() < m_before + 400, qPrintable(QString::number(residentMiB() - m_before)));
    }

    void aWordIsAlignedFromItsRowsAlone()
    {
        const engine::WordCollapser& aligner = m_window.session().document().video().wordFeatures->acoustic;
        const std::vector<engine::Interval> words{{1000.0, 1001.0}, {2000.0, 2001.0}};
        const engine::AlignedWords aligned = aligner.align(words, {});
        QCOMPARE(aligned.rows[0].sourceRows, std::size_t{100});
        QCOMPARE(aligned.features.at(0, 3), 49.5F);
        QCOMPARE(aligned.features.at(1, 3), 0.0F);
    }

    void thePointerSaysDimensionAndValue()
    {
        m_view->zoomTo({999.0, 1006.0});
        QTRY_VERIFY(tiled().missing(columns()).empty());
        const QRect area = m_view->areaOf(track());
        const QImage before = m_view->grab(area).toImage();
        QTest::mouseMove(m_view, area.center());
        QTRY_VERIFY(m_view->grab(area).toImage() != before);
        picture(m_window.window(), "large-features-pointer");
    }

    void chosenFromTheMenuTheDisplayIsKeptAndUndone()
    {
        trigger(QStringLiteral("Lines of the first"));
        QVERIFY(!track()->display().isEmpty());
        QVERIFY(track()->subtitle().contains(QStringLiteral("16 line")));
        QTRY_VERIFY(tiled().missing(columns()).empty());
        picture(m_window.window(), "features-lines");
        trigger(QStringLiteral("Symmetric"));
        const auto kept = app::trackLayout(m_window.session().document().annotation());
        const auto place = std::ranges::find(kept, QStringLiteral("acoustic"), &widgets::TrackPlace::key);
        QVERIFY(place != kept.end());
        QCOMPARE(place->display, track()->display());
        const auto display = widgets::FeatureDisplay::fromText(place->display);
        QCOMPARE(display.scale, widgets::FeatureDisplay::Scale::Symmetric);
        m_window.session().editor().history().undo();
        m_window.session().editor().history().undo();
        QVERIFY(track()->display().isEmpty());
        QVERIFY(track()->subtitle().contains(QStringLiteral("heat map")));
    }

    void aDimensionFoundByTypingGetsATrackThatCanGo()
    {
        trigger(QStringLiteral("Show a dimension"));
        auto* chooser = m_window.window().findChild<QDialog*>(QStringLiteral("dimensionChooser"));
        QVERIFY(chooser);
        auto* search = chooser->findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("1234"));
        picture(*chooser, "features-chooser");
        QTest::keyClick(search, Qt::Key_Return);
        const QString key = QStringLiteral("acoustic/1234");
        QTRY_VERIFY(track(key));
        QCOMPARE(track(key)->dimension(), std::optional<std::size_t>(1234));
        QTRY_VERIFY(tiled().missing(columns()).empty());
        picture(m_window.window(), "features-own-track");
        trigger(QStringLiteral("Remove this"), key);
        QTRY_VERIFY(!track(key));
        m_window.session().editor().history().undo();
        QTRY_VERIFY(track(key));
        m_window.session().editor().history().undo();
        QTRY_VERIFY(!track(key));
    }

    void noRowIsReadWhereTheMouseWaits()
    {
        std::vector<engine::Interval> times;
        std::vector<std::string> texts;
        for (int word = 0; word < 16; ++word) {
            times.push_back({1000.0 + 0.25 * word, 1000.25 + 0.25 * word});
            texts.push_back("word" + std::to_string(word));
        }
        const std::filesystem::path words = m_folder.filePath(QStringLiteral("words.csd")).toStdString();
        engine::writeCsd(
            engine::test::sequence(
                "words", {{"talk", {{engine::ElementType::Float64, times}, engine::test::texts(texts)}}}),
            words);
        app::Session& session = m_window.session();
        session.project().open({m_folder.filePath(QStringLiteral("acoustic.csd")).toStdString(), words});
        const app::Document& document = session.document();
        QTRY_VERIFY(document.hasVideo() && document.words().texts.size() == 16);
        session.modelChoice().choose(QStringLiteral(DEMO "/models/mfn.safetensors"));
        QTRY_COMPARE(session.modelsClient().state(), app::ModelsClient::State::Ready);
        const std::size_t before = engine::StoredFeatures::readsOfThisThread();
        for (std::size_t word = 0; word < 16; ++word) {
            session.player().seek((times[word].start + times[word].end) / 2);
            QTest::qWait(20); // what was asked before need not have come
        }
        QCOMPARE(engine::StoredFeatures::readsOfThisThread(), before);
        const app::WordAlignment now = document.wordAlignment();
        QTRY_VERIFY(now.rowsInFiles(15, 16).empty()); // the word under the playhead
        QTRY_VERIFY(session.prediction().isComplete());
        QCOMPARE(engine::StoredFeatures::readsOfThisThread(), before);
        const engine::SegmentInput input = now.input(0, 4); // of the rows that were brought
        QCOMPARE(input.acoustic.at(0, 3), 12.0F);
        QCOMPARE(engine::StoredFeatures::readsOfThisThread(), before);
    }

private:
    widgets::FeaturesTrack* track(const QString& key = QStringLiteral("acoustic"))
    {
        for (widgets::Track* track : m_view->tracks()) {
            if (track->objectName() == key)
                return qobject_cast<widgets::FeaturesTrack*>(track);
        }
        return nullptr;
    }

    const engine::TiledFeatures& tiled()
    {
        return *m_window.session().document().video().features.front().tiled;
    }

    engine::FeatureLevels::Columns columns()
    {
        const widgets::TimeScale scale = m_view->scale();
        return tiled().columns(scale.origin, 1.0 / scale.pixelsPerSecond,
                               static_cast<std::size_t>(m_view->trackArea().width()));
    }

    /// Chooses what begins so in the menu of a head, or of its scales.
    void trigger(const QString& text, const QString& key = QStringLiteral("acoustic"))
    {
        QVERIFY2(support::chooseInHeadMenu(*m_view, track(key), {text})
                     || support::chooseInHeadMenu(*m_view, track(key), {QStringLiteral("Scale"), text}),
                 qPrintable(text));
    }

    QTemporaryDir m_folder;
    RealWindow m_window;
    widgets::TimelineView* m_view = nullptr;
    std::size_t m_before = 0;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    LargeFeaturesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_large_features.moc"
