#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/aligner.h"
#include "app/transcript/realign_actions.h"
#include "app/transcript/transcript_actions.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/text_track.h"
#include "widgets/tracks/words_track.h"
#include "widgets/transcript/doubtful_list.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <signal.h>

#include "tests/support/demo_recordings.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Words of own recordings get better times in the real window: a stretch after an edit, all that have none;
/// doubtful ones are walked through and accepted.
class RealignWalk : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        engine::test::demoRecordings(folder(), {"ada_1", "bert_1"});
        fs::remove(folder() / "bert_1.txt");
        QProcess extract;
        extract.start(QStringLiteral(PROGRAMS "/polylogue-extract"),
                      {path("ada_1.mp4"), QStringLiteral("--out"), path("made"), QStringLiteral("--features"),
                       QStringLiteral("words,phones,word_alignment")});
        QVERIFY(extract.waitForFinished(support::kPatience));
        QCOMPARE(extract.exitCode(), 0);
        rewrite("doubtful", [](engine::FeatureMatrix& rows, std::size_t column) {
            for (std::size_t row = 0; row < rows.rows; ++row)
                rows.at(row, column) = 0.0F;
        });
        fs::copy(folder() / "made", folder() / "drafted");
        makeDoubtful(3);
        makeDoubtful(20);
        open({folder() / "made"});
        QVERIFY(!QTest::currentTestFailed());
        connect(&session().document().notices(), &app::Notices::said, this, [this](const QString& text) {
            if (text.contains(QStringLiteral("sound device")))
                return; // of playing, where there is none
            m_told << text;
            m_toldAfter = m_clock.isValid() ? m_clock.elapsed() : 0;
        });
        connect(&session().editor(), &app::Editor::refused, this,
                [this](const QString& text) { m_told << text; });
    }
    void cleanupTestCase() { m_real.reset(); }

    void phonesAreATrack()
    {
        const auto* track = window().findChild<widgets::TextTrack*>();
        QVERIFY(track);
        QCOMPARE(track->title(), QStringLiteral("Phones"));
        QVERIFY(track->partCount() > 100);
        QVERIFY(!track->isEditable());
        const auto shown = view().shownTracks();
        const auto place
            = [&](const widgets::Track* one) { return std::ranges::find(shown, one) - shown.begin(); };
        QCOMPARE(place(track), place(&words()) + 1);
    }

    void doubtfulWordsAreListedAndWalkedThrough()
    {
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(text().isVisible());
        QVERIFY(words().subtitle().contains(QStringLiteral("2 doubtful")));
        player().seek(0.0);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_F7);
        QTRY_COMPARE(player().position(), start(3));
        QTRY_VERIFY(list().isVisible());
        QCOMPARE(list().rowCount(), 2);
        QCOMPARE(list().currentRow(), 0);
        QVERIFY(!list().rows().row(0).reason.isEmpty());
        QTest::keyClick(&view(), Qt::Key_F7);
        QTRY_COMPARE(player().position(), start(20));
        QTest::keyClick(&view(), Qt::Key_F7); // after the last comes the first
        QTRY_COMPARE(player().position(), start(3));
        QTest::keyClick(&view(), Qt::Key_F7, Qt::ShiftModifier);
        QTRY_COMPARE(player().position(), start(20));
        view().zoomTo({0.0, 6.0});
        player().seek(start(3));
        QVERIFY(settle());
        picture(window(), "doubtful-words");
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(1, 0)).center());
        QTRY_COMPARE(player().position(), start(20));
    }

    void anAcceptedWordIsNotDoubtfulAnyMore()
    {
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_A);
        QTRY_COMPARE(list().rowCount(), 1);
        QVERIFY(!document().spokenWords().doubtful[20]);
        QTRY_COMPARE(player().position(), start(3)); // the next one
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_F7, Qt::ControlModifier);
        QTRY_COMPARE(list().rowCount(), 0);
        undoAll();
        QTRY_COMPARE(list().rowCount(), 2);
    }

    void theVerbsOfAllListsAreItsKeys() // Enter: the next, played; X: it was not said
    {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(0, 0)).center());
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Return);
        QCOMPARE(list().currentRow(), 1);
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        const auto labels = document().annotation().segments();
        QTest::keyClick(&list(), Qt::Key_3); // no label of the segment
        QVERIFY(document().annotation().segments() == labels);
        const std::size_t count = document().words().texts.size();
        QTest::keyClick(&list(), Qt::Key_X);
        QTRY_COMPARE(document().words().texts.size(), count - 1);
        QCOMPARE(list().rowCount(), 1);
        undoAll();
        QTRY_COMPARE(list().rowCount(), 2);
        QCOMPARE(document().words().texts.size(), count);
        action("select-none")->trigger();
        text().moveCursor(QTextCursor::Start); // no word is chosen any more
    }

    void anEditedWordIsNotDoubtfulAnyMore()
    {
        const engine::SegmentId id = document().segmentId(app::kWordsTier, 3);
        session().editor().segments().retype(id, QStringLiteral("lake"));
        QVERIFY(!document().spokenWords().doubtful[3]);
        undoAll();
        QVERIFY(document().spokenWords().doubtful[3]);
    }

    void aStretchIsRealignedAfterAnEdit()
    {
        const auto before = document().words().intervals;
        const engine::SegmentId id = document().segmentId(app::kWordsTier, 6);
        session().editor().segments().shift(app::kWordsTier, 6, 0.0);
        session().editor().segments().moveEdge(id, false, before[6].start - 0.12, engine::EdgeMode::Follow,
                                               0);
        session().editor().segments().moveEdge(id, true, before[6].end + 0.12, engine::EdgeMode::Follow, 0);
        QVERIFY(std::abs(start(6) - before[6].start) > 0.05);
        const int steps = history().count();
        player().seek((before[6].start + before[6].end) / 2);
        view().setSelection(std::nullopt);
        view().setFocus();
        m_told.clear();
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&view(), Qt::Key_F9, Qt::ShiftModifier);
        QTRY_VERIFY(!m_told.isEmpty());
        qInfo("re-aligned in the window after %d ms: %s", int(clock.elapsed()), qPrintable(m_told.front()));
        QCOMPARE(history().count(), steps + 1);
        QVERIFY(std::abs(start(6) - before[6].start) < 0.04);
        QVERIFY(document().spokenWords().confidence[6] > 0.0);
        const auto after = document().words().intervals;
        m_told.clear(); // the same words once more
        action("realign")->trigger();
        QTRY_VERIFY(!m_told.isEmpty());
        QVERIFY(document().words().intervals == after);
        undoAll();
        QVERIFY(document().words().intervals == before);
    }

    /// One word that is chosen is moved alone, between its neighbours, and stays chosen.
    void aChosenWordIsMovedAlone()
    {
        const auto right = document().words().intervals;
        const engine::SegmentId id = document().segmentId(app::kWordsTier, 6);
        session().editor().segments().moveEdge(id, false, right[6].end - 0.05, engine::EdgeMode::Overwrite,
                                               0);
        QVERIFY(start(6) - right[6].start > 0.05);
        const auto wrong = document().words().intervals;
        player().seek(wrong[6].start + 0.01);
        view().setSelection(std::nullopt);
        auto& selected = window().findChild<app::TimelinePanel*>()->hand().selected();
        selected.click(app::kWordsTier, 6, {});
        view().setFocus();
        m_told.clear();
        QTest::keyClick(&view(), Qt::Key_F9, Qt::ShiftModifier);
        QTRY_VERIFY(!m_told.isEmpty());
        QVERIFY2(m_told.front().startsWith(QStringLiteral("1 ")), qPrintable(m_told.front()));
        const auto after = document().words().intervals;
        QVERIFY(std::abs(after[6].start - right[6].start) < 0.04);
        for (std::size_t word = 0; word < after.size(); ++word)
            QVERIFY2(word == 6 || after[word] == wrong[word], qPrintable(QString::number(word)));
        QCOMPARE(selected.ids(), std::vector<engine::SegmentId>{id});
        selected.clear();
        undoAll();
        QVERIFY(document().words().intervals == right);
    }

    void tenSecondsComeAtOnce()
    {
        // as many words from the beginning as are re-aligned with 10 s of sound, pauses around them included
        const auto stretchTo = [this](std::size_t last) {
            return engine::stretchOf(document().annotation(), document().tier(app::kWordsTier)->id,
                                     {0.0, document().words().intervals[last].start - 0.01},
                                     player().duration());
        };
        std::size_t last = 1;
        while (stretchTo(last + 1).sound.end <= 10.2)
            ++last;
        const engine::WordStretch stretch = stretchTo(last);
        view().setSelection(engine::Interval{0.0, document().words().intervals[last].start - 0.01});
        const app::Aligner& aligner = window().findChild<app::RealignActions*>()->aligner();
        const quint64 asked = aligner.askedCount();
        QTRY_VERIFY(aligner.askedCount() > asked && aligner.isIdle()); // read ahead
        qint64 least = 100000;
        for (int i = 0; i < 3; ++i) {
            m_told.clear();
            m_clock.start();
            action("realign")->trigger();
            QTRY_VERIFY(!m_told.isEmpty());
            least = std::min(least, m_toldAfter);
        }
        qInfo("%d words in %.1f s of sound, in the window after %d ms: %s", int(stretch.words.size()),
              stretch.sound.length(), int(least), qPrintable(m_told.front()));
        view().setSelection(engine::Interval{0.0, 25.0});
        m_told.clear();
        action("realign")->trigger();
        QVERIFY(m_told.value(0).contains(QStringLiteral("20")));
        view().setSelection(std::nullopt);
        undoAll();
    }

    void aCrashIsToldAndTheNextWishStartsItAnew()
    {
        app::Aligner& aligner = window().findChild<app::RealignActions*>()->aligner();
        player().seek(start(6) + 0.01);
        const auto before = document().words().intervals;
        m_told.clear();
        QVERIFY(aligner.processId() > 0);
        ::kill(static_cast<pid_t>(aligner.processId()), SIGSTOP); // so that it cannot answer first
        action("realign")->trigger();
        ::kill(static_cast<pid_t>(aligner.processId()), SIGKILL);
        QTRY_COMPARE(m_told.size(), 1);
        QVERIFY(m_told.front().contains(QStringLiteral("as before")));
        QVERIFY(document().words().intervals == before);
        m_told.clear();
        action("realign")->trigger();
        QTRY_COMPARE(m_told.size(), 1);
        QVERIFY2(m_told.front().contains(QStringLiteral("aligned")), qPrintable(m_told.front()));
        undoAll();
    }

    void aHangIsEnded()
    {
        app::Aligner& aligner = window().findChild<app::RealignActions*>()->aligner();
        aligner.setPatience(300);
        const qint64 stopped = aligner.processId();
        ::kill(static_cast<pid_t>(stopped), SIGSTOP);
        m_told.clear();
        action("realign")->trigger();
        QTRY_COMPARE(m_told.size(), 1);
        QVERIFY(m_told.front().contains(QStringLiteral("did not answer")));
        aligner.setPatience(20000);
        QTRY_VERIFY(aligner.processId() != stopped);
    }

    void typedWordsGetTheirTimes()
    {
        open({folder() / "bert_1.mp4"});
        QVERIFY(!QTest::currentTestFailed());
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(text().isVisible());
        const engine::CsdFile file(fs::path(DEMO) / "words.csd");
        const engine::TimedText truth = engine::readText(file, "bert_1");
        text().setFocus();
        for (const std::string& word : truth.texts)
            QTest::keyClicks(&text(), QString::fromStdString(word) + QLatin1Char(' '));
        QTRY_COMPARE(document().words().texts, truth.texts);
        auto* align = find<QPushButton>("alignUntimed");
        QTRY_VERIFY(align->isVisible());
        QVERIFY(settle());
        picture(window(), "words-without-times");
        m_told.clear();
        const int steps = history().count();
        QTest::mouseClick(align, Qt::LeftButton);
        QTRY_VERIFY(!m_told.isEmpty());
        QCOMPARE(history().count(), steps + 1);
        QVERIFY(std::ranges::all_of(document().timedWords(), [](bool timed) { return timed; }));
        double sum = 0.0;
        for (std::size_t i = 0; i < truth.texts.size(); ++i)
            sum += std::abs(start(i) - truth.intervals[i].start);
        QVERIFY2(sum / double(truth.texts.size()) < 0.05,
                 qPrintable(QString::number(sum / double(truth.texts.size()))));
        QTRY_VERIFY(!align->isVisible());
        QVERIFY(settle());
        picture(window(), "words-aligned");
        const engine::Interval third = document().words().intervals[2];
        window().close(); // the project keeps times and confidence
        QTRY_VERIFY(!window().isVisible());
        open({folder() / "bert_1.mp4"});
        QTRY_COMPARE(document().words().texts, truth.texts);
        QCOMPARE(document().words().intervals[2], third);
        QVERIFY(document().spokenWords().confidence[2] > 0.0);
    }

    void aDraftIsMarkedUntilItIsAccepted()
    {
        rewrite(
            "draft",
            [](engine::FeatureMatrix& rows, std::size_t column) {
                for (std::size_t row = 0; row < rows.rows; ++row)
                    rows.at(row, column) = 1.0F;
            },
            "drafted");
        open({folder() / "drafted"});
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(document().spokenWords().draft[5]);
        QVERIFY(words().subtitle().contains(QStringLiteral("draft")));
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("draftWords")->text().contains(QStringLiteral("47")));
        QVERIFY(settle());
        picture(window(), "draft-words");
        const engine::SegmentId id = document().segmentId(app::kWordsTier, 5);
        session().editor().segments().retype(id, QStringLiteral("harbour"));
        QVERIFY(!document().spokenWords().draft[5]);
        QVERIFY(document().spokenWords().draft[6]);
    }

