#include "widgets/align/audit_list.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;
using engine::AuditFinding;
using engine::AuditKind;

namespace {

AuditFinding gap(const char* sequence, double start)
{
    return {AuditKind::Gap, sequence, {start, start + 1.0}};
}

}

class AuditListTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_list = std::make_unique<AuditList>();
        m_list->resize(360, 200);
        QVERIFY(support::showActive(*m_list));
    }

    void nothingToLookAtIsSaid()
    {
        QCOMPARE(lines(), QStringList());
        QCOMPARE(m_list->findChild<QLabel*>()->text(), QStringLiteral("Nothing to look at."));
        set({gap("visual", 1.0)});
        QVERIFY(!shownLabel());
        set({});
        QVERIFY(shownLabel());
        QCOMPARE(lines(), QStringList());
    }

    void findingsAreCountedByKindAndSequence()
    {
        set({gap("visual", 1.0),
             gap("visual", 5.0),
             gap("acoustic", 2.0),
             {AuditKind::EmptyCell, "visual", {0.0, 1.0}},
             {AuditKind::Collision, "words", {0.0, 1.0}},
             {AuditKind::OutsideSegments, "words", {0.0, 1.0}},
             {AuditKind::OutsideMedia, "words", {0.0, 1.0}},
             {AuditKind::Drift, "words", {0.0, 1.0}, -0.25}});
        QCOMPARE(lines(),
                 (QStringList{QStringLiteral("2   Gaps in visual"), QStringLiteral("1   Gaps in acoustic"),
                              QStringLiteral("1   Words without rows of visual"),
                              QStringLiteral("1   Overlapping words"),
                              QStringLiteral("1   Words outside segments"),
                              QStringLiteral("1   words outside the media"),
                              QStringLiteral("1   Words beside their sound")}));
        QVERIFY2(button(6)->toolTip().contains(QStringLiteral("−0.25 s")), qPrintable(button(6)->toolTip()));
        QVERIFY(button(0)->toolTip().endsWith(QStringLiteral("Click to go from one to the next.")));
    }

    void theOffsetOfTheSoundIsOneLine_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("error");
        QTest::addColumn<bool>("isDoubtful");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("needsAttention");
        QTest::newRow("hardly early")
            << -0.02 << 0.01 << false << QStringLiteral("Sound 0.02 s before the picture, ± 0.01 s") << false;
        QTest::newRow("late") << 0.2 << 0.014 << false
                              << QStringLiteral("Sound 0.20 s after the picture, ± 0.01 s") << true;
        QTest::newRow("doubtful") << 0.05 << 0.3 << true
                                  << QStringLiteral("Sound 0.05 s after the picture, ± 0.30 s (doubtful)")
                                  << true;
        QTest::newRow("not to be told")
            << 0.0 << 0.0 << true << QStringLiteral("Sound and picture: mouths and sound do not go together")
            << true;
    }
    void theOffsetOfTheSoundIsOneLine()
    {
        QFETCH(const double, shift);
        QFETCH(const double, error);
        QFETCH(const bool, isDoubtful);
        QFETCH(const QString, line);
        QFETCH(const bool, needsAttention);
        set({{AuditKind::SoundOffset, "face", {}, shift, error, isDoubtful}});
        QCOMPARE(lines(), QStringList{line});
        const QColor colour = button(0)->palette().color(QPalette::ButtonText);
        QCOMPARE(colour == darkTheme().attention, needsAttention);
    }

    void clicksGoFromPlaceToPlaceAndAround()
    {
        set({gap("visual", 1.0), gap("visual", 5.0), gap("acoustic", 2.0)});
        QSignalSpy places(m_list.get(), &AuditList::placeChosen);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(button(0), Qt::LeftButton);
        QTest::mouseClick(button(1), Qt::LeftButton);
        QCOMPARE(starts(places), (QList<double>{1.0, 5.0, 1.0, 2.0}));
    }

    void keysAloneGoFromPlaceToPlace()
    {
        set({gap("visual", 1.0), gap("acoustic", 2.0)});
        QSignalSpy places(m_list.get(), &AuditList::placeChosen);
        button(0)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(starts(places), QList<double>{2.0});
    }

    void theSameFindingsAgainKeepTheirButtonsAndOthersTheirTurn()
    {
        const std::vector<AuditFinding> findings{gap("visual", 1.0), gap("visual", 5.0)};
        set(findings);
        QSignalSpy places(m_list.get(), &AuditList::placeChosen);
        QToolButton* const before = button(0);
        QTest::mouseClick(before, Qt::LeftButton);
        set(findings);
        QCOMPARE(button(0), before);
        set({gap("visual", 1.0), gap("visual", 5.0), gap("visual", 7.0)});
        QTest::mouseClick(button(0), Qt::LeftButton);
        QCOMPARE(starts(places), (QList<double>{1.0, 5.0}));
    }

    void thousandsAreOneLine()
    {
        std::vector<AuditFinding> findings;
        for (int i = 0; i < 5000; ++i)
            findings.push_back(gap("visual", i));
        set(findings);
        QCOMPARE(lines(), QStringList{QStringLiteral("5000   Gaps in visual")});
    }

    void aDisabledListGoesNowhere()
    {
        set({gap("visual", 1.0)});
        QSignalSpy places(m_list.get(), &AuditList::placeChosen);
        m_list->setEnabled(false);
        QTest::mouseClick(button(0), Qt::LeftButton);
        QCOMPARE(places.count(), 0);
    }

    void namesOfAllKindsAreShownAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("an ampersand") << QStringLiteral("R&D");
        QTest::newRow("Hebrew") << QStringLiteral("מילים");
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧");
    }
    void namesOfAllKindsAreShownAsTheyAre()
    {
        QFETCH(const QString, name);
        set({gap(name.toUtf8().constData(), 1.0)});
        QCOMPARE(lines(), QStringList{QStringLiteral("1   Gaps in ") + name});
        const QString written = button(0)->text();
        QCOMPARE(written.count(QLatin1Char('&')), 2 * name.count(QLatin1Char('&'))); // no mnemonic
        QTRY_VERIFY(button(0)->width() > 40);
        QVERIFY(support::inkContrast(button(0)->grab().toImage(), button(0)->rect()) >= 3.0);
    }

    void aLongNameFitsIntoANarrowPanel()
    {
        set({gap("CMU_MOSEI_TimestampedWordVectors_of_a_second_reading", 1.0)});
        QVERIFY2(m_list->minimumSizeHint().width() <= 300,
                 qPrintable(QString::number(m_list->minimumSizeHint().width())));
        m_list->resize(300, 60);
        QTRY_VERIFY(m_list->rect().contains(button(0)->geometry()));
        QVERIFY2(button(0)->toolTip().contains(
                     QStringLiteral("CMU_MOSEI_TimestampedWordVectors_of_a_second_reading")),
                 qPrintable(button(0)->toolTip()));
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        set({gap("visual", 1.0)});
        QTRY_VERIFY(button(0)->width() > 40);
        const QRect place = button(0)->geometry();
        QVERIFY(support::inkContrast(m_list->grab().toImage(), place) >= 3.0);
        support::useTheme(isDark ? lightTheme() : darkTheme()); // while they are shown
        QVERIFY(support::inkContrast(m_list->grab().toImage(), place) >= 3.0);
    }

private:
    void set(const std::vector<AuditFinding>& findings)
    {
        m_list->setFindings(findings);
        support::settle();
    }
    QToolButton* button(int place) const
    {
        QList<QToolButton*> shown;
        for (QToolButton* button : m_list->findChildren<QToolButton*>(QStringLiteral("finding"))) {
            if (!button->isHidden())
                shown << button;
        }
        return shown.value(place);
    }
    /// The texts as they are read.
    QStringList lines() const
    {
        QStringList texts;
        for (int i = 0; const QToolButton* line = button(i); ++i)
            texts << line->text().replace(QLatin1String("&&"), QLatin1String("&"));
        return texts;
    }
    bool shownLabel() const
    {
        const auto labels = m_list->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) { return !label->isHidden(); });
    }
    static QList<double> starts(const QSignalSpy& places)
    {
        QList<double> starts;
        for (const auto& place : places)
            starts << place.first().value<engine::Interval>().start;
        return starts;
    }

    std::unique_ptr<AuditList> m_list;
};

QTEST_MAIN(AuditListTest)
#include "tst_audit_list.moc"
