#include "app/tasks/tasks.h"
#include "app/team/segment_agreement_dialog.h"
#include "engine/annotation/edits.h"
#include "widgets/review/sweep_curve.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

/// *Review → Agreement → Segments…* by mouse and keys: three people mark gestures in six videos; figures,
/// pairs, and the places where two differ, which are played by a click.
class SegmentAgreementWalk : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    SegmentAgreementWalk() : TutorialTest("agree") { }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void withoutSegmentsOfTheirOwnThereIsNothingToCompare()
    {
        open();
        QVERIFY(!m_dialog->isModal());
        QTRY_VERIFY2(head().contains(QLatin1String("nothing to compare")), qPrintable(head()));
        QVERIFY(!rows("segmentFigures")->isVisible());
        QVERIFY(!in<QPushButton>("segmentsStop")->isVisible());
        picture(*m_dialog, "segments-nothing", 300);
    }

    void theDialogFollowsWhatPeopleMark()
    {
        for (const char* video : kVideos) {
            plant(video, "gesture", "anna", {{1, 2.5, "nod"}, {4, 5.5, "point"}, {7, 8, "nod"}});
            plant(video, "gesture", "ben", {{1.04, 2.6, "nod"}, {4.1, 5.6, "wave"}, {9, 9.5, "nod"}});
            plant(video, "gesture", "cem", {{1, 2.5, "nod"}, {4, 5.5, "point"}, {7, 8, "nod"}});
        }
        QTRY_COMPARE(rows("segmentFigures")->isVisible() ? rows("segmentPairs")->topLevelItemCount() : 0, 3);
        QTRY_VERIFY(!in<QPushButton>("segmentsStop")->isVisible());
        QVERIFY2(head().contains(QLatin1String("anna, ben, cem cut 6 video")), qPrintable(head()));
        const QTreeWidgetItem* whole = figure("Unitizing uα");
        QVERIFY(whole);
        QCOMPARE(whole->text(3), QStringLiteral("Do they say the same at the same moments?"));
        QVERIFY2(whole->text(1).toDouble() > 0.4 && whole->text(1).toDouble() < 1.0,
                 qPrintable(whole->text(1)));
        QVERIFY(whole->text(2).startsWith(QLatin1Char('['))); // six videos
        QVERIFY2(figure("γ")->text(1).toDouble() > 0.2,
                 qPrintable(figure("γ")->text(1) + figure("γ")->text(3)));
        QVERIFY(figure("Boundary similarity B"));
        QCOMPARE(figure("Unitizing cuα, of names")->childCount(), 3); // nod, point, wave
        QVERIFY(whole->toolTip(0).contains(QLatin1String("54 segment")));
    }

    void twoWhoAreTheSameDoNotDiffer()
    {
        auto* pairs = rows("segmentPairs");
        QTreeWidgetItem* same = pairs->topLevelItem(1);
        QCOMPARE(same->text(0), QStringLiteral("anna – cem"));
        QTest::mouseClick(pairs->viewport(), Qt::LeftButton, {}, pairs->visualItemRect(same).center());
        QCOMPARE(rows("segmentDifferences")->topLevelItemCount(), 0);
        QVERIFY(in<QLabel>("segmentDifferencesHead")->text().contains(QLatin1String("0 PLACE")));
        QCOMPARE(same->text(2), QStringLiteral("1.00"));
        QCOMPARE(*in<widgets::SweepCurve>("segmentFound")->points().back().value, 1.0);
    }

    void aPairListsWhereItDiffers()
    {
        auto* pairs = rows("segmentPairs");
        QTest::keyClick(pairs, Qt::Key_Home);
        QCOMPARE(pairs->currentItem()->text(0), QStringLiteral("anna – ben"));
        const auto* places = rows("segmentDifferences");
        QCOMPARE(places->topLevelItemCount(), 18); // three in each video
        const auto first = [&](int row) { return places->topLevelItem(row)->text(3); };
        QCOMPARE(first(0), QStringLiteral("point and wave"));
        QCOMPARE(first(1), QStringLiteral("only anna: nod"));
        QCOMPARE(first(2), QStringLiteral("only ben: nod"));
        const auto edges = in<widgets::SweepCurve>("segmentEdge")->points();
        QCOMPARE(edges.size(), std::size_t(6));
        QVERIFY(*edges[4].value > *edges[0].value && edges[4].chance);
        const QString said = in<QLabel>("segmentSweep")->text();
        QVERIFY2(said.contains(QLatin1String("Of 12 segment"))
                     && said.contains(QLatin1String("50 % have the same name"))
                     && said.contains(QLatin1String("ben begins 0.07 s later and ends 0.10 s later")),
                 qPrintable(said));
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "segments-dark" : "segments-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const QSize before = m_dialog->size();
        m_dialog->resize(1340, 690); // what a screen of 1366 × 768 leaves
        picture(*m_dialog, "segments-small", 300);
        QVERIFY2(m_dialog->minimumSizeHint().width() <= 1340 && m_dialog->minimumSizeHint().height() <= 690,
                 qPrintable(QStringLiteral("%1 × %2")
                                .arg(m_dialog->minimumSizeHint().width())
                                .arg(m_dialog->minimumSizeHint().height())));
        m_dialog->resize(before);
    }

    void aClickPlaysThePlace()
    {
        auto* places = rows("segmentDifferences");
        QTreeWidgetItem* item = places->topLevelItem(7); // only anna, in the third video
        QCOMPARE(item->text(0), QLatin1String(kVideos[2]));
        places->scrollToItem(item);
        QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, places->visualItemRect(item).center());
        QTRY_VERIFY(document().isInSight(QLatin1String(kVideos[2])));
        QTRY_VERIFY(player().position() >= 7.0 && player().position() <= 8.2);
        places->setFocus();
        QTest::keyClick(places, Qt::Key_Home);
        QTest::keyClick(places, Qt::Key_Return);
        QTRY_VERIFY(document().isInSight(QLatin1String(kVideos[0])));
        QTRY_VERIFY(player().position() >= 4.0 && player().position() <= 5.8);
    }

    void whatCannotBeSaysWhy()
    {
        plant(kVideos[0], "turn", "anna", {{0, 3, "a"}, {2, 5, "b"}});
        plant(kVideos[0], "turn", "ben", {{0, 3, "a"}, {3, 5, "b"}});
        auto* tier = in<QComboBox>("segmentsTier");
        QTRY_VERIFY(tier->isVisible() && tier->count() == 2);
        QTRY_VERIFY(!in<QPushButton>("segmentsStop")->isVisible());
        QCOMPARE(rows("segmentPairs")->topLevelItemCount(), 3); // what was chosen stays
        tier->setFocus();
        QTest::keyClick(tier, Qt::Key_Down);
        QTRY_COMPARE(rows("segmentPairs")->topLevelItemCount(), 1);
        const QTreeWidgetItem* whole = figure("Unitizing uα");
        QCOMPARE(whole->text(1), QStringLiteral("undefined"));
        QVERIFY2(whole->text(3).contains(QLatin1String("Segments of anna overlap. Gamma takes overlaps.")),
                 qPrintable(whole->text(3)));
        QVERIFY(figure("γ")->text(1) != QLatin1String("undefined"));
        picture(*m_dialog, "segments-undefined", 300);
    }

    void workCanBeStoppedAndBeginsAgain()
    {
        std::vector<Marked> many;
        for (int i = 0; i < 1500; ++i)
            many.push_back({i * 0.01, i * 0.01 + 0.007, i % 2 ? "a" : "b"});
        for (const char* who : {"anna", "ben", "cem", "dan"})
            plant(kVideos[1], "blink", who, many);
        QTRY_VERIFY(in<QPushButton>("segmentsStop")->isVisible());
        QTRY_VERIFY(isComparing());
        picture(*m_dialog, "segments-computing");
        QTest::mouseClick(in<QPushButton>("segmentsStop"), Qt::LeftButton);
        QTRY_VERIFY2(in<QLabel>("segmentsState")->text().contains(QLatin1String("stopped")),
                     qPrintable(in<QLabel>("segmentsState")->text()));
        QVERIFY(!isComparing() && !in<QPushButton>("segmentsStop")->isVisible());
        QCOMPARE(rows("segmentPairs")->topLevelItemCount(), 1); // the last figures stay
        for (int i = 0; i < 4; ++i)
            history().undo();
        QTRY_VERIFY(in<QLabel>("segmentsState")->text().isEmpty() && !isComparing());
    }

    void nothingIsSaidDuringABlindPass()
    {
        document().sight().set([] {
            app::Sight hidden;
            hidden.dataset = false;
            return hidden;
        }());
        QVERIFY(head().contains(QLatin1String("blind review")) && !rows("segmentFigures")->isVisible());
        document().sight().set({});
        QVERIFY(rows("segmentFigures")->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

private:
    struct Marked {
        double start;
        double end;
        const char* text;
    };
    static constexpr const char* kVideos[]{"ada_1", "ada_2", "ada_3", "bert_1", "bert_2", "bert_3"};

    void plant(const char* video, const char* base, const char* who, const std::vector<Marked>& marked)
    {
        session().editor().editStored(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            engine::Change change;
            engine::Tier tier;
            tier.id = now.unusedTier();
            tier.video = video;
            tier.name = std::string(base) + "/" + who;
            tier.annotator = who;
            tier.overlapping = true;
            change.tiers.push_back({std::nullopt, tier});
            engine::SegmentId id = now.unusedSegment();
            for (const Marked& one : marked) {
                engine::Segment segment;
                segment.id = id++;
                segment.tier = tier.id;
                segment.start = engine::TimePoint::ofSeconds(one.start);
                segment.end = engine::TimePoint::ofSeconds(one.end);
                segment.text = one.text;
                change.segments.push_back({std::nullopt, segment});
            }
            return change;
        });
    }
    bool isComparing()
    {
        return std::ranges::any_of(session().tasks().running(), [](const app::Task* task) {
            return task->title() == QLatin1String("Comparing segments");
        });
    }
    void open()
    {
        QVERIFY(activate());
        QVERIFY(choose("Review", "Agreement → Segments…"));
        QTRY_VERIFY(find<QDialog>("segmentAgreement") && find<QDialog>("segmentAgreement")->isVisible());
        m_dialog = find<app::SegmentAgreementDialog>("segmentAgreement");
        QVERIFY(QTest::qWaitForWindowActive(m_dialog, support::kPatience));
    }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    QTreeWidget* rows(const char* name) { return in<QTreeWidget>(name); }
    QString head() { return in<QLabel>("segmentsHead")->text(); }
    QTreeWidgetItem* figure(const char* name)
    {
        const auto found = rows("segmentFigures")->findItems(QString::fromUtf8(name), Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.front();
    }

    QPointer<app::SegmentAgreementDialog> m_dialog;
};

WINDOW_TEST_MAIN(SegmentAgreementWalk)
#include "tst_segment_agreement_walk.moc"
