#include "app/prediction/model_choice.h"
#include "engine/annotation/tier_edits.h"
#include "engine/core/segment_id.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/tier_sequences.h"
#include "widgets/align/align_panel.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/support/align_tab.h"
#include "tests/support/click_entry.h"
#include "tests/support/stall_watch.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

namespace {

constexpr auto kVideo = "ada_2";

/// The demo's sequences in a plain folder, beside two of its videos. `visual` has no rows where the word is
/// that is given back.
engine::Interval makeFolder(const fs::path& folder)
{
    const fs::path demo = DEMO;
    for (const char* file : {"words.csd", "word_vectors.csd", "acoustic.csd", "labels.csd"})
        fs::copy_file(demo / file, folder / file);
    for (const char* file : {"ada_1.mp4", "ada_2.mp4"})
        fs::copy_file(demo / "media" / file, folder / file);
    const engine::CsdFile words(demo / "words.csd");
    const engine::Interval gap = words.intervals(kVideo).values.at(12);
    engine::ComputationalSequence visual(std::make_shared<const engine::CsdFile>(demo / "visual.csd"));
    const engine::Entry entry = visual.entry(kVideo);
    std::vector<std::size_t> kept;
    engine::Entry holed;
    for (std::size_t row = 0; row < entry.intervals.rows(); ++row) {
        if (entry.intervals.values[row].overlap({gap.start - 0.2, gap.end + 0.2}) <= 0) {
            kept.push_back(row);
            holed.intervals.values.push_back(entry.intervals.values[row]);
        }
    }
    holed.intervals.type = entry.intervals.type;
    holed.features = entry.features.gather(kept);
    visual.put(kVideo, std::move(holed));
    engine::writeCsd(visual, folder / "visual.csd");
    return gap;
}

QByteArray bytesOf(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll()
                                          : QByteArray("cannot be read: " + QByteArray(path.c_str()));
}

}

