#include "app/dataset_view/dataset_room.h"
#include "app/models_client/models_client.h"
#include "app/prediction/live_prediction.h"
#include "app/review/review.h"
#include "app/suspects/suspect_actions.h"
#include "engine/project_items/layout_item.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/library/library_panel.h"
#include "widgets/predict/model_chooser.h"
#include "widgets/predict/predict_panel.h"
#include "widgets/space/space_panel.h"
#include "widgets/suspects/suspect_queue.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"
#include "widgets/training/learn_list.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/packed_segments.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

namespace {

constexpr int kVideos = 12;
constexpr int kSegments = 12;

}

/// A file of packed segments without words or media in the real window: every mode takes it, with the figures
/// of the command line.
class PackedModelsWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    fs::path root() const { return fs::path(m_folder.path().toStdString()) / "taught"; }
    std::string file() const { return (root() / "taught.h5").string(); }
    std::string model() const { return (root() / "model" / "lmf.safetensors").string(); }

    static QByteArray models(const std::vector<std::string>& arguments)
    {
        QStringList words;
        for (const std::string& argument : arguments)
            words << QString::fromStdString(argument);
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-models"), words);
        if (!program.waitForFinished(support::kPatience) || program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        return program.readAllStandardOutput();
    }
    /// What the command line says of each segment, by the ids of the file.
    std::map<std::string, double> told() const
    {
        std::map<std::string, double> scores;
        const auto answer
            = nlohmann::json::parse(models({"predict", model(), "--data", file(), "--json"}).toStdString());
        for (const auto& segment : answer)
            scores[segment.at("id")] = segment.at("scores").begin().value().get<double>();
        return scores;
    }
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }
    widgets::LibraryModel& library() { return window().findChild<widgets::LibraryPanel*>()->model(); }
    void clickVideo(const QString& id)
    {
        auto* list = find<QListView>("libraryList");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (library().entryAt(row).id != id)
                continue;
            const QModelIndex index = list->model()->index(row, 0);
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        }
        QTRY_COMPARE(document().video().id, id);
        player().pause();
        QVERIFY(settle());
    }
    void drop(const std::string& path)
    {
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(QString::fromStdString(path))});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        QDropEvent drop({100, 100}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &drop);
    }
    QDialog* dialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return dialog()->findChild<Widget*>(QLatin1String(name));
    }

