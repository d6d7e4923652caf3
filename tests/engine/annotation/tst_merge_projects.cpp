#include "engine/annotation/difference.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/merge_fields.h"
#include "engine/annotation/project/merge_projects.h"
#include "engine/annotation/recorded_tiers.h"

#include <QTest>

#include <limits>

#include "tests/support/random_edits.h"

using namespace engine;

namespace {

LabelValue given(double number, const std::string& annotator = "ada")
{
    return {number, {annotator, 1, 1, "video"}};
}

/// The annotation with one segment replaced.
Annotation with(Annotation annotation, SegmentId id, const std::function<void(Segment&)>& edit)
{
    Segment after = *annotation.segment(id);
    edit(after);
    annotation.apply({{}, {{*annotation.segment(id), after}}, {}});
    return annotation;
}

Annotation with(Annotation annotation, const Segment& added)
{
    annotation.apply(insertSegment(annotation, added));
    return annotation;
}

Annotation without(Annotation annotation, SegmentId id)
{
    annotation.apply(removeSegments(annotation, std::vector<SegmentId>{id}));
    return annotation;
}

Annotation result(const Annotation& mine, const Merged& merged)
{
    Annotation annotation = mine;
    annotation.apply(merged.change);
    return annotation;
}

std::vector<std::string> whats(const Merged& merged)
{
    std::vector<std::string> all;
    for (const Conflict& conflict : merged.conflicts)
        all.push_back(conflict.what);
    return all;
}

using Whats = std::vector<std::string>;

/// Whether the segment is there, under whatever number and in whatever place of a list.
bool holds(const Annotation& annotation, const Segment& wanted)
{
    return std::ranges::any_of(annotation.segments(), [&](const auto& item) {
        Segment same = item.second;
        same.id = wanted.id;
        same.parent = wanted.parent;
        same.order = wanted.order;
        if (isSymbolic(*annotation.tier(same.tier))) { // its times are its parent's
            same.start = wanted.start;
            same.end = wanted.end;
        }
        return same == wanted;
    });
}

}

class TestMergeProjects : public QObject {
    Q_OBJECT

    const Annotation m_base = test::withSpans({{0, 4}, {4, 6}, {8, 9}});

private slots:
    void differentFieldsOfOneSegmentAreMerged()
    {
        const Annotation mine = with(m_base, 1, [](Segment& segment) { segment.text = "hello"; });
        const Annotation theirs = with(m_base, 1, [](Segment& segment) {
            segment.values["sentiment"] = given(2);
            segment.end = TimePoint::ofTicks(test::ticks(3));
        });
        const Merged merged = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(whats(merged), Whats());
        const Segment now = *result(mine, merged).segment(1);
        QCOMPARE(now.text, std::string("hello"));
        QCOMPARE(now.end.ticks, test::ticks(3));
        QVERIFY(now.values.at("sentiment") == given(2));
        QCOMPARE(merged.changed, std::size_t(1));
        QCOMPARE(merged.added + merged.removed, std::size_t(0));
    }

    void whatBothChangedStaysAsInMineAndIsTold()
    {
        const Annotation mine = with(m_base, 1, [](Segment& segment) {
            segment.text = "mine";
            segment.values["sentiment"] = given(1);
        });
        const Annotation theirs = with(m_base, 1, [](Segment& segment) {
            segment.text = "theirs";
            segment.values["sentiment"] = given(1, "bob");
            segment.values["emotion"] = {std::string("sad"), {"bob", 1, 1, ""}};
        });
        const Merged merged = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(whats(merged), (Whats{"the text", "sentiment"}));
        Conflict text{"v", "words", "0.000 s to 4.000 s", "the text", "mine", "theirs", 1};
        text.kind = ConflictKind::Text;
        text.span = {0.0, 4.0};
        text.canBeTheirs = true;
        QVERIFY(merged.conflicts[0] == text);
        QCOMPARE(merged.conflicts[1].theirs, std::string("1 (bob)"));
        const Segment now = *result(mine, merged).segment(1);
        QCOMPARE(now.text, std::string("mine"));
        QVERIFY(now.values.contains("emotion"));
    }

