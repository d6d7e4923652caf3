#include "widgets/inspector/inspector_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
        word.isTimed = false;
        panel.setWord(word);
        QVERIFY(text(panel, "wordTimes").contains(QStringLiteral("8.100 – 8.500 s · without times")));
        QVERIFY(text(panel, "acousticRows").contains(QStringLiteral("40")));
        QVERIFY(text(panel, "visualRows").contains(QStringLiteral("imputed")));
        QCOMPARE(panel.findChild<RowBars*>(QStringLiteral("acousticRow"))->row(),
                 (std::vector<float>{0.1F, 0.9F}));
    }

    void setsOfWordsAreChips()
    {
        InspectorPanel panel;
        QSignalSpy chosen(&panel, &InspectorPanel::wordsChosen);
        InspectorPanel::Segment segment{QStringLiteral("v · segment 1"), {0, 1}, {}, {}, {}};
        segment.wordSets = {{QStringLiteral("feeling"), {QStringLiteral("happy")}, false, {}}};
        panel.setSegment(segment);
        QVERIFY(!panel.findChild<QToolButton*>(QStringLiteral("feelingNone"))->isChecked());
        segment.wordSets[0].words = QStringList{QStringLiteral("happy"), QStringLiteral("tired")};
        panel.setSegment(segment);
        QCOMPARE(chosen.count(), 0);
        QTest::mouseClick(panel.findChild<QToolButton*>(QStringLiteral("feeling tired")), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("feeling"));
        QCOMPARE(chosen[0][1].value<std::optional<QStringList>>(),
                 std::optional(QStringList{QStringLiteral("happy")}));
        segment.editable = false;
        panel.setSegment(segment);
        QVERIFY(!panel.findChild<QLineEdit*>(QStringLiteral("feelingWords"))->isEnabled());
    }

    void barsTellTheirColumns()
    {
        InspectorPanel panel;
        InspectorPanel::Word word{QStringLiteral("good"), {8.1, 8.5}, false, {}};
        for (const engine::Modality modality : engine::allModalities)
            word.modalities.push_back(
                {modality, QStringLiteral("seq"), 3, {8.1, 8.5}, {120.5F, 2}, {0.1F, 0.9F}});
        word.modalities[1].names = {QStringLiteral("F0"), QStringLiteral("VUV")};
        word.modalities[1].namesFrom = QStringLiteral("COVAREP");
        panel.setWord(word);
        const auto* bars = panel.findChild<RowBars*>(QStringLiteral("acousticRow"));
        const QString tip = bars->tipAt(QPointF(bars->width() / 4.0, 10));
        QVERIFY2(tip.startsWith(QStringLiteral("F0: 120.5")), qPrintable(tip));
        QVERIFY2(tip.endsWith(QStringLiteral("COVAREP")), qPrintable(tip)); // not guessed silently
        QVERIFY(bars->tipAt(QPointF(bars->width() * 0.75, 10)).startsWith(QStringLiteral("VUV: 2")));
        QVERIFY(bars->tipAt(QPointF(0, 10)).isEmpty());
        const auto* others = panel.findChild<RowBars*>(QStringLiteral("visualRow"));
        QCOMPARE(others->tipAt(QPointF(others->width() / 4.0, 10)), QStringLiteral("column 1: 120.5"));
    }

    void valuesAreShownAndChosen()
    {
        InspectorPanel panel;
        panel.setSegment(segmentWith(2.0, 1.0));
        QCOMPARE(text(panel, "segmentText"), QStringLiteral("“so good”"));
        QVERIFY(button(panel, "sentiment 2")->isChecked());
        QVERIFY(button(panel, "happy 1")->isChecked());
        QVERIFY(!button(panel, "sad 0")->isChecked()); // nobody labelled it

        QSignalSpy chosen(&panel, &InspectorPanel::valueChosen);
        QTest::mouseClick(button(panel, "sentiment -3"), Qt::LeftButton);
        QTest::mouseClick(button(panel, "happy 1"), Qt::LeftButton);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen[0].first().toString(), QStringLiteral("sentiment"));
        QCOMPARE(chosen[0].last().value<std::optional<double>>(), std::optional(-3.0));
        QCOMPARE(chosen[1].last().value<std::optional<double>>(), std::nullopt); // again: taken away
        QVERIFY(button(panel, "sentiment 2")->isChecked()); // a wish, until the document has it
    }

    void valuesBetweenTheStepsAreWritten()
    {
        InspectorPanel panel;
        panel.setSegment(segmentWith(1.5, 0.33));
        QCOMPARE(text(panel, "firstLabelHead"), QStringLiteral("sentiment   +1.5"));
        QCOMPARE(text(panel, "segmentLabels"), QStringLiteral("happy 0.33"));
        panel.setSegment(segmentWith(1.0, 2.0));
        QCOMPARE(text(panel, "firstLabelHead"), QStringLiteral("sentiment"));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("segmentLabels"))->isHidden());
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
    static InspectorPanel::Segment segmentWith(double sentiment, double happy)
    {
        return {QStringLiteral("ada_1 · segment 2 of 5"),
                {1.0, 2.5},
                QStringLiteral("so good"),
                {{QStringLiteral("sentiment"), -3, 3, sentiment},
                 {QStringLiteral("happy"), 0, 3, happy},
                 {QStringLiteral("sad"), 0, 3, std::nullopt}}};
    }
    static QToolButton* button(const InspectorPanel& panel, const char* name)
    {
        return panel.findChild<QToolButton*>(QLatin1String(name));
    }
    static QString text(const InspectorPanel& panel, const char* name)
    {
        return panel.findChild<QLabel*>(QLatin1String(name))->text();
    }
};

QTEST_MAIN(InspectorPanelTest)
#include "tst_inspector_panel.moc"
