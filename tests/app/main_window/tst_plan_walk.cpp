#include "app/planning/plan_dialog.h"
#include "app/planning/plan_table.h"
#include "app/tasks/tasks.h"
#include "app/team/sharing_dialog.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "widgets/review/plan_curve.h"
#include "widgets/review/work_bars.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

/// *Review → Plan the study…* by mouse and keys: three annotators have answered, a wish is changed, the plan
/// follows and is shared out; a dialog that is closed while it computes leaves nothing behind.
class PlanWalk : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    PlanWalk() : TutorialTest("plan") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        std::mt19937 random(3);
        const auto someNoise = [&] { return static_cast<double>(random() % 5) * 0.3 - 0.6; };
        for (const char* video : {"ada_1", "ada_2", "bert_1", "cleo_1"}) {
            session().videos().open(QLatin1String(video));
            QTRY_VERIFY(document().isInSight(QLatin1String(video)));
            for (std::size_t i = 0; i < document().spans(app::kLabelsTier).size(); ++i) {
                const engine::SegmentId segment = document().segmentId(app::kLabelsTier, i);
                const double truth
                    = engine::numberGiven(*document().annotation().segment(segment), "sentiment").value_or(0);
                say("anna", segment, truth + someNoise());
                say("bo", segment, truth + 0.7 + someNoise());
                say("cem", segment, truth + someNoise());
                ++m_answered;
            }
        }
        QVERIFY(m_answered >= 10);
    }
    void cleanupTestCase() { m_real.reset(); }

    void theAnswersOfTheProjectAreThePilot()
    {
        open();
        QVERIFY(!m_dialog->isModal());
        const QString pilot = in<QLabel>("planPilot")->text();
        QVERIFY2(pilot.contains(QLatin1String("From the answers of the project")), qPrintable(pilot));
        QVERIFY2(pilot.contains(QString::number(m_answered)), qPrintable(pilot));
        QCOMPARE(in<QSpinBox>("planRaters")->value(), 3);
        QTRY_VERIFY(in<QSpinBox>("planSegments")->value() >= m_answered);
        m_segments = in<QSpinBox>("planSegments")->value();
        QTRY_VERIFY(use()->isEnabled());
    }

    void aWishChangesThePlan()
    {
        enter("planSegments", "600");
        enter("planRaters", "5");
        QVERIFY(in<QPushButton>("planStop")->isVisible() && !use()->isEnabled()); // it computes
        QTRY_VERIFY(use()->isEnabled());
        QVERIFY(!in<QPushButton>("planStop")->isVisible());
        auto* table = in<app::PlanTable>("planTable");
        QCOMPARE(table->rowCount(), 4); // 5 to 2 people
        QCOMPARE(table->columnCount(), 8);
        enter("planHalfWidth", "0.08");
        QTRY_VERIFY(sentence().contains(QLatin1String("0.08")) && table->isReached());
        QVERIFY(use()->isEnabled()); // nothing had to be simulated again
        const engine::DesignRow wide = *table->chosenRow();
        QVERIFY(*wide.halfWidthOfUnits <= 0.08);
        enter("planHalfWidth", "0.05");
        QTRY_VERIFY(sentence().contains(QLatin1String("0.05")));
        const engine::DesignRow narrow = *table->chosenRow();
        QVERIFY2(narrow.cost > wide.cost, qPrintable(sentence())); // less doubt costs more
        QVERIFY(in<QLabel>("planChosen")->text().contains(QLatin1String("only more raters cure")));
        QCOMPARE(in<widgets::PlanCurve>("planCurve")->lines().size(), std::size_t(4)); // 2 to 5 people
        const std::vector<widgets::WorkBars::Person> work = in<widgets::WorkBars>("planWork")->people();
        QCOMPARE(work.size(), std::size_t(5));
        double ratings = 0.0;
        for (const widgets::WorkBars::Person& person : work)
            ratings += person.together + person.alone;
        QCOMPARE(std::round(ratings), *m_dialog->plan()->ratings);
        QTRY_VERIFY(in<QLabel>("planConsensus")->text().contains(QLatin1String("steps from what is true")));
        enter("planError", "0.6");
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "plan-dark" : "plan-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const QSize before = m_dialog->size();
        m_dialog->resize(1340, 690); // what a screen of 1366 × 768 leaves
        picture(*m_dialog, "plan-small", 300);
        QVERIFY2(m_dialog->minimumSizeHint().width() <= 1340 && m_dialog->minimumSizeHint().height() <= 690,
                 qPrintable(QStringLiteral("%1 × %2")
                                .arg(m_dialog->minimumSizeHint().width())
                                .arg(m_dialog->minimumSizeHint().height())));
        m_dialog->resize(before);
    }

    void anotherCellCanBeChosen()
    {
        auto* table = in<app::PlanTable>("planTable");
        const QString before = sentence();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(table->chosenRow()->raters, std::size_t(5)); // the first line has the most people
        QVERIFY(sentence() != before);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(1, 4)).center());
        QCOMPARE(table->chosenRow()->raters, std::size_t(4));
        QVERIFY(sentence().contains(QLatin1String("4 people")));
    }

    void theCommandSaysTheSame()
    {
        QTest::mouseClick(in<QPushButton>("planCopy"), Qt::LeftButton);
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith(QLatin1String("polylogue-cli design --scale=-3,3 --units ")),
                 qPrintable(command));
        for (const char* part : {" --raters 5", " --alpha-within 0.05", " --project 600", " --seed 1"})
            QVERIFY2(command.contains(QLatin1String(part)), part);
    }

    void whatCannotBeReachedIsSaid()
    {
        enter("planHalfWidth", "0.01");
        QTRY_VERIFY(in<QLabel>("planNotes")->text().contains(QStringLiteral("do not tell α within ± 0.01")));
        QVERIFY(in<QLabel>("planNotes")->text().contains(QLatin1String("no number of segments")));
        picture(*m_dialog, "plan-out-of-reach", 300);
        enter("planHalfWidth", "0.05");
        enter("planSegments", "0");
        QTRY_VERIFY(sentence().contains(QLatin1String("nothing to plan")));
        QVERIFY(!use()->isEnabled());
        picture(*m_dialog, "plan-nothing", 300);
    }

    void thePlanIsSharedOut()
    {
        enter("planSegments", QByteArray::number(m_segments).constData());
        QTRY_VERIFY(use()->isEnabled());
        const engine::StudyPlan plan = *m_dialog->plan();
        QTest::mouseClick(use(), Qt::LeftButton);
        QTRY_VERIFY(find<app::SharingDialog>("sharing") && find<app::SharingDialog>("sharing")->isVisible());
        auto* sharing = find<app::SharingDialog>("sharing");
        const engine::WorkSharing shared = sharing->choice().sharing;
        QCOMPARE(shared.each, *plan.ratersOfShare());
        QCOMPARE(shared.rest, plan.everywhere.value_or(1));
        const double wished = static_cast<double>(*plan.shareUnits) / m_segments;
        QVERIFY(shared.common >= wished - 1e-9 && shared.common < wished + 0.011);
        const QStringList names = sharing->choice().annotators;
        QCOMPARE(names.size(), 5);
        QCOMPARE(names.mid(0, 3), QStringLiteral("anna bo cem").split(QLatin1Char(' ')));
        picture(*sharing, "plan-shared", 300);
        sharing->close();
        QTRY_VERIFY(!m_dialog);
    }

    void aDialogThatIsClosedWhileItComputesLeavesNothing()
    {
        open();
        enter("planSegments", "100000");
        enter("planRaters", "12");
        QTRY_VERIFY(isSimulating());
        picture(*m_dialog, "plan-computing");
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!isSimulating());
        QVERIFY(settle());
        open(); // and again
        enter("planSegments", "100000");
        enter("planRaters", "12");
        QTRY_VERIFY(isSimulating());
        QTest::mouseClick(in<QPushButton>("planStop"), Qt::LeftButton);
        QTRY_VERIFY(sentence().contains(QLatin1String("stopped")));
        QVERIFY(!isSimulating() && !use()->isEnabled());
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
    }

