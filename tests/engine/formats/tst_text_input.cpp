#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <QTest>

#include <cmath>

#include "tests/support/exchange.h"

using namespace engine;

/// Lines, encodings and numbers of text files.
class TestTextInput : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    static std::string linesOf(std::string_view text)
    {
        std::string result;
        LineReader lines(text);
        for (TextLine line; lines.next(line);)
            result += std::to_string(line.number) + ":" + std::string(line.text) + "|";
        return result;
    }

private slots:
    void linesEndInThreeWays_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("lines");
        QTest::newRow("LF") << std::string("a\n\nb") << std::string("1:a|2:|3:b|");
        QTest::newRow("CRLF") << std::string("a\r\n\r\nb\r\n") << std::string("1:a|2:|3:b|");
        QTest::newRow("CR") << std::string("a\r\rb\r") << std::string("1:a|2:|3:b|");
        QTest::newRow("mixed") << std::string("a\r\nb\rc\n\rd") << std::string("1:a|2:b|3:c|4:|5:d|");
        QTest::newRow("nothing") << std::string() << std::string();
    }

    void linesEndInThreeWays()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, lines);
        QCOMPARE(linesOf(text), lines);
    }

    void encodingsAreRecognised_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("notes");
        QTest::newRow("UTF-8") << std::string("h\xc3\xa9\xf0\x9f\x98\x80") << 0;
        QTest::newRow("UTF-8 with a mark") << std::string("\xef\xbb\xbfh\xc3\xa9\xf0\x9f\x98\x80") << 0;
        QTest::newRow("UTF-16 LE") << std::string("\xff\xfeh\0\xe9\0\x3d\xd8\0\xde", 10) << 0;
        QTest::newRow("UTF-16 BE") << std::string("\xfe\xff\0h\0\xe9\xd8\x3d\xde\0", 10) << 0;
    }

    void encodingsAreRecognised()
    {
        QFETCH(const std::string, bytes);
        QCOMPARE(readText(m_files.write("t", bytes)).text, std::string("h\xc3\xa9\xf0\x9f\x98\x80"));
    }

    void latin1IsANoteAndJunkAnError()
    {
        QCOMPARE(readText(m_files.write("w", "\x93h\x94 \x80")).text,
                 std::string("\xe2\x80\x9ch\xe2\x80\x9d \xe2\x82\xac"));
        const TextInput input = readText(m_files.write("t", "h\xe9"));
        QCOMPARE(input.text, std::string("h\xc3\xa9"));
        QCOMPARE(input.notes.size(), std::size_t(1));
        const auto junk = m_files.write("t", std::string("a\0b", 3));
        QVERIFY(test::failureOf([&] { readText(junk); }).starts_with("data_invalid: "));
        QVERIFY(test::failureOf([&] { readText(m_files.path("nowhere")); }).starts_with("file_not_found: "));
        QVERIFY(test::failureOf([&] { readText(m_files.path("")); }).starts_with("io: "));
    }

    void largerFilesThanCanBeAreRefused()
    {
        const auto large = m_files.write("large", "a");
        std::filesystem::resize_file(large, kMostTextBytes + 1); // with a hole
        QVERIFY(test::failureOf([&] { readText(large); }).starts_with("too_large: "));
    }

    void numbersKnowNoLanguage_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<double>("number");
        QTest::newRow("plain") << std::string(" 1.25 ") << 1.25;
        QTest::newRow("sign") << std::string("+3") << 3.0;
        QTest::newRow("exponent") << std::string("2E-3") << 0.002;
        QTest::newRow("too small") << std::string("1e-999") << 0.0;
        QTest::newRow("too large") << std::string("-1e999") << std::numeric_limits<double>::infinity();
    }

    void numbersKnowNoLanguage()
    {
        QFETCH(const std::string, text);
        QFETCH(const double, number);
        QCOMPARE(numberIn(text).value(), number);
    }

    void whatIsNoNumberIsNone()
    {
        for (const char* text : {"", " ", "1,5", "1 2", "0x10", "a", "1e", "--1", "+-1", "1.5s"})
            QVERIFY2(!numberIn(text), text);
        QCOMPARE(commaNumberIn("1,5").value(), 1.5);
        QVERIFY(!commaNumberIn("1,5,0") && !commaNumberIn("1.000,5"));
        QVERIFY(std::isnan(numberIn("nan").value()));
    }

    void sumsAreThoseOfTheDecimalNumbers()
    {
        QVERIFY(0.1 + 0.7 != 0.8);
        QCOMPARE(decimalSum(0.1, 0.7), 0.8);
        QCOMPARE(shortest(decimalSum(0.1, 0.2)), std::string("0.3"));
        QCOMPARE(decimalSum(1.0 / 3.0, 1e-12), 1.0 / 3.0 + 1e-12); // no decimal numbers
    }

    void clockTimesAreRead()
    {
        QCOMPARE(clockTimeIn("01:02:03.004").value(), 3723.004);
        QCOMPARE(clockTimeIn("02:03,5").value(), 123.5);
        QCOMPARE(clockTimeIn("100:00:00.000").value(), 360000.0);
        for (const char* text : {"1", "1.5", "a:b", "1:2:3:4", "1:", "-1:00", "00:00.", "1:2.3.4"})
            QVERIFY2(!clockTimeIn(text), text);
        QCOMPARE(clockTime(360'000'005, ','), std::string("100:00:00,005"));
    }
};

QTEST_GUILESS_MAIN(TestTextInput)
#include "tst_text_input.moc"
