#include "engine/annotation/edits.h"

#include <QTest>

#include "tests/support/random_edits.h"

using namespace engine;

namespace {

/// The same contents as plain lists, and every step they went through.
class NaiveModel {
public:
    void apply(const Change& change)
    {
        for (const Replaced<Segment>& replaced : change.segments) {
            if (replaced.before)
                std::erase(m_segments, *replaced.before);
            if (replaced.after)
                m_segments.push_back(*replaced.after);
        }
    }

    bool agreesWith(const Annotation& annotation) const
    {
        return m_segments.size() == annotation.segments().size()
            && std::ranges::all_of(m_segments, [&](const Segment& segment) {
                   const Segment* other = annotation.segment(segment.id);
                   return other && *other == segment;
               });
    }

private:
    std::vector<Segment> m_segments;
};

}

class TestEditsAtRandom : public QObject {
    Q_OBJECT

private slots:
    void editsUndosAndRedosAgreeWithPlainLists_data()
    {
        QTest::addColumn<std::vector<Tier>>("tiers");
        using enum Constraint;
        using test::dependentTier;
        const Tier plain = dependentTier(1, TierKind::Interval, None, false);
        QTest::newRow("intervals") << std::vector<Tier>{plain};
        QTest::newRow("overlapping") << std::vector<Tier>{dependentTier(1, TierKind::Interval, None, true)};
        QTest::newRow("points") << std::vector<Tier>{dependentTier(1, TierKind::Point, None, false)};
        QTest::newRow("continuous") << std::vector<Tier>{dependentTier(1, TierKind::Continuous, None, false)};
        QTest::newRow("subdivision") << std::vector<Tier>{
            plain, dependentTier(2, TierKind::Interval, TimeSubdivision, false)};
        QTest::newRow("included") << std::vector<Tier>{
            plain, dependentTier(2, TierKind::Interval, IncludedIn, false)};
        QTest::newRow("points in intervals")
            << std::vector<Tier>{plain, dependentTier(2, TierKind::Point, IncludedIn, true)};
        QTest::newRow("symbolic subdivision")
            << std::vector<Tier>{plain, dependentTier(2, TierKind::Interval, SymbolicSubdivision, true)};
        QTest::newRow("symbolic association")
            << std::vector<Tier>{plain, dependentTier(2, TierKind::Interval, SymbolicAssociation, false)};
        QTest::newRow("all at once") << test::tiersOfManyKinds();
    }

    void editsUndosAndRedosAgreeWithPlainLists()
    {
        QFETCH(const std::vector<Tier>, tiers);
        Annotation annotation;
        for (const Tier& tier : tiers)
            annotation.apply({{{std::nullopt, tier}}, {}, {}});
        NaiveModel naive;
        test::EditGenerator generator(11);
        std::vector<Change> done;
        std::vector<Change> undone;
        int applied = 0;
        int refused = 0;
        const int rounds
            = qEnvironmentVariableIntValue("EDITS") > 0 ? qEnvironmentVariableIntValue("EDITS") : 1000;
        for (int round = 0; round < rounds; ++round) {
            const Annotation before = annotation;
            std::optional<Change> change;
            const int what = generator.below(6);
            const bool isUndoOrRedo = (what == 0 && !done.empty()) || (what == 1 && !undone.empty());
            try {
                if (what == 0 && !done.empty()) {
                    change = done.back().inverse();
                    annotation.apply(*change);
                    undone.push_back(done.back());
                    done.pop_back();
                } else if (what == 1 && !undone.empty()) {
                    change = undone.back();
                    annotation.apply(*change);
                    done.push_back(undone.back());
                    undone.pop_back();
                } else {
                    change = generator.draw(annotation);
                    annotation.apply(*change);
                    done.push_back(*change);
                    undone.clear();
                    ++applied;
                }
                naive.apply(*change);
            } catch (const Refused&) {
                QVERIFY2(!isUndoOrRedo, "an undo or redo was refused");
                ++refused;
                QVERIFY(annotation == before);
            }
            const std::vector<std::string> wrong = annotation.checkConsistency();
            QVERIFY2(wrong.empty(), wrong.empty() ? "" : wrong.front().c_str());
            QVERIFY(naive.agreesWith(annotation));
        }
        while (!done.empty()) { // back to nothing
            annotation.apply(done.back().inverse());
            done.pop_back();
        }
        QVERIFY(annotation.segments().empty());
        QVERIFY2(applied > rounds / 8,
                 qPrintable(QStringLiteral("%1 applied, %2 refused").arg(applied).arg(refused)));
    }
};

QTEST_GUILESS_MAIN(TestEditsAtRandom)
#include "tst_edits_at_random.moc"
