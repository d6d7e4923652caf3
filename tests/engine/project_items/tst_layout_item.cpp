#include "engine/annotation/tier_edits.h"
#include "engine/project_items/layout_item.h"

#include <QTest>

using namespace engine;

namespace {

Annotation withLabelsOf(const std::string& video)
{
    Annotation annotation;
    Tier tier;
    tier.video = video;
    tier.name = "labels";
    annotation.apply(addTier(annotation, tier));
    return annotation;
}

}

/// Whether the segments of a packed file stand together, as a project's labels need it.
class TestLayoutItem : public QObject {
    Q_OBJECT

private slots:
    void whoHasNoTiersTakesAnyLayout() { QVERIFY(!layoutOfProject(Annotation())); }

    void projectsOfEarlierVersionsHaveEachSegmentApart()
    {
        QVERIFY(layoutOfProject(withLabelsOf("x$_$3")) == PackedLayout::Apart);
        QVERIFY(layoutOfProject(withLabelsOf("03bSnISJMiM[3]")) == PackedLayout::Apart);
    }

    void aVideoIsNoSegment() // also where the program was killed before the layout was noted
    {
        QVERIFY(layoutOfProject(withLabelsOf("03bSnISJMiM")) == PackedLayout::Together);
    }

    void whatIsNotedCounts()
    {
        Annotation annotation = withLabelsOf("a$_$b");
        annotation.apply(putItem(annotation, layoutItem(PackedLayout::Together)));
        QVERIFY(layoutOfProject(annotation) == PackedLayout::Together);
        annotation.apply(putItem(annotation, layoutItem(PackedLayout::Apart)));
        QVERIFY(layoutOfProject(annotation) == PackedLayout::Apart);
    }
};

QTEST_GUILESS_MAIN(TestLayoutItem)

#include "tst_layout_item.moc"