    void whatOneRemovedAndTheOtherChangedStays()
    {
        const Annotation changed = with(m_base, 1, [](Segment& segment) { segment.text = "x"; });
        const Annotation removed = without(m_base, 1);
        const Merged back = mergeProjects(&m_base, removed, changed);
        QCOMPARE(whats(back), Whats{"removed in mine and changed in theirs; it is back"});
        QVERIFY(result(removed, back) == changed);
        const Merged kept = mergeProjects(&m_base, changed, removed);
        QCOMPARE(whats(kept), Whats{"changed in mine and removed in theirs; it stays"});
        QVERIFY(kept.change.empty());
        const Merged gone = mergeProjects(&m_base, m_base, removed);
        QVERIFY(result(m_base, gone) == removed && gone.conflicts.empty() && gone.removed == 1);
        QVERIFY(mergeProjects(&m_base, removed, m_base).change.empty());
    }

    void newSegmentsOfOneNumberAreTwo()
    {
        const Annotation mine = with(m_base, test::segment(1, 6, 7));
        const Annotation theirs = with(m_base, test::segment(1, 10, 12));
        const Merged merged = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(whats(merged), Whats());
        const Annotation now = result(mine, merged);
        QCOMPARE(now.segments().size(), std::size_t(5));
        QVERIFY(*now.segment(4) == *mine.segment(4));
        QVERIFY(holds(now, *theirs.segment(4)));
        QVERIFY(mergeProjects(&m_base, now, theirs).change.empty()); // once more: nothing new
    }

    void parentsGoAlongWithNewNumbers()
    {
        Annotation base = m_base;
        base.apply(
            {{{std::nullopt, test::dependentTier(2, TierKind::Interval, Constraint::IncludedIn, false)}},
             {},
             {}});
        const Annotation mine = with(base, test::segment(1, 6, 7));
        const Annotation theirs = with(with(base, test::segment(1, 10, 12)), test::segment(2, 10, 11, 4));
        const Annotation now = result(mine, mergeProjects(&base, mine, theirs));
        QCOMPARE(now.byTime(2).size(), std::size_t(1));
        const Segment* child = now.segment(now.byTime(2).all().front().id);
        QVERIFY(child->parent != 4);
        QCOMPARE(now.segment(child->parent)->start.ticks, test::ticks(10));
    }

    void childrenOfOneListAreCountedOn()
    {
        Annotation base = m_base;
        base.apply({{{std::nullopt,
                      test::dependentTier(2, TierKind::Interval, Constraint::SymbolicSubdivision, true)}},
                    {},
                    {}});
        const auto named = [](const std::string& text) {
            Segment child = test::segment(2, 0, 4, 1);
            child.text = text;
            return child;
        };
        const Annotation mine = with(base, named("mine"));
        const Annotation theirs = with(
            with(base, 1, [](Segment& segment) { segment.end = TimePoint::ofTicks(test::ticks(3)); }), [&] {
                Segment child = named("theirs");
                child.end = TimePoint::ofTicks(test::ticks(3));
                return child;
            }());
        const Merged merged = mergeProjects(&base, mine, theirs);
        QCOMPARE(whats(merged), Whats());
        const Annotation now = result(mine, merged);
        const auto children = now.childrenOf(1);
        QCOMPARE(children.size(), std::size_t(2));
        QCOMPARE(children[0]->text, std::string("mine"));
        QCOMPARE(children[1]->text, std::string("theirs"));
        QCOMPARE(children[0]->end.ticks, test::ticks(3));
    }

    void whatDoesNotFitIsLeftOutWithItsReason()
    {
        const Annotation mine = with(m_base, test::segment(1, 10, 12));
        Annotation theirs = with(m_base, [] {
            Segment segment = test::segment(1, 11, 13);
            segment.text = "theirs";
            return segment;
        }());
        theirs = with(theirs, 3, [](Segment& segment) { // a longer one, up to mine, and a text
            segment.end = TimePoint::ofTicks(test::ticks(11));
            segment.text = "good";
        });
        const Merged merged = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(merged.conflicts.size(), std::size_t(2));
        QVERIFY(merged.conflicts[0].what.starts_with("the end: In words, 8.000 s to 11.000 s would overlap"));
        QVERIFY(merged.conflicts[1].what.starts_with("In words, 11.000 s to 13.000 s would overlap"));
        QCOMPARE(merged.conflicts[1].theirs, std::string("theirs"));
        const Annotation now = result(mine, merged);
        QCOMPARE(now.segment(3)->text, std::string("good"));
        QCOMPARE(now.segments().size(), std::size_t(4));
    }

