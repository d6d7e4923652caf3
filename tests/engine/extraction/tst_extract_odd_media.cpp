#include "engine/extraction/extraction.h"
#include "engine/sequences/csd_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include "tests/support/odd_media.h"

using namespace engine;
namespace fs = std::filesystem;

/// Media that other extractors skip in silence or die of: each gives sequences, or a sentence that says why
/// not.
class TestExtractOddMedia : public QObject {
    Q_OBJECT

private slots:
    void everyFileGivesSequencesOrASentence()
    {
        ExtractionWish wish;
        std::set<std::string> ids;
        for (const std::string& name : support::OddMedia::names()) {
            const fs::path file = m_media.file(name);
            if (file.extension() == ".srt" || !ids.insert(file.stem().string()).second)
                continue;
            wish.media.push_back(file);
            std::ofstream(m_media.folder() / (file.stem().string() + ".txt"))
                << "hello there, second caption";
        }
        QVERIFY(wish.media.size() >= 30);
        wish.out = m_folder.filePath(QStringLiteral("out")).toStdString();
        wish.sets = {FeatureSet::Words, FeatureSet::Covarep74, FeatureSet::Face};
        wish.jobs = 2;
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.files.size(), wish.media.size());
        static const std::set<std::string> broken{"empty", "text", "truncated_no_moov", "header_only"};
        for (const auto& [id, file] : record.files) {
            const bool isOfUse = std::ranges::any_of(
                file.steps, [](const auto& step) { return step.second.state == StepRecord::State::Done; });
            for (const auto& [step, result] : file.steps) {
                const std::string what = id + " " + step + ": " + result.reason;
                if (result.state == StepRecord::State::Failed)
                    QVERIFY2(broken.contains(id) || !isOfUse, what.c_str()); // a lack, where others are there
                if (result.state != StepRecord::State::Done)
                    QVERIFY2(result.reason.size() > 10, what.c_str());
            }
        }
        for (const std::string& id : broken)
            QVERIFY2(record.files.at(id).steps.at("sound").state == StepRecord::State::Failed, id.c_str());

        // One that is cut short is made as far as it goes, and says so; also when it is read again.
        const std::string& remark = record.files.at("truncated_playable").remark;
        QVERIFY2(remark.starts_with("ends at 1.") && remark.find(" of 4.0 s") != std::string::npos,
                 remark.c_str());
        QCOMPARE(record.remarkedFiles(), std::size_t(1));
        QCOMPARE(readExtractionRecord(wish.out / "extraction.json").files.at("truncated_playable").remark,
                 remark);

        const CsdFile sound(wish.out / "covarep74.csd");
        QVERIFY(sound.contains("vfr") && sound.contains("digital_silence") && !sound.contains("no_audio"));
        for (const std::string& id : sound.ids()) {
            const FeatureArray rows = sound.features(id);
            for (const float value : std::get<std::vector<float>>(rows.values))
                QVERIFY2(std::isfinite(value), id.c_str());
        }
    }

private:
    support::OddMedia m_media;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExtractOddMedia)
#include "tst_extract_odd_media.moc"
