#include "widgets/inspector/inspector_panel.h"

#include <QLabel>
#include <QTest>

using namespace widgets;

class InspectorPanelTest : public QObject {
    Q_OBJECT

private slots:
    void wordShowsItsRowsPerModality()
    {
        InspectorPanel panel;
        InspectorPanel::Word word{QStringLiteral("ending"), {8.1, 8.5}, true, {}};
        word.modalities.push_back(
            {engine::Modality::Text, QStringLiteral("word_vectors"), 1, {8.1, 8.5}, {0.5F}, {0.5F}});
        word.modalities.push_back(
            {engine::Modality::Acoustic, QStringLiteral("acoustic"), 40, {8.1, 8.5}, {1, 2}, {0.1F, 0.9F}});
        word.modalities.push_back(
            {engine::Modality::Visual, QStringLiteral("visual"), 0, {}, {0, 0}, {0, 0}});
        panel.setWord(word);
        QVERIFY(text(panel, "wordTimes").contains(QStringLiteral("8.100 – 8.500 s · edited")));
        QVERIFY(text(panel, "acousticRows").contains(QStringLiteral("40")));
        QVERIFY(text(panel, "visualRows").contains(QStringLiteral("imputed")));
        QCOMPARE(panel.findChild<RowBars*>(QStringLiteral("acousticRow"))->row(),
                 (std::vector<float>{0.1F, 0.9F}));
    }

    void segmentListsItsLabelsSentimentFirst()
    {
        InspectorPanel panel;
        panel.setSegment(InspectorPanel::Segment{QStringLiteral("ada_1 · segment 2 of 5"),
                                                 {1.0, 2.5},
                                                 QStringLiteral("so good"),
                                                 {{QStringLiteral("sentiment"), 1.5},
                                                  {QStringLiteral("happy"), 2.0},
                                                  {QStringLiteral("sad"), 0.0}}});
        QCOMPARE(text(panel, "segmentLabels"), QStringLiteral("sentiment +1.5  ·  happy 2"));
        QCOMPARE(text(panel, "segmentText"), QStringLiteral("“so good”"));
    }

    void emptyPlacesSayWhatToDo()
    {
        InspectorPanel panel;
        panel.setSegment(std::nullopt);
        panel.setWord(std::nullopt);
        QVERIFY(!text(panel, "segmentTimes").isEmpty());
        QCOMPARE(text(panel, "wordTitle"), QStringLiteral("No word here"));
    }

private:
    static QString text(const InspectorPanel& panel, const char* name)
    {
        return panel.findChild<QLabel*>(QLatin1String(name))->text();
    }
};

QTEST_MAIN(InspectorPanelTest)
#include "tst_inspector_panel.moc"
