#include "app/alignment/align_items.h"
#include "app/dataset/library_entries.h"
#include "app/export/recipe_export.h"
#include "app/team/report_actions.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/library/library_panel.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/packed_segments.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A file of segments as MMSA packs them, with clips of two of them in folders beside it, in the real window.
class PackedWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        fs::create_directories(root() / "Raw" / "ada");
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", root() / "Raw" / "ada" / "1.mp4");
        fs::copy_file(fs::path(DEMO) / "media" / "ada_2.mp4", root() / "Raw" / "ada" / "2.mp4");
        fs::copy_file(fs::path(DEMO) / "media" / "bert_1.mp4", root() / "holiday.mp4"); // of no segment
        engine::test::writePacked(root() / "aligned_4.npz", engine::test::mmsaArrays());
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
        drop(root() / "aligned_4.npz");
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        m_view = find<QListView>("libraryList");
        m_search = find<QLineEdit>("librarySearch");
    }
    void cleanupTestCase() { m_real.reset(); }

    void segmentsAreEntriesByFold()
    {
        QTRY_COMPARE(m_view->model()->rowCount(), 3); // without the film of the holiday
        m_search->setFocus();
        QTest::keyClicks(m_search, QStringLiteral("fold:test"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(library().entryAt(0).id, QStringLiteral("bert$_$1"));
        m_search->clear();
        QTest::keyClicks(m_search, QStringLiteral("like"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(library().entryAt(0).id, QStringLiteral("ada$_$1"));
        QVERIFY(library().entryAt(0).hasMedia);
        m_search->clear();
        QTRY_COMPARE(m_view->model()->rowCount(), 3);
        QVERIFY(std::ranges::none_of(
            m_told, [](const QString& text) { return text.contains(QStringLiteral("train/annotations")); }));
    }

    void aClickPlaysTheClipWithItsRowsOnItsTime()
    {
        click(QStringLiteral("ada$_$1"));
        QTRY_VERIFY(player().isPlaying());
        player().pause();
        QVERIFY(settle());
        const app::VideoData& video = document().video();
        QVERIFY(video.mediaPath.endsWith(QStringLiteral("Raw/ada/1.mp4")));
        QVERIFY(!video.countsSteps);
        const double seconds = player().duration();
        QVERIFY(seconds > 10);
        QCOMPARE(video.features.size(), std::size_t(2));
        const auto& rows = video.features[0].features->intervals();
        QCOMPARE(rows.size(), std::size_t(3)); // without the padding in front
        QVERIFY(std::abs(rows.back().end - seconds) < 0.1);
        QCOMPARE(document().words().texts, (std::vector<std::string>{"I", "did", "not", "like", "it"}));
        QVERIFY(std::abs(document().words().intervals[1].start - seconds / 5) < 0.1);
        QVERIFY(!timeline().countsSteps());
    }

    void theInspectorShowsTextAndLabels()
    {
        window().showTab(QStringLiteral("inspector"));
        QVERIFY(settle());
        const auto* panel = window().findChild<widgets::InspectorPanel*>();
        QVERIFY(panel);
        const auto shows = [panel](const QString& text) {
            const QList<QLabel*> labels = panel->findChildren<QLabel*>();
            return std::ranges::any_of(labels,
                                       [&](const QLabel* label) { return label->text().contains(text); });
        };
        QTRY_VERIFY(shows(QStringLiteral("did not like")));
        QVERIFY(shows(QStringLiteral("sentiment_T")));
        QVERIFY(shows(QStringLiteral("annotations Negative")));
        QVERIFY(shows(QStringLiteral("OTHER LABELS")) || shows(QStringLiteral("Other labels")));
        const auto buttons = panel->findChildren<QToolButton*>();
        QVERIFY(std::ranges::none_of(buttons, [](const QToolButton* button) {
            return button->text().startsWith(QLatin1Char('-')); // a minus, and no hyphen
        }));
        QCOMPARE(document().labels().rows.features.at(0, 0), -1.0F);
        picture(window(), "packed-clip");
    }

    void withoutAClipTheRulerCountsSteps()
    {
        click(QStringLiteral("bert$_$1"));
        QTRY_COMPARE(document().video().id, QStringLiteral("bert$_$1"));
        player().pause();
        QVERIFY(settle());
        QVERIFY(document().video().countsSteps);
        QVERIFY(timeline().countsSteps());
        QCOMPARE(timeline().duration(), 4.0);
        QTRY_VERIFY(library().entryAt(rowOf(QStringLiteral("bert$_$1"))).isRead);
        const widgets::LibraryEntry entry = library().entryAt(rowOf(QStringLiteral("bert$_$1")));
        QVERIFY(entry.countsSteps);
        QVERIFY2(widgets::entryLine(entry).contains(QStringLiteral("4 step")),
                 qPrintable(widgets::entryLine(entry)));
        picture(window(), "packed-steps");
    }

    void labelsAreEditedUndoneAndExported()
    {
        click(QStringLiteral("ada$_$2"));
        QTRY_COMPARE(document().video().id, QStringLiteral("ada$_$2"));
        player().pause();
        QVERIFY(settle());
        auto* labels = find<widgets::LabelsTrack>("labelsTrack");
        timeline().setFocus();
        const QRect area = timeline().areaOf(labels);
        const double middle = document().labels().rows.intervals.at(0).end / 2;
        const QPoint place(area.left() + static_cast<int>(std::lround(timeline().scale().x(middle))),
                           area.top() + area.height() / 3);
        QTest::mouseClick(&timeline(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(&timeline(), Qt::LeftButton, {}, place);
        auto* field = timeline().findChild<QLineEdit*>(QStringLiteral("wordText"));
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->text(), QStringLiteral("2.5"));
        QTest::keyClicks(field, QStringLiteral("-2"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(document().labels().rows.features.at(0, 0), -2.0F);
        QTest::keyClick(&timeline(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().labels().rows.features.at(0, 0), 2.5F);
        history().redo();
        QCOMPARE(document().labels().rows.features.at(0, 0), -2.0F);

        const fs::path target = fs::path(m_folder.path().toStdString()) / "words.csd";
        session().wordExport().write(session().videos().dataset().get(),
                                     QString::fromStdString(target.string()));
        QTRY_VERIFY2(fs::exists(target), qPrintable(m_told.join(QLatin1Char('\n'))));
        const engine::CsdFile words(target);
        QCOMPARE(words.ids().size(), std::size_t(3));
        QCOMPARE(engine::readText(words, "ada$_$2").texts, (std::vector<std::string>{"so", "good"}));
    }

    void labelsAreExportedWithThoseThatAreWords()
    {
        const QTemporaryDir folder;
        const NextDialog next([](QDialog* dialog) {
            auto* list = dialog->findChild<QListWidget*>(QStringLiteral("labelSources"));
            QVERIFY(list);
            QCOMPARE(list->count(), 1);
            QCOMPARE(list->item(0)->text(), QStringLiteral("as_edited"));
            list->item(0)->setCheckState(Qt::Unchecked); // so that no folder is asked for
        });
        find<QAction>("export-labels")->trigger();
        QVERIFY(next.wasThere());
        window().findChild<app::ReportActions*>()->exportLabels(folder.path(), {QStringLiteral("as_edited")});
        const fs::path written = folder.path().toStdString();
        QTRY_VERIFY(fs::exists(written / "labels.annotations.csd"));
        QVERIFY(settle());
        const engine::CsdFile labels(written / "labels.as_edited.csd");
        QCOMPARE(labels.ids().size(), std::size_t(3));
        QCOMPARE(engine::readFeatures(labels, "ada$_$2").features.at(0, 0), -2.0F); // as it was edited
        QCOMPARE(engine::readFeatures(labels, "ada$_$1").features.at(0, 0), -1.0F);
        const engine::CsdFile words(written / "labels.annotations.csd");
        QCOMPARE(words.ids().size(), std::size_t(2)); // the third has none
        QCOMPARE(engine::readText(words, "ada$_$2").texts, (std::vector<std::string>{"Positive"}));
        QCOMPARE(engine::readText(words, "ada$_$1").texts, (std::vector<std::string>{"Negative"}));
    }

    void aRecipeCarriesItsSequencesAndRuns()
    {
        const auto dataset = session().videos().dataset();
        const engine::Recipe recipe = app::usualRecipe(*dataset);
        const fs::path folder = m_folder.path().toStdString();
        app::exportRecipe(recipe, *dataset, app::recipeEdits(document(), recipe), folder / "aligned.json");
        const engine::CsdFile labels(folder / "aligned.labels.csd");
        QCOMPARE(engine::readFeatures(labels, "ada$_$2").features.at(0, 0), -2.0F); // as it was edited
        QCOMPARE(engine::readFeatures(labels, "ada$_$1").features.at(0, 0), -1.0F);
        QCOMPARE(engine::readFeatures(engine::CsdFile(folder / "aligned.text.csd"), "bert$_$1").features.rows,
                 std::size_t(4));
        QProcess run;
        run.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("run"), m_folder.filePath(QStringLiteral("aligned.json")),
                   QStringLiteral("--out"), m_folder.filePath(QStringLiteral("aligned"))});
        QVERIFY(run.waitForFinished(support::kPatience));
        QVERIFY2(run.exitCode() == 0, run.readAllStandardError().constData());
    }

    void theProjectKeepsWhatWasEdited()
    {
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({root() / "aligned_4.npz"});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        m_view = find<QListView>("libraryList");
        QCOMPARE(document().video().id, QStringLiteral("ada$_$2")); // where it was left
        QCOMPARE(document().labels().rows.features.at(0, 0), -2.0F);
        QVERIFY(document().video().mediaPath.endsWith(QStringLiteral("Raw/ada/2.mp4")));
    }

    void theClipsComeFromAnotherFolder()
    {
        const fs::path other = fs::path(m_folder.path().toStdString()) / "other clips";
        fs::create_directories(other);
        fs::copy_file(fs::path(DEMO) / "media" / "bert_1.mp4", other / "bert_1.mp4");
        QVERIFY(find<QAction>("clips-folder")->isEnabled());
        const fs::path project = session().project().path();
        const NextDialog next([&](QDialog* dialog) {
            dialog->findChild<QLineEdit*>()->setText(QString::fromStdString(other.string()));
        });
        find<QAction>("clips-folder")->trigger();
        QVERIFY(next.wasThere());
        const auto mediaOf = [this](const char* id) {
            const auto* media = document().dataset().mediaOf(id);
            return media ? media->file.path() : fs::path();
        };
        QTRY_COMPARE(mediaOf("bert$_$1"), other / "bert_1.mp4");
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QCOMPARE(mediaOf("ada$_$2"), fs::path());
        QCOMPARE(session().project().path(), project); // with all that was edited
        click(QStringLiteral("ada$_$2"));
        QTRY_COMPARE(document().video().id, QStringLiteral("ada$_$2"));
        QCOMPARE(document().labels().rows.features.at(0, 0), -2.0F);
        player().pause();
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);

        m_real.reset(); // the project keeps the folder
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({root() / "aligned_4.npz"});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QCOMPARE(session().project().path(), project);
        QCOMPARE(mediaOf("bert$_$1"), other / "bert_1.mp4");
    }

    void aFolderWithSuchAFileIsADataset()
    {
        session().project().open({root()});
        QTRY_VERIFY(session().videos().dataset() && session().videos().dataset()->sequences.size() == 4);
        QVERIFY(settle());
        QCOMPARE(session().videos().dataset()->entries.size(), std::size_t(4)); // and the holiday
    }

    void aPickleIsRefusedWithTheCommand()
    {
        m_told.clear();
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told << text; });
        std::ofstream(root() / "unaligned.pkl", std::ios::binary) << "\x80\x04\x95junk";
        session().project().open({root() / "unaligned.pkl"});
        QTRY_VERIFY(std::ranges::any_of(m_told, [](const QString& text) {
            return text.contains(QStringLiteral("unpickle.py"))
                && text.contains(QStringLiteral("unaligned.npz"));
        }));
    }

    void damagedFilesAreRefusedByName()
    {
        std::ofstream(root() / "broken.h5", std::ios::binary) << "\x89HDF\r\n\x1a\n"
                                                              << std::string(500, '\xff');
        session().project().open({root() / "broken.h5"});
        const auto isRefusal = [](const QString& text) {
            return text.contains(QStringLiteral("broken.h5"))
                && !text.startsWith(QStringLiteral("Nothing in"));
        };
        QTRY_VERIFY(std::ranges::any_of(m_told, isRefusal));
    }

private:
    fs::path root() const { return fs::path(m_folder.path().toStdString()) / "mosi"; }
    const widgets::LibraryModel& library() { return window().findChild<widgets::LibraryPanel*>()->model(); }
    widgets::TimelineView& timeline() { return *find<widgets::TimelineView>("timeline"); }
    int rowOf(const QString& id)
    {
        for (int row = 0; row < m_view->model()->rowCount(); ++row) {
            if (library().entryAt(row).id == id)
                return row;
        }
        return -1;
    }
    void click(const QString& id)
    {
        const int row = rowOf(id);
        QVERIFY(row >= 0);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(row, 0)).center());
    }
    void drop(const fs::path& path)
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        QDropEvent event({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &event);
    }

    QTemporaryDir m_folder;
    QStringList m_told;
    QListView* m_view = nullptr;
    QLineEdit* m_search = nullptr;
};

WINDOW_TEST_MAIN(PackedWalkTest)

#include "tst_packed_walk.moc"