private:
    fs::path folder() const { return fs::path(m_folder.path().toStdString()); }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void open(const std::vector<fs::path>& paths)
    {
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open(paths);
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
    }
    void makeDoubtful(std::size_t word)
    {
        rewrite("doubtful",
                [word](engine::FeatureMatrix& rows, std::size_t column) { rows.at(word, column) = 1.0F; });
        rewrite("confidence",
                [word](engine::FeatureMatrix& rows, std::size_t column) { rows.at(word, column) = 0.3F; });
    }
    /// Changes a column of what the aligner says of ada_1.
    void rewrite(const std::string& name,
                 const std::function<void(engine::FeatureMatrix&, std::size_t)>& change,
                 const char* dataset = "made")
    {
        const fs::path path = folder() / dataset / "word_alignment.csd";
        auto file = std::make_shared<const engine::CsdFile>(path);
        engine::TimedFeatures rows = engine::readFeatures(*file, "ada_1");
        const auto names = engine::dimensionNames(file->metadata(), rows.features.columns);
        change(rows.features, static_cast<std::size_t>(std::ranges::find(names, name) - names.begin()));
        engine::ComputationalSequence sequence(file);
        engine::Entry entry = sequence.entry("ada_1");
        entry.features = {
            engine::ElementType::Float32, {rows.features.rows, rows.features.columns}, rows.features.values};
        sequence.put("ada_1", std::move(entry));
        engine::writeCsd(sequence, path);
    }
    widgets::TranscriptText& text() { return *window().findChild<widgets::TranscriptText*>(); }
    widgets::DoubtfulList& list() { return *window().findChild<widgets::DoubtfulList*>(); }
    widgets::TimelineView& view() { return *find<widgets::TimelineView>("timeline"); }
    widgets::WordsTrack& words() { return *window().findChild<widgets::WordsTrack*>(); }
    double start(std::size_t word) { return document().words().intervals.at(word).start; }

    QTemporaryDir m_folder;
    QStringList m_told;
    QElapsedTimer m_clock; ///< since something was asked for
    qint64 m_toldAfter = 0; ///< ms from then to the last message
};

WINDOW_TEST_MAIN(RealignWalk)

#include "tst_realign_walk.moc"
