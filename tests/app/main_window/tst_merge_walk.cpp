#include "app/opening/merge_dialog.h"
#include "engine/annotation/layers.h"
#include "widgets/review/conflict_delegate.h"
#include "widgets/review/conflict_model.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Two copies of a project that were changed differently, and what a person says of each conflict.
class MergeWalkTest : public TutorialTest {
    Q_OBJECT
public:
    MergeWalkTest() : TutorialTest("reviewing") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        session().videos().open(QStringLiteral("ada_1"));
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_1")));
        label("ada", 0, 0.0);
        m_mine = QString::fromStdString(session().project().path().string());
        QVERIFY(m_real->saveCopy(inFolder("theirs.polylogue").toStdString()));
        for (const std::size_t segment : {0, 1, 2})
            label("ada", segment, 1.0);
        openProject(inFolder("theirs.polylogue"));
        for (const std::size_t segment : {0, 1, 2})
            label("bob", segment, -2.0);
        openProject(m_mine);
        QCOMPARE(value(0), 1.0);
    }
    void cleanupTestCase() { m_real.reset(); }

    void conflictsStandSideBySideAndNothingIsDoneYet()
    {
        const engine::Annotation before = storedContent();
        QTableView* table = mergeTheirs();
        QVERIFY(table);
        QVERIFY(!dialog()->isModal()); // the timeline can be used beside it
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(text(0, widgets::ConflictModel::Place), QStringLiteral("ada_1"));
        QCOMPARE(text(0, widgets::ConflictModel::What), QStringLiteral("sentiment"));
        QVERIFY(text(0, widgets::ConflictModel::Mine).startsWith(QLatin1Char('1')));
        QVERIFY(text(0, widgets::ConflictModel::Theirs).startsWith(QStringLiteral("−2")));
        const QString by = table->model()
                               ->index(0, widgets::ConflictModel::Theirs)
                               .data(widgets::ConflictModel::DetailRole)
                               .toString();
        QVERIFY2(by.startsWith(QStringLiteral("bob · ")), qPrintable(by));
        QCOMPARE(undecided(), QStringLiteral("3 of 3 undecided"));
        QCOMPARE(dialog()->findChild<QComboBox*>(QStringLiteral("conflictKind"))->count(), 2);
        QVERIFY(storedContent() == before);
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(storedContent() == before);
    }

    void aClickGoesToThePlace()
    {
        QTableView* table = mergeTheirs();
        const QRect cell = table->visualRect(table->model()->index(2, widgets::ConflictModel::What));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        const engine::Segment* third = segment(2);
        QTRY_VERIFY(std::abs(player().position() - third->start.seconds()) < 0.05);
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void oneRowIsTheirsOneMineAndOneBoth()
    {
        const engine::Annotation before = storedContent();
        QTableView* table = mergeTheirs();
        QVERIFY(table);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_T); // the first, and on to the next
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_M);
        const QRect cell = table->visualRect(table->model()->index(2, widgets::ConflictModel::Choice));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          widgets::ConflictDelegate::choiceRect(cell, engine::ConflictSide::Both).center());
        QCOMPARE(undecided(), QStringLiteral("All 3 decided"));
        pictures();
        const int steps = history().count();
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("merge")), Qt::LeftButton);
        closeReport();
        QCOMPARE(value(0), -2.0);
        QCOMPARE(value(1), 1.0);
        QCOMPARE(value(2), 1.0);
        QCOMPARE(history().count(), steps + 1); // one step
        const engine::Annotation& now = document().annotation();
        const engine::Segment* adas = engine::judgement(now, segment(2)->id, "labels/ada");
        const engine::Segment* bobs = engine::judgement(now, segment(2)->id, "labels/bob");
        QVERIFY(adas && bobs);
        QCOMPARE(engine::numberGiven(*adas, "sentiment"), std::optional(1.0));
        QCOMPARE(engine::numberGiven(*bobs, "sentiment"), std::optional(-2.0));
        QVERIFY(!engine::judgement(now, segment(0)->id, "labels/bob"));
        history().undo();
        QVERIFY(storedContent() == before);
    }

    void theVerbsOfAllListsAreItsKeys() // A: theirs; X: mine; 3: both; Enter: the next that is undecided
    {
        QTableView* table = mergeTheirs();
        QVERIFY(table);
        table->setFocus();
        const auto side
            = [table](int row) { return static_cast<widgets::ConflictModel*>(table->model())->side(row); };
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_A);
        QCOMPARE(side(0), engine::ConflictSide::Theirs);
        QTest::keyClick(table, Qt::Key_Return); // past the second
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_3);
        QCOMPARE(side(2), engine::ConflictSide::Both);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_X);
        QCOMPARE(side(1), engine::ConflictSide::Mine);
        QCOMPARE(undecided(), QStringLiteral("All 3 decided"));
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void theNewestAreTakenByAButton()
    {
        QTableView* table = mergeTheirs();
        QVERIFY(table);
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("allNewest")), Qt::LeftButton);
        QCOMPARE(undecided(), QStringLiteral("All 3 decided"));
        QTest::keyClick(table, Qt::Key_Return);
        closeReport();
        QCOMPARE(value(0) + value(1) + value(2), -6.0); // theirs came last
        history().undo();
    }

