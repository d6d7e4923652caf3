#include "engine/training/figures/report.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;

namespace {

Report oneRow()
{
    return {{"test", "acoustic", "sentiment", {{"n", 8.0}, {"mae", 0.5}, {"corr", std::nullopt}}, nullptr}};
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
        QVERIFY(row.at("n").is_number_integer());
        QCOMPARE(row.at("modalities").get<std::string>(), std::string("acoustic"));
    }

    void theTableHasALinePerRowAndSaysWhatItsFiguresMean()
    {
        const QList<QByteArray> lines
            = QByteArray::fromStdString(textTable(oneRow(), 2)).trimmed().split('\n');
        QCOMPARE(lines[0].simplified(), QByteArray("fold modalities label n mae corr"));
        QCOMPARE(lines[1].simplified(), QByteArray("test acoustic sentiment 8 0.50 n/a"));
        QCOMPARE(lines.size(), 3 + 3); // a blank line, and a rule for each figure
        QVERIFY(lines.contains(QByteArray("mae: mean absolute error, nothing rounded")));
    }

    void aResultHasWhatIsDefinedAndNamesTheRest()
    {
        const nlohmann::json result = resultOf(oneRow(), "test", "acoustic");
        QCOMPARE(result.at("mae").get<double>(), 0.5);
        QVERIFY(!result.contains("corr"));
        QVERIFY((result.at("undefined") == nlohmann::json{"corr"}));
        QVERIFY(result.at("rules").contains("corr"));
        QVERIFY(resultOf(oneRow(), "valid", "acoustic").is_null());
    }

    void ofSeveralLabelsTheResultHasThoseOfAllAndOfEach()
    {
        Report report = oneRow();
        report.push_back({"test", "acoustic", ReportRow::allLabels, {{"mae", 0.25}}, nullptr});
        const nlohmann::json result = resultOf(report, "test", "acoustic");
        QCOMPARE(result.at("mae").get<double>(), 0.25);
        QCOMPARE(result.at("labels").at("sentiment").at("mae").get<double>(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
