#include "engine/feature_tables/table_sequence.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestTableSequence : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path table(const char* name, const std::string& column, float value)
    {
        const std::filesystem::path path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << "frame,timestamp,confidence," << column << "\n1,0.0,1," << value
                            << "\n2,0.1,1," << value + 1 << "\n";
        return path;
    }

private slots:
    void tablesBecomeOneSequence()
    {
        const std::vector files{table("all/bea.csv", "AU01_r", 5), table("all/ada.csv", "AU01_r", 1)};
        QCOMPARE(featureTablesIn(files.front().parent_path()), (std::vector{files[1], files[0]}));
        const auto sequence
            = std::make_shared<const TableSequence>(featureTableOrigin(files[0])->name, files);
        QCOMPARE(sequence->ids(), (std::vector<std::string>{"ada", "bea"}));
        QCOMPARE(sequence->rootName(), std::string("OpenFace"));
        QCOMPARE(sequence->shape("ada").features, (std::vector<std::size_t>{2, 2}));
        QCOMPARE(sequence->openRows("bea")(1, 1), FeatureArray::Values(std::vector<float>{1, 6}));

        const std::filesystem::path csd = m_folder.filePath(QStringLiteral("out.csd")).toStdString();
        writeCsd(ComputationalSequence(sequence), csd);
        const CsdFile written(csd);
        QCOMPARE(written.ids(), sequence->ids());
        QCOMPARE(written.entry("bea"), sequence->entry("bea"));
        QCOMPARE(dimensionNames(written.metadata(), 2), (std::vector<std::string>{"confidence", "AU01_r"}));
    }

    void tablesOfOtherColumnsAreNamed()
    {
        const std::vector files{table("one/a.csv", "AU01_r", 1), table("one/b.csv", "AU02_r", 1)};
        const TableSequence sequence(featureTableOrigin(files[0])->name, files);
        const QString message
            = QString::fromStdString(test::failureOf([&] { static_cast<void>(sequence.entry("b")); }));
        QVERIFY2(message.contains(QStringLiteral("b.csv"))
                     && message.contains(QStringLiteral("other columns")),
                 qPrintable(message));
    }

    void twoOfOneNameAreRefused()
    {
        const std::vector files{table("x/a.csv", "AU01_r", 1), table("y/a.csv", "AU01_r", 1)};
        QVERIFY(test::failureOf([&] {
                    TableSequence(featureTableOrigin(files[0])->name, files);
                }).find("same name")
                != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTableSequence)
#include "tst_table_sequence.moc"
