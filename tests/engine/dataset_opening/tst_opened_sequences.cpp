#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/sequences.h"

using namespace engine;

class TestOpenedSequences : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path path(const char* name) const { return m_folder->path().toStdString() + "/" + name; }
    OpenedSequences opened() const
    {
        Prober prober(PROGRAMS "/polylogue-cli");
        return openSequences(datasetOf({m_folder->path().toStdString()}), prober, {});
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesThatAreNotUtf8AreLeftOutAndTold()
    {
        writeCsd(
            test::sequence("acoustic",
                           {{"M\xfcller", test::numbered({{0, 1}})}, {"Smith", test::numbered({{0, 1}})}}),
            path("acoustic.csd"));
        std::ofstream(path("\xc4\xe3\xba\xc3.mp4")) << "only its name counts";
        const OpenedSequences dataset = opened();
        QCOMPARE(dataset.ids, (std::set<std::string>{"Smith"}));
        QCOMPARE(dataset.list.media.size(), 0U);
        QCOMPARE(dataset.failures.size(), 1U);
        const std::string& said = dataset.failures.front();
        QVERIFY2(said.starts_with("2 videos are left out") && said.find("M\ufffdller") != std::string::npos,
                 said.c_str());
    }

    void allOtherNamesStay()
    {
        writeCsd(test::sequence("acoustic", {{"Müller", test::numbered({{0, 1}})}}), path("acoustic.csd"));
        std::ofstream(path("你好.mp4")) << "only its name counts";
        const OpenedSequences dataset = opened();
        QCOMPARE(dataset.ids, (std::set<std::string>{"Müller", "你好"}));
        QVERIFY(dataset.failures.empty());
    }
};

QTEST_GUILESS_MAIN(TestOpenedSequences)
#include "tst_opened_sequences.moc"
