#include "engine/sequences/bibtex.h"
#include "engine/sequences/citations.h"
#include "engine/sequences/csd_file.h"

#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestCitations : public QObject {
    Q_OBJECT

    static Metadata metadata(const std::string& root, const nlohmann::json& features,
                             const nlohmann::json& dataset)
    {
        return {{"root name", root},
                {"dataset name", "D"},
                {"featureset bib citation", features},
                {"dataset bib citation", dataset}};
    }
    /// Of everything but the SDK's paper, which comes first.
    static std::vector<BibEntry> entries(const std::vector<Metadata>& sequences)
    {
        std::vector<std::string> missing;
        std::vector<BibEntry> all = *parseBibtex(bibtex(sequences, missing));
        if (all.empty() || all.front().key != "zadeh2018multi")
            return {};
        all.erase(all.begin());
        return all;
    }

private slots:
    void theSdksTextIsTheSdks()
    {
        std::vector<Metadata> sequences;
        for (const char* name : {"glove_vectors", "acoustic", "labels"})
            sequences.push_back(
                CsdFile(std::string(FIXTURES "/sdk/citations/input/") + name + ".csd").metadata());
        std::ifstream file(FIXTURES "/sdk/citations/expected/citations.bib.txt", std::ios::binary);
        const std::string expected(std::istreambuf_iterator<char>(file), {});
        QCOMPARE(sdkCitations(sequences), expected);
    }

    void theSameEntryComesOnce()
    {
        const auto all = entries({metadata("a", "@misc{f, title={F}}", "@misc{d, title={D}}"),
                                  metadata("b", "@misc{f,\n title = {F},\n}", "@misc{d, title={D}}")});
        QCOMPARE(all.size(), std::size_t(2));
    }

    void oneKeyForTwoEntriesIsMadeTwo()
    {
        const auto all = entries({metadata("a", "@misc{k, title={A}}", "@misc{k, title={B}}"),
                                  metadata("b", "@misc{k, title={A}}", "@misc{k, title={C}}")});
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all[0].key, std::string("k"));
        QCOMPARE(all[1].key, std::string("kb"));
        QCOMPARE(all[2].key, std::string("kc"));
    }

    void theSdksPaperIsNotRepeated()
    {
        std::vector<std::string> missing;
        const std::string own = bibtex({}, missing);
        QVERIFY(entries({metadata("a", own, own)}).empty());
    }

    void aSentenceBecomesANote()
    {
        const auto all = entries({metadata("My words", "Ask {Ada", "@misc{d, year=1}")});
        QCOMPARE(all[0].key, std::string("My_words"));
        QCOMPARE(all[0].fields[1], (std::pair<std::string, std::string>("note", "{Ask Ada}")));
    }

    void whatIsMissingIsSaid()
    {
        const std::vector<Metadata> sequences{{{"root name", "words"}},
                                              metadata("b", nullptr, "@misc{d, year=1}")};
        const std::vector<std::string> fields{"words: its metadata lacks 'featureset bib citation'",
                                              "words: its metadata lacks 'dataset name'",
                                              "words: its metadata lacks 'dataset bib citation'",
                                              "b: its metadata lacks 'featureset bib citation'"};
        std::vector<std::string> missing;
        bibtex(sequences, missing);
        QCOMPARE(missing.size(), fields.size());
        for (std::size_t i = 0; i < fields.size(); ++i)
            QVERIFY2(missing[i].starts_with(fields[i]), missing[i].c_str());
        const std::string failure = test::failureOf([&] { sdkCitations(sequences); });
        QVERIFY2(failure.starts_with("data_invalid: " + fields[0]), failure.c_str());
        QCOMPARE(QByteArray::fromStdString(sdkCitations(sequences, missing)).count(" bib: "), 2);
    }
};

QTEST_GUILESS_MAIN(TestCitations)
#include "tst_citations.moc"
