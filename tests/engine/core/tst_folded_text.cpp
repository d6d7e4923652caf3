#include "engine/core/folded_text.h"

#include <QTest>

using namespace engine;

/// Names that differ only in case and in how letters with marks are written are one.
class TestFoldedText : public QObject {
    Q_OBJECT

private slots:
    void foldsCaseAndMarks_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("folded");
        const auto row = [](const char* name, std::string text, std::string folded) {
            QTest::newRow(name) << std::move(text) << std::move(folded);
        };
        row("nothing", "", "");
        row("ASCII", "Talk 1.MP4", "talk 1.mp4");
        row("a letter and its mark", "Mu\u0308ller", "m\u00fcller");
        row("one letter", "M\u00dcLLER", "m\u00fcller");
        row("a sharp s", "Stra\u00dfe", "strasse");
        row("a syllable of Korean", "\u1112\u1161\u11ab", "\ud55c");
        row("Chinese", "\u5c0f\u660e", "\u5c0f\u660e");
        row("two marks, whose order is free", "a\u0323\u0302", "\u1ead");
        row("two marks the other way round", "a\u0302\u0323", "\u1ead");
        row("no UTF-8", "M\xfcLLER", "m\xfcller");
        row("cut within a letter", "Mu\xcc", "mu\xcc");
        row("a zero", std::string("A\0\u00dc", 4), std::string("a\0\u00fc", 4));
    }

    void foldsCaseAndMarks()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, folded);
        QCOMPARE(foldedText(text), folded);
        QCOMPARE(foldedText(folded), folded);
    }
};

QTEST_GUILESS_MAIN(TestFoldedText)
#include "tst_folded_text.moc"
