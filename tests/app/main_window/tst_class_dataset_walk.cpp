#include "app/dataset_view/dataset_room.h"
#include "app/models_client/models_client.h"
#include "app/review/review.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "engine/sequences/csd_file.h"
#include "widgets/dataset/confusion_grid.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/dataset/mark_legend.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/training/learn_list.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

#include <map>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The mode *Dataset* with a model that learnt the classes of a vocabulary tier: what it says of each
/// segment, what is wrong, and what becomes of it. By mouse and keys at 1366 × 768, with the real programs.
class ClassDatasetWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    static constexpr std::array kNames{"bad", "good", "middling"}; // as they stand in a scheme made of texts

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        window().resize(1366, 768);
        writeMoodFiles();
        const NextDialog import([](QDialog*) {});
        QVERIFY(dropFiles(window(), m_files));
        QTRY_VERIFY(import.wasThere());
        QTRY_VERIFY(document().tier("mood"));
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void aModelLearnsTheTier()
    {
        action("train")->trigger();
        QTRY_VERIFY(trainDialog() && std::ranges::any_of(labels()->rows(), isMood));
        QTRY_VERIFY(in<QComboBox>("trainClass")->count() >= 21);
        labels()->setFocus();
        QTest::keyClick(labels(), Qt::Key_Home);
        for (std::size_t turn = 1; turn < labels()->rows().size() && !isMoodChosen(); ++turn)
            QTest::keyClick(labels(), Qt::Key_Down);
        QVERIFY(isMoodChosen());
        QTabBar* pages = in<QTabWidget>("trainTabs")->tabBar();
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(1).center());
        auto* epochs = in<QSpinBox>("trainEpochs");
        epochs->setFocus();
        epochs->selectAll();
        QTest::keyClicks(epochs, QStringLiteral("12"));
        QTest::keyClick(epochs, Qt::Key_Tab);
        QTRY_VERIFY(in<QPushButton>("startTraining")->isEnabled());
        QTest::mouseClick(in<QPushButton>("startTraining"), Qt::LeftButton);
        QTRY_VERIFY(stateOfRun().startsWith(QStringLiteral("done")));
        QTest::mouseClick(in<QPushButton>("useRun"), Qt::LeftButton);
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("/runs/")));
        QVERIFY(settle());
        QVERIFY(activate());
    }

    void theModelTellsTheClassOfEachSegment()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(view() && view()->isVisible());
        QTRY_VERIFY(find<QPushButton>("datasetMessageButton")->isVisible());
        QTest::mouseClick(find<QPushButton>("datasetMessageButton"), Qt::LeftButton);
        QTRY_VERIFY(!room().run().isRunning() && room().isSettled() && !room().content().points.empty());
        auto* outputs = find<QComboBox>("datasetOutput");
        QCOMPARE(outputs->count(), 4);
        QCOMPARE(outputs->currentText(), QStringLiteral("class: mood"));
        QCOMPARE(room().content().classes.size(), 3);
        QCOMPARE(room().content().labelled(), m_moods.size());
        QVERIFY(room().content().points.size()
                > m_moods.size()); // a video without the tier is asked about, too
        for (const widgets::DatasetPoint& point : room().content().points) {
            QCOMPARE(point.isLabelled() ? room().content().valueText(point.label, 0) : QString(),
                     moodOf(point));
            QVERIFY(point.probability > 1.0 / 3.0 && point.probability <= 1.0);
            QCOMPARE(point.isWrong(), point.isLabelled() && point.label != point.prediction);
            if (point.label == point.prediction)
                QCOMPARE(point.probability, point.labelProbability);
        }
        pictures("class-dataset");
    }

    /// Accuracy and F1 stand beside what always saying the commonest class would be worth.
    void figuresStandBesideTheCommonestClass()
    {
        std::map<double, int> labels;
        int right = 0, count = 0;
        for (const widgets::DatasetPoint& point : room().content().points) {
            if (!point.isLabelled() || !point.isOf(view()->fold()))
                continue;
            ++labels[point.label];
            right += point.isWrong() ? 0 : 1;
            ++count;
        }
        const auto commonest
            = std::ranges::max_element(labels, {}, [](const auto& label) { return label.second; });
        const auto share = [count](int of) { return QString::number(double(of) / count, 'f', 2); };
        const QString note = noteOf("confusionGrid");
        QVERIFY2(note.contains(QStringLiteral("accuracy ") + share(right)), qPrintable(note));
        QVERIFY2(note.contains(QStringLiteral("commonest class ") + share(commonest->second)),
                 qPrintable(note));
    }

    void aCellOfTheConfusionSelectsItsSegments()
    {
        auto* grid = find<widgets::ConfusionGrid>("confusionGrid");
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellRect(1, 1).center().toPoint());
        QVERIFY(!view()->selected().empty());
        for (const std::size_t place : view()->selected()) {
            QCOMPARE(at(place).label, 1.0);
            QCOMPARE(at(place).prediction, 1.0);
        }
        QTest::keyClick(grid, Qt::Key_Escape);
        QVERIFY(!find<QToolButton>("confusionClasses")->isVisible()); // a class has no sign
    }

    void coloursTellClasses()
    {
        auto* box = find<QComboBox>("datasetMarks");
        box->setFocus();
        for (const char* wanted : {"colour: label", "colour: prediction", "colour: error"}) {
            while (box->currentText() != QLatin1String(wanted))
                QTest::keyClick(box, Qt::Key_Down);
            picture(window(),
                    qPrintable(QStringLiteral("class-dataset-%1").arg(QLatin1String(wanted).sliced(8))));
        }
        auto* legend = find<widgets::MarkLegend>("markLegend");
        QTest::mouseClick(legend, Qt::LeftButton, {}, QPoint(8, 6)); // right, which stands first
        QVERIFY(!view()->selected().empty());
        for (const std::size_t place : view()->selected())
            QVERIFY(!at(place).isWrong());
        QTest::keyClick(view(), Qt::Key_Escape);
    }

    void whatIsWrongIsATable()
    {
        auto* folds = find<QComboBox>("datasetFold");
        folds->setFocus();
        while (folds->currentText() != QStringLiteral("fold: all"))
            QTest::keyClick(folds, Qt::Key_Down);
        QTest::mouseClick(find<QToolButton>("tables02"), Qt::LeftButton);
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(rows(), static_cast<int>(room().content().points.size()));
        QTest::mouseClick(find<QToolButton>("wrongOnly"), Qt::LeftButton);
        const auto wrong = std::ranges::count_if(room().content().points, &widgets::DatasetPoint::isWrong);
        QVERIFY(wrong > 0);
        QCOMPARE(rows(), static_cast<int>(wrong));
        for (int row = 0; row < rows(); ++row) {
            QVERIFY(cell(row, 1) != cell(row, 2));
            QCOMPARE(cell(row, 4), QStringLiteral("no"));
        }
        QHeaderView* head = table()->horizontalHeader();
        const int x = head->sectionViewportPosition(3) + 5;
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(x, head->height() / 2));
        for (int row = 1; row < rows(); ++row)
            QVERIFY(cell(row - 1, 3).toDouble() >= cell(row, 3).toDouble());
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(0, 0)).center());
        QCOMPARE(view()->selected().size(), std::size_t{1});
        QVERIFY(at(view()->selected().front()).isWrong());
        pictures("class-dataset-wrong");
    }

    /// Enter leads to the timeline; a label that is changed there is another here, without asking again.
    void aWrongLabelIsCorrected()
    {
        const std::size_t place = view()->selected().front();
        const widgets::DatasetPoint before = at(place);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(!view()->isVisible());
        QTRY_COMPARE(document().video().id, before.video);
        QVERIFY(settle());
        find<app::TimelinePanel>("timelinePanel")->hand().goTo("mood");
        player().seek(before.start + 0.05);
        auto* timeline = find<widgets::TimelineView>("timeline");
        timeline->setFocus();
        const QString wanted = room().content().valueText(before.prediction, 0);
        giveMood(*timeline, wanted);
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(view()->isVisible());
        QTRY_VERIFY(at(place).label == before.prediction);
        QVERIFY(!at(place).isWrong());
        QVERIFY(!room().run().isRunning());
        undoAllOfMood();
    }

    /// A selection becomes a pass over the tier that the model learnt.
    void aSelectionGoesToTheQueueOfItsTier()
    {
        auto* grid = find<widgets::ConfusionGrid>("confusionGrid");
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellRect(0, 0).center().toPoint());
        const std::size_t selected = view()->selected().size();
        QVERIFY(selected > 0);
        QTest::keyClick(view(), Qt::Key_Q);
        auto* review = window().findChild<app::Review*>();
        QTRY_VERIFY(review->isActive());
        QCOMPARE(review->pass()->layer.of, std::string("mood"));
        QCOMPARE(review->pass()->places.size(), selected);
        QVERIFY(settle());
        picture(window(), "class-dataset-queue", 300);
        review->leave();
    }

