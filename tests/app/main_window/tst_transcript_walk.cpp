#include "app/document/track_layout_item.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/transcript_actions.h"
#include "app/transcript/transcript_tab.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Somebody types what two videos without words say, in the real window, by mouse and keys.
class TranscriptWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        for (const char* name : {"ada_1.mp4", "ada_2.mp4"})
            fs::copy_file(fs::path(DEMO) / "media" / name, data() / name);
        openVideos();
        QVERIFY(!QTest::currentTestFailed());
    }
    void cleanupTestCase() { m_real.reset(); }

    void anEmptyVideoInvites()
    {
        QVERIFY(document().words().texts.empty());
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(text().isVisible());
        QTRY_VERIFY(find<QWidget>("transcriptInvitation")->isVisible());
        QVERIFY(text().hasFocus());
        QVERIFY(settle());
        picture(window(), "transcript-empty");
    }

    void whatIsTypedWhileItPlaysBeginsAtThePlayhead()
    {
        player().play(); // as after a click on a video in the library
        QTRY_VERIFY(player().isPlaying());
        QTest::mouseClick(find<QPushButton>("invitationType"), Qt::LeftButton);
        QVERIFY(player().isPlaying() && text().hasFocus());
        QTRY_VERIFY(player().position() > 0.6);
        keys("we ");
        QTRY_VERIFY(player().position() > 1.4);
        keys("watched ");
        QTest::keyClick(&text(), Qt::Key_Tab);
        QTRY_VERIFY(!player().isPlaying());
        keys("the neW film ");
        QCOMPARE(texts(), QStringLiteral("we* watched* the* neW* film*"));
        QCOMPARE(text().document()->toPlainText().simplified(), QStringLiteral("we watched the neW film"));
        QVERIFY(start(0) >= 0.6);
        QVERIFY(start(1) >= 1.4);
        QVERIFY(start(1) < 2.5);
        QCOMPARE(history().count(), 5); // one step a word
        QVERIFY(words().isVisible());
        const double before = player().position();
        QTest::keyClick(&text(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_COMPARE(player().position(), std::max(0.0, before - 2.0));
        QCOMPARE(label("untimedWords"), QStringLiteral("without times 5"));
        QVERIFY(settle());
        picture(window(), "transcript-typed");
    }

    void aStepIsAWord()
    {
        keys("at");
        QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier); // of the draft
        QCOMPARE(texts(), QStringLiteral("we* watched* the* neW* film*"));
        QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(texts(), QStringLiteral("we* watched* the* neW*"));
        QCOMPARE(text().document()->toPlainText().simplified(), QStringLiteral("we watched the neW"));
        QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(texts(), QStringLiteral("we* watched* the* neW* film*"));
    }

    void whatIsAKeyElsewhereIsTextHere()
    {
        const QString before = texts();
        keys("2 n? ");
        QCOMPARE(texts(), before + QStringLiteral(" 2* n?*"));
        const qint64 frame = player().frame();
        QTest::keyClick(&text(), Qt::Key_Left);
        QTest::keyClick(&text(), Qt::Key_Home);
        QCOMPARE(player().frame(), frame);
        history().undo();
        history().undo();
        QTest::keyClick(&text(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(texts(), before);
    }

    void aWordIsChangedInTheText()
    {
        clickWord(3, true);
        QTRY_VERIFY(text().textCursor().hasSelection());
        const engine::SegmentId id = document().segmentId(app::kWordsTier, 3);
        keys("new ");
        QCOMPARE(texts(), QStringLiteral("we* watched* the* new* film*"));
        QCOMPARE(document().segmentId(app::kWordsTier, 3), id);
        player().pause();
    }

    void aClickOnAWordSeeks()
    {
        player().seek(0.0);
        QTest::qWait(QApplication::doubleClickInterval() + 50); // else it is the second click of two
        clickWord(1, false);
        QTRY_COMPARE(player().position(), start(1));
        QTRY_COMPARE(document().wordAt(player().position()), std::optional<std::size_t>(1));
    }

    void aSelectionIsOneThing()
    {
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        const QPoint from = pointOf(1) - QPoint(3, 0);
        const QPoint to = pointOf(2);
        QTest::mousePress(text().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(text().viewport(), (from + to) / 2);
        QTest::mouseMove(text().viewport(), to);
        QTest::mouseRelease(text().viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(selected(), (std::vector<std::size_t>{1, 2}));
        QCOMPARE(words().selected(), (std::vector<std::size_t>{1, 2}));
        QVERIFY(view().selection().has_value());
        QVERIFY(settle());
        picture(window(), "transcript-selection");
    }

    void aTextIsPastedOverIt()
    {
        QApplication::clipboard()->setText(QStringLiteral("watched\n\nthe\tvery"));
        const int before = history().count();
        QTest::keyClick(&text(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(texts(), QStringLiteral("we* watched* the* very* new* film*"));
        QCOMPARE(history().count(), before + 1);
    }

    void anEdgeDraggedOnTheTrackGivesAWordTimes()
    {
        QTest::keyClick(&text(), Qt::Key_Escape);
        QVERIFY(view().hasFocus());
        view().setSelection(std::nullopt);
        view().zoomTo({0.0, 6.0});
        QVERIFY(settle());
        const engine::Interval last = document().words().intervals.back();
        const QRect area = view().areaOf(&words());
        const QPoint edge(area.left() + static_cast<int>(std::lround(view().scale().x(last.end))),
                          area.top() + 12);
        QTest::mousePress(&view(), Qt::LeftButton, {}, edge);
        for (int step = 10; step <= 40; step += 10)
            QTest::mouseMove(&view(), edge + QPoint(step, 0));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, edge + QPoint(40, 0));
        QCOMPARE(texts(), QStringLiteral("we* watched* the* very* new* film"));
        QTRY_COMPARE(label("timedWords"), QStringLiteral("timed 1"));
    }

    void aWordRenamedOnTheTrackIsRenamedInTheText()
    {
        const engine::Interval last = document().words().intervals.back();
        player().seek((last.start + last.end) / 2);
        QTRY_COMPARE(document().wordAt(player().position()), std::optional<std::size_t>(5));
        QTest::keyClick(&view(), Qt::Key_F2);
        auto* field = view().findChild<QLineEdit*>(QStringLiteral("wordText"));
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("story"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(text().document()->toPlainText().endsWith(QStringLiteral("new story")));
        history().undo();
        QTRY_VERIFY(text().document()->toPlainText().endsWith(QStringLiteral("new film")));
    }

    void keysLeadToWordsWithoutTimesAndGiveThemSome()
    {
        view().setFocus();
        player().seek(0.0);
        QTest::keyClick(&view(), Qt::Key_F8);
        QTRY_COMPARE(player().position(), start(0));
        QCOMPARE(selected(), std::vector<std::size_t>{0});
        player().seek(0.4);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_F9);
        QCOMPARE(texts(), QStringLiteral("we watched* the* very* new* film"));
        QCOMPARE(start(0), 0.4);
        player().seek(0.7);
        QTest::keyClick(&view(), Qt::Key_F9);
        QCOMPARE(texts(), QStringLiteral("we watched the* very* new* film"));
        QVERIFY(document().words().intervals[0].end <= 0.7);
        QCOMPARE(label("untimedWords"), QStringLiteral("without times 3"));
    }

    void aLockedTrackIsALockedText()
    {
        widgets::TrackLayout locked(1);
        locked.front().key = app::trackKey(app::kWordsTier);
        locked.front().locked = true;
        session().editor().setTrackLayout(locked, QStringLiteral("lock"), 0);
        QTRY_VERIFY(text().isReadOnly());
        QVERIFY(find<QLabel>("transcriptLock")->isVisible());
        history().undo();
        QTRY_VERIFY(!text().isReadOnly());
    }

    void aTextIsLoaded()
    {
        const QString before = texts();
        QFile file(QString::fromStdString((data() / "more.txt").string()));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("\xEF\xBB\xBFthe sound\r\nwas good");
        file.close();
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [&] {
            if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file.fileName());
                QTest::keyClick(dialog, Qt::Key_Return);
            } else if (auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                for (QAbstractButton* button : question->buttons()) {
                    if (question->buttonRole(button) == QMessageBox::AcceptRole)
                        button->click();
                }
            }
        });
        answer.start(50);
        QTest::mouseClick(find<QPushButton>("loadText"), Qt::LeftButton);
        QTRY_COMPARE(texts(), before + QStringLiteral(" the* sound* was* good*"));
        answer.stop();
        for (std::size_t word = 0; word + 1 < document().words().intervals.size(); ++word)
            QVERIFY(document().words().intervals[word].end <= document().words().intervals[word + 1].start);
        QVERIFY(activate());
        QVERIFY(settle());
        picture(window(), "transcript-loaded");
    }

    void theExportSaysHowManyHaveNoTimes()
    {
        QStringList told;
        const auto told0 = connect(&session().document().notices(), &app::Notices::said, this,
                                   [&told](const QString& message) { told << message; });
        session().wordExport().write(session().videos().dataset().get(),
                                     QString::fromStdString((data() / "words.csd").string()));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told.front().contains(QStringLiteral("7")), qPrintable(told.front()));
        disconnect(told0);
        fs::remove(data() / "words.csd");
    }

    void aRestartKeepsIt()
    {
        const QString before = texts();
        const engine::TimedText words = document().words();
        text().setFocus();
        QTest::keyClick(&text(), Qt::Key_End, Qt::ControlModifier);
        keys(" draft");
        window().close(); // with a word that nobody has ended
        QTRY_VERIFY(!window().isVisible());
        m_real.reset();
        openVideos();
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(texts(), before + QStringLiteral(" draft*"));
        QCOMPARE(document().words().intervals.front(), words.intervals.front());
    }

private:
    fs::path data() const { return fs::path(m_folder.path().toStdString()); }
    void openVideos()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({data()});
        QVERIFY(settle());
        QTRY_COMPARE(document().video().id, QStringLiteral("ada_1"));
    }
    widgets::TranscriptText& text() { return *window().findChild<widgets::TranscriptText*>(); }
    widgets::TimelineView& view() { return *find<widgets::TimelineView>("timeline"); }
    widgets::WordsTrack& words() { return *window().findChild<widgets::WordsTrack*>(); }
    QString label(const char* name)
    {
        if (const auto* button = find<QToolButton>(name))
            return button->text();
        return find<QLabel>(name)->text();
    }
    void keys(const char* typed) { QTest::keyClicks(&text(), QString::fromLatin1(typed)); }
    /// The words of the video, with a star for those without times.
    QString texts()
    {
        QStringList parts;
        for (std::size_t word = 0; word < document().words().texts.size(); ++word)
            parts << QString::fromStdString(document().words().texts[word])
                    + (document().timedWords()[word] ? QString() : QStringLiteral("*"));
        return parts.join(QLatin1Char(' '));
    }
    double start(std::size_t word) { return document().words().intervals.at(word).start; }
    std::vector<std::size_t> selected()
    {
        return find<app::TimelinePanel>("timelinePanel")->hand().selected().indices(app::kWordsTier);
    }
    /// In the middle of a word of the text.
    QPoint pointOf(int word)
    {
        const auto tokens = widgets::tokensOf(text().document()->toRawText());
        QTextCursor caret(text().document());
        caret.setPosition(tokens.at(static_cast<std::size_t>(word)).start);
        const QRect first = text().cursorRect(caret);
        caret.setPosition(tokens.at(static_cast<std::size_t>(word)).end());
        return (first.center() + text().cursorRect(caret).center()) / 2;
    }
    void clickWord(int word, bool twice)
    {
        const QPoint point = pointOf(word);
        QTest::mouseClick(text().viewport(), Qt::LeftButton, {}, point);
        if (twice)
            QTest::mouseDClick(text().viewport(), Qt::LeftButton, {}, point);
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(TranscriptWalkTest)
#include "tst_transcript_walk.moc"
