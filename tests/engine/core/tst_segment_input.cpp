#include "engine/core/segment_input.h"

#include <QTest>

using namespace engine;

class TestSegmentInput : public QObject {
    Q_OBJECT

private slots:
    void eachModalityHasItsName()
    {
        QCOMPARE(name(Modality::Text), std::string_view("text"));
        QCOMPARE(name(Modality::Acoustic), std::string_view("acoustic"));
        QCOMPARE(name(Modality::Visual), std::string_view("visual"));
    }

    void ofGivesTheMatrixOfTheModality()
    {
        SegmentInput input;
        for (const Modality modality : allModalities)
            input.of(modality) = FeatureMatrix(1, static_cast<std::size_t>(modality) + 1);
        QCOMPARE(input.text.columns, std::size_t(1));
        QCOMPARE(input.acoustic.columns, std::size_t(2));
        QCOMPARE(std::as_const(input).of(Modality::Visual).columns, std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestSegmentInput)
#include "tst_segment_input.moc"
