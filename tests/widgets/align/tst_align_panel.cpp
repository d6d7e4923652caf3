#include "widgets/align/align_panel.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/open_menu.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;

namespace {

engine::Recipe someRecipe()
{
    engine::Recipe recipe;
    recipe.load.items = {{"words", "/d/words.csd"}, {"visual", "/d/visual.csd"}};
    recipe.steps = {engine::AlignStep{std::string("words"), {{"*", {engine::CollapseFunction{}}}}},
                    engine::ImputeStep{"words", {}}, engine::SortStep()};
    return recipe;
}

AlignPanel::Dataset someDataset()
{
    return {
        {{"words", "/d/words.csd"}, {"visual", "/d/visual.csd"}, {"acoustic", "/d/acoustic.csd"}}, {}, 12};
}

}

class AlignPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_panel = std::make_unique<AlignPanel>();
        m_panel->resize(420, 900);
        m_panel->setDataset(someDataset());
        m_panel->setRecipe(someRecipe(), 0);
        m_panel->setApplied(QStringLiteral("talk1"), true, false);
        QVERIFY(support::showActive(*m_panel));
        support::settle();
    }

    void anEmptyPanelCanOnlyAddAStep()
    {
        AlignPanel empty;
        empty.resize(400, 600);
        QVERIFY(support::showActive(empty));
        for (const QPushButton* button : empty.findChildren<QPushButton*>())
            QVERIFY2(!button->text().isEmpty() && !button->isEnabled(), qPrintable(button->objectName()));
        for (const char* name : {"reference", "receivedSequence", "droppedRows"})
            QVERIFY2(!empty.findChild<QWidget*>(QLatin1String(name))->isVisible(), name);
        QCOMPARE(empty.received().dimension(), -1);
        QSignalSpy edited(&empty, &AlignPanel::recipeEdited);
        QVERIFY(support::chooseInMenu(empty.findChild<QToolButton*>(QStringLiteral("addStep")),
                                      {QStringLiteral("Sort rows by time")}));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.first().first().value<engine::Recipe>().steps.size(), 1U);
    }

    void aClickShowsAnotherStep()
    {
        QSignalSpy chosen(m_panel.get(), &AlignPanel::stepChosen);
        QTest::mouseClick(m_panel->findChild<QAbstractButton*>(QStringLiteral("step3")), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 2U);
        QVERIFY(m_panel->findChild<QWidget*>(QStringLiteral("reference"))->isVisible());
        m_panel->setRecipe(someRecipe(), 2);
        QVERIFY(!m_panel->findChild<QWidget*>(QStringLiteral("reference"))->isVisible());
        m_panel->setRecipe(someRecipe(), 99); // the last
        QVERIFY(m_panel->findChild<QAbstractButton*>(QStringLiteral("step3"))->isChecked());
    }

    void aStepIsAddedBehindTheChosenOne()
    {
        m_panel->setRecipe(someRecipe(), 1);
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QSignalSpy chosen(m_panel.get(), &AlignPanel::stepChosen);
        QVERIFY(add({QStringLiteral("Leave a sequence out"), QStringLiteral("visual")}));
        const auto recipe = edited.last().first().value<engine::Recipe>();
        QCOMPARE(recipe.steps.size(), 4U);
        QVERIFY(recipe.steps[2] == engine::RecipeStep(engine::RemoveStep{"visual"}));
        QCOMPARE(edited.last().at(1).toString(), QStringLiteral("add “Remove visual”"));
        QCOMPARE(chosen.last().first().value<std::size_t>(), 2U);
    }

    void onlySequencesThatAreNotThereCanBeAdded()
    {
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QVERIFY(!add({QStringLiteral("Add a sequence"), QStringLiteral("visual")}));
        QVERIFY(add({QStringLiteral("Add a sequence"), QStringLiteral("acoustic")}));
        const auto step = edited.last().first().value<engine::Recipe>().steps.at(1);
        QCOMPARE(std::get<engine::AddStep>(step).load.items.front().name, std::string("acoustic"));
    }

    void eachKindOfStepCanBeAdded_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("name");
        QTest::newRow("align") << "Align…"
                               << "align";
        QTest::newRow("impute") << "Impute missing"
                                << "impute";
        QTest::newRow("unify") << "Keep shared videos"
                               << "unify";
        QTest::newRow("hard unify") << "Keep shared segments"
                                    << "hard_unify";
        QTest::newRow("revert") << "Join segments again"
                                << "revert";
        QTest::newRow("sort") << "Sort rows by time"
                              << "sort";
    }
    void eachKindOfStepCanBeAdded()
    {
        QFETCH(const QString, entry);
        QFETCH(const QString, name);
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QVERIFY(add({entry}));
        QCOMPARE(edited.count(), 1);
        const auto recipe = edited.last().first().value<engine::Recipe>();
        QCOMPARE(QString::fromStdString(engine::name(recipe.steps.at(1))), name);
    }

    void stepsAreMovedAndRemoved()
    {
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        auto* menu = m_panel->findChild<QToolButton*>(QStringLiteral("stepMenu2"));
        QVERIFY(support::chooseInMenu(menu, {QStringLiteral("Move up")}));
        auto recipe = edited.last().first().value<engine::Recipe>();
        QVERIFY(recipe.steps[0] == someRecipe().steps[1] && recipe.steps[1] == someRecipe().steps[0]);
        QVERIFY(support::chooseInMenu(menu, {QStringLiteral("Remove")}));
        recipe = edited.last().first().value<engine::Recipe>();
        QCOMPARE(recipe.steps.size(), 2U);
        QCOMPARE(edited.last().at(1).toString(), QStringLiteral("remove “Impute missing”"));
    }

    void theReferenceAndTheFunctionsAreEdited()
    {
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QTest::keyClick(m_panel->findChild<QComboBox*>(QStringLiteral("reference")), Qt::Key_Down);
        auto step = std::get<engine::AlignStep>(edited.last().first().value<engine::Recipe>().steps[0]);
        QCOMPARE(edited.count(), 1);
        QVERIFY(step.reference == engine::AlignReference(std::string("visual")));
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("max")}));
        step = std::get<engine::AlignStep>(edited.last().first().value<engine::Recipe>().steps[0]);
        QCOMPARE(step.collapse.at("visual").size(), 2U);
        QCOMPARE(edited.last().at(1).toString(), QStringLiteral("collapse visual by mean, max"));
        m_panel->setRecipe(someRecipe(), 1);
        support::settle();
        QVERIFY(support::chooseInMenu(chip("visual"), {QStringLiteral("hold")}));
        QCOMPARE(std::get<engine::ImputeStep>(edited.last().first().value<engine::Recipe>().steps[1])
                     .fill.at("visual"),
                 engine::Fill::Hold);
    }

    void theButtonsAskForWhatTheySay()
    {
        QSignalSpy applied(m_panel.get(), &AlignPanel::applyRequested);
        QSignalSpy all(m_panel.get(), &AlignPanel::applyToAllRequested);
        QSignalSpy reverted(m_panel.get(), &AlignPanel::revertRequested);
        QCOMPARE(button("primary")->text(), QStringLiteral("Apply to talk1"));
        QCOMPARE(button("applyToAll")->text(), QStringLiteral("Apply to all 12"));
        QTest::mouseClick(button("primary"), Qt::LeftButton);
        QTest::mouseClick(button("applyToAll"), Qt::LeftButton);
        button("revert")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button("revert"), Qt::Key_Space);
        QVERIFY(applied.count() == 1 && all.count() == 1 && reverted.count() == 1);
    }

    void whatCannotBeDoneIsDisabled()
    {
        m_panel->setApplied(QStringLiteral("talk1"), true, true);
        QVERIFY(!button("primary")->isEnabled());
        QCOMPARE(button("primary")->toolTip(), QStringLiteral("This video is shown by this recipe already"));
        QVERIFY(button("revert")->isEnabled());
        m_panel->setApplied({}, false, false);
        QCOMPARE(button("primary")->text(), QStringLiteral("Apply"));
        QVERIFY(!button("primary")->isEnabled() && !button("revert")->isEnabled());
        m_panel->setRecipe({}, 0);
        m_panel->setApplied(QStringLiteral("talk1"), false, false);
        QVERIFY(!button("primary")->isEnabled() && !button("applyToAll")->isEnabled());
    }

    void aBrokenRecipeIsNotAppliedAndTheReasonIsWhole()
    {
        m_panel->resize(340, 700);
        QVERIFY(button("primary")->isEnabled());
        const QString why = QStringLiteral(
            "/a/long/path/of/many/folders/that/goes/on/and/on/acoustic_features.csd: the sequence "
            "“acoustic” has no rows in talk1, and the step before wants at least one of them");
        m_panel->setProblem(why);
        support::settle();
        QVERIFY(!button("primary")->isEnabled());
        QCOMPARE(button("primary")->toolTip(), why);
        const auto* label = m_panel->findChild<QLabel*>(QStringLiteral("recipeProblem"));
        QVERIFY(label->isVisible());
        QCOMPARE(label->text().remove(QChar(0x200b)), why);
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        const QRect needed = label->fontMetrics().boundingRect(QRect(0, 0, label->width(), 10000),
                                                               Qt::TextWordWrap, label->text());
        QVERIFY2(needed.width() <= label->width(), qPrintable(QString::number(needed.width())));
        m_panel->setProblem({});
        QVERIFY(button("primary")->isEnabled() && !label->isVisible());
    }

    void theSwitchOfTheRowsIsThereWhileTheVideoIsAligned()
    {
        QAction rows(QStringLiteral("Show aligned &rows"));
        rows.setCheckable(true);
        m_panel->setRowsSwitch(&rows);
        const auto buttons = m_panel->findChildren<QToolButton*>();
        const auto found = std::ranges::find(buttons, &rows, &QToolButton::defaultAction);
        QVERIFY(found != buttons.end());
        QToolButton* chip = *found;
        QVERIFY(chip->isVisible() && !chip->isChecked());
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(rows.isChecked());
        m_panel->setApplied(QStringLiteral("talk1"), false, false);
        QVERIFY(!chip->isVisible());
    }

    void theRecipesMenuAsksForEach()
    {
        auto* menu = m_panel->findChild<QToolButton*>(QStringLiteral("recipeMenu"));
        QSignalSpy command(m_panel.get(), &AlignPanel::copyCommandRequested);
        QSignalSpy python(m_panel.get(), &AlignPanel::copyPythonRequested);
        QSignalSpy save(m_panel.get(), &AlignPanel::saveRequested);
        QSignalSpy open(m_panel.get(), &AlignPanel::openRequested);
        QSignalSpy usual(m_panel.get(), &AlignPanel::usualRequested);
        for (const char* entry :
             {"Copy as command", "Copy as Python", "Save recipe…", "Open recipe…", "Usual recipe"})
            QVERIFY2(support::chooseInMenu(menu, {QString::fromUtf8(entry)}), entry);
        QCOMPARE(
            QList<qsizetype>({command.count(), python.count(), save.count(), open.count(), usual.count()}),
            QList<qsizetype>(5, 1));
    }

    void aReadOnlyRecipeIsOnlyLookedAt()
    {
        auto dataset = someDataset();
        dataset.isEditable = false;
        m_panel->setDataset(dataset);
        m_panel->setApplied(QStringLiteral("talk1"), true, false);
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QVERIFY(!add({QStringLiteral("Sort rows by time")}));
        for (const char* entry : {"Move up", "Move down", "Remove"})
            support::chooseInMenu(m_panel->findChild<QToolButton*>(QStringLiteral("stepMenu2")),
                                  {QLatin1String(entry)});
        QTest::keyClick(m_panel->findChild<QComboBox*>(QStringLiteral("reference")), Qt::Key_Down);
        QVERIFY(!support::inMenuOf(chip("visual"), [](QMenu&) {}));
        for (const char* name : {"primary", "applyToAll", "revert"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QCOMPARE(edited.count(), 0);
        QSignalSpy chosen(m_panel.get(), &AlignPanel::stepChosen);
        QTest::mouseClick(m_panel->findChild<QAbstractButton*>(QStringLiteral("step2")), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1); // each step can be looked at
    }

    void outcomesAreShownWithTheirSteps()
    {
        m_panel->setOutcomes({{QStringLiteral("7 of 9 words"),
                               false,
                               {{"visual", engine::Modality::Visual, QStringLiteral("6–51"), 0.5, {}}}},
                              {QStringLiteral("unknown_reference"), true, {}}});
        QCOMPARE(m_panel->findChild<QWidget*>(QStringLiteral("step1"))->accessibleDescription(),
                 QStringLiteral("7 of 9 words"));
        QCOMPARE(m_panel->findChild<QWidget*>(QStringLiteral("step2"))->accessibleDescription(),
                 QStringLiteral("unknown_reference"));
        QVERIFY(m_panel->findChild<QWidget*>(QStringLiteral("step3"))->accessibleDescription().isEmpty());
        const auto labels = m_panel->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("6–51");
        }));
    }

    void receivedRowsAreChosenBySequenceAndDimension()
    {
        m_panel->received().setRows(QStringLiteral("wonderful"),
                                    ReceivedRows::Picture{{1.0, 2.0}, {0.0, 3.0}, {}, {}});
        m_panel->received().setChoices({QStringLiteral("visual"), QStringLiteral("acoustic")},
                                       {QStringLiteral("smile"), QStringLiteral("gaze")});
        auto* sequence = m_panel->findChild<QComboBox*>(QStringLiteral("receivedSequence"));
        auto* dimension = m_panel->findChild<QComboBox*>(QStringLiteral("receivedDimension"));
        QVERIFY(sequence->isVisible());
        QSignalSpy changed(&m_panel->received(), &ReceivedSection::choiceChanged);
        QTest::keyClick(sequence, Qt::Key_Down);
        QTest::keyClick(dimension, Qt::Key_Down);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(m_panel->received().sequence(), QStringLiteral("acoustic"));
        QCOMPARE(m_panel->received().dimension(), 1);
        m_panel->received().setChoices({QStringLiteral("phones"), QStringLiteral("acoustic")}, {});
        QCOMPARE(m_panel->received().sequence(), QStringLiteral("acoustic")); // stays
        QCOMPARE(m_panel->received().dimension(), -1);
        m_panel->received().setRows({}, std::nullopt);
        QVERIFY(!sequence->isVisible());
        QCOMPARE(changed.count(), 2);
    }

    void aFindingLeadsToItsPlace()
    {
        m_panel->setFindings({{engine::AuditKind::Gap, "visual", {3.0, 4.0}}});
        support::settle();
        QSignalSpy places(m_panel.get(), &AlignPanel::placeChosen);
        QTest::mouseClick(m_panel->findChild<QToolButton*>(QStringLiteral("finding")), Qt::LeftButton);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.first().first().value<engine::Interval>().start, 3.0);
    }

    void settersStaySilent()
    {
        QSignalSpy edited(m_panel.get(), &AlignPanel::recipeEdited);
        QSignalSpy chosen(m_panel.get(), &AlignPanel::stepChosen);
        QSignalSpy changed(&m_panel->received(), &ReceivedSection::choiceChanged);
        for (std::size_t step = 0; step < 3; ++step)
            m_panel->setRecipe(someRecipe(), step);
        m_panel->setRecipe({}, 0);
        m_panel->received().setChoices({QStringLiteral("visual")}, {QStringLiteral("smile")});
        m_panel->received().setChoices({}, {});
        QCOMPARE(edited.count() + chosen.count() + changed.count(), 0);
    }

    void theKeyboardReachesAllAndScrollsAlong()
    {
        auto recipe = someRecipe();
        for (int i = 0; i < 40; ++i)
            recipe.steps.push_back(engine::SortStep());
        m_panel->resize(420, 400);
        m_panel->setRecipe(recipe, 0);
        m_panel->setFindings({{engine::AuditKind::Gap, "visual", {3.0, 4.0}}});
        support::settle();
        const auto* area = m_panel->findChild<QScrollArea*>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        const auto* finding = m_panel->findChild<QToolButton*>(QStringLiteral("finding"));
        QVERIFY(finding->visibleRegion().isEmpty());
        QTest::keyClick(m_panel.get(), Qt::Key_Tab);
        for (int i = 0; i < 300 && QApplication::focusWidget() != finding; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(finding->hasFocus());
        QVERIFY(!finding->visibleRegion().isEmpty());
        QVERIFY(m_panel->rect().contains(
            button("primary")->mapTo(m_panel.get(), button("primary")->rect().center())));
    }

    void namesOfAllKindsFitIntoAnyPanel_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("name");
        QTest::newRow("short, narrow") << 340 << QStringLiteral("visual");
        QTest::newRow("short, wide") << 1300 << QStringLiteral("visual");
        QTest::newRow("long, narrow")
            << 340 << QStringLiteral("CMU_MOSEI_TimestampedWordVectors_of_a_reading");
        QTest::newRow("Hebrew, narrow") << 340 << QStringLiteral("המילים של הקריאה השנייה של הטקסט כולו");
        QTest::newRow("emoji, narrow")
            << 340
            << QStringLiteral(
                   "👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧"
                   "🇩"
                   "🇪"
                   "👍"
                   "🏽");
        QTest::newRow("an ampersand, narrow") << 340 << QStringLiteral("R&D");
    }
    void namesOfAllKindsFitIntoAnyPanel()
    {
        QFETCH(const int, width);
        QFETCH(const QString, name);
        auto recipe = someRecipe();
        recipe.load.items.front().name = name.toStdString();
        recipe.steps[0] = engine::AlignStep{name.toStdString(), {}};
        m_panel->setRecipe(recipe, 0);
        m_panel->setApplied(name, true, false);
        m_panel->received().setRows(QStringLiteral("What “wonderful” receives"),
                                    ReceivedRows::Picture{{1.0, 2.0}, {0.0, 3.0}, {}, {}});
        m_panel->received().setChoices({name}, {name});
        m_panel->setFindings({{engine::AuditKind::Gap, name.toStdString(), {3.0, 4.0}}});
        m_panel->resize(width, 900);
        support::settle();
        QCOMPARE(m_panel->width(), width); // it can be as narrow
        const auto* area = m_panel->findChild<QScrollArea*>();
        QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                 qPrintable(QString::number(area->widget()->width())));
        QCOMPARE(cutOff(*m_panel), QStringList());
        QCOMPARE(button("primary")->text().replace(QLatin1String("&&"), QLatin1String("&")),
                 QStringLiteral("Apply to ") + name);
        QCOMPARE(button("primary")->text().count(QLatin1Char('&')), 2 * name.count(QLatin1Char('&')));
        QVERIFY(add({QStringLiteral("Leave a sequence out"), name}));
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        m_panel->received().setRows(QStringLiteral("wonderful"),
                                    ReceivedRows::Picture{{1.0, 2.0}, {0.0, 3.0}, {}, {}});
        m_panel->received().setDropped(QStringLiteral("3 rows lie between words"));
        support::settle();
        const QImage image = m_panel->grab().toImage();
        for (const char* name : {"step1", "step2", "reference", "chip", "receivedHead", "droppedRows",
                                 "primary", "applyToAll", "revert", "addStep"}) {
            const auto* widget = m_panel->findChild<QWidget*>(QLatin1String(name));
            const QRect place(widget->mapTo(m_panel.get(), QPoint()), widget->size());
            QVERIFY2(support::inkContrast(image, place.adjusted(3, 3, -3, -3)) >= 4.5, name);
        }
    }

private:
    QPushButton* button(const char* name) const
    {
        return m_panel->findChild<QPushButton*>(QLatin1String(name));
    }
    bool add(const QStringList& path) const
    {
        return support::chooseInMenu(m_panel->findChild<QToolButton*>(QStringLiteral("addStep")), path);
    }
    QToolButton* chip(const char* key) const
    {
        for (QToolButton* button : m_panel->findChildren<QToolButton*>(QStringLiteral("chip"))) {
            if (!button->isHidden() && button->property("sequence").toString() == QLatin1String(key))
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<AlignPanel> m_panel;
};

QTEST_MAIN(AlignPanelTest)
#include "tst_align_panel.moc"
