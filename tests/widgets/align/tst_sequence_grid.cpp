#include "widgets/align/sequence_grid.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/open_menu.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;
using engine::CollapseFunction;
using Functions = std::optional<std::vector<CollapseFunction>>;

namespace {

const std::vector<SequenceGrid::Row> kRows{
    {"visual", engine::Modality::Visual, QStringLiteral("6–51"), 0.5, QStringLiteral("half of the words")},
    {"acoustic", engine::Modality::Acoustic, QStringLiteral("3"), 1.0, {}},
    {"other", std::nullopt, {}, std::nullopt, {}}};

engine::RecipeStep alignment()
{
    return engine::AlignStep{
        std::string("words"),
        {{"*", {CollapseFunction{}}}, {"visual", {CollapseFunction{"max"}}}, {"other", {}}}};
}

}

class SequenceGridTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_grid = std::make_unique<SequenceGrid>();
        m_grid->resize(360, 120);
        QVERIFY(support::showActive(*m_grid));
    }

    void eachSequenceHasItsFunctionsRowsAndCoverage()
    {
        set(alignment());
        QCOMPARE(chipTexts(),
                 (QStringList{QStringLiteral("max"), QStringLiteral("mean"), QStringLiteral("all rows")}));
        QVERIFY(labels().contains(QStringLiteral("visual")) && labels().contains(QStringLiteral("6–51")));
        QCOMPARE(chip("visual")->accessibleName(), QStringLiteral("How rows of visual become one"));
        const auto bars = m_grid->findChildren<QWidget*>();
        QVERIFY(std::ranges::any_of(bars, [](const QWidget* bar) {
            return bar->accessibleName() == QStringLiteral("visual: 50.0 % covered")
                && bar->toolTip() == QStringLiteral("half of the words");
        }));
    }

    void otherStepsShowNothing()
    {
        set(alignment());
        set(engine::SortStep());
        QCOMPARE(chipTexts(), QStringList());
        set(nullptr, {});
        QCOMPARE(chipTexts(), QStringList());
        const engine::RecipeStep step = alignment();
        set(&step, {}); // of no sequences
        QCOMPARE(chipTexts(), QStringList());
    }

    void aFunctionIsAddedToThoseThereAre()
    {
        set(alignment());
        QSignalSpy chosen(m_grid.get(), &SequenceGrid::functionsChosen);
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("mean")}));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::string>(), std::string("visual"));
        QVERIFY(last(chosen) == Functions({CollapseFunction{}, CollapseFunction{"max"}})); // as in the menu
        set(alignment());
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("max")})); // away again
        QVERIFY(last(chosen) == Functions(std::vector<CollapseFunction>()));
    }

    void severalAreChosenInOneOpenMenu()
    {
        set(alignment());
        QSignalSpy chosen(m_grid.get(), &SequenceGrid::functionsChosen);
        QVERIFY(support::chooseInMenu(
            chip("visual"),
            {QStringLiteral("mean"), QStringLiteral("std"), QStringLiteral("quantile:0.25")}));
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(last(chosen)->size(), 4U);
        QVERIFY(last(chosen)->back() == (CollapseFunction{"quantile", 0.25}));
    }

    void keysAloneChooseAFunctionAndTheMenuStaysOpen()
    {
        set(alignment());
        QSignalSpy chosen(m_grid.get(), &SequenceGrid::functionsChosen);
        bool stayed = false;
        QVERIFY(support::inMenuOf(chip("visual"), [&](QMenu& menu) {
            menu.setActiveAction(support::entryOf(menu, QStringLiteral("mean")));
            QTest::keyClick(&menu, Qt::Key_Space);
            QTest::keyClick(&menu, Qt::Key_Down);
            QTest::keyClick(&menu, Qt::Key_Return);
            stayed = menu.isVisible();
            QTest::keyClick(&menu, Qt::Key_Escape);
        }));
        QVERIFY(stayed);
        QCOMPARE(chosen.count(), 2);
        QVERIFY(last(chosen) == Functions({CollapseFunction{}})); // mean came, max went
    }

    void allRowsAreKeptOrWhatAllOthersHaveIsTaken()
    {
        set(alignment());
        QSignalSpy chosen(m_grid.get(), &SequenceGrid::functionsChosen);
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("Keep all rows")}));
        QVERIFY(last(chosen) == Functions(std::vector<CollapseFunction>()));
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("As all others")}));
        QVERIFY(last(chosen) == Functions());
        QVERIFY(!support::chooseInMenu(chip("acoustic"), {QStringLiteral("As all others")})); // it is so
        QVERIFY(support::entryOf(*chip("other")->menu(), QStringLiteral("Keep all rows"))->isChecked());
    }

    void aFillIsChosen()
    {
        set(engine::ImputeStep{"words", {{"*", engine::Fill::Mean}}});
        QCOMPARE(chipTexts().first(), QStringLiteral("mean"));
        QCOMPARE(chip("visual")->accessibleName(),
                 QStringLiteral("What stands in for missing rows of visual"));
        QSignalSpy chosen(m_grid.get(), &SequenceGrid::fillChosen);
        QVERIFY(support::chooseInMenu(chip("acoustic"), {QStringLiteral("linear")}));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::string>(), std::string("acoustic"));
        QCOMPARE(chosen.first().at(1).value<engine::Fill>(), engine::Fill::Linear);
        for (const QAction* action : chip("acoustic")->menu()->actions()) {
            set(engine::ImputeStep{"words", {{"*", engine::Fill::Mean}}}); // the answer is: as it was
            QCOMPARE(action->isChecked(), action->text() == QStringLiteral("mean"));
        }
    }

    void theSameSequencesKeepTheirOpenMenu()
    {
        set(alignment());
        QToolButton* const before = chip("visual");
        QVERIFY(support::inMenuOf(before, [&](QMenu& menu) {
            set(engine::AlignStep{std::string("words"), {{"*", {CollapseFunction{"sum"}}}}});
            QVERIFY(menu.isVisible());
        }));
        QCOMPARE(chip("visual"), before);
        QCOMPARE(chipTexts(), QStringList(3, QStringLiteral("sum")));
    }

    void aReadOnlyGridIsOnlyLookedAt()
    {
        set(alignment());
        m_grid->setEnabled(false);
        QVERIFY(!support::inMenuOf(chip("visual"), [](QMenu&) {}));
    }

    void theCoverageBarIsAsLongAsTheCoverage()
    {
        set(alignment());
        const QImage image = m_grid->grab().toImage();
        const int half = support::pixelsOf(image, darkTheme().vision, m_grid->rect());
        const int whole = support::pixelsOf(image, darkTheme().sound, m_grid->rect());
        QVERIFY2(half > 20 && half < 0.7 * whole,
                 qPrintable(QStringLiteral("%1 of %2").arg(half).arg(whole)));
        QVERIFY(support::contrast(darkTheme().panel, darkTheme().vision) >= 3.0);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("key");
        QTest::newRow("short, narrow") << 300 << QStringLiteral("visual");
        QTest::newRow("short, wide") << 1200 << QStringLiteral("visual");
        QTest::newRow("long, narrow")
            << 300 << QStringLiteral("CMU_MOSEI_TimestampedWordVectors_of_a_reading");
        QTest::newRow("Hebrew, narrow")
            << 300 << QStringLiteral("המילים של הקריאה השנייה של הטקסט כולו בקול רם");
        // It would part letters of several code points.
        // clang-format off
        QTest::newRow("emoji, narrow") << 300
                                       << QStringLiteral("👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍"
                                                         "🏽");
        // clang-format on
    }
    void nothingIsCutOff()
    {
        QFETCH(const int, width);
        QFETCH(const QString, key);
        const engine::RecipeStep step = engine::AlignStep{
            std::string("words"),
            {{"*",
              {CollapseFunction{}, CollapseFunction{"std"}, CollapseFunction{"duration_weighted_mean"},
               CollapseFunction{"quantile", 0.25}}}}};
        set(&step, {{key.toStdString(), std::nullopt, QStringLiteral("1–1234"), 0.5, {}}});
        QVERIFY2(m_grid->minimumSizeHint().width() <= width,
                 qPrintable(QString::number(m_grid->minimumSizeHint().width())));
        m_grid->resize(width, 60);
        QTRY_COMPARE(cutOff(*m_grid), QStringList());
        bool isTold = false;
        for (const QLabel* label : m_grid->findChildren<QLabel*>())
            isTold = isTold || label->text() == key || label->toolTip().contains(key);
        QVERIFY(isTold);
    }

    void manySequencesStandBelowEachOther()
    {
        std::vector<SequenceGrid::Row> rows;
        for (int i = 0; i < 60; ++i)
            rows.push_back({"sequence" + std::to_string(i), std::nullopt, {}, std::nullopt, {}});
        const engine::RecipeStep step = alignment();
        set(&step, rows);
        QCOMPARE(chipTexts().size(), 60);
        QTRY_VERIFY(m_grid->sizeHint().height() > 60 * m_grid->fontMetrics().height());
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        set(alignment());
        QTRY_VERIFY(chip("visual")->width() > 40);
        const QImage image = m_grid->grab().toImage();
        QVERIFY(support::inkContrast(image, chip("visual")->geometry().adjusted(4, 4, -4, -4)) >= 4.5);
        for (const QLabel* label : m_grid->findChildren<QLabel*>())
            QVERIFY2(label->text().isEmpty() || !label->isVisible()
                         || support::inkContrast(image, label->geometry()) >= 4.5,
                     qPrintable(label->text()));
    }

private:
    void set(const engine::RecipeStep& step) { set(&step, kRows); }
    void set(const engine::RecipeStep* step, const std::vector<SequenceGrid::Row>& rows)
    {
        m_grid->setStep(step, rows);
        support::settle();
    }
    QToolButton* chip(const char* key) const
    {
        for (QToolButton* button : m_grid->findChildren<QToolButton*>(QStringLiteral("chip"))) {
            if (!button->isHidden() && button->property("sequence").toString() == QLatin1String(key))
                return button;
        }
        return nullptr;
    }
    QStringList chipTexts() const
    {
        QStringList texts;
        for (const QToolButton* button : m_grid->findChildren<QToolButton*>(QStringLiteral("chip"))) {
            if (!button->isHidden())
                texts << button->text().remove(QStringLiteral("  ▾"));
        }
        return texts;
    }
    QStringList labels() const
    {
        QStringList texts;
        for (const QLabel* label : m_grid->findChildren<QLabel*>())
            texts << label->text();
        return texts;
    }
    static Functions last(const QSignalSpy& spy) { return spy.last().at(1).value<Functions>(); }

    std::unique_ptr<SequenceGrid> m_grid;
};

QTEST_MAIN(SequenceGridTest)
#include "tst_sequence_grid.moc"
