#include <QTemporaryDir>
#include <QTest>

#include "tests/support/sdk_case.h"

using namespace engine;

namespace {

/// SDK_FIXTURES names a folder with more cases than those that are kept here.
std::filesystem::path fixtures()
{
    return qEnvironmentVariable("SDK_FIXTURES", QStringLiteral(FIXTURES "/sdk")).toStdString();
}

}

class TestSdkCases : public QObject {
    Q_OBJECT

private slots:
    void theResultIsThatOfTheSdk_data()
    {
        QTest::addColumn<std::string>("name");
        for (const std::string& name : test::sdkCases(fixtures()))
            QTest::newRow(name.c_str()) << name;
    }

    void theResultIsThatOfTheSdk()
    {
        QFETCH(const std::string, name);
        const QTemporaryDir scratch;
        QStringList failures;
        for (const std::string& failure : test::failuresOf(fixtures() / name, scratch.path().toStdString()))
            failures.append(QString::fromStdString(failure));
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestSdkCases)
#include "tst_sdk_cases.moc"