private slots:
    void initTestCase()
    {
        fs::create_directories(root() / "model");
        engine::test::writePacked(root() / "taught.h5", engine::test::taughtArrays(kVideos, kSegments));
        models({"train", "--model", "LMF", "--data", file(), "--out", model(), "--set", "training.epochs=15",
                "--progress", "none"});
        QVERIFY(fs::exists(model()));
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        drop(file());
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(!engine::layoutOfProject(document().storedAnnotation())); // nobody has edited anything
    }
    void cleanupTestCase() { m_real.reset(); }

    void segmentsOfAVideoFollowEachOther()
    {
        QTRY_COMPARE(find<QListView>("libraryList")->model()->rowCount(), kVideos);
        clickVideo(QStringLiteral("talk_1"));
        const app::LabelsView& labels = document().labels();
        QCOMPARE(labels.rows.intervals.size(), std::size_t(kSegments));
        for (std::size_t k = 0; k < kSegments; ++k)
            QCOMPARE(labels.rows.intervals[k],
                     (engine::Interval{6.0 * static_cast<double>(k), 6.0 * static_cast<double>(k + 1)}));
        const std::vector<std::string>& words = document().words().texts;
        QCOMPARE(words.size(), std::size_t(4 * kSegments));
        for (std::size_t k = 0; k < kSegments; ++k) // 2 before 10
            QCOMPARE(words[4 * k + 1], std::to_string(k + 1));
        pictures("packed-timeline");
    }

    void predictionsAreThoseOfTheCommandLine()
    {
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(session().prediction().isComplete() && session().prediction().answer(kSegments - 1));
        const std::map<std::string, double> scores = told();
        QCOMPARE(scores.size(), std::size_t(kVideos * kSegments));
        for (std::size_t k = 0; k < kSegments; ++k) {
            const auto* answer = session().prediction().answer(k);
            QVERIFY2(answer, qPrintable(session().prediction().refusal(k)));
            const double expected = scores.at("talk_1$_$" + std::to_string(k + 1));
            QVERIFY(std::abs(static_cast<double>(answer->prediction.values.front()) - expected) < 1e-5);
            QVERIFY(answer->prediction.explanation);
        }
        QVERIFY(!find<QLabel>("whatIfHint")->text().contains(QStringLiteral("word"))); // rows are no words
        const auto* words = find<widgets::WordsTrack>("wordsTrack");
        QVERIFY(words && !words->subtitle().contains(QStringLiteral("importance")));
        pictures("packed-predict");
    }

    void theDatasetIsAsked()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        auto* ask = find<QPushButton>("datasetMessageButton");
        QTRY_VERIFY(ask && ask->isVisible());
        QTest::mouseClick(ask, Qt::LeftButton);
        QTRY_VERIFY(room().content().points.size() == kVideos * kSegments && !room().run().isRunning());
        QTRY_VERIFY(room().isSettled());
        const std::map<std::string, double> scores = told();
        for (const widgets::DatasetPoint& point : room().content().points) {
            const std::string id = point.video.toStdString() + "$_$" + std::to_string(point.number);
            QVERIFY2(std::abs(point.prediction - scores.at(id)) < 1e-6, id.c_str());
            QVERIFY(point.isLabelled());
        }
        pictures("packed-dataset");
    }

    void suspiciousLabelsAreFound()
    {
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        action("find-suspects")->trigger();
        auto* queue = window().findChild<widgets::SuspectQueue*>();
        QTRY_VERIFY(queue && queue->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(queue->list().model()->rowCount() > 0, 2 * support::kPatience);
        const QModelIndex first = queue->list().model()->index(0, 0);
        QTest::mouseClick(queue->list().viewport(), Qt::LeftButton, {},
                          queue->list().visualRect(first).center());
        QTRY_VERIFY(document().video().id.startsWith(QStringLiteral("talk_")));
        QVERIFY(settle());
        player().pause();
        pictures("packed-suspects");
        queue->list().setFocus();
        QTest::keyClick(&queue->list(), Qt::Key_A);
        QTRY_VERIFY(!document().storedAnnotation().tiers().empty());
        QVERIFY(document().annotation().item("packed_segments", "layout")); // the label is of these videos
    }

    void segmentsLieInSpace()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(find<widgets::SpacePanel>("space"));
        auto* panel = find<widgets::SpacePanel>("space");
        QTRY_COMPARE(panel->content().points.size(), std::size_t(kVideos * kSegments));
        pictures("packed-space");
    }

    void aModelIsTrainedOnThem()
    {
        action("train")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY(in<QPushButton>("startTraining")->isEnabled());
        picture(*dialog(), "packed-train", 300);
        in<QSpinBox>("trainEpochs")->setValue(4);
        auto* folder = in<QLineEdit>("trainFolder");
        QTest::mouseClick(folder, Qt::LeftButton);
        QTest::keyClick(folder, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(folder, m_folder.filePath(QStringLiteral("run")));
        QTest::mouseClick(in<QPushButton>("startTraining"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(QStringLiteral("run/model.safetensors")))
                                     && QFile::exists(m_folder.filePath(QStringLiteral("run/result.json"))),
                                 2 * support::kPatience);
        const auto isDone = [this] { // its program has ended, too: what goes on cannot be learnt again
            const auto* runs = in<QTreeWidget>("runsTable");
            return runs->topLevelItemCount() > 0
                && runs->topLevelItem(0)->text(2).startsWith(QStringLiteral("done"));
        };
        QTRY_VERIFY(isDone());
        picture(*dialog(), "packed-trained", 300);
        dialog()->close();
    }

    void whatALabelChangesIsLearntAgain()
    {
        QVERIFY(activate());
        clickVideo(QStringLiteral("talk_2"));
        player().seek(3.0);
        QTRY_COMPARE(document().attention().segment(), std::optional<std::size_t>(0));
        const float before = document().labels().rows.features.at(0, 0);
        find<widgets::TimelineView>("timeline")->setFocus();
        QTest::keyClick(find<widgets::TimelineView>("timeline"),
                        before > 0 ? Qt::Key_2 : Qt::Key_6); // −2, +2
        QTRY_COMPARE(document().labels().rows.features.at(0, 0), before > 0 ? -2.0F : 2.0F);
        action("train-again")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY2_WITH_TIMEOUT(
            QFile::exists(m_folder.filePath(QStringLiteral("run-again/comparison.json"))),
            qPrintable(in<QLabel>("trainProblem")->text()), 2 * support::kPatience);
        const QString sides = in<QLabel>("experimentSides")->text();
        QVERIFY2(sides.contains(QStringLiteral("labels now: 1 changed")), qPrintable(sides));
        picture(*dialog(), "packed-again", 300);
        dialog()->close();
    }

    /// Rows are those of the file, so it is modalities that two trainings can differ in.
    void aModalityLessIsCompared()
    {
        QVERIFY(activate());
        action("compare-trainings")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTest::mouseClick(in<QAbstractButton>("comparePages0"), Qt::LeftButton);
        QTRY_VERIFY(in<QComboBox>("train_labels")->count() > 0);
        QVERIFY(!in<QComboBox>("rows_a")->isVisible() && !in<QComboBox>("train_acoustic")->isVisible());
        QVERIFY(!in<QPushButton>("startExperiment")->isEnabled()); // both sides are the same
        for (const char* modality : {"acoustic_b", "visual_b"}) {
            QVERIFY(in<QAbstractButton>(modality)->isEnabled());
            QTest::mouseClick(in<QAbstractButton>(modality), Qt::LeftButton);
        }
        in<QSpinBox>("experimentEpochs")->setValue(4);
        in<QSpinBox>("experimentSeeds")->setValue(2);
        auto* folder = in<QLineEdit>("experimentFolder");
        QTest::mouseClick(folder, Qt::LeftButton);
        QTest::keyClick(folder, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(folder, m_folder.filePath(QStringLiteral("modalities")));
        picture(*dialog(), "packed-compare", 300);
        QTRY_VERIFY2(in<QPushButton>("startExperiment")->isEnabled(),
                     qPrintable(in<QLabel>("trainProblem")->text()));
        QTest::mouseClick(in<QPushButton>("startExperiment"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(
            QFile::exists(m_folder.filePath(QStringLiteral("modalities/comparison.json"))),
            qPrintable(in<QLabel>("trainProblem")->text()), 2 * support::kPatience);
        const QString sides = in<QLabel>("experimentSides")->text();
        QVERIFY2(sides.contains(QStringLiteral("text alone")), qPrintable(sides));
        picture(*dialog(), "packed-compared", 300);
        dialog()->close();
    }

    void labelsAreLearntWhilePeopleLabel()
    {
        session().editor().setAnnotator(QStringLiteral("mira"));
        action("learn-while-labelling")->trigger();
        app::Review& review = *window().findChild<app::Review*>();
        QTRY_VERIFY(review.isActive());
        const auto before = review.pass()->places;
        QCOMPARE(before.size(), std::size_t(kVideos * kSegments));
        QTRY_VERIFY(review.pass()->places != before);
        pictures("packed-learn");
    }

    /// Nothing runs before a person says so; then the arrays alone are taken out, beside it.
    void aDroppedPickleIsOfferedToUnpickle()
    {
        const std::string pickle = (root() / "passed on.pkl").string();
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"), QStringLiteral(R"(
import numpy, pickle, sys
fold = lambda ids: {'id': ids, 'raw_text': ['so good'] * len(ids), 'text': numpy.ones((len(ids), 3, 2), 'f4'),
    'audio': numpy.ones((len(ids), 4, 1)), 'regression_labels': numpy.array([0.5] * len(ids))}
pickle.dump({'train': fold(['a$_$1', 'a$_$2']), 'test': fold(['c$_$3'])}, open(sys.argv[1], 'wb'), 4)
)"),
                      QString::fromStdString(pickle)});
        if (!python.waitForFinished(support::kPatience) || python.exitCode() != 0)
            QSKIP("python3-numpy is not installed");
        const auto answer = [this](const QString& button) {
            auto* box = window().findChild<QDialog*>(QStringLiteral("pickleOffer"));
            QVERIFY(box);
            picture(*box, "packed-pickle", 100);
            for (auto* each : box->findChildren<QPushButton*>()) {
                if (each->text().remove(QLatin1Char('&')) == button)
                    QTest::mouseClick(each, Qt::LeftButton);
            }
        };
        drop(pickle);
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("pickleOffer")));
        answer(QStringLiteral("Cancel"));
        QTRY_VERIFY(!window().findChild<QDialog*>(QStringLiteral("pickleOffer")));
        QVERIFY(!fs::exists(root() / "passed on.npz"));
        QVERIFY(document().video().id.startsWith(QStringLiteral("talk_")));
        QVERIFY(activate());
        drop(pickle);
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("pickleOffer")));
        answer(QStringLiteral("Take the arrays out"));
        QTRY_VERIFY(fs::exists(root() / "passed on.npz"));
        QTRY_COMPARE(document().hasVideo() ? document().video().id : QString(), QStringLiteral("a"));
        QVERIFY(settle());
        QCOMPARE(document().labels().rows.intervals.size(), std::size_t(2));
    }
};

WINDOW_TEST_MAIN(PackedModelsWalk)

#include "tst_packed_models_walk.moc"
