#include "widgets/table/segment_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace widgets;
using Model = SegmentTableModel;

namespace {

const QStringList kLabels{QStringLiteral("sentiment"), QStringLiteral("comment")};

std::vector<Model::Row> someRows()
{
    return {{{0.5, 1.25}, QStringLiteral("so"), {QStringLiteral("1"), QString()}},
            {{1.25, 2.0}, QStringLiteral("good"), {QString(), QStringLiteral("said twice")}},
            {{2.0, 2.5}, QString(), {}}};
}

}

class SegmentTableModelTest : public QObject {
    Q_OBJECT

private slots:
    void itKeepsItsContract()
    {
        Model model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), int(Model::FirstLabel));
        model.setRows(someRows(), kLabels);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), Model::FirstLabel + 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QVERIFY(!model.data(QModelIndex(), Qt::DisplayRole).isValid());
        model.setRows({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void timesAreShownToTheMillisecondAndEditedToTheMicrosecond()
    {
        Model model;
        model.setRows({{{1.0 / 3.0, 2.0}, QStringLiteral("so"), {}}}, {});
        QCOMPARE(shown(model, 0, Model::Start), QStringLiteral("0.333"));
        QCOMPARE(shown(model, 0, Model::Length), QStringLiteral("1.667"));
        QCOMPARE(model.index(0, Model::Start).data(Qt::EditRole).toString(), QStringLiteral("0.333333"));
    }

    void aMissingLabelIsEmpty()
    {
        Model model;
        model.setRows(someRows(), kLabels);
        QCOMPARE(shown(model, 0, Model::FirstLabel), QStringLiteral("1"));
        QCOMPARE(shown(model, 1, Model::FirstLabel), QString());
        QCOMPARE(shown(model, 2, Model::FirstLabel + 1), QString());
    }

    void screenReadersHearTheColumn()
    {
        Model model;
        model.setRows(someRows(), kLabels);
        QCOMPARE(model.index(1, Model::Text).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Text good"));
        QCOMPARE(model.index(0, Model::FirstLabel).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("sentiment 1"));
        QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toInt(), 3);
    }

    void onlyWhatDiffersIsDrawnAgain()
    {
        Model model;
        model.setRows(someRows(), kLabels);
        QSignalSpy changed(&model, &Model::dataChanged);
        QSignalSpy resets(&model, &Model::modelReset);
        model.setRows(someRows(), kLabels);
        QCOMPARE(changed.count(), 0);
        auto rows = someRows();
        rows[1].text = QStringLiteral("bad");
        model.setRows(rows, kLabels);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, 0));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, model.columnCount() - 1));
        QCOMPARE(resets.count(), 0);
        model.setRows(rows, {kLabels.first()}); // other columns
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.columnCount(), Model::FirstLabel + 1);
    }

    void editsAreAnnouncedByKind()
    {
        Model model;
        model.setRows(someRows(), kLabels);
        QSignalSpy times(&model, &Model::timeEdited);
        QSignalSpy texts(&model, &Model::textEdited);
        QSignalSpy labels(&model, &Model::labelEdited);
        QVERIFY(model.setData(model.index(1, Model::Start), QStringLiteral(" 1.3 "), Qt::EditRole));
        QCOMPARE(times.first().at(1).toBool(), false);
        QCOMPARE(times.first().at(2).toString(), QStringLiteral("1.3"));
        QVERIFY(model.setData(model.index(1, Model::Text), QString(), Qt::EditRole));
        QCOMPARE(texts.first().at(1).toString(), QString());
        QVERIFY(model.setData(model.index(1, Model::FirstLabel + 1), QString(), Qt::EditRole));
        QCOMPARE(labels.first().at(0).value<std::size_t>(), 1U);
        QCOMPARE(labels.first().at(1).toString(), QStringLiteral("comment"));
        QCOMPARE(times.count() + texts.count() + labels.count(), 3);
        QVERIFY(model.rows() == someRows());
    }

    void whatIsTheSameOrLockedIsNoEdit()
    {
        Model model;
        model.setRows(someRows(), kLabels);
        QSignalSpy texts(&model, &Model::textEdited);
        QVERIFY(!model.setData(model.index(1, Model::Text), QStringLiteral("good "), Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, Model::Length), QStringLiteral("3"), Qt::EditRole));
        model.setEditable(false);
        QVERIFY(!(model.flags(model.index(1, Model::Text)) & Qt::ItemIsEditable));
        QVERIFY(!model.setData(model.index(1, Model::Text), QStringLiteral("bad"), Qt::EditRole));
        QCOMPARE(texts.count(), 0);
    }

private:
    static QString shown(const Model& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

QTEST_MAIN(SegmentTableModelTest)
#include "tst_segment_table_model.moc"