/// A person's way through an alignment, by mouse and keys in the real window: from a folder to files that the
/// command line makes as well.
class AlignWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        m_gap = makeFolder(m_folder.path().toStdString());
        m_real = std::make_unique<RealWindow>();
        window().resize(1600, 1100);
        QVERIFY(activate());
        window().openPaths({m_folder.path()});
        QVERIFY(settle());
        session().modelChoice().choose(
            QStringLiteral(DEMO "/model/lmf.safetensors")); // it follows the words' edges
        m_view = find<widgets::TimelineView>("timeline");
        QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier); // the preset Align
        QVERIFY(settle());
    }
    void init()
    {
        WindowTest::init();
        m_stalls.start();
    }
    void cleanup()
    {
        WindowTest::cleanup();
        qInfo("the window was away for %lld ms at most", static_cast<long long>(m_stalls.longest()));
        QVERIFY(m_stalls.longest() < StallWatch::kHang);
    }
    void cleanupTestCase() { m_real.reset(); }

    void aSpokenWordFindsTheVideo()
    {
        const auto words = engine::readText(engine::CsdFile(fs::path(DEMO) / "words.csd"), kVideo).texts;
        auto* search = find<QLineEdit>("librarySearch");
        search->setFocus();
        QTest::keyClicks(search, QString::fromStdString(words.at(12) + " " + words.at(13)));
        auto* list = find<QListView>("libraryList");
        int row = -1;
        QTRY_VERIFY([&] {
            for (row = list->model()->rowCount() - 1; row >= 0; --row) {
                if (list->model()->index(row, 0).data().toString() == QLatin1String(kVideo))
                    return true;
            }
            return false;
        }());
        QVERIFY(list->model()->rowCount() < 31);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
        QTRY_COMPARE(session().videos().current(), QLatin1String(kVideo));
        QTRY_VERIFY(session().player().isPlaying());
        session().player().pause();
        QVERIFY(settle());
    }

    void anEdgeIsCorrectedAndEverythingFollows()
    {
        const std::size_t word = 20;
        const engine::Interval span = document().words().intervals[word];
        session().player().seek((span.start + span.end) / 2);
        m_view->zoomTo({span.start - 0.5, span.end + 0.5});
        QVERIFY(settle());
        const auto* received = window().findChild<widgets::ReceivedRows*>();
        const QString before = received->accessibleDescription();
        const auto coverage = [&] { return trackOf("acoustic")->coverage().at(word); };
        const engine::TargetCoverage covered = coverage();
        const QString predicted = find<QLabel>("predictedSentiment")->text();

        const QRect area = m_view->areaOf(find<widgets::WordsTrack>("wordsTrack"));
        const QPoint grip(area.left() + static_cast<int>(std::lround(m_view->scale().x(span.end))),
                          area.top() + area.height() / 3);
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(m_view, grip - QPoint(4 * i, 0));
        // While the button is down:
        QVERIFY(coverage().rows < covered.rows);
        QVERIFY(received->accessibleDescription() != before);
        QTRY_VERIFY(find<QLabel>("predictedSentiment")->text() != predicted);
        QTest::mouseRelease(m_view, Qt::LeftButton, Qt::AltModifier, grip - QPoint(40, 0));
        QVERIFY(document().isEdited(word));
        QVERIFY(settle());
    }

    void stdIsChosenBesideMean()
    {
        chooseStep(1);
        auto* button = sequenceButton("acoustic");
        QVERIFY(button);
        inMenuOf(button, [](QMenu* menu) {
            for (QAction* action : menu->actions()) {
                if (action->text() == QLatin1String("std"))
                    support::clickEntry(*menu, action);
            }
        });
        QTRY_VERIFY(sequenceButton("acoustic")->text().startsWith(QStringLiteral("mean, std")));
        QVERIFY(settle());
        const auto* preview = session().alignment().preview().result();
        QVERIFY2(preview->error.isEmpty(), qPrintable(preview->error));
        QCOMPARE(preview->find(QStringLiteral("acoustic"))->rows.rows.features.columns, 2 * acousticWidth());
        picture(window(), "align-panel");
    }

    void theGapIsImputed()
    {
        chooseStep(2);
        QTRY_VERIFY(sequenceButton("visual"));
        inMenuOf(sequenceButton("visual"), [](QMenu* menu) {
            for (QAction* action : menu->actions()) {
                if (action->text() == QLatin1String("linear"))
                    support::clickEntry(*menu, action);
            }
        });
        QVERIFY(settle());
        QVERIFY(trackOf("visual")->filled().empty()); // nothing is applied yet
        const auto visualRow = [this] {
            const engine::FeatureMatrix row = document().wordAlignment().align(12, 13)[2].features;
            return std::ranges::any_of(row.values, [](float value) { return value != 0.0F; });
        };
        QVERIFY(!visualRow());
        action("show-aligned")->setChecked(false);
        QTest::mouseClick(find<QPushButton>("primary"), Qt::LeftButton);
        QVERIFY(settle());
        QVERIFY(action("show-aligned")->isChecked()); // what was made is shown
        const auto* panel = window().findChild<widgets::AlignPanel*>();
        QVERIFY(std::ranges::any_of(panel->findChildren<QToolButton*>(), [this](const QToolButton* button) {
            return button->defaultAction() == action("show-aligned") && button->isVisible();
        }));
        QTRY_COMPARE(trackOf("visual")->filled().size(), std::size_t(1));
        QCOMPARE(trackOf("visual")->filled().front().method, QStringLiteral("linear"));
        QVERIFY(visualRow()); // so the model sees it, too
        QVERIFY(std::abs(trackOf("visual")->filled().front().interval.start - m_gap.start) < 1e-3);
        QVERIFY(!find<QPushButton>("primary")->isEnabled());
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ShiftModifier);
        picture(window(), "align-imputed");
        QTest::keyClick(m_view, Qt::Key_I);
        QVERIFY(!trackOf("visual")->showsFilled());
        QTest::keyClick(m_view, Qt::Key_I);
        QVERIFY(trackOf("visual")->showsFilled());
        QTest::keyClick(m_view, Qt::Key_A); // before …
        QVERIFY(trackOf("visual")->filled().empty());
        QTest::keyClick(m_view, Qt::Key_A); // … and after
        QCOMPARE(trackOf("visual")->filled().size(), std::size_t(1));
        QTest::mouseClick(find<QPushButton>("revert"), Qt::LeftButton);
        QTRY_VERIFY(trackOf("visual")->filled().empty());
        QVERIFY(!visualRow());
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(trackOf("visual")->filled().size(), std::size_t(1));
    }

    void aBrokenRecipeIsRefused()
    {
        const auto applied = session().alignment().applied();
        QVERIFY(applied);
        engine::Recipe broken = session().alignment().recipe();
        broken.steps.push_back(engine::AlignStep{std::string("nothing_of_this_name"), {}});
        session().alignment().setRecipe(broken, QStringLiteral("break it"));
        QVERIFY(settle());
        const auto* why = find<QLabel>("recipeProblem");
        QVERIFY(why->isVisible());
        QVERIFY(!find<QPushButton>("primary")->isEnabled());
        QVERIFY(why->height() >= why->heightForWidth(why->width()));
        picture(window(), "align-broken");
        action("align-video")->trigger();
        QVERIFY(settle());
        QCOMPARE(session().alignment().applied(), applied);
        const auto* messages = find<QListWidget>("messages");
        QVERIFY(
            messages->item(messages->count() - 1)->text().contains(QLatin1String("cannot be applied to")));
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settle());
        QVERIFY(!why->isVisible());
    }

    void allVideosAreAlignedAsTheCommandLineDoes()
    {
        const fs::path aligned = fs::path(m_folder.path().toStdString()) / "chosen by hand";
        QTimer::singleShot(200, this, [this, aligned] { // when the click has opened it
            auto* dialog = window().findChild<QDialog*>(QStringLiteral("applyAllDialog"));
            QVERIFY(dialog);
            auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("outputFolder"));
            const fs::path proposed = field->text().toStdString();
            QVERIFY2(proposed.filename().string().ends_with("-aligned")
                         && proposed.parent_path() != session().project().path().parent_path(),
                     proposed.c_str()); // which is a folder of the program's own
            auto* apply = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            field->clear();
            QVERIFY(!apply->isEnabled());
            picture(*dialog, "align-all-nowhere");
            const fs::path others = fs::path(m_folder.path().toStdString()) / "of others";
            fs::create_directory(others);
            std::ofstream(others / "words.csd") << "another dataset's";
            QTest::keyClicks(field, QString::fromStdString(others.string()));
            auto* problem = dialog->findChild<QLabel*>(QStringLiteral("outputFolderProblem"));
            QTRY_VERIFY2(problem->text().contains(QStringLiteral("holds other files")),
                         qPrintable(problem->text()));
            QVERIFY(!apply->isEnabled());
            picture(*dialog, "align-all-others");
            field->clear();
            QTest::keyClicks(field, QString::fromStdString(aligned.string()));
            QVERIFY(apply->isEnabled());
            picture(*dialog, "align-all");
            QTest::mouseClick(apply, Qt::LeftButton);
        });
        QTest::mouseClick(find<QPushButton>("applyToAll"), Qt::LeftButton);
        QVERIFY(activate());
        QVERIFY(settle());
        // one lacks a sequence: that it is not there is said
        const QString told = QStringLiteral("%1 of %2 video").arg(alignedVideos(aligned)).arg(videoCount());
        QVERIFY2(lastMessage().contains(told), qPrintable(lastMessage()));
        QVERIFY(alignedVideos(aligned) < videoCount());
        QVERIFY(fs::exists(aligned / "recipe.json"));
        QVERIFY(fs::exists(aligned / "recipe.words.csd"));
        session().videos().open(QStringLiteral("ada_1"));
        QVERIFY(settle());
        QVERIFY(session().alignment().applied());

        // The recipe that a person saves, on the command line:
        const fs::path exported = fs::path(m_folder.path().toStdString()) / "mine.json";
        bool isSaved = false;
        session().alignment().save(exported, [&] { isSaved = true; });
        QTRY_VERIFY(isSaved);
        const fs::path out = fs::path(m_folder.path().toStdString()) / "by command";
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("run"), QString::fromStdString(exported.string()), QStringLiteral("--out"),
                   QString::fromStdString(out.string())});
        QVERIFY(cli.waitForFinished(support::kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        for (const char* key : {"words", "word_vectors", "acoustic", "visual", "labels"}) {
            const std::string file = std::string(key) + ".csd";
            QVERIFY2(bytesOf(out / file) == bytesOf(aligned / file), key);
        }
        const engine::CsdFile visual(aligned / "visual.csd");
        QVERIFY(visual.metadata().at("imputed").dump().find("linear") != std::string::npos);
        QVERIFY(visual.ids().size() > 100);
    }

    void theWindowWritesTensorsAsTheCommandDoes()
    {
        const fs::path made = fs::path(m_folder.path().toStdString()) / "tensors by the window";
        QTimer::singleShot(0, this, [this, made] {
            auto* dialog = window().findChild<QDialog*>(QStringLiteral("tensorsDialog"));
            dialog->findChild<QSpinBox*>(QStringLiteral("tensorRows"))->setValue(20);
            dialog->findChild<QComboBox*>(QStringLiteral("tensorPadding"))->setCurrentIndex(1);
            QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("tensorFolds"))
                         ->isEnabled()); // a folder has none
            dialog->findChild<QCheckBox*>(QStringLiteral("tensorNpz"))->setChecked(true);
            picture(*dialog, "align-tensors");
            dialog->findChild<QLineEdit*>(QStringLiteral("outputFolder"))
                ->setText(QString::fromStdString(made.string()));
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        action("write-tensors")->trigger();
        QVERIFY(activate());
        QVERIFY(settle());
        QVERIFY(fs::exists(made / "tensors.h5") && fs::exists(made / "tensors.npz"));
        const fs::path out = fs::path(m_folder.path().toStdString()) / "tensors by command";
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("run"), QString::fromStdString((made / "recipe.json").string()),
                   QStringLiteral("--out"), QString::fromStdString(out.string())});
        QVERIFY(cli.waitForFinished(support::kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        QVERIFY(bytesOf(out / "tensors.npz") == bytesOf(made / "tensors.npz"));
        QVERIFY(bytesOf(out / "tensors.npz").size() > 10'000);
    }

    /// What is clicked before the folder was looked at replaces nothing either.
    void filesOfOthersAreNotReplaced()
    {
        const fs::path others = fs::path(m_folder.path().toStdString()) / "of others";
        session().alignment().applyToAll(others);
        QTRY_VERIFY2(lastMessage().contains(QStringLiteral("holds other files")), qPrintable(lastMessage()));
        QVERIFY(!fs::exists(others / "recipe.json"));
        QCOMPARE(bytesOf(others / "words.csd"), QByteArray("another dataset's"));
    }

    void aTierOfOnesOwnIsAReference()
    {
        app::Editor& editor = session().editor();
        QVERIFY(editor.edit(QStringLiteral("new tier"), [&](const engine::Annotation& annotation) {
            engine::Tier tier;
            tier.video = document().video().id.toStdString();
            tier.name = "gesture";
            return engine::addTier(annotation, tier);
        }));
        QVERIFY(editor.segments().insert("gesture", {0.5, 2.0}));
        QVERIFY(editor.segments().insert("gesture", {3.0, 4.5}));
        auto* panel = window().findChild<widgets::AlignPanel*>();
        engine::Recipe recipe;
        recipe.load.items = {{"acoustic", fs::path(m_folder.path().toStdString()) / "acoustic.csd"},
                             {"gesture", engine::tierPath("gesture")}};
        recipe.steps = {engine::AlignStep{"gesture", {{"*", {engine::CollapseFunction{}}}}}};
        emit panel->recipeEdited(recipe, QStringLiteral("to gestures"));
        QVERIFY(settle());
        const app::AlignmentPreview::Result* result = session().alignment().preview().result();
        QVERIFY(result);
        QVERIFY2(result->error.isEmpty(), qPrintable(result->error));
        const auto* rows = result->find(QStringLiteral("acoustic"));
        QVERIFY(rows);
        QCOMPARE(rows->rows.entries, std::size_t(2)); // one segment per gesture
        editor.segments().moveEdge(document().segmentId("gesture", 1), true, 5.0, engine::EdgeMode::Follow,
                                   0);
        QVERIFY(settle());
        result = session().alignment().preview().result();
        QVERIFY(result->find(QStringLiteral("acoustic"))->rows.rows.intervals.back().end > 4.8);

        const fs::path exported = fs::path(m_folder.path().toStdString()) / "gestures.json";
        bool isSaved = false;
        session().alignment().save(exported, [&] { isSaved = true; });
        QTRY_VERIFY(isSaved);
        QVERIFY(fs::exists(exported.parent_path() / "gestures.gesture.csd"));
        const fs::path out = fs::path(m_folder.path().toStdString()) / "by gestures";
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("run"), QString::fromStdString(exported.string()), QStringLiteral("--out"),
                   QString::fromStdString(out.string())});
        QVERIFY(cli.waitForFinished(support::kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        QCOMPARE(engine::CsdFile(out / "acoustic.csd").ids().size(), std::size_t(2));
    }

    void undoTakesEverythingBack()
    {
        QUndoStack& history = this->history();
        while (history.canUndo())
            QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settle());
        session().videos().open(QLatin1String(kVideo));
        QVERIFY(settle());
        QVERIFY(!session().alignment().applied());
        QVERIFY(trackOf("visual")->filled().empty());
        QVERIFY(!document().isEdited(20));
        QCOMPARE(session().alignment().recipe(), session().alignment().usual());
    }

    void theSourcesAreAsTheyWere()
    {
        for (const char* file : {"words.csd", "word_vectors.csd", "acoustic.csd", "labels.csd"})
            QVERIFY(bytesOf(fs::path(m_folder.path().toStdString()) / file)
                    == bytesOf(fs::path(DEMO) / file));
    }

private:
    widgets::FeaturesTrack* trackOf(const char* key) { return support::trackOf(window(), key); }
    QToolButton* sequenceButton(const char* key) { return support::sequenceButton(window(), key); }
    void chooseStep(int number) { support::chooseStep(window(), number); }

    QString lastMessage()
    {
        const auto* messages = find<QListWidget>("messages");
        return messages->item(messages->count() - 1)->text();
    }
    std::size_t videoCount() { return session().videos().dataset()->entries.size(); }
    /// How many videos the sequences of a folder have all of.
    static std::size_t alignedVideos(const fs::path& folder)
    {
        std::set<std::string> videos;
        const engine::CsdFile words(folder / "words.csd");
        for (const std::string& id : words.ids())
            videos.insert(engine::videoOfSegment(id));
        return videos.size();
    }

    std::size_t acousticWidth() { return document().video().wordFeatures->acoustic.dimensions(); }

    /// Opens the button's menu by mouse, lets `act` click in it, and closes it.
    static void inMenuOf(QToolButton* button, const std::function<void(QMenu*)>& act)
    {
        QTimer::singleShot(0, button, [&act] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            act(menu);
            if (menu->isVisible())
                QTest::keyClick(menu, Qt::Key_Escape);
        });
        QTest::mouseClick(button, Qt::LeftButton);
    }

    StallWatch m_stalls;
    QTemporaryDir m_folder;
    engine::Interval m_gap;
    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(AlignWalkTest)

#include "tst_align_walk.moc"
