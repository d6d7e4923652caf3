#include "app/influence/influence_dialog.h"
#include "app/review/review.h"
#include "engine/project_items/exposures.h"
#include "engine/project_items/influence_study.h"
#include "widgets/review/influence_plot.h"
#include "widgets/timeline/timeline_view.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"

/// *Review → Agreement → Measure the model’s influence…* by mouse and keys: a measurement begins, two
/// annotators answer in blind passes that show and hide the prediction, what they saw is kept and reported.
class InfluenceWalk : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    InfluenceWalk() : TutorialTest("agree") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        QTRY_VERIFY(session().modelsClient().model());
    }
    void cleanupTestCase() { m_real.reset(); }

    void nothingBeginsWithoutTwoAnnotators()
    {
        open();
        QVERIFY(!m_dialog->isModal());
        enter("anna");
        QVERIFY(!in<QPushButton>("influenceBegin")->isEnabled());
        QTRY_VERIFY(in<QLabel>("influencePower")->text().contains(QLatin1String("Two annotators")));
        QVERIFY(in<QLabel>("influenceFinding")->text().startsWith(QLatin1String("No answer was given yet")));
    }

    void whatCanBeFoundIsSaidBefore()
    {
        enter("anna, ben, cem, dora");
        QTRY_VERIFY2(in<QLabel>("influencePower")->text().contains(QLatin1String("pull of")),
                     qPrintable(in<QLabel>("influencePower")->text()));
        QVERIFY(in<QPushButton>("influenceBegin")->isEnabled());
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "influence-plan-dark" : "influence-plan-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void aMeasurementBegins()
    {
        enter("anna, ben");
        QTest::mouseClick(in<QPushButton>("influenceBegin"), Qt::LeftButton);
        QTRY_VERIFY(influenceStudy(annotation(), app::kLabelsTier));
        const engine::InfluenceStudy study = *influenceStudy(annotation(), app::kLabelsTier);
        QCOMPARE(study.raters, (std::vector<std::string>{"anna", "ben"}));
        QVERIFY(study.units.size() >= kSegments);
        for (const engine::InfluenceStudy::Unit& unit : study.units)
            QVERIFY(unit.shown[0] != unit.shown[1]); // one of the two sees the prediction
        QTRY_VERIFY(in<QPushButton>("influenceEnd")->isVisible());
        QVERIFY(in<QLabel>("influenceState")->text().contains(QLatin1String("anna, ben")));
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
    }

    void blindPassesShowAndHideThePrediction()
    {
        for (const char* who : {"anna", "ben"})
            judge(who);
        for (const char* who : {"anna", "ben"}) {
            const engine::ReviewPass pass = *reviewPass(annotation(), std::string("labels/") + who);
            for (const engine::ReviewPass::Place& place : pass.places) {
                const std::vector<engine::Exposure> kept = exposuresAt(annotation(), pass, place);
                const auto prediction
                    = std::ranges::find(kept, engine::ExposedThing::Prediction, &engine::Exposure::what);
                QVERIFY(prediction != kept.end() && prediction->value && prediction->arm == place.arm);
                QCOMPARE(prediction->visible >= engine::kLeastLook, place.arm == engine::SightArm::Shown);
                QVERIFY(std::ranges::none_of(kept, [](const engine::Exposure& exposure) {
                    return exposure.what == engine::ExposedThing::Other && exposure.isBeforeAnswer;
                }));
                QVERIFY(answerExposure(annotation(), pass, place)
                        == (place.arm == engine::SightArm::Shown ? engine::AnswerExposure::Shown
                                                                 : engine::AnswerExposure::None));
            }
        }
    }

    void theResultIsToldAndTheMeasurementEnds()
    {
        open();
        const QString finding = in<QLabel>("influenceFinding")->text();
        QVERIFY2(
            finding.startsWith(QLatin1String("Where the prediction was visible (12 answers, 12 segments)")),
            qPrintable(finding));
        QVERIFY(!finding.contains(QLatin1String("Not randomised")));
        QVERIFY(in<widgets::InfluencePlot>("influencePlot")->isVisible());
        QTest::mouseClick(in<QPushButton>("influenceCopy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), finding);
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "influence-result-dark" : "influence-result-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        QTest::mouseClick(in<QPushButton>("influenceEnd"), Qt::LeftButton);
        QTRY_VERIFY(influenceStudy(annotation(), app::kLabelsTier)->isEnded);
        QTRY_VERIFY(in<QPushButton>("influenceBegin")->isVisible());
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
    }

    void aDialogThatIsClosedWhileItSimulatesLeavesNothing()
    {
        open();
        enter("anna, ben, cem, dora, emil, fay");
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(settle());
        QVERIFY(session().tasks().running().empty());
    }

private:
    static constexpr std::size_t kSegments = 12;

    const engine::Annotation& annotation() { return document().annotation(); }

    void open()
    {
        QVERIFY(activate());
        QVERIFY(choose("Review", "Agreement → Measure the model’s influence…"));
        QTRY_VERIFY(find<app::InfluenceDialog>("influenceDialog")
                    && find<app::InfluenceDialog>("influenceDialog")->isVisible());
        m_dialog = find<app::InfluenceDialog>("influenceDialog");
        QVERIFY(QTest::qWaitForWindowActive(m_dialog, support::kPatience));
    }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    void enter(const char* raters)
    {
        auto* field = in<QLineEdit>("influenceRaters");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(raters));
        QTest::keyClick(field, Qt::Key_Tab);
    }

    void judge(const char* who)
    {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, who, 1);
        const engine::InfluenceStudy study = *influenceStudy(annotation(), app::kLabelsTier);
        for (std::size_t i = 0; i < kSegments; ++i)
            pass.places.push_back(placeOf(study.units[i], static_cast<int>(i) + 1));
        QVERIFY(activate());
        m_review->startAt(pass);
        QTRY_VERIFY(m_review->isActive());
        while (m_review->done() < kSegments) {
            QTRY_VERIFY(m_review->segment() != 0);
            const std::size_t done = m_review->done();
            const bool isShown = m_review->arm() == engine::SightArm::Shown;
            const auto isModelThere = [this] {
                const auto others = m_review->others();
                return std::ranges::any_of(others, &app::OtherJudgement::isModel);
            };
            QTRY_VERIFY(isModelThere());
            QVERIFY(m_review->isHiding());
            QTRY_COMPARE(find<QLabel>("otherName") && find<QLabel>("otherName")->isVisible(), isShown);
            if (isShown)
                QVERIFY(find<QLabel>("otherName")->text().startsWith(QLatin1String("model ")));
            m_review->setPeeking(true); // what the measurement decides cannot be peeked at
            QVERIFY(m_review->isHiding());
            if (done < 2)
                picture(window(), isShown ? "influence-shown" : "influence-hidden", 100);
            QTest::qWait(500); // longer than a look
            support::rate(*m_review, *window().findChild<widgets::TimelineView*>(),
                          static_cast<int>(done % 7) + 1);
        }
        m_review->leave();
    }

    /// The segment of the study that begins there.
    engine::ReviewPass::Place placeOf(const engine::InfluenceStudy::Unit& unit, int number)
    {
        session().videos().open(QString::fromStdString(unit.video));
        const bool isThere = QTest::qWaitFor(
            [&] { return document().isInSight(QString::fromStdString(unit.video)); }, support::kPatience);
        engine::ReviewPass::Place place{unit.video, {unit.start, unit.start}, {}, 0.0, number};
        for (const engine::Interval& span :
             isThere ? document().spans(app::kLabelsTier) : std::vector<engine::Interval>()) {
            if (std::abs(span.start - unit.start) < 1e-6)
                place.span = span;
        }
        return place;
    }

    app::Review* m_review = nullptr;
    QPointer<app::InfluenceDialog> m_dialog;
};

WINDOW_TEST_MAIN(InfluenceWalk)
#include "tst_influence_walk.moc"
