#include "engine/core/utf8.h"

#include <QTest>

using namespace engine;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void everyCodePointSurvives()
    {
        for (char32_t point = 1; point < 0x110000; point += 37) {
            if (point >= 0xd800 && point < 0xe000)
                continue;
            std::string text;
            appendUtf8(text, point);
            QVERIFY(isUtf8(text));
            QCOMPARE(codePoints(text), std::u32string(1, point));
        }
    }

    void whatIsNoUtf8IsSeen_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("Latin-1") << std::string("caf\xe9 au");
        QTest::newRow("overlong slash") << std::string("\xc0\xaf");
        QTest::newRow("surrogate") << std::string("\xed\xa0\x80");
        QTest::newRow("beyond the last") << std::string("\xf5\x80\x80\x80");
        QTest::newRow("cut off") << std::string("a\xe2\x82");
        QTest::newRow("stray tail") << std::string("\x80");
    }

    void whatIsNoUtf8IsSeen()
    {
        QFETCH(const std::string, bytes);
        QVERIFY(!isUtf8(bytes));
        QVERIFY(codePoints(bytes).find(U'\xfffd') != std::u32string::npos);
    }

    void utf16IsReadInBothOrders()
    {
        const std::string little("a\0\xe9\0\x3d\xd8\x00\xde", 8); // a é 😀
        std::string big = little;
        for (std::size_t i = 0; i < big.size(); i += 2)
            std::swap(big[i], big[i + 1]);
        QCOMPARE(fromUtf16(little, false), std::string("a\xc3\xa9\xf0\x9f\x98\x80"));
        QCOMPARE(fromUtf16(big, true), fromUtf16(little, false));
    }

    void halfAPairOfUtf16IsReplaced_data()
    {
        QTest::addColumn<std::string>("bytes"); // big-endian
        QTest::newRow("first half at the end") << std::string("\xd8\x3d", 2);
        QTest::newRow("first half and an odd byte") << std::string("\xd8\x3d\xde", 3);
        QTest::newRow("second half alone") << std::string("\xde\x00", 2);
    }

    void halfAPairOfUtf16IsReplaced()
    {
        QFETCH(const std::string, bytes);
        QCOMPARE(fromUtf16(bytes, true), std::string("\xef\xbf\xbd"));
    }

    void theReplacementCharacterItselfIsText() { QVERIFY(isUtf8("\xef\xbf\xbd")); }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
