#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/packed_segments.h"

using namespace engine;

/// What the commands say of files of packed segments.
class TestPackedCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString packed(const char* name) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        test::writePacked(path.toStdString(), test::mmsaArrays());
        return path;
    }

private slots:
    void infoCountsSegmentsByFold()
    {
        const QString file = packed("mmsa.h5");
        const auto result = test::runCli({QStringLiteral("info"), QStringLiteral("--json"), file});
        const nlohmann::json report
            = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(report.at("segments").get<int>(), 3);
        QCOMPARE(report.at("folds").at("train").get<int>(), 2);
        QCOMPARE(report.at("labels").at(0).get<std::string>(), std::string("sentiment"));
        QCOMPARE(report.at("features").at(1).at("width").get<int>(), 2);
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
        QCOMPARE(report.at("text_labels").at("annotations").dump(),
                 std::string(R"(["Negative","Positive"])"));
        const auto plain = test::runCli({QStringLiteral("info"), QStringLiteral("--ids"), file});
        QVERIFY2(plain.output.contains("test 1, train 2") && plain.output.contains("ada$_$1\n")
                     && plain.output.contains("Negative, Positive"),
                 plain.output.constData());
    }

    void validateNamesWhatIsNotShown()
    {
        const QString file = m_folder.filePath(QStringLiteral("odd.npz"));
        test::PackedArrays arrays = test::mmsaArrays();
        arrays.emplace_back("train/beats", test::packedNumbers({5}, {1, 2, 3, 4, 5})); // of no segment
        test::writePacked(file.toStdString(), arrays);
        const auto result = test::runCli({QStringLiteral("validate"), file});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains("not_shown") && result.output.contains("train/beats"),
                 result.output.constData());
    }

    void statsLeavesPaddingOut()
    {
        const QString file = packed("stats.npz");
        const auto result = test::runCli({QStringLiteral("stats"), QStringLiteral("--json"), file});
        QCOMPARE(result.exitCode, 0);
        const nlohmann::json report
            = nlohmann::json::parse(result.output.toStdString()).at(file.toStdString());
        QCOMPARE(report.at("text").at("rows").get<int>(), 9);
        QCOMPARE(report.at("labels").at("rows").get<int>(), 3);
    }

    void damageEndsTheChildAndNotTheCommand()
    {
        const QString file = packed("damaged.h5");
        std::fstream bytes(file.toStdString(), std::ios::binary | std::ios::in | std::ios::out);
        bytes.seekp(100);
        bytes << std::string(800, '\xff');
        bytes.close();
        const auto result = test::runCli({QStringLiteral("info"), file});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("damaged.h5"), result.errors.constData());
    }

    void picklesAreRefusedWithTheCommand()
    {
        const QString file = m_folder.filePath(QStringLiteral("unaligned.pkl"));
        std::ofstream(file.toStdString(), std::ios::binary) << "\x80\x04\x95junk";
        const auto result = test::runCli({QStringLiteral("info"), file});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("pickle_refused") && result.errors.contains("unpickle.py")
                     && result.errors.contains("unaligned.npz"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestPackedCommands)
#include "tst_packed_commands.moc"
