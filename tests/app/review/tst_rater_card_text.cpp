#include "app/agreement/rater_card_text.h"

#include <QTest>

class TestRaterCardText : public QObject {
    Q_OBJECT

private slots:
    /// A rater of many segments of whom others judged few: the figures say *not enough*, and so nothing is
    /// said of the scale.
    void nothingIsSaidOfTooFewSharedAnswers()
    {
        app::RaterFigures figures;
        figures.beside.profile = {"rex", 0.0, -0.8, 0.3, 40};
        figures.beside.pairs = {{}};
        for (const std::size_t shared : {std::size_t{8}, std::size_t{9}, std::size_t{10}}) {
            figures.beside.shared = shared;
            const auto card = app::raterCard(figures, {});
            QCOMPARE(card.figures.at(1).isKnown, shared >= 10);
            QCOMPARE(card.remark, shared >= 10 ? QStringLiteral("Reverses the scale") : QString());
        }
    }
};

QTEST_MAIN(TestRaterCardText)
#include "tst_rater_card_text.moc"
