#include "app/settings/language.h"
#include "app/window/apply_theme.h"
#include "engine/project_items/sequence_offsets.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Play → Sequence offsets: a sequence of the video in sight is moved, and everything that shows it follows.
class SequenceOffsetMenuTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
    }
    void cleanupTestCase() { m_real.reset(); }

    void theWordsAreMovedAndFoundWhereTheyLie()
    {
        open();
        const double before = document().words().intervals.front().start;
        QTRY_VERIFY(!entry().words.starts.empty());
        const float listed = entry().words.starts.front();
        OffsetField field = edit(QStringLiteral("words"));
        field.type(QStringLiteral("0.4"));
        QTRY_COMPARE(document().words().intervals.front().start, before + 0.4);
        QTRY_COMPARE(entry().words.starts.front(), listed + 0.4F);
        QVERIFY(std::ranges::any_of(
            texts(), [](const QString& text) { return text.startsWith(QStringLiteral("words: 0.400 s")); }));
        session().editor().history().undo(); // all of it
        QTRY_COMPARE(document().words().intervals.front().start, before);
        QTRY_COMPARE(entry().words.starts.front(), listed);
        QCOMPARE(field.spin->value(), 0.0);
    }

    void itIsLegibleEverywhere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << QStringLiteral("en") << true;
        QTest::newRow("light") << QStringLiteral("en") << false;
        QTest::newRow("german") << QStringLiteral("de") << true;
    }

    void itIsLegibleEverywhere()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        app::speak(*qApp, language);
        m_theme = dark ? app::ThemeChoice::Dark : app::ThemeChoice::Light;
        open();
        OffsetField field = edit(QStringLiteral("acoustic"));
        field.type(language == QLatin1String("de") ? QStringLiteral("-0,25") : QStringLiteral("-0.25"));
        QTRY_COMPARE(offset("acoustic"), -0.25);
        QVERIFY(settle());
        const std::string name = std::string("offset-") + QTest::currentDataTag();
        picture(*field.dialog, (name + "-dialog").c_str());
        picture(window(), (name + "-window").c_str());
        for (QWidget* child : field.dialog->findChildren<QWidget*>()) {
            QVERIFY2(child->width() >= child->minimumSizeHint().width(), qPrintable(child->objectName()));
            QVERIFY(field.dialog->rect().contains(
                child->geometry().translated(child->parentWidget()->mapTo(field.dialog, QPoint()))));
        }
        menu().popup(window().mapToGlobal(QPoint(300, 100)));
        QVERIFY(menu().isVisible());
        picture(menu(), (name + "-menu").c_str());
        menu().hide();
        app::speak(*qApp, QStringLiteral("en"));
    }

private:
    struct OffsetField {
        QDialog* dialog;
        QDoubleSpinBox* spin;
        void type(const QString& text) const
        {
            spin->setFocus();
            spin->selectAll();
            QTest::keyClicks(spin, text);
            QTest::keyClick(spin, Qt::Key_Return);
        }
    };

    void open()
    {
        m_real = std::make_unique<RealWindow>();
        app::applyTheme(m_theme);
        window().resize(1366, 768);
        m_entries.clear();
        connect(&session().videos(), &app::VideoOpener::entriesRead, this,
                [this](const std::vector<widgets::LibraryEntryPtr>& entries) {
                    for (const widgets::LibraryEntryPtr& read : entries)
                        m_entries.insert(read->id, *read);
                });
        QVERIFY(m_real->openDemo());
    }
    QMenu& menu() { return *find<QMenu>("sequenceOffsets"); }
    QStringList texts()
    {
        emit menu().aboutToShow();
        QStringList texts;
        for (const QAction* action : menu().actions())
            texts << action->text();
        return texts;
    }
    OffsetField edit(const QString& key)
    {
        const qsizetype at = texts().indexOf(QString(key + u'…'));
        if (at < 0)
            qFatal("the menu lacks the sequence");
        menu().actions().at(at)->trigger();
        auto* dialog = find<QDialog>("offsetDialog");
        return {dialog, dialog->findChild<QDoubleSpinBox*>()};
    }
    double offset(const char* key)
    {
        return engine::offsetOf(
            engine::sequenceOffsets(document().annotation(), session().videos().current().toStdString()),
            key);
    }
    /// The video in sight, as the library lists it.
    widgets::LibraryEntry entry() { return m_entries.value(session().videos().current()); }

    app::ThemeChoice m_theme = app::ThemeChoice::Dark;
    QHash<QString, widgets::LibraryEntry> m_entries;
};

WINDOW_TEST_MAIN(SequenceOffsetMenuTest)

#include "tst_sequence_offset_menu.moc"
