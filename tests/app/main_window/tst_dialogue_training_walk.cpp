#include "widgets/conversation/conversation_panel.h"
#include "widgets/conversation/turn_predictions.h"
#include "widgets/training/source_list.h"
#include "widgets/training/split_bar.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

#include "tests/support/copied_conversation.h"
#include "tests/support/train_dialog.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// A model of conversations is trained in the window on copies of the demo's conversation, and asked there.
class DialogueTrainingWalk : public OnTrainDialog<WindowTest> {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    void page(const char* tabs, int index)
    {
        QTabBar* bar = in<QTabWidget>(tabs)->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    void type(const char* name, const QString& text)
    {
        auto* field = in<QLineEdit>(name);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    void setEpochs(int count)
    {
        auto* field = in<QSpinBox>("trainEpochs");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(count));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    void choose(const char* model)
    {
        auto* classes = in<QComboBox>("trainClass");
        classes->setFocus();
        QTest::keyClicks(classes, QLatin1String(model));
        QCOMPARE(classes->currentText(), QLatin1String(model));
    }
    std::string partOf(const char* video)
    {
        for (const widgets::SplitVideo& each : in<widgets::SplitBar>("trainSplit")->videos()) {
            if (each.id == QLatin1String(video))
                return each.part;
        }
        return "no such video";
    }
    QString state(const QString& run)
    {
        auto* table = in<QTreeWidget>("runsTable");
        for (int row = 0; row < table->topLevelItemCount(); ++row) {
            if (table->topLevelItem(row)->text(0) == run)
                return table->topLevelItem(row)->text(2);
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        engine::test::copyConversation(std::filesystem::path(DEMO "_conversation"),
                                       m_folder.path().toStdString(),
                                       {"monday", "tuesday", "wednesday", "thursday", "friday"});
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({m_folder.path().toStdString()});
        QVERIFY(settle());
        action("train")->trigger();
        QVERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY(in<QComboBox>("trainClass")->count() >= 23);
    }

    /// The list's folds name conversations, which stand for all that are in them.
    void foldsOfConversationsAreShared()
    {
        QTRY_COMPARE(partOf("monday@mira"), std::string("train"));
        QCOMPARE(partOf("monday@tom"), std::string("train"));
        QCOMPARE(partOf("thursday@tom"), std::string("valid"));
        QCOMPARE(partOf("friday@mira"), std::string("test"));
        QVERIFY2(in<QPushButton>("startTraining")->isEnabled(),
                 qPrintable(in<QLabel>("trainProblem")->text()));
        picture(*dialog(), "dialogue-training-form");
    }

    void aConversationIsMovedAsAWhole()
    {
        auto* bar = in<widgets::SplitBar>("trainSplit");
        const QPoint from = bar->blockOf(QStringLiteral("monday@tom")).center();
        const QPoint to = bar->placeOf("test").center();
        QTest::mousePress(bar, Qt::LeftButton, {}, from);
        QTest::mouseMove(bar, (from + to) / 2);
        QTest::mouseMove(bar, to);
        QTest::mouseRelease(bar, Qt::LeftButton, {}, to);
        QCOMPARE(partOf("monday@tom"), std::string("test"));
        QCOMPARE(partOf("monday@mira"), std::string("test"));
        QTest::mouseClick(in<QToolButton>("splitWay0"), Qt::LeftButton); // drawn
        for (const char* const id : {"monday", "tuesday", "wednesday", "thursday", "friday"})
            QCOMPARE(partOf((std::string(id) + "@mira").c_str()), partOf((std::string(id) + "@tom").c_str()));
    }

    void aModelOfConversationsIsTrained()
    {
        choose("DialogueRNN");
        page("trainTabs", 1);
        QCOMPARE(in<QLineEdit>("model_predict")->text(),
                 QStringLiteral("all")); // listeners are labelled, too
        for (const char* const size : {"model_d_g", "model_d_p", "model_d_e", "model_d_h"})
            type(size, QStringLiteral("6"));
        setEpochs(3);
        picture(*dialog(), "dialogue-training-settings");
        page("trainTabs", 0);
        type("trainFolder", m_folder.filePath(QStringLiteral("runs/talks")));
        QVERIFY2(in<QPushButton>("startTraining")->isEnabled(),
                 qPrintable(in<QLabel>("trainProblem")->text()));
        QTest::mouseClick(in<QPushButton>("startTraining"), Qt::LeftButton);
        QTRY_VERIFY2(state(QStringLiteral("talks")).startsWith(QStringLiteral("done after 3")),
                     qPrintable(state(QStringLiteral("talks")) + in<QLabel>("runDetail")->text()));
        picture(*dialog(), "dialogue-training-done");
    }

    /// What is trained answers in the tab where conversations are.
    void theModelAnswersInTheConversationTab()
    {
        QTest::mouseClick(in<QPushButton>("useRun"), Qt::LeftButton);
        QVERIFY(!dialog()->isVisible());
        auto* panel = window().findChild<widgets::ConversationPanel*>();
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(settle());
        player().seek(12.0);
        QTRY_COMPARE(panel->predictions().content().people.size(), std::size_t{2});
        QTRY_VERIFY(!panel->predictions().content().isComputing);
        for (const auto& person : panel->predictions().content().people) {
            QVERIFY(!person.values.empty());
            QVERIFY(person.note.isEmpty()); // it learnt of listeners
        }
        pictures("dialogue-training-window");
    }

    /// A model that learnt from faces alone answers where there is sound, too.
    void whatIsNotLearntFromIsNotAskedFor()
    {
        action("train")->trigger();
        QTRY_VERIFY(dialog()->isVisible());
        page("trainPages", 0);
        choose("LMF");
        auto* sources = in<widgets::SourceList>("trainSources");
        sources->setFocus();
        QTest::keyClick(sources, Qt::Key_Home);
        QTest::keyClick(sources, Qt::Key_Space);
        QVERIFY(!sources->rows()[0].isChecked && sources->rows()[1].isChecked); // the voice, the face
        page("trainTabs", 1);
        setEpochs(2);
        page("trainTabs", 0);
        type("trainFolder", m_folder.filePath(QStringLiteral("runs/faces")));
        QTest::mouseClick(in<QPushButton>("startTraining"), Qt::LeftButton);
        QTRY_VERIFY2(state(QStringLiteral("faces")).startsWith(QStringLiteral("done after 2")),
                     qPrintable(state(QStringLiteral("faces")) + in<QLabel>("runDetail")->text()));
        QTest::mouseClick(in<QPushButton>("useRun"), Qt::LeftButton);
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("faces")));
        QVERIFY(settle());
        QTRY_VERIFY2(session().prediction().answer(0), qPrintable(session().prediction().refusal(0)));
        pictures("dialogue-training-faces");
    }
};

WINDOW_TEST_MAIN(DialogueTrainingWalk)
#include "tst_dialogue_training_walk.moc"
