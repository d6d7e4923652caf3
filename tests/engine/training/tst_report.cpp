#include "engine/training/report.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;

namespace {

Report oneRow()
{
    return {
        {"test", "acoustic", "sentiment", {8, 0.5, std::nullopt, 0.25, 0.375, 0.5, 0.75, 0.7, 1.0, 0.9, 6}}};
}

}

class TestReport : public QObject {
    Q_OBJECT

private slots:
    void modalitiesAreNamedInOrder()
    {
        QCOMPARE(describe({true, true, true}), std::string("text+acoustic+visual"));
        QCOMPARE(describe({false, false, true}), std::string("visual"));
    }

    void whatIsUndefinedIsNullForMachines()
    {
        const nlohmann::json row = toJson(oneRow()).at(0);
        QVERIFY(row.at("corr").is_null());
        QCOMPARE(row.at("mae").get<double>(), 0.5);
        QCOMPARE(row.at("acc2_non0").get<double>(), 1.0);
        QCOMPARE(row.at("n_non0").get<int>(), 6);
        QCOMPARE(row.at("modalities").get<std::string>(), std::string("acoustic"));
    }

    void theTableHasALinePerRow()
    {
        const QList<QByteArray> lines = QByteArray::fromStdString(textTable(oneRow())).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QList<QByteArray> cells = lines[1].simplified().split(' ');
        const QList<QByteArray> expected{"test",  "acoustic", "sentiment", "8",     "0.500", "n/a",  "0.250",
                                         "0.375", "0.500",    "0.750",     "0.700", "1.000", "0.900"};
        QCOMPARE(cells, expected);
        QCOMPARE(lines[0].simplified().split(' ').size(), expected.size());
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
