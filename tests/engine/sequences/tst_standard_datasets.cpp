#include "engine/core/installation.h"
#include "engine/sequences/dataset_list.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

/// The lists of resources/datasets against the counts of the published SDK.
class TestStandardDatasets : public QObject {
    Q_OBJECT

    static std::size_t ofGroup(const DatasetList& list, const char* group)
    {
        return static_cast<std::size_t>(
            std::ranges::count(list.sequences, group, &DatasetList::Sequence::group));
    }

private slots:
    void eachIsComplete_data()
    {
        QTest::addColumn<std::vector<std::size_t>>("sequences"); // raw, highlevel, labels, extra
        QTest::addColumn<std::vector<std::size_t>>("folds"); // train, valid, test
        const auto row
            = [](const char* id, std::vector<std::size_t> sequences, std::vector<std::size_t> folds) {
                  QTest::newRow(id) << std::move(sequences) << std::move(folds);
              };
        row("cmu_mosi", {2, 8, 1, 0}, {52, 10, 31});
        row("cmu_mosei", {2, 4, 1, 1}, {2249, 300, 678});
        row("pom", {2, 4, 1, 0}, {600, 100, 203});
        row("socialiq", {0, 6, 0, 0}, {888, 127, 0});
    }

    void eachIsComplete()
    {
        QFETCH(const std::vector<std::size_t>, sequences);
        QFETCH(const std::vector<std::size_t>, folds);
        const std::vector<DatasetList> lists = standardDatasets(Installation::ofThisProgram().datasets());
        const auto list = std::ranges::find(lists, QTest::currentDataTag(), &DatasetList::id);
        QVERIFY(list != lists.end());
        QCOMPARE((std::vector{ofGroup(*list, "raw"), ofGroup(*list, "highlevel"), ofGroup(*list, "labels"),
                              ofGroup(*list, "extra")}),
                 sequences);
        QCOMPARE((std::vector{list->folds.at("train").size(), list->folds.at("valid").size(),
                              list->folds.at("test").size()}),
                 folds);
    }

    void thereAreFour()
    {
        QCOMPARE(standardDatasets(Installation::ofThisProgram().datasets()).size(), std::size_t(4));
    }

    void writingOneChangesNothing()
    {
        const QTemporaryDir folder;
        for (const char* name : {"cmu_mosi.json", "cmu_mosei.json", "pom.json", "socialiq.json"}) {
            DatasetList list = readDatasetList(Installation::ofThisProgram().datasets() / name);
            const std::filesystem::path written = std::filesystem::path(folder.path().toStdString()) / name;
            for (DatasetList::Sequence& sequence : list.sequences)
                sequence.file = written.parent_path() / sequence.file.filename();
            writeDatasetList(list, written);
            std::ifstream a(Installation::ofThisProgram().datasets() / name);
            std::ifstream b(written);
            const std::string before(std::istreambuf_iterator<char>(a), {});
            QCOMPARE(std::string(std::istreambuf_iterator<char>(b), {}), before);
        }
    }

    void aFolderThatIsMissingIsNamed()
    {
        const std::string failure = test::failureOf([] { standardDatasets("/none"); });
        QVERIFY2(failure.starts_with("folder_not_found: /none"), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestStandardDatasets)
#include "tst_standard_datasets.moc"
