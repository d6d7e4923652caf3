#include "widgets/predict/interaction_view.h"
#include "widgets/predict/modality_list.h"
#include "widgets/predict/predict_panel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/waiting.h"

using namespace widgets;

class PredictPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<PredictPanel>();
        m_panel->setModel(PredictPanel::Model{
            {{QStringLiteral("sentiment"), -3.0, 3.0}, {QStringLiteral("happy"), 0.0, 3.0}}, {}});
    }

    void answerIsShownWithItsLatency()
    {
        m_panel->setAnswer(
            PredictPanel::Answer{{1.234F, 0.5F}, {-0.46, 0.16, std::nullopt}, std::nullopt, 3.21, true});
        QCOMPARE(text("predictedSentiment"), QStringLiteral("+1.23"));
        QCOMPARE(text("latency"), QStringLiteral("3.2 ms"));
        QCOMPARE(button("textSwitch")->accessibleDescription(), QStringLiteral("−0.46 when off"));
        QCOMPARE(button("acousticSwitch")->accessibleDescription(), QStringLiteral("+0.16 when off"));
        QCOMPARE(button("visualSwitch")->accessibleDescription(), QString());
    }

    void anotherFirstOutputSaysItsNameOnItsScale()
    {
        m_panel->setModel(
            PredictPanel::Model{{{QStringLiteral("confident"), 1.0, 7.0}}, {}, {true, false, true}});
        m_panel->setAnswer(PredictPanel::Answer{{4.08F}, {0.5, 0.0, -0.5}, std::nullopt, 3.0, true});
        QCOMPARE(text("predictedSentiment"), QStringLiteral("confident 4.08"));
        QCOMPARE(m_panel->findChild<QWidget*>(QStringLiteral("sentimentScale"))->accessibleName(),
                 QStringLiteral("Predicted confident 4.08"));
        QVERIFY(!button("acousticSwitch")->isEnabled());
        QCOMPARE(button("acousticSwitch")->accessibleDescription(), QStringLiteral("not learnt from"));
    }

    /// Of emotions alone the strongest stands at the head, with its own scale, label and comparisons.
    void theStrongestOfSeveralEmotionsIsTheHeadline()
    {
        m_panel->setModel(PredictPanel::Model{{{QStringLiteral("happy"), 0.0, 3.0},
                                               {QStringLiteral("sad"), 0.0, 3.0},
                                               {QStringLiteral("anger"), 0.0, 3.0}},
                                              {},
                                              {true, true, true},
                                              true});
        m_panel->setSegment(QStringLiteral("segment 1"), {0.0, 2.0, 1.0});
        QSignalSpy explained(m_panel.get(), &PredictPanel::explainedOutputChosen);
        PredictPanel::Answer answer{{0.5F, 1.5F, 0.0F}, {}, 1.0, 1.0, true};
        answer.headline = 1;
        m_panel->setAnswer(answer);
        QCOMPARE(text("predictedSentiment"), QStringLiteral("sad 1.50"));
        QCOMPARE(m_panel->findChild<QWidget*>(QStringLiteral("sentimentScale"))->accessibleName(),
                 QStringLiteral("Predicted sad 1.50"));
        QCOMPARE(whatIf(1), QStringLiteral("words as edited 1.00 1.50 +0.50"));
        QCOMPARE(m_panel->explainedOutput(), std::size_t{1});
        QCOMPARE(explained.count(), 1);
        auto* box = m_panel->findChild<QComboBox*>(QStringLiteral("explainedOutput"));
        box->setCurrentIndex(2);
        emit box->activated(2); // a person's choice stays
        answer.headline = 0;
        m_panel->setAnswer(answer);
        QCOMPARE(text("predictedSentiment"), QStringLiteral("happy 0.50"));
        QCOMPARE(m_panel->explainedOutput(), std::size_t{2});
    }

    void whatAnEditChangedIsSaid()
    {
        m_panel->setAnswer(PredictPanel::Answer{{1.0F, 0.0F}, {}, 1.5, 1.0, true});
        QCOMPARE(whatIf(1), QStringLiteral("words as edited +1.50 +1.00 −0.50"));
    }

    void whatASwitchChangedIsSaidDirectlyUnderTheScale()
    {
        m_panel->resize(340, 700);
        m_panel->show();
        m_panel->modalities().toggle(engine::Modality::Acoustic);
        m_panel->setAnswer(PredictPanel::Answer{{-0.25F, 0.0F}, {}, std::nullopt, 1.0, true, 0.5});
        QCOMPARE(whatIf(1), QStringLiteral("without Sound +0.50 −0.25 −0.75"));
        const auto* table = m_panel->findChild<QWidget*>(QStringLiteral("whatIf"));
        QTRY_VERIFY(table->y() > m_panel->findChild<QWidget*>(QStringLiteral("sentimentScale"))->y());
        QVERIFY(table->y() < m_panel->modalities().y());
        m_panel->setAnswer(PredictPanel::Answer{{-0.25F, 0.0F}, {}, 0.25, 1.0, true, 0.5});
        QCOMPARE(whatIf(1), QStringLiteral("words as edited +0.25 −0.25 −0.50"));
        QCOMPARE(whatIf(2), QStringLiteral("without Sound +0.50 −0.25 −0.75"));
        const auto* first = m_panel->findChild<QLabel*>(QStringLiteral("whatIf-1-3"));
        const auto* second = m_panel->findChild<QLabel*>(QStringLiteral("whatIf-2-3"));
        QTRY_COMPARE(first->geometry().right(), second->geometry().right()); // their decimals are one column
        m_panel->setAnswer(PredictPanel::Answer{{0.5F, 0.0F}, {}, std::nullopt, 1.0, true});
        QVERIFY(first->isHidden() && second->isHidden());
        QVERIFY(m_panel->findChild<QLabel*>(QStringLiteral("whatIfHint"))->isVisible());
    }

    void clickOnASwitchAsksForTheOtherModalities()
    {
        QSignalSpy chosen(&m_panel->modalities(), &ModalityList::chosen);
        QTest::mouseClick(button("acousticSwitch"), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_panel->modalities().enabled(), (std::array{true, false, true}));
        m_panel->modalities().toggle(engine::Modality::Acoustic);
        QCOMPARE(m_panel->modalities().enabled(), (std::array{true, true, true}));
    }

    /// Of two against one, the one is named, however small the two are beside it.
    void theModalityThatStandsAloneIsNamed()
    {
        const auto title = [](double text, double acoustic, double visual) {
            std::array<double, engine::kCoalitions> f{};
            for (engine::Coalition c = 0; c < engine::kCoalitions; ++c)
                f[c] = (c & 1 ? text : 0.0) + (c & 2 ? acoustic : 0.0) + (c & 4 ? visual : 0.0);
            const engine::InteractionMap map(f);
            return verdictTitle(map, map.verdict(6.0));
        };
        QCOMPARE(title(-0.4, -0.3, 0.6), QStringLiteral("Conflict: the face says otherwise"));
        QCOMPARE(title(0.5, -0.6, 0.4), QStringLiteral("Conflict: the voice says otherwise"));
        QCOMPARE(title(0.7, -0.4, -0.5), QStringLiteral("Conflict: the words say otherwise"));
        QCOMPARE(title(-0.4, 0.0, 0.6), QStringLiteral("Conflict: the words say otherwise")); // no third
        QCOMPARE(title(-0.6, 0.01, 0.4), QStringLiteral("Conflict: the face says otherwise"));
    }

    void settersStaySilent()
    {
        QSignalSpy chosen(&m_panel->modalities(), &ModalityList::chosen);
        m_panel->setAnswer(PredictPanel::Answer{{1.0F, 0.0F}, {}, std::nullopt, 1.0, true});
        m_panel->setSegment(QStringLiteral("segment 1 of 2"), {2.0, 1.0});
        m_panel->setAnswer(std::nullopt);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(text("predictedSentiment"), QStringLiteral("–"));
    }

    void messageGivesWayToAnAnswer()
    {
        m_panel->show();
        m_panel->setMessage(QStringLiteral("The model process is gone."), true);
        QVERIFY(m_panel->findChild<QLabel*>(QStringLiteral("predictMessage"))->isVisible());
        m_panel->setAnswer(PredictPanel::Answer{{1.0F, 0.0F}, {}, std::nullopt, 1.0, true});
        QVERIFY(!m_panel->findChild<QLabel*>(QStringLiteral("predictMessage"))->isVisible());
    }

private:
    QString text(const char* name) { return m_panel->findChild<QLabel*>(QLatin1String(name))->text(); }
    /// A line of the table of changes: name, before, now, difference.
    QString whatIf(int row)
    {
        QStringList cells;
        for (int column = 0; column < 4; ++column)
            cells << text(qPrintable(QStringLiteral("whatIf-%1-%2").arg(row).arg(column)));
        return cells.join(QLatin1Char(' '));
    }
    QAbstractButton* button(const char* name)
    {
        return m_panel->findChild<QAbstractButton*>(QLatin1String(name));
    }

    std::unique_ptr<PredictPanel> m_panel;
};

QTEST_MAIN(PredictPanelTest)
#include "tst_predict_panel.moc"
