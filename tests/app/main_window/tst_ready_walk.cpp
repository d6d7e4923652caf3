#include "app/prediction/live_prediction.h"
#include "app/prediction/model_choice.h"
#include "app/project/project.h"
#include "app/settings/language.h"
#include "engine/core/installation.h"
#include "widgets/predict/attribution_view.h"
#include "widgets/predict/interaction_view.h"
#include "widgets/predict/modality_list.h"
#include "widgets/predict/modality_switch.h"
#include "widgets/predict/predict_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// The first minute with an own video: nobody made words, features or segments, and face and voice answer.
class ReadyWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    widgets::PredictPanel& panel() { return *find<widgets::PredictPanel>("predict"); }
    QString textOf(const char* name)
    {
        auto* label = panel().findChild<QLabel*>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    bool hasAnswer() { return textOf("predictedSentiment") != QStringLiteral("–"); }
    double value()
    {
        return textOf("predictedSentiment").replace(QChar(0x2212), QLatin1Char('-')).toDouble();
    }

private slots:
    void initTestCase()
    {
        app::speak(*QCoreApplication::instance(), QStringLiteral("en")); // with its plural forms
        QVERIFY(openDemo());
        const fs::path clip = fs::path(m_folder.path().toStdString()) / "mine.mp4";
        fs::copy_file(fs::path(DEMO) / "media" / "grid_talk_a.mp4", clip);
        session().project().open({clip});
        QTRY_VERIFY(document().hasVideo() && document().video().id == QLatin1String("mine"));
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void faceAndVoiceAnswerWithoutWords()
    {
        action("predict")->trigger();
        QTRY_VERIFY(hasAnswer());
        QCOMPARE(QString::fromStdString(session().modelsClient().model()->name),
                 QStringLiteral("Ready for real people"));
        QVERIFY(session().prediction().arePieces());
        QCOMPARE(session().prediction().segments().size(), std::size_t(8)); // of 30 s
        QCOMPARE(textOf("textFound"), QStringLiteral("no English words here"));
        QVERIFY2(textOf("visualFound").startsWith(QStringLiteral("found in 20 of 20 pictures")),
                 qPrintable(textOf("visualFound")));
        QVERIFY(textOf("acousticFound").contains(QStringLiteral("of voice")));
        QVERIFY(textOf("visualMeasured").contains(QStringLiteral("FER+")));
        QVERIFY(textOf("partsTogether").contains(QStringLiteral("their sum was not")));
        QVERIFY(!panel().findChild<QWidget*>(QStringLiteral("cautionBanner"))->isVisible());
        pictures("ready-own-video");
    }

    void theWholeVideoIsAnsweredAndThePlayheadLeads()
    {
        QTRY_VERIFY(session().prediction().isComplete());
        for (std::size_t i = 0; i < 8; ++i)
            QVERIFY(session().prediction().answer(i));
        player().seek(13.0);
        QTRY_COMPARE(session().prediction().focus(), std::optional<std::size_t>(3));
        QTRY_COMPARE(textOf("predictSegment"), QStringLiteral("12 to 16 s"));
    }

    /// What parts do together is nothing but what each does; there are no steps to tell of.
    void whyIsAMapWithoutSteps()
    {
        auto* map = panel().findChild<widgets::InteractionView*>();
        QTRY_VERIFY(map && map->isVisible());
        QVERIFY(!panel().findChild<widgets::AttributionView*>()->isVisible());
        const auto& answer = *session().prediction().answer(3);
        QVERIFY(answer.prediction.explanation);
        const engine::InteractionMap terms = engine::mapOf(*answer.prediction.explanation, 0);
        for (const unsigned together : {3U, 5U, 6U, 7U})
            QVERIFY(std::abs(terms.term(together)) < 1e-6);
        QVERIFY(std::abs(terms.term(engine::coalitionOf(engine::Modality::Visual))) > 1e-3);
    }

    void aFaceThatIsOffSaysNothing()
    {
        QTRY_VERIFY(hasAnswer());
        QVERIFY(value() != 0.0);
        auto* face = panel().findChild<widgets::ModalitySwitch*>(QStringLiteral("visualSwitch"));
        QTest::mouseClick(face, Qt::LeftButton);
        QTRY_COMPARE(value(), 0.0);
        QTest::mouseClick(face, Qt::LeftButton);
        QTRY_VERIFY(value() != 0.0);
    }

    /// There is nothing yet that an answer could be the label of.
    void segmentsAreOffered()
    {
        QVERIFY(!panel().findChild<QPushButton*>(QStringLiteral("acceptPrediction"))->isVisible());
        auto* remedy = panel().findChild<QPushButton*>(QStringLiteral("predictRemedy"));
        QTRY_VERIFY(remedy->isVisible());
        QCOMPARE(remedy->text(), QStringLiteral("Make labelled segments…"));
    }

    /// What the parts learnt from people says nothing of drawings.
    void ofDrawingsItIsSaid()
    {
        session().project().open({fs::path(DEMO) / "dataset.json"});
        QTRY_VERIFY(document().hasVideo() && document().video().id == QLatin1String("ada_1"));
        QVERIFY(settle());
        QVERIFY(activate());
        session().modelChoice().choose(QString::fromStdString(
            (engine::Installation::ofThisProgram().part("ready") / "ready.safetensors").string()));
        player().seek(1.0);
        action("predict")->trigger();
        QTRY_VERIFY(textOf("cautionSentence").startsWith(QStringLiteral("These are drawings")));
        QVERIFY(!session().prediction().arePieces());
        QVERIFY(textOf("textFound").contains(QStringLiteral("rated")));
        pictures("ready-drawings");
    }
};

WINDOW_TEST_MAIN(ReadyWalk)
#include "tst_ready_walk.moc"
