#include "app/extraction/extract_dialog.h"
#include "app/models_client/models_client.h"
#include "engine/sequences/csd_file.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/training/learn_list.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTreeWidget>

#include "tests/support/demo_recordings.h"
#include "tests/support/dialogs.h"
#include "tests/support/menu_bar.h"
#include "tests/support/suspects_test.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Three clips and what is said in them, and nothing else: to a model of one's own labels and back to the
/// labels, in the real window, by mouse and keys: what is clicked can be seen, and clicks are counted. No csd
/// is exported, no folder typed.
class OwnClipsWalk : public SuspectsTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;
    const QStringList m_videos{QStringLiteral("ada_1"), QStringLiteral("bert_2"), QStringLiteral("cleo_3")};
    std::map<QString, QString> m_said; ///< by video
    int m_clicks = 0; ///< by the mouse so far; a drop counts as one

    fs::path data() const { return m_folder.path().toStdString(); }
    QDialog* trainDialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(QDialog* dialog, const char* name)
    {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    void click(QWidget* widget, QPoint at = {})
    {
        clickInSight(widget, at);
        ++m_clicks;
    }
    void tick(QCheckBox* box, bool isOn)
    {
        if (box->isChecked() != isOn)
            click(box, {8, box->height() / 2});
        QCOMPARE(box->isChecked(), isOn);
    }
    /// Two clicks: the menu, its entry.
    void choose(const char* menu, const char* entry)
    {
        QVERIFY2(support::chooseInMenuBar(*window().menuBar(), menu, entry), entry);
        m_clicks += 2;
    }
    void openVideo(const QString& id)
    {
        if (document().hasVideo() && document().video().id == id)
            return;
        auto* list = find<QListView>("libraryList");
        const int row = static_cast<int>(m_videos.indexOf(id));
        click(list->viewport(), list->visualRect(list->model()->index(row, 0)).center());
        QTRY_COMPARE(document().hasVideo() ? document().video().id : QString(), id);
        QVERIFY(settle());
    }
    QString stateOf(const char* table, int column)
    {
        const auto* list = in<QTreeWidget>(trainDialog(), table);
        return list->topLevelItemCount() == 0 ? QString() : list->topLevelItem(0)->text(column);
    }
    bool hasSequence(const char* key)
    {
        return std::ranges::any_of(document().video().features, [key](const app::FeatureSeries& series) {
            return series.key == QLatin1String(key);
        });
    }

private slots:
    void initTestCase()
    {
        std::vector<std::string> ids;
        for (const QString& video : m_videos)
            ids.push_back(video.toStdString());
        engine::test::demoRecordings(data(), ids);
        const engine::CsdFile words(fs::path(DEMO) / "words.csd");
        for (const std::string& id : ids) {
            fs::remove(data() / (id + ".txt"));
            QStringList said;
            for (const std::string& word : engine::readText(words, id).texts)
                said << QString::fromStdString(word);
            m_said[QString::fromStdString(id)] = said.join(QLatin1Char(' '));
        }
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void theClipsAreDropped()
    {
        QStringList files;
        for (const QString& video : m_videos)
            files << QString::fromStdString((data() / (video.toStdString() + ".mp4")).string());
        QVERIFY(dropFiles(window(), files));
        ++m_clicks;
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QCOMPARE(find<QListView>("libraryList")->model()->rowCount(), 3);
        QVERIFY(document().isKept());
    }

    void transcriptsArePastedAndAligned()
    {
        pressKey(Qt::Key_4, Qt::ControlModifier);
        for (const QString& video : m_videos) {
            QTRY_COMPARE(document().video().id, video);
            QVERIFY(settle());
            auto* text = window().findChild<widgets::TranscriptText*>();
            QTRY_VERIFY(text && text->hasFocus());
            QApplication::clipboard()->setText(m_said[video]);
            pressKey(Qt::Key_V, Qt::ControlModifier);
            QTRY_VERIFY(!document().words().texts.empty());
            pressKey(Qt::Key_F9, Qt::ControlModifier);
            QTRY_VERIFY(std::ranges::all_of(document().timedWords(), [](bool timed) { return timed; }));
            QVERIFY(settle());
            pressKey(Qt::Key_Down, Qt::ControlModifier); // the next video
        }
        picture(window(), "own-clips-aligned");
    }

    /// Words of the project count, and what is made appears in the window, while the video in sight stays.
    void sequencesBecomePartOfTheProject()
    {
        const QString project = QString::fromStdString(session().project().path().string());
        const QString inSight = document().video().id;
        choose("File", "Sequences…");
        auto* dialog = window().findChild<app::ExtractDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* start = in<QPushButton>(dialog, "startExtraction");
        QTRY_VERIFY(start->isEnabled() && start->text().contains(QLatin1Char('3')));
        for (const char* face : {"face", "face_landmarks"}) // which take longest, and have tests of their own
            tick(in<QCheckBox>(dialog, face), false);
        m_clicks -= 2; // which a person does not need
        picture(*dialog, "own-clips-sequences");
        click(start);
        auto* show = in<QPushButton>(dialog, "openDataset");
        QTRY_VERIFY(show->isEnabled());
        QCOMPARE(show->text().remove(QLatin1Char('&')), QStringLiteral("Show them"));
        click(show);
        QTRY_VERIFY(document().hasVideo() && hasSequence("covarep74"));
        QVERIFY(settle());
        QVERIFY(activate());
        QCOMPARE(QString::fromStdString(session().project().path().string()), project);
        QCOMPARE(document().video().id, inSight);
        QVERIFY(hasSequence("word_vectors"));
        QCOMPARE(find<QListView>("libraryList")->model()->rowCount(), 3);
        for (const QString& video : m_videos)
            QVERIFY(document().hasOwnWords(video.toStdString())); // they stay the project's
        picture(window(), "own-clips-made");
    }

    void segmentsAreMadeAndLabelledByKeys()
    {
        pressKey(Qt::Key_1, Qt::ControlModifier);
        const NextDialog answer([this](QDialog* dialog) { // Enter makes them
            tick(in<QCheckBox>(dialog, "inAllVideos"), true);
            auto* sound = in<QRadioButton>(dialog, "fromSound");
            click(sound, {8, sound->height() / 2});
            auto* pause = in<QDoubleSpinBox>(dialog, "longestPause");
            for (int tabs = 0; dialog->focusWidget() != pause && tabs < 5; ++tabs)
                QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
            QVERIFY(dialog->focusWidget() == pause);
            QTest::keyClick(pause, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(pause, QStringLiteral("0.25"));
            QCOMPARE(pause->value(), 0.25);
            picture(*dialog, "own-clips-segments");
        });
        choose("Label", "Make labelled segments…");
        QVERIFY(answer.wasThere());
        QVERIFY(activate());
        QTRY_VERIFY(document().labels().rows.intervals.size() > 2);
        QVERIFY(settle());
        int given = 0;
        for (const QString& video : m_videos) {
            openVideo(video);
            pressKey(Qt::Key_Home);
            for (std::size_t i = 0; i < document().spans("labels").size(); ++i) {
                pressKey(Qt::Key_Right, Qt::AltModifier);
                QTRY_COMPARE(document().segmentAt(player().position()), std::optional(i));
                pressKey(static_cast<Qt::Key>(Qt::Key_1 + (given * 3 + 1) % 7));
                QVERIFY(!std::isnan(document().labels().rows.features.at(i, 0)));
                ++given;
            }
        }
        QVERIFY2(given >= 12, qPrintable(QString::number(given)));
        picture(window(), "own-clips-labelled");
    }

    void aModelLearnsThem()
    {
        choose("Model", "Train and compare…");
        QTRY_VERIFY(trainDialog() && trainDialog()->isVisible());
        auto* labels = in<widgets::LearnList>(trainDialog(), "trainLabels");
        QTRY_VERIFY(!labels->rows().empty());
        auto* start = in<QPushButton>(trainDialog(), "startTraining");
        QTRY_VERIFY(start->isEnabled());
        picture(*trainDialog(), "own-clips-train");
        click(start);
        QTRY_VERIFY(stateOf("runsTable", 2).startsWith(QStringLiteral("done")));
        picture(*trainDialog(), "own-clips-trained");
        click(in<QPushButton>(trainDialog(), "useRun"));
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("lmf-1")));
        QVERIFY(settle());
        QVERIFY(activate());
        QVERIFY2(session().prediction().answer(0), qPrintable(session().prediction().refusal(0)));
        picture(window(), "own-clips-predicted");
    }

    void aSuspicionIsCorrectedAndAllIsLearntAgain()
    {
        choose("Review", "Find suspicious labels…");
        QTRY_VERIFY(queue() && queue()->isVisible());
        QTRY_VERIFY(count() > 0);
        QVERIFY(activate());
        clickRow(0);
        ++m_clicks;
        QTRY_COMPARE(document().video().id, videoOf(titleOf(0)));
        QTRY_VERIFY(button("acceptSuspect")->isVisible());
        picture(window(), "own-clips-suspect");
        const int before = count();
        pressKey(Qt::Key_A);
        QTRY_COMPARE(count(), before - 1);
        player().pause();
        QTRY_VERIFY(button("suspectsTrainAgain")->isVisible());
        click(button("suspectsTrainAgain"));
        QTRY_VERIFY(trainDialog()->isVisible());
        QTRY_VERIFY(stateOf("experimentList", 4).startsWith(QStringLiteral("running")));
    }

    void whatItBroughtIsSaid()
    {
        QTRY_VERIFY_WITH_TIMEOUT(stateOf("experimentList", 4).startsWith(QStringLiteral("done: 3")),
                                 2 * support::kPatience);
        QVERIFY(in<QLabel>(trainDialog(), "experimentSides")
                    ->text()
                    .contains(QStringLiteral("labels now: 1 changed")));
        picture(*trainDialog(), "own-clips-again");
        click(in<QPushButton>(trainDialog(), "useExperiment"));
        QVERIFY2(m_clicks <= 25, qPrintable(QString::number(m_clicks)));
    }

    /// After a closed window all of it is there.
    void theProjectComesBackWhole()
    {
        const QString project = QString::fromStdString(session().project().path().string());
        QVERIFY(settle());
        window().close();
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        const auto* recent = find<QListWidget>("recentProjects");
        QTRY_COMPARE(recent->count(), 1);
        pressKey(Qt::Key_Down);
        QVERIFY(recent->hasFocus());
        pressKey(Qt::Key_Return);
        QVERIFY(settle());
        QCOMPARE(QString::fromStdString(session().project().path().string()), project);
        QCOMPARE(find<QListView>("libraryList")->model()->rowCount(), 3);
        QVERIFY(hasSequence("covarep74"));
        QVERIFY(document().labels().rows.intervals.size() > 2);
        QVERIFY(!fs::exists(data() / "labels.csd"));
    }
};

WINDOW_TEST_MAIN(OwnClipsWalk)
#include "tst_own_clips_walk.moc"
