#include "engine/extraction/extraction.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>

using namespace engine;
namespace fs = std::filesystem;

/// Four real speakers of the GRID corpus, from video and text to sequences.
class TestExtractGrid : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        ExtractionWish wish;
        for (const auto& [id, text] : m_sentences) {
            wish.media.push_back(copied(id));
            std::ofstream(m_folder.filePath(QString::fromStdString(id + ".txt")).toStdString()) << text;
        }
        wish.out = m_out = m_folder.filePath(QStringLiteral("out")).toStdString();
        wish.settings.pad = EdgePadding{0.06, 0.04}; // the corpus' words reach into pauses
        wish.jobs = 2;
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.files.size(), std::size_t(4));
        QCOMPARE(record.failedFiles(), std::size_t(0));
    }

    void wordsAreThoseOfTheTexts()
    {
        const CsdFile words(m_out / "words.csd");
        for (const auto& [id, text] : m_sentences) {
            std::string found;
            const TimedText read = readText(words, id);
            for (const std::string& word : read.texts)
                found += (found.empty() ? "" : " ") + word;
            QCOMPARE(found, text);
            QVERIFY(read.intervals.front().start > 0.1); // each clip begins with a pause
            QVERIFY(read.intervals.back().end < 2.9);
        }
    }

    /// On average half of a video frame from the times that the corpus has.
    void wordsLieWhereTheCorpusHasThem()
    {
        const TimedText found = readText(CsdFile(m_out / "words.csd"), "swwp2s");
        std::ifstream corpus(fs::path(FIXTURES) / "grid" / "swwp2s.align");
        std::vector<double> errors;
        double start = 0;
        double end = 0;
        std::string word;
        for (std::size_t i = 0; corpus >> start >> end >> word;) {
            if (word == "sil" || word == "sp")
                continue;
            errors.push_back(std::abs(found.intervals.at(i).start - start / 25000));
            errors.push_back(std::abs(found.intervals.at(i).end - end / 25000));
            ++i;
        }
        QCOMPARE(errors.size(), std::size_t(12));
        const double mean = std::accumulate(errors.begin(), errors.end(), 0.0) / 12;
        QVERIFY2(mean <= 0.03, qPrintable(QString::number(mean)));
        QVERIFY(*std::ranges::max_element(errors) <= 0.1);
    }

    void everyFaceIsFound()
    {
        const CsdFile faces(m_out / "face.csd");
        const auto names = faces.metadata().at("dimension names").get<std::vector<std::string>>();
        const auto place = std::ranges::find(names, "found");
        QVERIFY(place != names.end());
        for (const auto& [id, text] : m_sentences) {
            const TimedFeatures rows = readFeatures(faces, id);
            QVERIFY2(rows.intervals.size() >= 74, id.c_str()); // 3 s at 25 Hz
            double found = 0;
            for (std::size_t row = 0; row < rows.intervals.size(); ++row)
                found += static_cast<double>(
                    rows.features.row(row)[static_cast<std::size_t>(place - names.begin())]);
            QVERIFY2(found / static_cast<double>(rows.intervals.size()) > 0.95, id.c_str());
        }
    }

    void soundReachesToTheEnd()
    {
        const CsdFile sound(m_out / "covarep74.csd");
        for (const auto& [id, text] : m_sentences) {
            const TimedFeatures rows = readFeatures(sound, id);
            QVERIFY(std::abs(rows.intervals.back().end - 3.0) < 0.1);
            for (const float value : rows.features.values)
                QVERIFY(std::isfinite(value));
        }
    }

private:
    fs::path copied(const std::string& id) const
    {
        const fs::path copy = m_folder.filePath(QString::fromStdString(id + ".mpg")).toStdString();
        fs::copy_file(fs::path(FIXTURES) / "grid" / (id + ".mpg"), copy);
        return copy;
    }

    const std::map<std::string, std::string> m_sentences{{"lbax4n", "lay blue at x four now"},
                                                         {"lrwp9a", "lay red with p nine again"},
                                                         {"pwij3p", "place white in j three please"},
                                                         {"swwp2s", "set white with p two soon"}};
    QTemporaryDir m_folder;
    fs::path m_out;
};

QTEST_GUILESS_MAIN(TestExtractGrid)
#include "tst_extract_grid.moc"
