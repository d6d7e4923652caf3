#include "app/dataset_view/dataset_room.h"
#include "app/models_client/models_client.h"
#include "app/prediction/live_prediction.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/training/learn_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

#include <cmath>
#include <random>

#include "tests/support/dialogs.h"
#include "tests/support/menu_bar.h"
#include "tests/support/numpy_arrays.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

namespace {

constexpr int kClips = 14;
constexpr int kRows = 6;
constexpr int kUntilDone = 120'000; ///< ms, on a busy machine

}

/// Folders of arrays without words or clips in the real window: rows are counted, each clip is labelled as a
/// whole, a model learns from rows of sequences and is asked about all of them.
class ArrayFoldersWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;
    std::vector<int> m_labels; ///< −3…3, by clip

    widgets::TimelineView& timeline() { return *find<widgets::TimelineView>("timeline"); }
    QDialog* trainDialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return trainDialog()->findChild<Widget*>(QLatin1String(name));
    }
    static QString clip(int number) { return QStringLiteral("clip_%1").arg(number, 2, 10, QLatin1Char('0')); }

private slots:
    void initTestCase()
    {
        std::mt19937 random(5);
        std::normal_distribution<float> noise(0.0F, 0.4F);
        const fs::path root = m_folder.path().toStdString();
        for (int i = 0; i < kClips; ++i)
            m_labels.push_back(i % 7 - 3);
        for (const auto& [name, width] :
             {std::pair("text_bert", 12), std::pair("acoustic_hubert", 8), std::pair("visual_clip", 6)}) {
            for (int i = 0; i < kClips; ++i) {
                std::vector<float> values;
                for (int k = 0; k < kRows * width; ++k)
                    values.push_back(0.5F * static_cast<float>(m_labels[static_cast<std::size_t>(i)])
                                     + noise(random));
                engine::test::saveArray(root / name / (clip(i).toStdString() + ".npy"), "<f4",
                                        "(" + std::to_string(kRows) + ", " + std::to_string(width) + ")",
                                        values);
            }
        }
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({root});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void rowsAreCounted()
    {
        QVERIFY(document().video().countsSteps);
        QCOMPARE(document().video().features.size(), std::size_t(3));
        picture(window(), "arrays-opened");
    }

    /// Nothing can be transcribed, so that it is not proposed.
    void theDatasetPageSaysWhatHelps()
    {
        action("preset-dataset")->trigger();
        auto* view = window().findChild<widgets::DatasetView*>();
        QTRY_VERIFY(view && view->isVisible());
        const auto* step = view->findChild<QAbstractButton*>(QStringLiteral("datasetMessageButton"));
        QVERIFY(step);
        QTRY_COMPARE(step->text().remove(QLatin1Char('&')), QStringLiteral("Train a model…"));
        picture(window(), "arrays-dataset-empty");
        action("preset-explore")->trigger();
    }

    void eachClipIsLabelledAsAWhole()
    {
        const NextDialog answer([this](QDialog* dialog) {
            QVERIFY(!dialog->findChild<QRadioButton*>(QStringLiteral("fromSound"))->isEnabled());
            QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("whole"))->isChecked());
            dialog->findChild<QCheckBox*>(QStringLiteral("inAllVideos"))->setChecked(true);
            picture(*dialog, "arrays-segments");
        });
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Label", "Make labelled segments…"));
        QVERIFY(answer.wasThere());
        QVERIFY(activate());
        QTRY_COMPARE(document().labels().rows.intervals.size(), std::size_t(1));
        QCOMPARE(document().labels().rows.intervals.front().end, double(kRows));
        auto* list = find<QListView>("libraryList");
        for (int i = 0; i < kClips; ++i) {
            const QModelIndex index = list->model()->index(i, 0);
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            QTRY_COMPARE(document().video().id, clip(i));
            QVERIFY(settle());
            player().pause();
            timeline().setFocus();
            QTest::keyClick(&timeline(), Qt::Key_Home);
            QTest::keyClick(&timeline(),
                            static_cast<Qt::Key>(Qt::Key_4 + m_labels[static_cast<std::size_t>(i)]));
            QCOMPARE(document().labels().rows.features.at(0, 0),
                     static_cast<float>(m_labels[static_cast<std::size_t>(i)]));
        }
        picture(window(), "arrays-labelled");
    }

    void aModelLearnsFromRowsOfSequences()
    {
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Model", "Train and compare…"));
        QTRY_VERIFY(trainDialog() && trainDialog()->isVisible());
        auto* start = in<QPushButton>("startTraining");
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(in<QComboBox>("trainSource")->currentData().toBool(), false);
        picture(*trainDialog(), "arrays-train");
        press("startTraining");
        const auto state = [this] {
            const auto* runs = in<QTreeWidget>("runsTable");
            return runs->topLevelItemCount() == 0 ? QString() : runs->topLevelItem(0)->text(2);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(state().startsWith(QStringLiteral("done")), qPrintable(state()),
                                  kUntilDone);
        picture(*trainDialog(), "arrays-trained");
        press("useRun");
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("lmf-1")));
        QVERIFY(settle());
        QVERIFY(activate());
        QVERIFY2(session().prediction().answer(0), qPrintable(session().prediction().refusal(0)));
        picture(window(), "arrays-predicted");
    }

    void theModelIsAskedAboutAll()
    {
        action("preset-dataset")->trigger();
        press("datasetMessageButton");
        const auto& room = *window().findChild<app::DatasetRoom*>();
        const auto said = [this] { return find<QLabel>("datasetMessage")->text(); };
        QTRY_VERIFY2_WITH_TIMEOUT(room.content().points.size() == std::size_t(kClips), qPrintable(said()),
                                  kUntilDone);
        QVERIFY(room.content().countsSteps);
        picture(window(), "arrays-dataset");
    }
};

WINDOW_TEST_MAIN(ArrayFoldersWalk)
#include "tst_array_folders_walk.moc"
