#include "engine/suspects/queue_figures.h"
#include "engine/training/suspects/data_errors.h"
#include "engine/training/suspects/video_folds.h"

#include <QTest>

#include <limits>

#include "tests/support/planted_errors.h"

using namespace engine;

class TestDataErrors : public QObject {
    Q_OBJECT

    static test::MadeSegments planted(const char* kind)
    {
        test::MadeSettings settings;
        settings.videos = 12;
        settings.segmentsPerVideo = 10;
        test::MadeSegments made = test::makeSegments(settings);
        test::plantErrors(made, kind, 0.1, 1);
        return made;
    }

    static std::vector<std::size_t> foldsOf(const FoldData& segments)
    {
        return videoFolds(segments.ids, 4, 1, "made");
    }

    static double precision(const std::vector<double>& strengths, const std::vector<bool>& isPlanted)
    {
        return queueFigures(tailShares(strengths), isPlanted).averagePrecision;
    }

private slots:
    void lateSoundIsFoundAndTold()
    {
        const test::MadeSegments made = planted("late_sound");
        const DataEvidence evidence = lateSounds(made.frames, foldsOf(made.frames));
        QVERIFY(precision(evidence.strengths, made.isPlanted) > 0.9);
        for (std::size_t i = 0; i < made.isPlanted.size(); ++i) {
            if (made.isPlanted[i])
                QVERIFY2(evidence.reasons[i].starts_with("the sound comes 0.4 s late"),
                         evidence.reasons[i].c_str());
        }
    }

    void otherFacesAreFoundInFramesAndInWords()
    {
        const test::MadeSegments made = planted("other_face");
        QVERIFY(precision(otherFaces(made.frames, foldsOf(made.frames), true).strengths, made.isPlanted)
                > 0.9);
        QVERIFY(precision(otherFaces(made.words, foldsOf(made.words), false).strengths, made.isPlanted)
                > 0.6);
    }

    void withoutErrorsLittleIsSuspected()
    {
        test::MadeSettings settings;
        settings.videos = 12;
        settings.segmentsPerVideo = 10;
        const test::MadeSegments made = test::makeSegments(settings);
        const std::vector<double> shares
            = tailShares(lateSounds(made.frames, foldsOf(made.frames)).strengths);
        QVERIFY(std::ranges::count_if(shares, [](double share) { return share > 0.5; }) <= 2);
    }

    void whatIsNotThereIsNotSuspected()
    {
        test::MadeSegments made = planted("flip");
        made.words.presenceOf(Modality::Visual).assign(made.words.size(), false);
        const std::vector<double> shares
            = tailShares(otherFaces(made.words, foldsOf(made.words), false).strengths);
        for (const double share : shares)
            QCOMPARE(share, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestDataErrors)
#include "tst_data_errors.moc"