private:
    bool isSimulating()
    {
        return std::ranges::any_of(session().tasks().running(), [](const app::Task* task) {
            return task->title() == QLatin1String("Simulating studies");
        });
    }
    void open()
    {
        QVERIFY(activate());
        QVERIFY(choose("Review", "Plan the study…"));
        QTRY_VERIFY(find<app::PlanDialog>("planDialog") && find<app::PlanDialog>("planDialog")->isVisible());
        m_dialog = find<app::PlanDialog>("planDialog");
        QVERIFY(QTest::qWaitForWindowActive(m_dialog, support::kPatience));
    }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* use() { return in<QPushButton>("primary"); }
    QString sentence()
    {
        return in<QLabel>("planSentence")->text().remove(QLatin1String("<b>")).remove(QLatin1String("</b>"));
    }
    void enter(const char* name, const char* number)
    {
        auto* box = in<QAbstractSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QLatin1String(number));
        QTest::keyClick(box, Qt::Key_Tab);
    }

    void say(const char* rater, engine::SegmentId segment, double value)
    {
        session().editor().answerLocks().setPass(std::string("labels/") + rater); // its own pass
        session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            return engine::judge(now, segment, engine::annotatorLayer("labels", rater, 1),
                                 [&](engine::Segment& said) {
                                     said.values["sentiment"]
                                         = {std::clamp(std::round(value), -3.0, 3.0), {rater, 1, 1, "all"}};
                                 });
        });
    }

    QPointer<app::PlanDialog> m_dialog;
    int m_answered = 0;
    int m_segments = 0;
};

WINDOW_TEST_MAIN(PlanWalk)
#include "tst_plan_walk.moc"
