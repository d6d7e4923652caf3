#include "widgets/conversation/turn_predictions.h"
#include "widgets/predict/caution_banner.h"
#include "widgets/predict/sentiment_scale.h"
#include "widgets/predict/value_bar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

TurnPredictions::Content twoPeople()
{
    TurnPredictions::Content content;
    content.path = QStringLiteral("/models/talks.safetensors");
    content.model = QStringLiteral("Talks");
    content.turn = QStringLiteral("Turn 3");
    content.turns = 12;
    content.people = {{QStringLiteral("Ada"), true, {{QStringLiteral("sentiment"), -3, 3, 1.5, 2.0}}, {}},
                      {QStringLiteral("Bert"),
                       false,
                       {{QStringLiteral("calm"), 0, 1, 0.25, std::nullopt}},
                       QStringLiteral("trained on speakers")}};
    return content;
}

}

/// The answers about one turn, side by side, and how much context they rest on.
class TestTurnPredictions : public QObject {
    Q_OBJECT

private slots:
    void whoSpeaksIsOnTheLeft()
    {
        TurnPredictions panel;
        panel.resize(360, 260);
        panel.setContent(twoPeople());
        panel.show();
        auto* speaker = panel.findChild<QWidget*>(QStringLiteral("speakerAnswer"));
        auto* listener = panel.findChild<QWidget*>(QStringLiteral("listenerAnswer"));
        QVERIFY(speaker && listener);
        QTRY_VERIFY(speaker->geometry().right() < listener->geometry().left());
        QVERIFY(speaker->findChild<SentimentScale*>() && !speaker->findChild<ValueBar*>());
        QVERIFY(listener->findChild<ValueBar*>() && !listener->findChild<SentimentScale*>());
        QCOMPARE(listener->findChild<QLabel*>(QStringLiteral("answerNote"))->text(),
                 QStringLiteral("trained on speakers"));
    }

    void aScreenReaderIsTold()
    {
        TurnPredictions panel;
        panel.setContent(twoPeople());
        auto* speaker = panel.findChild<QWidget*>(QStringLiteral("speakerAnswer"));
        QCOMPARE(speaker->accessibleName(), QStringLiteral("Ada · speaks"));
        QVERIFY2(speaker->accessibleDescription().contains(QStringLiteral("sentiment +1.50")),
                 qPrintable(speaker->accessibleDescription()));
        auto* slider = panel.findChild<QSlider*>(QStringLiteral("turnContext"));
        QCOMPARE(slider->accessibleName(), QStringLiteral("Context"));
        QCOMPARE(slider->accessibleDescription(), QStringLiteral("all turns before"));
    }

    void whatMustBeKnownStandsAboveTheAnswers()
    {
        TurnPredictions panel;
        TurnPredictions::Content content = twoPeople();
        panel.setContent(content);
        panel.show();
        auto* caution = panel.findChild<CautionBanner*>();
        QVERIFY(!caution->isVisible());
        content.caution = QStringLiteral("It learnt from drawings.");
        panel.setContent(content);
        QVERIFY(caution->isVisible());
        QTRY_VERIFY(caution->geometry().bottom()
                    < panel.findChild<QWidget*>(QStringLiteral("turnAnswers"))->geometry().top());
    }

    void aSetterEmitsNothing()
    {
        TurnPredictions panel;
        QSignalSpy wished(&panel, &TurnPredictions::contextWished);
        TurnPredictions::Content content = twoPeople();
        panel.setContent(content);
        content.context = 3;
        panel.setContent(content);
        QCOMPARE(panel.findChild<QSlider*>(QStringLiteral("turnContext"))->value(), 3);
        QCOMPARE(wished.size(), 0);
    }

    void theRightEndIsTheWholeConversation()
    {
        TurnPredictions panel;
        panel.setContent(twoPeople());
        std::vector<std::optional<std::size_t>> wished;
        connect(&panel, &TurnPredictions::contextWished, this,
                [&wished](std::optional<std::size_t> turns) { wished.push_back(turns); });
        auto* slider = panel.findChild<QSlider*>(QStringLiteral("turnContext"));
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Home);
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(wished == (std::vector<std::optional<std::size_t>>{11, 0, std::nullopt}));
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("turnContextText"))->text(),
                 QStringLiteral("all turns before"));
    }

    void withoutATurnThereIsNothingButTheReason()
    {
        TurnPredictions panel;
        panel.setContent(twoPeople());
        TurnPredictions::Content content;
        content.message = QStringLiteral("Choose a model.");
        panel.setContent(content);
        panel.show();
        QVERIFY(!panel.findChild<QWidget*>(QStringLiteral("turnAnswers"))->isVisible());
        QVERIFY(!panel.findChild<QSlider*>(QStringLiteral("turnContext"))->isVisible());
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("turnPredictionsMessage"))->text(),
                 QStringLiteral("Choose a model."));
        QCOMPARE(panel.models().currentIndex(), -1);
    }
};

QTEST_MAIN(TestTurnPredictions)
#include "tst_turn_predictions.moc"
