#include "app/tiers/segment_maker.h"
#include "app/timeline/timeline_panel.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"
#include "widgets/welcome/welcome_card.h"

#include <QDoubleSpinBox>
#include <QListWidget>
#include <QProcess>
#include <QRadioButton>
#include <QTest>

#include <cmath>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// docs/guide/tutorial-label-your-video.md
class LabelYourVideoTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    LabelYourVideoTest() : TutorialTest("tutorial-label-your-video") { }

private slots:
    void initTestCase()
    {
        fs::create_directories(inFolder("mine").toStdString());
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", inFolder("mine/talk.mp4").toStdString());
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase()
    {
        QVERIFY(isEveryStepDone());
        m_real.reset();
    }

    void aVideoIsOpened()
    {
        QVERIFY(step("Open your video"));
        const DialogAnswers answers({fileAnswer(inFolder("mine/talk.mp4"))});
        QTest::mouseClick(find<widgets::WelcomeCard>("welcomeFiles"), Qt::LeftButton);
        QVERIFY(answers.areGiven());
        QVERIFY(settle());
        QVERIFY(activate());
        QCOMPARE(document().video().id, QStringLiteral("talk"));
        QVERIFY(document().words().texts.empty());
        QVERIFY(segments().empty());
        m_view = find<widgets::TimelineView>("timeline");
    }

    void aWordIsTyped()
    {
        QVERIFY(step("Type a word"));
        const QPoint ruler(m_view->areaOf(window().findChild<widgets::Track*>()).left()
                               + static_cast<int>(m_view->scale().x(0.5)),
                           10);
        QTest::mouseClick(m_view, Qt::LeftButton, {}, ruler);
        QTRY_VERIFY(std::abs(player().position() - 0.5) < 0.05);
        QTest::keyClick(m_view, Qt::Key_N);
        auto* field = find<QLineEdit>("wordText");
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("hello"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(document().words().texts, std::vector<std::string>{"hello"});
        QVERIFY(settle());
        QVERIFY(find<widgets::WordsTrack>("wordsTrack"));
    }

    void segmentsAreMade()
    {
        QVERIFY(step("Make labelled segments"));
        QVERIFY(choose("Label", "Make labelled segments…", {[](QDialog* dialog) {
                           auto* sound = dialog->findChild<QRadioButton*>(QStringLiteral("fromSound"));
                           QTest::mouseClick(sound, Qt::LeftButton, {}, {8, sound->height() / 2});
                           QVERIFY(sound->isChecked());
                           dialog->findChild<QDoubleSpinBox*>(QStringLiteral("longestPause"))->setValue(0.25);
                           picture(*dialog, "tutorial-make-segments");
                       }}));
        QTRY_VERIFY(segments().size() >= 2);
        const auto made = segments();
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(segments().empty());
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(segments(), made);
        QVERIFY(settle());
    }

    void anEdgeIsDragged()
    {
        QVERIFY(step("Correct an edge"));
        const engine::Interval before = segments().front();
        const QRect area = m_view->areaOf(find<widgets::LabelsTrack>("labelsTrack"));
        const QPoint grip(area.left() + static_cast<int>(std::lround(m_view->scale().x(before.end))),
                          area.center().y());
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(m_view, grip - QPoint(i, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, Qt::AltModifier, grip - QPoint(8, 0));
        QVERIFY(segments().front().end < before.end - 0.01);
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
    }

    void allAreLabelled()
    {
        QVERIFY(step("Label the segments"));
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Home);
        for (std::size_t i = 0; i < segments().size(); ++i) {
            QTest::keyClick(m_view, Qt::Key_Right, Qt::AltModifier);
            QTRY_COMPARE(document().segmentAt(player().position()), std::optional(i));
            if (i == 0) {
                QTest::keyClick(m_view, Qt::Key_Space, Qt::ShiftModifier);
                QTRY_VERIFY(player().isPlaying());
                QTest::keyClick(m_view, Qt::Key_Space);
                QTRY_VERIFY(!player().isPlaying());
            }
            QTest::keyClick(m_view, i % 2 == 0 ? Qt::Key_6 : Qt::Key_2);
            QCOMPARE(value(i), i % 2 == 0 ? 2.0F : -2.0F);
        }
        QVERIFY(settle());
        picture(window(), "tutorial-labelled");
        picture(*m_view, "tutorial-label"); // of the page
    }

    void aValueIsTakenBack()
    {
        QVERIFY(step("Take a value back"));
        const std::size_t last = segments().size() - 1;
        const float given = value(last);
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(std::isnan(value(last)));
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(value(last), given);
    }

    void labelsAndWordsAreExported()
    {
        QVERIFY(step("Export"));
        QVERIFY(choose("File", "Export…",
                       {kindAnswer("Labels"),
                        [](QDialog* dialog) {
                            const auto* list
                                = dialog->findChild<QListWidget*>(QStringLiteral("labelSources"));
                            QCOMPARE(list->count(), 1);
                            QCOMPARE(list->item(0)->text(), QStringLiteral("as_edited"));
                        },
                        fileAnswer(m_folder.path())}));
        const fs::path labels = inFolder("labels.as_edited.csd").toStdString();
        QTRY_VERIFY(fs::exists(labels));
        QVERIFY(settle());
        const engine::TimedFeatures rows = engine::readFeatures(engine::CsdFile(labels), "talk");
        QCOMPARE(rows.intervals.size(), segments().size());
        for (std::size_t i = 0; i < rows.intervals.size(); ++i) {
            QCOMPARE(rows.features.at(i, 0), value(i));
            QVERIFY(std::abs(rows.intervals[i].end - segments()[i].end) < 1e-6);
        }
        QVERIFY(choose("File", "Export…", {kindAnswer("Words"), fileAnswer(inFolder("words.csd"))}));
        QTRY_VERIFY(fs::exists(inFolder("words.csd").toStdString()));
        QVERIFY(settle());
    }

    void theCommandLineReadsThem()
    {
        QVERIFY(step("Look at the file"));
        for (const char* command : {"info", "validate"}) {
            QProcess cli;
            cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                      {QLatin1String(command), inFolder("labels.as_edited.csd")});
            QVERIFY(cli.waitForFinished(support::kPatience));
            const QByteArray said = cli.readAllStandardOutput() + cli.readAllStandardError();
            QVERIFY2(cli.exitCode() == 0, said);
        }
    }

    void allOfItIsThereAgain()
    {
        QVERIFY(step("Close and come back"));
        const auto before = segments();
        QVERIFY(settle());
        window().close();
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        auto* recent = find<QListWidget>("recentProjects");
        QTRY_COMPARE(recent->count(), 1);
        QTest::mouseClick(recent->viewport(), Qt::LeftButton, {},
                          recent->visualItemRect(recent->item(0)).center());
        QVERIFY(settle());
        QVERIFY(activate());
        QCOMPARE(segments(), before);
        QCOMPARE(value(0), 2.0F);
        QCOMPARE(document().words().texts, std::vector<std::string>{"hello"});
        const std::size_t last = before.size() - 1;
        QVERIFY(!std::isnan(value(last)));
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(std::isnan(value(last)));
    }

private:
    std::vector<engine::Interval> segments() { return document().labels().rows.intervals; }
    float value(std::size_t segment)
    {
        const qsizetype column = document().labels().names.indexOf(QStringLiteral("sentiment"));
        return document().labels().rows.features.at(segment, static_cast<std::size_t>(column));
    }

    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(LabelYourVideoTest)

#include "tst_tutorial_label_your_video.moc"