    void tiersAreMergedLikeSegments()
    {
        const auto tiers = [&](const std::function<void(Tier&)>& edit, const std::vector<Tier>& added) {
            Annotation annotation = m_base;
            Tier after = *annotation.tier(1);
            edit(after);
            annotation.apply({{{*annotation.tier(1), after}}, {}, {}});
            for (const Tier& tier : added)
                annotation.apply({{{std::nullopt, tier}}, {}, {}});
            return annotation;
        };
        Tier valence = test::tier(2, "valence");
        valence.labels.clear();
        const Annotation mine = tiers(
            [](Tier& tier) {
                tier.locked = true;
                tier.labels.push_back({"topic", FreeText{}});
            },
            {test::tier(2, "notes")});
        Annotation theirs = tiers(
            [](Tier& tier) {
                tier.name = "tokens";
                tier.labels.push_back({"stress", NumberScale{0, 1, 1}});
            },
            {valence, test::tier(3, "notes")});
        theirs = with(with(theirs, test::segment(3, 0, 1)), test::segment(2, 1, 2));
        theirs = with(theirs, 1, [](Segment& segment) { segment.values["stress"] = given(1); });
        const Merged merged = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(whats(merged), Whats());
        const Annotation now = result(mine, merged);
        QCOMPARE(now.tiers().size(), std::size_t(3));
        QCOMPARE(now.tier(1)->name, std::string("tokens"));
        QVERIFY(now.tier(1)->locked && now.tier(1)->label("topic") && now.tier(1)->label("stress"));
        QCOMPARE(now.byTime(2).all().front().start, test::ticks(0)); // theirs went into my notes
        QVERIFY(now.segment(1)->values.contains("stress"));
        QCOMPARE(now.byTime(now.tiersOf("v").back()->id).size(), std::size_t(1));
    }

    void tiersGoOnlyWhereNothingIsLost()
    {
        Annotation removed;
        QVERIFY(result(m_base, mergeProjects(&m_base, m_base, removed)) == removed);
        const Annotation changed = with(m_base, 2, [](Segment& segment) { segment.text = "x"; });
        const Merged kept = mergeProjects(&m_base, changed, removed);
        QCOMPARE(result(changed, kept).segments().size(), std::size_t(1));
        QCOMPARE(kept.conflicts.size(), std::size_t(2)); // the segment, and its tier
        const Merged back = mergeProjects(&m_base, removed, changed);
        QVERIFY(result(removed, back) == result(changed, kept));
    }

    void aTierThatBothStoredAfterTheyPartedIsOne_data()
    {
        QTest::addColumn<bool>("overlapping");
        QTest::addColumn<int>("other"); // segments that theirs stored before, of another video
        QTest::newRow("of the same numbers") << false << 0;
        QTest::newRow("of other numbers") << false << 1;
        QTest::newRow("of many other numbers, with overlaps") << true << 9;
    }

