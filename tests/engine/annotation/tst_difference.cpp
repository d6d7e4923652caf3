#include "engine/annotation/difference.h"

#include <QTest>

#include "tests/support/random_edits.h"

using namespace engine;

class TestDifference : public QObject {
    Q_OBJECT

private slots:
    void equalAnnotationsDoNotDiffer()
    {
        const Annotation annotation = test::withSpans({{0, 4}, {4, 6}});
        QVERIFY(difference(annotation, annotation) == Change());
    }

    void whatDiffersTurnsOneIntoTheOther()
    {
        test::EditGenerator generator(5);
        for (int round = 0; round < 200; ++round) {
            Annotation from = test::annotationAtRandom(generator, generator.below(30));
            Annotation to = round % 2 == 0 ? from : test::annotationAtRandom(generator, generator.below(30));
            test::editAtRandom(to, generator, generator.below(20));
            to.apply({{}, {}, {{std::nullopt, Item{"layout", "v", "{}"}}}});
            const Annotation before = from;
            const Change change = difference(from, to);
            from.apply(change);
            QVERIFY(from == to);
            QVERIFY(from.checkConsistency().empty());
            from.apply(change.inverse());
            QVERIFY(from == before);
            QVERIFY(from.checkConsistency().empty());
        }
    }

    void tiersComeAndGoWithTheirSegments()
    {
        Annotation from;
        Annotation to = test::withSpans({{0, 4}, {4, 6}});
        from.apply(difference(from, to));
        QVERIFY(from == to);
        from.apply(difference(from, Annotation()));
        QVERIFY(from == Annotation());
    }

    void lockedTiersAreNoHindrance()
    {
        Annotation from = test::withSpans({{0, 4}, {4, 6}});
        Tier locked = *from.tier(1);
        locked.locked = true;
        const Annotation open = from;
        from.apply({{{*from.tier(1), locked}}, {}, {}});
        const Annotation closed = from;
        Annotation edited = open;
        edited.apply(setText(edited, 1, "hello"));
        edited.apply({{{*edited.tier(1), locked}}, {}, {}});
        for (const Annotation& to : {edited, open, Annotation()}) {
            const Change change = difference(closed, to);
            Annotation now = closed;
            now.apply(change);
            QVERIFY(now == to);
            now.apply(change.inverse());
            QVERIFY(now == closed);
        }
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
