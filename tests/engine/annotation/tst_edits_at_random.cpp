#include "engine/annotation/edits.h"

#include <QTest>

#include <random>

#include "tests/support/annotations.h"

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

/// Draws edits on the tiers that there are; most are sensible, some are not.
class EditGenerator {
public:
    explicit EditGenerator(unsigned seed) : m_random(seed) { }

    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

    Change draw(const Annotation& annotation)
    {
        const Tier& tier
            = std::next(annotation.tiers().begin(), below(static_cast<int>(annotation.tiers().size())))
                  ->second;
        const SegmentId any = drawSegment(annotation, tier.id);
        if (any == 0 || below(4) == 0)
            return insertSegment(annotation, newSegment(annotation, tier));
        switch (below(8)) {
        case 0:
            return removeSegments(annotation, std::vector<SegmentId>{any});
        case 1:
        case 2:
            return moveEdge(annotation, any, below(2) == 0, drawTime(), static_cast<EdgeMode>(below(3)));
        case 3:
            return splitSegment(annotation, any, drawTime(), "b");
        case 4:
            return mergeSegments(annotation, any, drawSegment(annotation, tier.id));
        case 5:
            return setText(annotation, any, std::string(1, static_cast<char>('a' + below(26))));
        case 6:
            return setValue(annotation, any, "sentiment",
                            below(4) == 0
                                ? std::nullopt
                                : std::optional(LabelValue{below(8) - 3.0, {"ada", below(100), 1, "video"}}));
        default:
            return shiftSegments(annotation, std::vector<SegmentId>{any, drawSegment(annotation, tier.id)},
                                 test::ticks(below(9) - 4));
        }
    }

private:
    TimePoint drawTime() { return TimePoint::ofTicks(test::ticks(below(60)) / 2); }

    SegmentId drawSegment(const Annotation& annotation, TierId tier)
    {
        const std::vector<IntervalIndex::Entry> all = annotation.byTime(tier).all();
        return all.empty() ? 0 : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].id;
    }

    Segment newSegment(const Annotation& annotation, const Tier& tier)
    {
        Segment segment;
        segment.tier = tier.id;
        segment.start = drawTime();
        segment.end = TimePoint::ofTicks(segment.start.ticks + test::ticks(below(12)) / 2);
        if (tier.kind == TierKind::Point)
            segment.end = segment.start;
        if (tier.kind == TierKind::Continuous)
            segment.samples.resize(static_cast<std::size_t>(static_cast<double>(segment.length())
                                                            / kTicksPerSecond * tier.rate));
        if (tier.parent == 0)
            return segment;
        segment.parent = drawSegment(annotation, tier.parent);
        const Segment* parent = annotation.segment(segment.parent);
        if (parent && (isSymbolic(tier) || below(2) == 0)) {
            segment.start = parent->start;
            segment.end = parent->end;
            for (const Segment* sibling : annotation.childrenOf(segment.parent))
                segment.order += sibling->tier == tier.id ? 1 : 0;
        }
        if (tier.constraint != Constraint::SymbolicSubdivision)
            segment.order = 0;
        return segment;
    }

    std::mt19937 m_random;
};

}

class TestEditsAtRandom : public QObject {
    Q_OBJECT

private slots:
    void editsUndosAndRedosAgreeWithPlainLists_data()
    {
        QTest::addColumn<std::vector<Tier>>("tiers");
        const auto made = [](TierId id, TierKind kind, Constraint constraint, bool overlapping) {
            Tier tier = test::tier(id, "tier " + std::to_string(id));
            tier.kind = kind;
            tier.constraint = constraint;
            tier.parent = constraint == Constraint::None ? 0 : 1;
            tier.overlapping = overlapping;
            tier.rate = kind == TierKind::Continuous ? 10.0 : 0.0;
            return tier;
        };
        using enum Constraint;
        const Tier plain = made(1, TierKind::Interval, None, false);
        QTest::newRow("intervals") << std::vector<Tier>{plain};
        QTest::newRow("overlapping") << std::vector<Tier>{made(1, TierKind::Interval, None, true)};
        QTest::newRow("points") << std::vector<Tier>{made(1, TierKind::Point, None, false)};
        QTest::newRow("continuous") << std::vector<Tier>{made(1, TierKind::Continuous, None, false)};
        QTest::newRow("subdivision") << std::vector<Tier>{
            plain, made(2, TierKind::Interval, TimeSubdivision, false)};
        QTest::newRow("included") << std::vector<Tier>{plain, made(2, TierKind::Interval, IncludedIn, false)};
        QTest::newRow("points in intervals")
            << std::vector<Tier>{plain, made(2, TierKind::Point, IncludedIn, true)};
        QTest::newRow("symbolic subdivision")
            << std::vector<Tier>{plain, made(2, TierKind::Interval, SymbolicSubdivision, true)};
        QTest::newRow("symbolic association")
            << std::vector<Tier>{plain, made(2, TierKind::Interval, SymbolicAssociation, false)};
        Tier grandchild = made(4, TierKind::Interval, SymbolicAssociation, false);
        grandchild.parent = 2;
        QTest::newRow("all at once") << std::vector<Tier>{
            plain, made(2, TierKind::Interval, TimeSubdivision, false),
            made(3, TierKind::Interval, SymbolicSubdivision, true), grandchild};
    }

    void editsUndosAndRedosAgreeWithPlainLists()
    {
        QFETCH(const std::vector<Tier>, tiers);
        Annotation annotation;
        for (const Tier& tier : tiers)
            annotation.apply({{{std::nullopt, tier}}, {}, {}});
        NaiveModel naive;
        EditGenerator generator(11);
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

Q_DECLARE_METATYPE(std::vector<engine::Tier>)

QTEST_GUILESS_MAIN(TestEditsAtRandom)
#include "tst_edits_at_random.moc"
