#include "engine/audit/recording_audit.h"
#include "engine/media/media_info.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

/// The command finds what the window finds: by auditRecording().
class TestAuditCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static nlohmann::json audited(const QStringList& arguments)
    {
        const test::ProgramResult result = test::runCli(QStringList{QStringLiteral("audit")} + arguments
                                                        + QStringList{QStringLiteral("--json")});
        return result.exitCode == 0 ? nlohmann::json::parse(result.output.toStdString())
                                    : nlohmann::json(result.errors.toStdString());
    }

    void writeSequence(const char* name, const std::vector<Interval>& intervals, bool isText) const
    {
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", name}});
        Entry entry;
        entry.intervals.values = intervals;
        const std::size_t rows = intervals.size();
        if (isText)
            entry.features = {ElementType::Text, {rows, 1}, std::vector<std::string>(rows, "word")};
        else
            entry.features = {ElementType::Float32, {rows, 1}, std::vector<float>(rows, 1.0F)};
        sequence.put("talk", entry);
        writeCsd(sequence, m_folder.filePath(QLatin1String(name)).toStdString() + ".csd");
    }

private slots:
    void theFindingsOfTheDemoAreThoseOfTheWindow()
    {
        const DatasetList list = readDatasetList(DEMO "/dataset.json");
        const std::string video = "ada_1";
        const CsdFile wordsFile(list.sequence("words")->file);
        const CsdFile labelsFile(list.sequence("labels")->file);
        const std::vector<Interval> words = readIntervals(wordsFile, video);
        const std::vector<Interval> segments = readIntervals(labelsFile, video);
        std::map<std::string, std::vector<Interval>> rows;
        for (const DatasetList::Sequence& sequence : list.sequences) {
            const CsdFile file(sequence.file);
            if (sequence.name != "words" && sequence.name != "labels"
                && !isText(file.shape(file.ids().front()).featureType) && !entriesOf(file, video).empty())
                rows[sequence.name] = readIntervals(file, video);
        }
        AuditInput input{words, segments, {}, probeMedia(list.mediaOf(video)->file).duration, nullptr};
        for (const auto& [name, own] : rows)
            input.sequences.push_back({name, own, own.size() != words.size()});
        const auto peaks = PeakPyramid::build(list.mediaOf(video)->file);
        const std::vector<AuditFinding> expected = auditRecording(input, peaks.get());

        const nlohmann::json found
            = audited({QStringLiteral(DEMO), QStringLiteral("--video"), QStringLiteral("ada_1")});
        QVERIFY2(found.is_array(), found.dump().c_str());
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(found[i].at("sequence").get<std::string>(), expected[i].sequence);
            QCOMPARE(found[i].at("start").get<double>(), expected[i].where.start);
            QCOMPARE(found[i].at("end").get<double>(), expected[i].where.end);
        }
    }

    void whatIsWrongIsFound()
    {
        writeSequence("words", {{0, 1}, {0.5, 2}, {8, 9}}, true);
        writeSequence("labels", {{0, 3}}, false);
        std::vector<Interval> frames;
        for (int i = 0; i < 60; ++i) {
            if (i < 20 || i >= 40) // two seconds are missing
                frames.push_back({i / 10.0, (i + 1) / 10.0});
        }
        writeSequence("acoustic", frames, false);
        QFile list(m_folder.filePath(QStringLiteral("dataset.json")));
        QVERIFY(list.open(QFile::WriteOnly));
        list.write(R"({"name": "x", "sequences": [
                       {"group": "raw", "name": "words", "file": "words.csd"},
                       {"group": "raw", "name": "acoustic", "file": "acoustic.csd"},
                       {"group": "labels", "name": "labels", "file": "labels.csd"}]})");
        list.close();
        const nlohmann::json found = audited({m_folder.path()});
        QVERIFY2(found.is_array(), found.dump().c_str());
        QStringList kinds;
        for (const nlohmann::json& finding : found)
            kinds << QString::fromStdString(finding.at("kind").get<std::string>() + " "
                                            + finding.at("sequence").get<std::string>());
        for (const char* kind :
             {"gap acoustic", "collision words", "empty_cell acoustic", "outside_segments words"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), qPrintable(kinds.join(u',')));
    }

    /// Nothing would be found of what is not there, which is no finding.
    void aVideoOrSequenceThatIsNotThereIsRefused()
    {
        const test::ProgramResult video = test::runCli({QStringLiteral("audit"), QStringLiteral(DEMO),
                                                        QStringLiteral("--video"), QStringLiteral("zoe")});
        QCOMPARE(video.exitCode, 1);
        QVERIFY2(video.errors.contains("has no video zoe"), video.errors);
        const test::ProgramResult words
            = test::runCli({QStringLiteral("audit"), QStringLiteral(DEMO), QStringLiteral("--words"),
                            QStringLiteral("nonsense")});
        QCOMPARE(words.exitCode, 1);
        QVERIFY2(words.errors.contains("lists no sequence nonsense; there are"), words.errors);
    }

    void aDatasetThatIsNotThereIsRefused()
    {
        QCOMPARE(test::runCli({QStringLiteral("audit"), m_folder.filePath(QStringLiteral("none"))}).exitCode,
                 1);
    }
};

QTEST_GUILESS_MAIN(TestAuditCommand)
#include "tst_audit_command.moc"