private:
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }
    widgets::DatasetView* view() { return window().findChild<widgets::DatasetView*>(); }
    const widgets::DatasetPoint& at(std::size_t place) { return room().content().points[place]; }
    QTableView* table() { return find<QTableView>("segmentList"); }
    int rows() { return table()->model()->rowCount(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QString noteOf(const char* plot)
    {
        QStringList texts;
        for (const QLabel* label : find<QWidget>(plot)->parentWidget()->findChildren<QLabel*>())
            texts << label->text() << label->toolTip();
        return texts.join(QLatin1Char('\n'));
    }
    QDialog* trainDialog() { return window().findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return trainDialog()->findChild<Widget*>(QLatin1String(name));
    }
    widgets::LearnList* labels() { return in<widgets::LearnList>("trainLabels"); }
    static bool isMood(const widgets::LearnRow& row) { return (row.title + row.what).contains(u"mood"); }
    bool isMoodChosen() { return labels()->chosen() && isMood(labels()->rows()[*labels()->chosen()]); }
    QString stateOfRun()
    {
        const auto* runs = in<QTreeWidget>("runsTable");
        return runs->topLevelItemCount() == 0 ? QString() : runs->topLevelItem(0)->text(2);
    }
    /// By its digit; the texts become a label first.
    void giveMood(widgets::TimelineView& timeline, const QString& mood)
    {
        m_steps = history().index();
        QTest::keyClick(&timeline, Qt::Key_1);
        if (document().tier("mood")->labels.empty()) {
            for (auto* button : window().findChildren<QAbstractButton*>()) {
                if (button->text() == QStringLiteral("Make a label of its texts"))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            timeline.setFocus();
        }
        QCOMPARE(document().tier("mood")->labels.size(), std::size_t{1});
        const auto digit = std::ranges::find(kNames, mood.toStdString()) - kNames.begin() + 1;
        QTest::keyClick(&timeline, static_cast<Qt::Key>(Qt::Key_0 + digit));
    }
    void undoAllOfMood()
    {
        while (history().index() > m_steps)
            history().undo();
        QTRY_VERIFY(room().isSettled());
    }
    QString moodOf(const widgets::DatasetPoint& point)
    {
        const auto found = m_moods.find({point.video, qRound(point.start * 100.0)});
        return found == m_moods.end() ? QString() : found->second;
    }
    /// A file of Praat for each video, with a tier `mood` of the labelled segments, by their sentiment.
    void writeMoodFiles()
    {
        const engine::CsdFile labels(DEMO "/labels.csd");
        for (const std::string& id : labels.ids()) {
            const QString video = QString::fromStdString(id);
            const auto spans = labels.intervals(id).values;
            const auto features = std::get<std::vector<float>>(labels.features(id).values);
            const std::size_t columns = features.size() / spans.size();
            QByteArray intervals;
            int count = 0;
            double last = 0.0;
            const auto add = [&](double start, double end, const QByteArray& text) {
                intervals += "        intervals [" + QByteArray::number(++count)
                    + "]:\n            xmin = " + QByteArray::number(start, 'f', 4) + "\n            xmax = "
                    + QByteArray::number(end, 'f', 4) + "\n            text = \"" + text + "\"\n";
            };
            for (std::size_t i = 0; i < spans.size(); ++i) {
                if (spans[i].start > last + 1e-4)
                    add(last, spans[i].start, {});
                const float sentiment = features[i * columns];
                const char* const mood = sentiment < -0.5F ? "bad" : sentiment > 0.5F ? "good" : "middling";
                add(spans[i].start, spans[i].end, mood);
                m_moods[{video, qRound(spans[i].start * 100.0)}] = QLatin1String(mood);
                last = spans[i].end;
            }
            m_files << m_folder.filePath(video + QStringLiteral(".TextGrid"));
            QFile file(m_files.back());
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray end = QByteArray::number(last, 'f', 4);
            file.write("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = " + end
                       + "\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = "
                         "\"IntervalTier\"\n        name = \"mood\"\n        xmin = 0\n        xmax = "
                       + end + "\n        intervals: size = " + QByteArray::number(count) + "\n" + intervals);
        }
    }

    QTemporaryDir m_folder;
    QStringList m_files;
    std::map<std::pair<QString, int>, QString> m_moods; ///< by video and start in hundredths of a second
    int m_steps = 0;
};

WINDOW_TEST_MAIN(ClassDatasetWalk)
#include "tst_class_dataset_walk.moc"
