#include "engine/features/speech/spelled_numbers.h"

#include <QTest>

namespace {

QString joined(const engine::SpokenWords& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(u' ');
}

}

class SpelledNumbersTest : public QObject {
    Q_OBJECT
private slots:
    void writtenNumbersAreSaid_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* written, const char* said) {
            QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(said);
        };
        row("0", "zero");
        row("450", "four hundred fifty");
        row("1,250", "one thousand two hundred fifty");
        row("1250000", "one million two hundred fifty thousand");
        row("1984", "nineteen eighty four");
        row("1905", "nineteen oh five");
        row("1900", "nineteen hundred");
        row("2000", "two thousand");
        row("2005", "two thousand five");
        row("2019", "twenty nineteen");
        row("2,019", "two thousand nineteen");
        row("1980s", "nineteen eighties");
        row("1st", "first");
        row("2nd", "second");
        row("12th", "twelfth");
        row("20th", "twentieth");
        row("101st", "one hundred first");
        row("3.14", "three point one four");
        row("5:30", "five thirty");
        row("5:05", "five oh five");
        row("6:00", "six o'clock");
        row("1/2", "one half");
        row("3/4", "three quarters");
        row("24/7", "twenty four seven");
        row("10-12", "ten to twelve");
        row("007", "zero zero seven");
        row("1234567890123", "one two three four five six seven eight nine zero one two three");
        row("", "");
        row("abc", "");
        row("1,2,3", "");
        row("5:3", "");
        row("7up", "");
    }
    void writtenNumbersAreSaid()
    {
        QFETCH(QString, written);
        QTEST(joined(engine::spokenNumber(written.toStdString())), "said");
    }
};

QTEST_GUILESS_MAIN(SpelledNumbersTest)
#include "tst_spelled_numbers.moc"
