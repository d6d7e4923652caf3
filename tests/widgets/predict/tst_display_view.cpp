#include "widgets/predict/display_canvas.h"
#include "widgets/predict/display_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <cmath>

#include "tests/support/waiting.h"

using namespace widgets;
using engine::DisplayCard;
using engine::DisplayScale;
using engine::Tensor;

namespace {

const QStringList kWords{QStringLiteral("so"), QStringLiteral("very"), QStringLiteral("good")};

/// What models of several kinds show, for three words.
std::vector<DisplayCard> cards()
{
    return {{"share",
             "Attention per modality",
             {"step", "modality"},
             {{}, {"text", "acoustic", "visual"}},
             DisplayScale::Share},
            {"edges",
             "Efficacy of each edge",
             {"step", "edge"},
             {{}, {"l>la", "a>la", "la>t"}},
             DisplayScale::Gate},
            {"rank", "Contribution of each rank", {"rank", "output"}, {{"1", "2"}, {}}, DisplayScale::Signed},
            {"kept", "Memory kept", {"step"}, {{}}, DisplayScale::Gate},
            {"map", "Text attends to itself", {"layer", "step", "step"}, {{}, {}, {}}, DisplayScale::Share}};
}

std::map<std::string, Tensor> values()
{
    return {{"share", {{3, 3}, {0.1F, 0.2F, 0.7F, 0.3F, 0.3F, 0.4F, 0.5F, 0.4F, 0.1F}}},
            {"edges", {{3, 3}, {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F}}},
            {"rank", {{2, 2}, {-0.6F, 0.1F, 0.2F, 0.3F}}},
            {"kept", {{3}, {0.25F, 0.5F, 0.75F}}},
            {"map", {{2, 3, 3}, {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1}}}};
}

}

class DisplayViewTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<DisplayView>();
        m_view->resize(330, 500);
        m_view->setDisplays(cards(), {QStringLiteral("sentiment"), QStringLiteral("happy")});
        m_view->setValues(values(), kWords);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get(), support::kPatience));
    }

    void hypothesesAreNamedByTheirWords()
    {
        engine::DisplayCard card{
            "scores", "Likeliest texts", {"hypothesis"}, {{}}, engine::DisplayScale::Signed};
        card.namedBy = "ids";
        card.vocabulary = {"<begin>", "<end>", "<unknown>", "<padding>", "good", "film"};
        card.marks = 4;
        m_view->setDisplays({card}, {});
        m_view->setValues(
            {{"scores", {{3}, {-0.5F, -1.5F, -2.0F}}}, {"ids", {{3, 3}, {4, 5, 1, 5, 1, 3, 1, 3, 3}}}},
            kWords);
        const widgets::DisplayTable table = widgets::tableOf(card, {{3}, {-0.5F, -1.5F, -2.0F}},
                                                             widgets::layoutOf(card, {3}), {}, kWords, {});
        QCOMPARE(table.rowNames.size(), 3);
        QCOMPARE(widgets::entryTexts(card, {{3, 3}, {4, 5, 1, 5, 1, 3, 1, 3, 3}}),
                 (QStringList{QStringLiteral("good film"), QStringLiteral("film"), QStringLiteral("–")}));
        QVERIFY(canvas());
        QCOMPARE(canvas()->table().rowNames.first(), QStringLiteral("good film"));
        QCOMPARE(canvas()->table().at(0, 0), -0.5F);
    }

    void eachDisplayFindsItsForm_data()
    {
        QTest::addColumn<int>("display");
        QTest::addColumn<DisplayForm>("form");
        QTest::addColumn<std::size_t>("rows");
        QTest::addColumn<std::size_t>("columns");
        QTest::newRow("words × modalities") << 0 << DisplayForm::HeatMap << std::size_t{3} << std::size_t{3};
        QTest::newRow("words × edges") << 1 << DisplayForm::Graph << std::size_t{3} << std::size_t{3};
        QTest::newRow("ranks of a score") << 2 << DisplayForm::Names << std::size_t{2} << std::size_t{1};
        QTest::newRow("words") << 3 << DisplayForm::Columns << std::size_t{1} << std::size_t{3};
        QTest::newRow("layers of words × words")
            << 4 << DisplayForm::HeatMap << std::size_t{3} << std::size_t{3};
    }

    void eachDisplayFindsItsForm()
    {
        QFETCH(const int, display);
        QFETCH(const DisplayForm, form);
        QFETCH(const std::size_t, rows);
        QFETCH(const std::size_t, columns);
        choose(box("displayChooser"), display);
        QCOMPARE(table().form, form);
        QCOMPARE(table().rows(), rows);
        QCOMPARE(table().columns(), columns);
    }

    void theGraphHasALegend()
    {
        choose(box("displayChooser"), 1);
        QWidget* graph = canvas();
        const QImage picture = graph->grab().toImage();
        const Theme& theme = themeOf(graph->palette());
        const auto has = [&](const QColor& colour, const QRect& area) {
            for (int x = area.left(); x <= area.right(); ++x) {
                for (int y = area.top(); y <= area.bottom(); ++y) {
                    if (picture.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        const int line = picture.height() / 8; // the lines of the legend are lower than that
        const QRect legend(0, picture.height() - 2 * line, picture.width(), 2 * line);
        QVERIFY(has(theme.language, QRect(0, legend.top(), picture.width() / 3, legend.height())));
        QVERIFY(
            has(theme.sound, QRect(picture.width() / 3, legend.top(), picture.width() / 3, legend.height())));
        QVERIFY(has(theme.vision,
                    QRect(picture.width() * 2 / 3, legend.top(), picture.width() / 3 - 1, legend.height())));
        QVERIFY(has(theme.accent, legend));
    }

    void rowsAreNamesAndColumnsAreWords()
    {
        QCOMPARE(table().columnNames, kWords);
        QCOMPARE(table().rowNames.front(), QStringLiteral("Text"));
        QCOMPARE(table().at(2, 0), 0.7F);
        QCOMPARE(table().at(0, 2), 0.5F);
    }

    void aTranslationIsReadByTheWordsOfItsSource()
    {
        m_view->setDisplays({{"attention",
                              "Attention of the translation",
                              {"target_step", "step"},
                              {{}, {}},
                              DisplayScale::Share},
                             {"translated",
                              "Translation beside the truth",
                              {"feature", "side", "step"},
                              {{}, {"true", "translated"}, {}},
                              DisplayScale::Signed}},
                            {});
        const std::vector<float> twoSteps{0.1F, 0.2F, 0.7F, 0.3F, 0.3F, 0.4F};
        m_view->setValues({{"attention", {{2, 3}, twoSteps}}, {"translated", {{1, 2, 3}, twoSteps}}}, kWords);
        QCOMPARE(table().form, DisplayForm::HeatMap);
        QCOMPARE(table().columnNames, kWords);
        QCOMPARE(table().rowNames,
                 (QStringList{QStringLiteral("written step 1"), QStringLiteral("written step 2")}));
        choose(box("displayChooser"), 1);
        QCOMPARE(table().columnNames, kWords);
        QCOMPARE(table().rowNames, (QStringList{QStringLiteral("true"), QStringLiteral("translated")}));
        QCOMPARE(table().at(1, 2), 0.4F);
        const std::vector<float> threeSteps(9, 0.1F);
        m_view->setValues({{"attention", {{3, 3}, threeSteps}}}, kWords);
        choose(box("displayChooser"), 0);
        QCOMPARE(table().rowNames, kWords); // as many steps as words: they are the words
    }

    void layersAreChosenOrAveraged()
    {
        choose(box("displayChooser"), 4);
        QCOMPARE(table().at(0, 0), 0.5F); // of both layers
        choose(box("displayAxis1"), 1);
        QCOMPARE(table().at(0, 0), 1.0F);
        choose(box("displayAxis1"), 2);
        QCOMPARE(table().at(0, 0), 0.0F);
        QVERIFY(table().rowsAreWords && table().columnsAreWords);
    }

    void aChoiceKeepsTheFocusUntilTheNextAnswer()
    {
        choose(box("displayChooser"), 4);
        choose(box("displayAxis1"), 2);
        m_view->setValues({}, kWords);
        QVERIFY(!canvas());
        m_view->setValues(values(), kWords);
        QCOMPARE(QApplication::focusWidget(), box("displayAxis1"));
        QCOMPARE(box("displayAxis1")->currentIndex(), 2);
        QCOMPARE(table().at(0, 0), 0.0F);
    }

    void displaysWithTheSameAxesAreChosenFromEachForItself()
    {
        std::vector<DisplayCard> twice = cards();
        twice.push_back(twice.back());
        twice.back().output = "map2";
        m_view->setDisplays(twice, {});
        auto both = values();
        both["map2"] = both["map"];
        m_view->setValues(both, kWords);
        choose(box("displayChooser"), 4);
        choose(box("displayAxis1"), 1);
        choose(box("displayChooser"), 5);
        QCOMPARE(box("displayAxis1")->currentIndex(), 0);
        choose(box("displayChooser"), 4);
        QCOMPARE(box("displayAxis1")->currentIndex(), 1);
    }

    void aMeanIsOfTheNumbersThatThereAre()
    {
        auto some = values();
        some["edges"].values[0] = std::nanf("");
        m_view->setValues(some, kWords);
        choose(box("displayChooser"), 1);
        QCOMPARE(table().rowMean(0), 0.55F); // of 0.4 and 0.7
        QVERIFY(!canvas()->grab().isNull());
    }

    void scoresAreChosenByName()
    {
        choose(box("displayChooser"), 2);
        QCOMPARE(box("displayAxis1")->currentText(), QStringLiteral("sentiment"));
        choose(box("displayAxis1"), 1);
        QCOMPARE(table().at(0, 0), 0.1F);
    }

    void aSignedScaleHasZeroInTheMiddleAndHoldsEverything()
    {
        choose(box("displayChooser"), 2);
        QCOMPARE(table().low, -table().high);
        QVERIFY(table().high >= 0.6);
        QCOMPARE(table().part(0.0F), 0.5);
    }

    void whatLeavesItsScaleWidensIt()
    {
        auto outside = values();
        outside["kept"].values = {0.2F, 1.4F, std::nanf("")};
        outside["share"].values[0] = -0.2F;
        m_view->setValues(outside, kWords);
        QVERIFY(table().isSigned());
        choose(box("displayChooser"), 3);
        QVERIFY(table().high >= 1.4);
        QVERIFY(!canvas()->grab().isNull()); // what is no number is not drawn
    }

    void theGraphShowsTheWordUnderThePlayhead()
    {
        choose(box("displayChooser"), 1);
        QVERIFY(canvas()->summary().contains(QStringLiteral("0.40"))); // the mean
        m_view->setCurrentWord(2);
        QVERIFY2(canvas()->summary().contains(QStringLiteral("good")), qPrintable(canvas()->summary()));
        QVERIFY(canvas()->summary().contains(QStringLiteral("0.70")));
        QCOMPARE(canvas()->accessibleDescription(), canvas()->summary());
    }

    void aGraphPerWordIsAlsoAMap()
    {
        choose(box("displayChooser"), 1);
        choose(box("displayForm"), 1);
        QCOMPARE(table().form, DisplayForm::HeatMap);
        QCOMPARE(table().rowNames.front(), QStringLiteral("l>la"));
    }

    void theMouseIsToldNameWordAndNumber()
    {
        const QPointF place(canvas()->width() - 5, 5);
        QMouseEvent move(QEvent::MouseMove, place, canvas()->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         {});
        QApplication::sendEvent(canvas(), &move);
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("Text · “good”: 0.50"));
    }

    void anOutputOfAnotherShapeIsSaidNotDrawn_data()
    {
        QTest::addColumn<Tensor>("output");
        QTest::newRow("axis too few") << Tensor{{9}, std::vector<float>(9)};
        QTest::newRow("other labels") << Tensor{{3, 2}, std::vector<float>(6)};
        QTest::newRow("nothing along an axis") << Tensor{{0, 3}, {}};
        QTest::newRow("values too few") << Tensor{{3, 3}, std::vector<float>(8)};
    }

    void anOutputOfAnotherShapeIsSaidNotDrawn()
    {
        QFETCH(const Tensor, output);
        auto wrong = values();
        wrong["share"] = output;
        m_view->setValues(wrong, kWords);
        QVERIFY(!canvas());
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("displayMessage"))->isVisible());
    }

    void stepsThatAreNotTheWordsAreNumbered()
    {
        m_view->setValues(values(), {QStringLiteral("only")});
        QVERIFY(!table().columnsAreWords);
        QCOMPARE(table().columnNames.front(), QStringLiteral("step 1"));
    }

    void onlySharesPerWordCanStandUnderWords()
    {
        auto* under = m_view->findChild<QCheckBox*>(QStringLiteral("displayUnderWords"));
        QSignalSpy wishes(m_view.get(), &DisplayView::underWordsWished);
        QVERIFY(under->isVisible());
        QTest::mouseClick(under, Qt::LeftButton, {}, QPoint(8, under->height() / 2));
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(wishes.first().first().toString(), QStringLiteral("share"));
        m_view->setUnderWords(QStringLiteral("share"));
        QCOMPARE(wishes.count(), 1);
        choose(box("displayChooser"), 2);
        QVERIFY(!under->isVisible());
    }

    void theChosenDisplayStaysForAnotherModel()
    {
        choose(box("displayChooser"), 3);
        std::vector<DisplayCard> others = cards();
        std::ranges::reverse(others);
        m_view->setDisplays(others, {});
        m_view->setValues(values(), kWords);
        QCOMPARE(box("displayChooser")->currentText(), QStringLiteral("Memory kept"));
    }

    void aModelThatShowsNothingTakesNoRoom()
    {
        m_view->setDisplays({}, {});
        QVERIFY(m_view->isHidden());
    }

private:
    QComboBox* box(const char* name) { return m_view->findChild<QComboBox*>(QLatin1String(name)); }

    /// By key, as a person would.
    static void choose(QComboBox* box, int index)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), index);
    }

    /// The picture in sight; null: there is none.
    DisplayCanvas* canvas()
    {
        for (auto* canvas : m_view->findChildren<DisplayCanvas*>()) {
            if (canvas->isVisible())
                return canvas;
        }
        return nullptr;
    }
    const DisplayTable& table() { return canvas()->table(); }

    std::unique_ptr<DisplayView> m_view;
};

QTEST_MAIN(DisplayViewTest)
#include "tst_display_view.moc"
