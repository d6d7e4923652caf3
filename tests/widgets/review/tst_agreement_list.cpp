#include "widgets/review/agreement_list.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;

namespace {

AgreementList::Figure figure(const char* key, const char* value)
{
    return {
        QLatin1String(key),
        QString::fromLatin1(key).toUpper(),
        QStringLiteral("of ") + QLatin1String(key),
        {{QStringLiteral("sentiment"), {}, QLatin1String(value), QStringLiteral("12 segments, 3 raters")}}};
}

}

class AgreementListTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_list = new AgreementList;
        column->addWidget(m_list);
        column->addStretch(1);
        m_window->resize(320, 400);
        QVERIFY(support::showActive(*m_window));
    }

    void withoutFiguresThereIsNoList()
    {
        QVERIFY(!m_list->isVisible());
        set({figure("alpha", "0.81")});
        QVERIFY(m_list->isVisible());
        set({});
        QVERIFY(!m_list->isVisible());
        QTRY_COMPARE(texts("agreementValue"), QStringList());
    }

    void aFigureIsShownWithWhatItIsAbout()
    {
        set({figure("alpha", "0.81 [0.70, 0.88]")});
        QTRY_COMPARE(texts("agreementLabel"), QStringList{QStringLiteral("sentiment")});
        QTRY_COMPARE(texts("agreementValue"), QStringList{QStringLiteral("0.81 [0.70, 0.88]")});
        QTRY_COMPARE(texts("agreementDetail"), QStringList{QStringLiteral("12 segments, 3 raters")});
        QTRY_COMPARE(texts("agreementRule"), QStringList{QStringLiteral("of alpha")});
        QCOMPARE(m_list->findChild<QLabel*>(QStringLiteral("agreementValue"))->accessibleDescription(),
                 QStringLiteral("12 segments, 3 raters"));
    }

    void twoRatersAreNamed()
    {
        auto kappa = figure("kappa", "0.5");
        kappa.rule.clear();
        kappa.rows.front().between = QStringLiteral("anna and bert");
        set({kappa});
        QTRY_COMPARE(texts("agreementLabel"), QStringList{QStringLiteral("sentiment · anna and bert")});
        QTRY_COMPARE(texts("agreementRule"), QStringList());
    }

    void keysAloneChooseAnotherFigure()
    {
        set({figure("alpha", "0.81"), figure("icc", "0.7")});
        QComboBox* box = m_list->findChild<QComboBox*>(QStringLiteral("agreementFigure"));
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        QVERIFY(box->hasFocus());
        QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(texts("agreementValue"), QStringList{QStringLiteral("0.7")});
        QTRY_COMPARE(texts("agreementRule"), QStringList{QStringLiteral("of icc")});
    }

    void theChosenFigureStaysChosenWhileItIsThere()
    {
        set({figure("alpha", "0.81"), figure("icc", "0.7")});
        auto* box = m_list->findChild<QComboBox*>(QStringLiteral("agreementFigure"));
        QTest::keyClick(box, Qt::Key_End);
        set({figure("kappa", "0.2"), figure("alpha", "0.8"), figure("icc", "0.6")});
        QCOMPARE(box->currentText(), QStringLiteral("ICC"));
        QTRY_COMPARE(texts("agreementValue"), QStringList{QStringLiteral("0.6")});
        set({figure("alpha", "0.9")});
        QTRY_COMPARE(texts("agreementValue"), QStringList{QStringLiteral("0.9")});
    }

    void manyLabelsStandBelowEachOther()
    {
        auto many = figure("alpha", "0.81");
        many.rows.assign(40, many.rows.front());
        set({many});
        QTRY_COMPARE(texts("agreementValue").size(), 40);
        QTRY_VERIFY(m_list->height() >= 40 * 2 * m_list->fontMetrics().height());
    }

    void textsOfAllKindsAreShownWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        const QString longText
            = QStringLiteral("how much the speaker seems to mean it all in all ").repeated(5);
        const QString hebrew = QStringLiteral("עד כמה נראה שהדובר מתכוון לדבריו ").repeated(3);
        QTest::newRow("long, narrow") << longText << 220;
        QTest::newRow("long, wide") << longText << 1200;
        QTest::newRow("Hebrew, narrow") << hebrew << 220;
        QTest::newRow("emoji, narrow")
            << QStringLiteral("😀 👩‍👩‍👧 🇩🇪 ").repeated(12) << 220;
        QTest::newRow("like HTML, narrow") << QStringLiteral("<b>R&D</b>") << 220;
    }
    void textsOfAllKindsAreShownWhole()
    {
        QFETCH(const QString, text);
        QFETCH(const int, width);
        auto alpha = figure("alpha", "0.81 [0.70, 0.88]");
        alpha.rows.front().label = text;
        alpha.rows.front().detail = text;
        alpha.rule = text;
        set({alpha});
        m_window->resize(width, 900);
        QTRY_COMPARE(m_window->width(), width);
        support::settle();
        QTRY_COMPARE(texts("agreementLabel"), QStringList{text});
        for (const QLabel* label : m_list->findChildren<QLabel*>()) {
            QVERIFY2(!label->wordWrap() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->objectName()));
            QVERIFY(label->textFormat() != Qt::RichText);
        }
        QCOMPARE(cutOff(*m_window), QStringList());
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        set({figure("alpha", "0.81")});
        for (const char* name : {"agreementValue", "agreementDetail", "agreementLabel", "agreementRule"}) {
            auto* label = m_list->findChild<QLabel*>(QLatin1String(name));
            QVERIFY2(support::inkContrast(label->grab().toImage(), label->rect()) >= 4.5, name);
        }
    }

private:
    void set(const std::vector<AgreementList::Figure>& figures)
    {
        m_list->setFigures(figures);
        support::settle();
    }
    /// Of all labels in sight that are called so, from top to bottom.
    QStringList texts(const char* name) const
    {
        QStringList texts;
        for (const QLabel* label : m_list->findChildren<QLabel*>(QLatin1String(name))) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }

    std::unique_ptr<QWidget> m_window;
    AgreementList* m_list = nullptr;
};

QTEST_MAIN(AgreementListTest)
#include "tst_agreement_list.moc"
