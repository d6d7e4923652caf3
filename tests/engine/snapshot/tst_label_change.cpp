#include "engine/snapshot/label_change.h"
#include "engine/snapshot/label_rows.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/snapshot/snapshot_project.h"
#include "tests/support/failure.h"

using namespace engine;

class TestLabelChange : public QObject {
    Q_OBJECT

private slots:
    void whatChangedCameAndWentIsCounted()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const DatasetList before = test::smallDataset(place); // v: 1, 2; w: −1
        const ProjectLabel now{
            "sentiment",
            {},
            {{"v", {0, 1}, 3.0}, {"v", {1, 2}, std::nullopt}, {"w", {0, 2}, -1.0}, {"w", {2, 3}, 0.0}}};
        const LabelChange change = labelChange(before, withLabel(before, now, place / "now.csd"), "labels");
        QCOMPARE(change.changed, std::size_t(1));
        QCOMPARE(change.removed, std::size_t(1));
        QCOMPARE(change.added, std::size_t(1));
        QCOMPARE(change.videos, std::size_t(2));
        QCOMPARE(change.all(), std::size_t(3));
    }

    void theSameLabelsHaveNotChanged()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const DatasetList before = test::smallDataset(place);
        QCOMPARE(labelChange(before, before, "labels").all(), std::size_t(0));
        const ProjectLabel now{
            "sentiment", {}, {{"v", {0, 1}, 1.0}, {"v", {1, 2}, 2.0}, {"w", {0, 2}, -1.0}}};
        QCOMPARE(labelChange(before, withLabel(before, now, place / "now.csd"), "labels").all(),
                 std::size_t(0)); // in another file
    }

    /// Labels that are aligned already have an entry for each segment.
    void anEntryForEachSegmentIsThatOfItsVideo()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const DatasetList before = test::smallDataset(place); // v: 1, 2; w: −1
        ComputationalSequence labels
            = test::sequence("labels",
                             {{"v[0]", {{ElementType::Float64, {{0, 1}}}, test::floats(1, {1.0F})}},
                              {"v[1]", {{ElementType::Float64, {{1, 2}}}, test::floats(1, {-2.0F})}},
                              {"w[0]", {{ElementType::Float64, {{0, 2}}}, test::floats(1, {-1.0F})}}});
        writeCsd(labels, place / "now.csd");
        const LabelChange change = labelChange(before, withLabelFile(before, place / "now.csd"), "labels");
        QCOMPARE(change.all(), std::size_t(1));
        QCOMPARE(change.changed, std::size_t(1));
    }

    void aListWithoutThemIsNamed()
    {
        const QTemporaryDir folder;
        const DatasetList list = test::smallDataset(folder.path().toStdString());
        const std::string failure = test::failureOf([&] { labelChange(list, list, "stance"); });
        QVERIFY2(failure.find("has no sequence stance") != std::string::npos, failure.c_str());
    }
};

QTEST_APPLESS_MAIN(TestLabelChange)
#include "tst_label_change.moc"
