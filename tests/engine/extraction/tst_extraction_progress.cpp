#include "engine/extraction/extraction_progress.h"

#include <QTest>

#include <cmath>

using namespace engine;
using Step = ExtractionStep;

class ExtractionProgressTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsSaidBeforeSomethingIsDone()
    {
        ExtractionProgress progress(1);
        const std::size_t unit = progress.add({{Step::Sound, 10.0}});
        QVERIFY(!progress.left());
        QCOMPARE(progress.overall(), 0.0);
        progress.reach(unit, Step::Sound, 0.05, 0.5);
        QVERIFY(!progress.left());
        progress.reach(unit, Step::Sound, 0.5, 5.0);
        QCOMPARE(*progress.left(), 5.0);
        QCOMPARE(progress.overall(), 0.5);
    }

    /// The machine is three times as slow with sound as was thought, and as fast as thought with faces.
    void eachKindOfStepIsMeasured()
    {
        ExtractionProgress progress(1);
        const std::size_t first = progress.add({{Step::Sound, 2.0}, {Step::Face, 10.0}});
        progress.add({{Step::Sound, 2.0}, {Step::Face, 10.0}});
        progress.end(first, Step::Sound, 6.0, true);
        QCOMPARE(*progress.left(), 6.0 + 2 * 30.0); // all that is known
        progress.end(first, Step::Face, 10.0, true);
        QCOMPARE(*progress.left(), 6.0 + 10.0);
    }

    void threadsShareTheWorkButNoUnitIsShared()
    {
        ExtractionProgress progress(2);
        const std::size_t heard = progress.add({{Step::Sound, 4.0}});
        const std::size_t seen = progress.add({{Step::Face, 20.0}});
        progress.reach(heard, Step::Sound, 0.5, 2.0);
        progress.reach(seen, Step::Face, 0.1, 2.0);
        QCOMPARE(*progress.left(), 18.0);
        progress.end(heard, Step::Sound, 4.0, true);
        QCOMPARE(*progress.left(), 18.0);
    }

    void whatWasThereTellsNothing()
    {
        ExtractionProgress progress(1);
        const std::size_t first = progress.add({{Step::Sound, 10.0}});
        const std::size_t second = progress.add({{Step::Sound, 10.0}});
        progress.add({{Step::Sound, 10.0}});
        progress.end(first, Step::Sound, 0.01, false);
        QVERIFY(!progress.left());
        QVERIFY(std::abs(progress.overall() - 1.0 / 3.0) < 1e-9);
        progress.end(second, Step::Sound, 20.0, true);
        QCOMPARE(*progress.left(), 20.0);
    }
};

QTEST_GUILESS_MAIN(ExtractionProgressTest)
#include "tst_extraction_progress.moc"