private:
    app::MergeDialog* dialog() { return window().findChild<app::MergeDialog*>(); }
    QString undecided() { return dialog()->findChild<QLabel*>(QStringLiteral("undecided"))->text(); }
    QString text(int row, int column)
    {
        auto* table = dialog()->findChild<QTableView*>(QStringLiteral("conflicts"));
        return table->model()->index(row, column).data().toString();
    }
    const engine::Segment* segment(std::size_t index)
    {
        return document().annotation().segment(document().segmentId(app::kLabelsTier, index));
    }
    double value(std::size_t index)
    {
        return engine::numberGiven(*segment(index), "sentiment").value_or(-99);
    }

    void label(const char* annotator, std::size_t index, double number)
    {
        session().editor().setAnnotator(QLatin1String(annotator));
        session().editor().setLabel(index, QStringLiteral("sentiment"), number);
        bool isWritten = false;
        session().project().writer()->whenWritten(20000, [&isWritten](bool written) { isWritten = written; });
        QTRY_VERIFY(isWritten);
    }
    void openProject(const QString& path)
    {
        session().project().open({path.toStdString()});
        QTRY_COMPARE(QString::fromStdString(session().project().path().string()), path);
        QVERIFY(settle());
        session().videos().open(QStringLiteral("ada_1"));
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_1")));
        QVERIFY(settle());
    }
    /// @return the table of the dialog
    QTableView* mergeTheirs()
    {
        const DialogAnswers given({fileAnswer(inFolder("theirs.polylogue"))});
        if (!choose("File", "Project → Merge another copy…")
            || !QTest::qWaitFor([&] { return given.areGiven() && dialog() && dialog()->isVisible(); },
                                support::kPatience))
            return nullptr;
        dialog()->activateWindow();
        return QTest::qWaitForWindowActive(dialog(), support::kPatience)
            ? dialog()->findChild<QTableView*>(QStringLiteral("conflicts"))
            : nullptr;
    }
    /// What is told after the merge.
    void closeReport()
    {
        QString said;
        const DialogAnswers answers({[&said](QDialog* report) {
            for (const auto* text : report->findChildren<QLabel*>())
                said += text->text();
        }});
        QTRY_VERIFY(answers.areGiven());
        QVERIFY2(said.contains(QStringLiteral("changed")), qPrintable(said));
        QVERIFY(settle());
        QVERIFY(activate());
    }
    void pictures()
    {
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*dialog(), isDark ? "merge-dark" : "merge-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    QString m_mine;
};

WINDOW_TEST_MAIN(MergeWalkTest)
#include "tst_merge_walk.moc"