    void aTierThatBothStoredAfterTheyPartedIsOne()
    {
        QFETCH(const bool, overlapping);
        QFETCH(const int, other);
        const Annotation base;
        const auto stored = [&](const std::string& video, int count, Annotation annotation) {
            std::vector<Interval> rows;
            for (int i = 0; i < count; ++i)
                rows.push_back({i + 0.1, i + (overlapping ? 1.3 : 1.1)});
            FeatureMatrix values(rows.size(), 2);
            std::ranges::fill(values.values, std::numeric_limits<float>::quiet_NaN());
            values.values[2 * (rows.size() - 1)] = 3.0F; // the last one's sentiment is in the file
            const std::vector<std::string> names{"sentiment", "happy"};
            annotation.apply(labelsTier(annotation, video, "labels", rows, values, names));
            return annotation;
        };
        const auto label = [](const char* name, double number, const std::string& who) {
            return [=](Segment& segment) { segment.values[name] = given(number, who); };
        };
        Annotation mine = stored("v", 5, base);
        mine = with(mine, 1, label("sentiment", 1, "ada"));
        mine = with(mine, 3, label("sentiment", 2, "ada"));
        mine = with(mine, 5, label("happy", 1, "ada"));
        const SegmentId first = other + 1;
        Annotation theirs = stored("v", 5, other > 0 ? stored("w", other, base) : base);
        theirs = with(theirs, first, label("happy", 2, "bob"));
        theirs = with(theirs, first + 1, label("sentiment", -1, "bob"));
        theirs = with(theirs, first + 2, label("sentiment", -2, "bob"));
        theirs = with(theirs, first + 3, [](Segment& segment) { segment.end.recorded.reset(); });
        theirs = with(theirs, first + 4, label("sentiment", 0, "bob"));
        const Merged merged = mergeProjects(&base, mine, theirs);
        QCOMPARE(whats(merged), Whats{"sentiment"});
        QCOMPARE(merged.conflicts.front().segment, SegmentId(3));
        QCOMPARE(merged.conflicts.front().theirs, std::string("-2 (bob)"));
        QCOMPARE(merged.added, static_cast<std::size_t>(other));
        const Annotation now = result(mine, merged);
        QCOMPARE(now.segments().size(), static_cast<std::size_t>(5 + other));
        QVERIFY(now.segment(1)->values
                == (std::map<std::string, LabelValue>{{"sentiment", given(1)}, {"happy", given(2, "bob")}}));
        QVERIFY(now.segment(2)->values.at("sentiment") == given(-1, "bob"));
        QVERIFY(now.segment(3)->values.at("sentiment") == given(2));
        QVERIFY(!now.segment(4)->end.recorded);
        QVERIFY(now.segment(5)->values.at("sentiment") == given(0, "bob"));
        QVERIFY(now.segment(5)->values.at("happy") == given(1));
        QVERIFY(mergeProjects(&base, now, theirs).change.empty()); // once more: nothing new
        QCOMPARE(mergeProjects(&base, theirs, mine).conflicts.size(), std::size_t(1));
    }

