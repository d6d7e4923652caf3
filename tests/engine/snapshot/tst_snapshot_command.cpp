#include "engine/annotation/difference.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/tier_edits.h"
#include "engine/project_items/dataset_item.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QDir>
#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/engine/snapshot/snapshot_project.h"
#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;

/// `polylogue-cli snapshot`: a project without a window.
class SnapshotCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    test::ProgramResult snapshot(const QString& out, const QStringList& more = {}) const
    {
        return test::runCli(
            QStringList{QStringLiteral("snapshot"), path("talk.polylogue"), QStringLiteral("--out"), out}
            + more);
    }

private slots:
    void initTestCase()
    {
        test::smallDataset(m_folder.path().toStdString());
        Annotation annotation;
        const auto labels = test::takeLabels(annotation);
        annotation.apply(setValue(annotation, labels[0], "sentiment", LabelValue{-2.0, {}}));
        const std::filesystem::path project = path("talk.polylogue").toStdString();
        annotation.apply(putItem(annotation, datasetItem({path("dataset.json").toStdString()}, project)));
        ProjectFile::create(project).write(difference(Annotation(), annotation));
    }

    void theFolderIsADataset()
    {
        const test::ProgramResult result = snapshot(path("out"), {QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors);
        const auto told = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(told.at("written").get<int>(), 1);
        const DatasetList list = readDatasetList(path("out/dataset.json").toStdString());
        QCOMPARE(list.more.value("snapshot", ""), told.at("snapshot").get<std::string>());
        const Entry entry = CsdFile(list.sequence("labels")->file).entry("v");
        QCOMPARE(std::get<std::vector<float>>(entry.features.values), (std::vector<float>{-2.0F, 2.0F}));
        QVERIFY(!QDir(m_folder.path()).exists(QStringLiteral("talk.snapshot"))); // not the window's
        const test::ProgramResult again = snapshot(path("out"));
        QVERIFY2(again.exitCode == 0, again.errors);
        QVERIFY2(again.output.contains("0 of them written now"), again.output);
    }

    /// What `turns` says of a project is what the window says: its dataset's conversations with what people
    /// edited, and no talk of one person for each tier.
    void turnsOfAProjectAreThoseOfItsConversations()
    {
        const auto words = [](std::vector<Interval> spans) {
            const std::vector<std::string> texts(spans.size(), "word");
            return Entry{{ElementType::Float64, std::move(spans)}, test::texts(texts)};
        };
        const std::filesystem::path folder = m_folder.path().toStdString();
        std::filesystem::create_directory(folder / "tea");
        writeCsd(
            test::sequence("words",
                           {{"tea@ada", words({{0.0, 2.0}, {6.0, 8.0}})}, {"tea@bert", words({{2.5, 5.0}})}}),
            folder / "tea" / "words.csd");
        std::ofstream(folder / "tea" / "dataset.json")
            << R"({"name":"tea","sequences":[{"group":"raw","name":"words","file":"words.csd"}],"media":[]})";
        Annotation annotation;
        const std::filesystem::path project = folder / "tea.polylogue";
        annotation.apply(putItem(annotation, datasetItem({folder / "tea" / "dataset.json"}, project)));
        Tier tier;
        tier.video = "tea@bert";
        tier.name = "labels_listening"; // while Ada speaks; nothing that Bert says
        tier.participant = "bert";
        Change change = addTier(annotation, tier);
        Segment segment;
        segment.id = annotation.unusedSegment();
        segment.tier = change.tiers.front().after->id;
        segment.start = TimePoint::ofSeconds(0.0);
        segment.end = TimePoint::ofSeconds(2.0);
        change.segments.push_back({std::nullopt, segment});
        annotation.apply(change);
        ProjectFile::create(project).write(difference(Annotation(), annotation));
        const test::ProgramResult result = test::runCli(
            {QStringLiteral("turns"), QString::fromStdString(project.string()), QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors);
        const auto told = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(told.at("conversation").get<std::string>(), std::string("tea"));
        QCOMPARE(told.at("source").get<std::string>(), std::string("words"));
        QCOMPARE(told.at("turns").size(), std::size_t{3});
    }

    void aFolderOfSomethingElseStaysAsItIs()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("mine"));
        QFile file(path("mine/thesis.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const test::ProgramResult result = snapshot(path("mine"));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("choose another folder"), result.errors);
        QCOMPARE(QDir(path("mine")).entryList(QDir::Files).size(), 1);
    }

    /// What a killed one leaves is no reason to choose another folder.
    void afterAKilledOneItGoesOn()
    {
        QVERIFY(snapshot(path("killed")).exitCode == 0);
        QVERIFY(QFile::rename(path("killed/dataset.json"),
                              path("killed/dataset.json.") + QSysInfo::machineHostName()
                                  + QStringLiteral(".1.0.part")));
        const test::ProgramResult again = snapshot(path("killed"));
        QVERIFY2(again.exitCode == 0, again.errors);
        QVERIFY(QFile::exists(path("killed/dataset.json")));
    }

    void whatIsMissingIsNamed()
    {
        const test::ProgramResult result
            = snapshot(path("other"), {QStringLiteral("--dataset"), path("nowhere")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("nowhere"), result.errors);
        QVERIFY(!QDir(m_folder.path()).exists(QStringLiteral("other")));
    }
};

QTEST_GUILESS_MAIN(SnapshotCommandTest)
#include "tst_snapshot_command.moc"
