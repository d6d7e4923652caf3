#include "engine/annotation/project/project_file.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/core/host_name.h"
#include "engine/project_items/comparison_pass.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/influence_study.h"
#include "engine/project_items/review_pass.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>
#include <unistd.h>

#include "tests/support/cli.h"

using namespace engine;
namespace fs = std::filesystem;

namespace {

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// What lies in a folder, by name.
std::map<std::string, std::string> contents(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = textOf(entry.path());
    }
    return files;
}

ComputationalSequence wordsOf(const std::map<std::string, std::vector<std::string>>& texts)
{
    ComputationalSequence sequence;
    Metadata metadata;
    metadata["root name"] = "words";
    sequence.setMetadata(metadata);
    for (const auto& [id, words] : texts) {
        Entry entry;
        entry.features.type = ElementType::Text;
        entry.features.shape = {words.size(), 1};
        entry.features.values = words;
        for (std::size_t i = 0; i < words.size(); ++i)
            entry.intervals.values.push_back({static_cast<double>(i), static_cast<double>(i) + 0.9});
        sequence.put(id, entry);
    }
    return sequence;
}

}

/// A project of three recordings: of Anna Secret alone, of Bert Hidden who names her, and one with both.
class TestErasure : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_home = fs::path(m_folder->path().toStdString()) / "study";
        fs::create_directories(m_home);
        DatasetList list;
        list.name = "talks";
        for (const auto& [id, clip, speaker] : {std::tuple("one", "swwp2s", "Anna Secret"),
                                                {"two", "lrwp9a", "Bert Hidden"},
                                                {"both", "pwij3p", "Bert Hidden"}}) {
            fs::copy_file(fs::path(FIXTURES) / "grid" / (std::string(clip) + ".mpg"),
                          m_home / (std::string(id) + ".mpg"));
            DatasetList::Media media;
            media.id = id;
            media.file = m_home / (std::string(id) + ".mpg");
            media.speaker = speaker;
            list.media.push_back(std::move(media));
        }
        list.folds = {{"train", {"one", "two"}}, {"test", {"both"}}};
        writeCsd(wordsOf({{"one", {"my", "words"}}, {"two", {"Anna", "said"}}, {"both", {"we", "talk"}}}),
                 m_home / "words.csd");
        list.sequences.push_back({"raw", "words", m_home / "words.csd"});
        writeDatasetList(list, m_home / "dataset.json");
        Annotation annotation;
        const std::vector<Interval> times{{0.5, 1.0}};
        const std::vector<std::string> texts{"a text of hers"};
        annotation.apply(wordsTier(annotation, "one", "", times, texts));
        const std::vector<std::string> others{"ask anna again"};
        annotation.apply(wordsTier(annotation, "two", "", times, others));
        annotation.apply({{}, {}, {{{}, datasetItem({m_home / "dataset.json"}, project())}}});
        FaceCorrections faces;
        faces.names = {{0, "Anna Secret"}};
        annotation.apply(putFaceCorrections(annotation, "both", faces));
        ReviewPass pass;
        pass.layer = annotatorLayer("labels", "dora", 1);
        for (const char* video : {"one", "two"}) {
            ReviewPass::Place place;
            place.video = video;
            place.span = {0.5, 1.0};
            pass.places.push_back(place);
        }
        InfluenceStudy study;
        study.of = "labels";
        study.raters = {"dora", "emil"};
        study.units = {{"one", 0.5, {true, false}}, {"two", 0.5, {false, true}}};
        ComparisonPass compared;
        compared.annotator = "dora";
        compared.of = "labels";
        compared.clips = {{"one", {0.5, 1.0}, 1}, {"two", {0.5, 1.0}, 1}, {"both", {0.0, 1.0}, 1}};
        compared.answers = {{{0, 1}, 0, {}, 10}, {{2, 1}, 0, {}, 20}};
        annotation.apply({{}, {}, {{{}, passItem(pass)}, {{}, studyItem(study)}, {{}, itemOf(compared)}}});
        ProjectFile file = ProjectFile::create(project());
        Change change;
        for (const auto& [id, tier] : annotation.tiers())
            change.tiers.push_back({{}, tier});
        for (const auto& [id, segment] : annotation.segments())
            change.segments.push_back({{}, segment});
        for (const auto& [key, item] : annotation.items())
            change.items.push_back({{}, item});
        file.write(change);
        takeSnapshot(file, SnapshotTime(std::chrono::seconds(1'700'000'000)));
        fs::create_directories(m_home / "models" / "m");
        std::ofstream(m_home / "models" / "m" / "record.json")
            << R"({"folds": [{"name": "train", "ids": ["one[0]", "two[0]"], "hashes": {}}]})";
    }

    void aListChangesNothing()
    {
        const auto before = contents(m_home);
        const auto listed = erase({QStringLiteral("--json")});
        QVERIFY2(listed.exitCode == 0, listed.errors.constData());
        QVERIFY(contents(m_home) == before);
        const QStringList expected{QStringLiteral("deleted recording one.mpg"),
                                   QStringLiteral("masked recording both.mpg"),
                                   QStringLiteral("cut sequence words.csd"),
                                   QStringLiteral("rewritten dataset list dataset.json"),
                                   QStringLiteral("cut project talks.polylogue"),
                                   QStringLiteral("cannot model record.json")};
        const QStringList rows = rowsOf(listed.output);
        for (const QString& row : expected)
            QVERIFY2(rows.contains(row),
                     qPrintable(row + QStringLiteral(" is not in:\n") + rows.join(u'\n')));
        QVERIFY(!rows.filter(QStringLiteral("rewritten earlier version")).isEmpty());
    }

    void theNameIsGoneEverywhere()
    {
        const auto erased = erase({QStringLiteral("--erase"), QStringLiteral("--typed"),
                                   QStringLiteral("Anna Secret"), QStringLiteral("--json")});
        QVERIFY2(erased.exitCode == 0, (erased.errors + erased.output).constData());
        for (const auto& [file, text] : contents(m_home)) {
            for (const char* name : {"Anna", "anna", "Secret", "a text of hers"})
                QVERIFY2(text.find(name) == std::string::npos, (file + " still says " + name).c_str());
        }
        QVERIFY(!fs::exists(m_home / "one.mpg"));
        QVERIFY(fs::exists(m_home / "two.mpg"));
        QVERIFY(fs::exists(m_home / "both.mp4")); // masked, and of another kind than before
        const DatasetList list = readDatasetList(m_home / "dataset.json");
        QCOMPARE(list.media.size(), std::size_t(2));
        QCOMPARE(list.folds.at("train"), std::vector<std::string>{"two"});
        QCOMPARE(CsdFile(m_home / "words.csd").ids(), (std::vector<std::string>{"both", "two"}));
        std::vector<std::string> problems;
        const Annotation left = ProjectFile::open(project(), ProjectFile::Access::ReadOnly).load(problems);
        QVERIFY(problems.empty());
        QCOMPARE(left.segments().size(), std::size_t(1));
        QCOMPARE(left.segments().begin()->second.text, std::string("ask [erased] again"));
        QCOMPARE(snapshotsOf(project()).size(), std::size_t(1));
        const QStringList records
            = QDir(QString::fromStdString(m_home.string())).entryList({QStringLiteral("erasure-*.json")});
        QCOMPARE(records.size(), 1);
        const auto again = erase({});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.errors.contains("unknown_person"), again.errors.constData());
    }

    /// Whatever was done when the power went, the same call goes on.
    /// Passes, measurements and comparisons of others go on, without what was hers.
    void theWorkOfOthersStays()
    {
        const auto erased
            = erase({QStringLiteral("--erase"), QStringLiteral("--typed"), QStringLiteral("Anna Secret")});
        QVERIFY2(erased.exitCode == 0, (erased.errors + erased.output).constData());
        std::vector<std::string> problems;
        const Annotation left = ProjectFile::open(project(), ProjectFile::Access::ReadOnly).load(problems);
        QVERIFY(problems.empty());
        const std::vector<ReviewPass> passes = reviewPasses(left);
        QCOMPARE(passes.size(), std::size_t{1});
        QCOMPARE(passes.front().places.size(), std::size_t{1});
        QCOMPARE(passes.front().places.front().video, std::string("two"));
        const auto study = influenceStudy(left, "labels");
        QVERIFY(study);
        QCOMPARE(study->units.size(), std::size_t{1});
        QCOMPARE(study->units.front().video, std::string("two"));
        const std::vector<ComparisonPass> compared = comparisonPasses(left);
        QCOMPARE(compared.size(), std::size_t{1});
        QCOMPARE(compared.front().clips.size(), std::size_t{2});
        QCOMPARE(compared.front().answers.size(), std::size_t{1});
    }

    void whatIsInterruptedGoesOn()
    {
        for (const char* gone : {"one.mpg", "talks.polylogue-versions"}) {
            init();
            fs::remove_all(m_home / gone);
            const auto erased = erase(
                {QStringLiteral("--erase"), QStringLiteral("--typed"), QStringLiteral("Anna Secret")});
            QVERIFY2(erased.exitCode == 0, (erased.errors + erased.output).constData());
            for (const auto& [file, text] : contents(m_home))
                QVERIFY2(text.find("Secret") == std::string::npos, file.c_str());
        }
    }

    void nobodyIsErasedByASlip()
    {
        const auto before = contents(m_home);
        const auto other
            = erase({QStringLiteral("--erase"), QStringLiteral("--typed"), QStringLiteral("Anna")});
        QCOMPARE(other.exitCode, 1);
        QVERIFY(other.errors.contains("not_confirmed"));
        std::ofstream(project().string() + ".lock")
            << getpid() << "\n"
            << fs::read_symlink("/proc/self/exe").filename().string() << "\n"
            << hostName() << "\n";
        const auto open
            = erase({QStringLiteral("--erase"), QStringLiteral("--typed"), QStringLiteral("Anna Secret")});
        QCOMPARE(open.exitCode, 1);
        QVERIFY(open.errors.contains("in_use"));
        fs::remove(project().string() + ".lock");
        QVERIFY(contents(m_home) == before);
        const auto unknown = engine::test::runCli({QStringLiteral("erase-person"),
                                                   QString::fromStdString(project().string()),
                                                   QStringLiteral("--person"), QStringLiteral("Nobody")});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.errors.contains("unknown_person"));
    }

private:
    fs::path project() const { return m_home / "talks.polylogue"; }

    engine::test::ProgramResult erase(const QStringList& more) const
    {
        return engine::test::runCli(QStringList{QStringLiteral("erase-person"),
                                                QString::fromStdString(project().string()),
                                                QStringLiteral("--person"), QStringLiteral("Anna Secret")}
                                    + more);
    }

    /// `deleted recording one.mpg` for each row.
    static QStringList rowsOf(const QByteArray& json)
    {
        QStringList rows;
        for (const QJsonValue& row : QJsonDocument::fromJson(json).object().value(u"list").toArray())
            rows << QStringLiteral("%1 %2 %3")
                        .arg(row[u"action"].toString(), row[u"what"].toString(),
                             QString::fromStdString(
                                 fs::path(row[u"path"].toString().toStdString()).filename().string()));
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_home;
};

QTEST_GUILESS_MAIN(TestErasure)

#include "tst_erasure.moc"