    void itemsAreMerged()
    {
        const auto items = [](const std::vector<std::pair<std::string, std::string>>& all) {
            Annotation annotation;
            for (const auto& [name, json] : all)
                annotation.apply({{}, {}, {{std::nullopt, Item{"k", name, json}}}});
            return annotation;
        };
        const Annotation base = items({{"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}});
        const Annotation mine = items({{"a", "2"}, {"b", "2"}, {"c", "1"}, {"mine", "1"}});
        const Annotation theirs = items({{"a", "1"}, {"b", "3"}, {"d", "3"}, {"theirs", "1"}});
        const Merged merged = mergeProjects(&base, mine, theirs);
        QVERIFY(result(mine, merged)
                == items({{"a", "2"}, {"b", "2"}, {"d", "3"}, {"mine", "1"}, {"theirs", "1"}}));
        QCOMPARE(whats(merged), (Whats{"k b", "k d"}));
        const Merged conservative = mergeProjects(nullptr, mine, theirs);
        QCOMPARE(result(mine, conservative).items().size(), std::size_t(6));
        QCOMPARE(whats(conservative), (Whats{"k a", "k b"}));
    }

    void withoutABaseNothingIsRemoved()
    {
        Annotation mine = with(m_base, 1, [](Segment& segment) { segment.values["sentiment"] = given(1); });
        mine = with(mine, test::segment(1, 6, 7));
        Annotation theirs = with(without(m_base, 2), 1, [](Segment& segment) {
            segment.text = "theirs";
            segment.values["emotion"] = {std::string("sad"), {}};
        });
        theirs = with(theirs, test::segment(1, 20, 21));
        const Merged merged = mergeProjects(nullptr, mine, theirs);
        QCOMPARE(whats(merged), Whats());
        const Annotation now = result(mine, merged);
        QCOMPARE(now.segments().size(), std::size_t(5));
        QCOMPARE(now.segment(1)->values.size(), std::size_t(2));
        QCOMPARE(now.segment(1)->text, std::string("theirs"));
    }

    void whatWasChosenIsDone()
    {
        const Annotation mine = with(m_base, 1, [](Segment& segment) {
            segment.text = "mine";
            segment.comment = "loud";
            segment.values["sentiment"] = {1.0, {"ada", 10, 1, ""}};
        });
        const Annotation theirs = with(m_base, 1, [](Segment& segment) {
            segment.text = "theirs";
            segment.comment = "fast";
            segment.values["sentiment"] = {2.0, {"bob", 20, 1, ""}};
        });
        const Merged asked = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(whats(asked), (Whats{"the text", "the comment", "sentiment"}));
        const Conflict& label = asked.conflicts[2];
        QCOMPARE(label.kind, ConflictKind::Label);
        QCOMPARE(label.mineBy.annotator + label.theirsBy.annotator, std::string("adabob"));
        QCOMPARE(newestOf(label), ConflictSide::Theirs);
        QCOMPARE(newestOf(asked.conflicts[0]), ConflictSide::Undecided);
        QVERIFY(label.canBeBoth && asked.conflicts[1].canBeBoth && !asked.conflicts[0].canBeBoth);

        const auto merge = [&](ConflictSide text, ConflictSide comment, ConflictSide sentiment) {
            const ConflictChoices choices{
                {asked.conflicts[0], text}, {asked.conflicts[1], comment}, {asked.conflicts[2], sentiment}};
            return mergeProjects(&m_base, mine, theirs, choices);
        };
        using enum ConflictSide;
        QVERIFY(result(mine, merge(Theirs, Theirs, Theirs)) == theirs);
        QVERIFY(merge(Theirs, Theirs, Theirs).conflicts.empty());
        QVERIFY(merge(Mine, Mine, Mine).change.empty() && merge(Mine, Mine, Mine).conflicts.empty());
        QCOMPARE(merge(Undecided, Mine, Theirs).conflicts, (std::vector{asked.conflicts[0]}));

        const Annotation both = result(mine, merge(Both, Both, Both)); // two texts cannot both stand
        QCOMPARE(whats(merge(Both, Both, Both)), Whats{"the text"});
        QCOMPARE(both.segment(1)->comment, std::string("loud\nfast"));
        QCOMPARE(numberGiven(*both.segment(1), "sentiment"), std::optional(1.0));
        QCOMPARE(numberGiven(*judgement(both, 1, "words/ada"), "sentiment"), std::optional(1.0));
        QCOMPARE(numberGiven(*judgement(both, 1, "words/bob"), "sentiment"), std::optional(2.0));
        QVERIFY(both.checkConsistency().empty());
    }

    void whatOneRemovedIsSettledEitherWay()
    {
        const Annotation changed = with(m_base, 1, [](Segment& segment) { segment.text = "x"; });
        const Annotation removed = without(m_base, 1);
        const auto merged = [&](const Annotation& mine, const Annotation& theirs, ConflictSide side) {
            ConflictChoices choices;
            for (const Conflict& conflict : mergeProjects(&m_base, mine, theirs).conflicts)
                choices[conflict] = side;
            return result(mine, mergeProjects(&m_base, mine, theirs, choices));
        };
        QVERIFY(merged(removed, changed, ConflictSide::Mine) == removed);
        QVERIFY(merged(removed, changed, ConflictSide::Theirs) == changed);
        QVERIFY(merged(changed, removed, ConflictSide::Mine) == changed);
        QVERIFY(merged(changed, removed, ConflictSide::Theirs) == removed);
    }

    void theirsTakesThePlaceOfWhatIsInItsWay()
    {
        const Annotation mine = with(m_base, test::segment(1, 6, 8)); // a tier without overlaps
        const Annotation theirs = with(m_base, test::segment(1, 7, 8));
        const Merged asked = mergeProjects(&m_base, mine, theirs);
        QCOMPARE(asked.conflicts.size(), std::size_t(1));
        QCOMPARE(asked.conflicts[0].kind, ConflictKind::Whole);
        const Annotation now = result(
            mine, mergeProjects(&m_base, mine, theirs, {{asked.conflicts[0], ConflictSide::Theirs}}));
        QCOMPARE(now.segments().size(), std::size_t(4));
        QVERIFY(holds(now, *theirs.segment(4)));
        QVERIFY(now.checkConsistency().empty());
    }

    void theReportIsATable()
    {
        Merged merged;
        merged.conflicts.push_back({"v", "words", "0.000 s to 4.000 s", "the text", "a, \"b\"", "c\nd", 1});
        QCOMPARE(conflictTable(merged.conflicts),
                 std::string("video,tier,where,what,mine,theirs\r\n"
                             "v,words,0.000 s to 4.000 s,the text,\"a, \"\"b\"\"\",\"c\nd\"\r\n"));
    }

    void randomEditsOfTwoAlwaysMerge_data()
    {
        QTest::addColumn<bool>("hasBase");
        QTest::addColumn<bool>("sameNumbers");
        QTest::newRow("with the base") << true << false;
        QTest::newRow("with the base, new ones of one number") << true << true;
        QTest::newRow("without") << false << true;
    }

    void randomEditsOfTwoAlwaysMerge()
    {
        QFETCH(const bool, hasBase);
        QFETCH(const bool, sameNumbers);
        test::EditGenerator generator(3);
        int agreed = 0;
        for (int round = 0; round < 200; ++round) {
            const Annotation base = test::annotationAtRandom(generator, 5 + generator.below(40));
            Annotation mine = base;
            Annotation theirs = base;
            test::editAtRandom(mine, generator, generator.below(12));
            if (!sameNumbers)
                theirs.reserveSegments(1000);
            test::editAtRandom(theirs, generator, generator.below(12));
            const Annotation* known = hasBase ? &base : nullptr;

            const Merged merged = mergeProjects(known, mine, theirs);
            const Annotation now = result(mine, merged); // throws when it is refused
            for (const ConflictSide side : {ConflictSide::Mine, ConflictSide::Theirs, ConflictSide::Both}) {
                ConflictChoices choices;
                for (const Conflict& conflict : merged.conflicts)
                    choices[conflict] = side;
                const Merged chosen = mergeProjects(known, mine, theirs, choices);
                QVERIFY(result(mine, chosen).checkConsistency().empty());
                QVERIFY(side == ConflictSide::Both || chosen.conflicts.size() <= merged.conflicts.size());
            }
            const std::vector<std::string> wrong = now.checkConsistency();
            QVERIFY2(wrong.empty(), wrong.empty() ? "" : wrong.front().c_str());
            QVERIFY(mergeProjects(known, mine, mine).change.empty());
            QVERIFY(mergeProjects(known, mine, mine).conflicts.empty());
            for (const auto& [id, segment] : theirs.segments()) {
                const Segment* before = base.segment(id);
                if (before && *before == segment)
                    continue;
                const bool isTold = std::ranges::any_of(merged.conflicts, [&](const Conflict& conflict) {
                    return conflict.tier == theirs.tier(segment.tier)->name
                        && conflict.where == merging::spanOf(segment);
                });
                const bool isOneWithMine
                    = !hasBase && mine.segment(id) && mine.segment(id)->tier == segment.tier;
                QVERIFY2(before || isTold || isOneWithMine || holds(now, segment),
                         qPrintable(QString::number(round)));
            }
            if (hasBase && mergeProjects(known, base, theirs).conflicts.empty())
                QVERIFY(result(base, mergeProjects(known, base, theirs)) == theirs);
            else
                QVERIFY(!hasBase);
            const Merged reverse = mergeProjects(known, theirs, mine);
            const Annotation other = result(theirs, reverse);
            QVERIFY(other.checkConsistency().empty());
            if (merged.conflicts.empty() && reverse.conflicts.empty() && !sameNumbers) {
                QCOMPARE(other.segments().size(), now.segments().size());
                for (const auto& [id, segment] : other.segments())
                    QVERIFY2(holds(now, segment), qPrintable(QString::number(round)));
                ++agreed;
            }
        }
        qInfo("%d rounds without conflicts", agreed);
        QVERIFY(sameNumbers || agreed > 30);
    }

    void nothingToMergeIsNothing()
    {
        QVERIFY(mergeProjects(&m_base, m_base, m_base).change.empty());
        QVERIFY(mergeProjects(nullptr, Annotation(), Annotation()).change.empty());
        const Merged all = mergeProjects(nullptr, Annotation(), m_base);
        QVERIFY(result(Annotation(), all) == m_base);
        QCOMPARE(all.added, std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestMergeProjects)
#include "tst_merge_projects.moc"
