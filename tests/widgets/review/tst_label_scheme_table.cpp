#include "widgets/base/class_colours.h"
#include "widgets/review/label_table.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include <functional>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

const std::vector<engine::LabelScheme> kLabels{
    {"sentiment", engine::NumberScale{-3.0, 3.0, 1.0}},
    {"act", engine::Vocabulary{{{"praise", "#00ff00", "p"}, {"blame", "", "b"}}}},
    {"note", engine::FreeText()}};
enum Column { Name, Scale, Least, Greatest, Step };

}

class LabelSchemeTableTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_panel = std::make_unique<LabelTable>();
        m_table = m_panel->findChild<QTableWidget*>(QStringLiteral("labels"));
        m_panel->resize(600, 400);
        QVERIFY(support::showActive(*m_panel));
    }

    void labelsComeBackAsTheyWereSet()
    {
        QVERIFY(m_panel->labels().empty());
        m_panel->setLabels(kLabels);
        QVERIFY(m_panel->labels() == kLabels);
        const auto revisions = m_panel->revisions();
        QCOMPARE(revisions.size(), 3U);
        QCOMPARE(revisions[1].was, std::string("act"));
        QVERIFY(revisions[1].terms.empty());
        m_panel->setLabels({});
        QVERIFY(m_panel->labels().empty());
    }

    void setsOfWordsAreAScale()
    {
        const std::vector<engine::LabelScheme> sets{
            {"feeling", engine::FreeText{engine::WordList{{{"happy", "#00ff00", ""}}, false}}},
            {"mood", engine::FreeText{engine::WordList{{{"calm", "", ""}}, true}}}};
        m_panel->setLabels(sets);
        QVERIFY(m_panel->labels() == sets);
        auto* kind = static_cast<QComboBox*>(m_table->cellWidget(0, Scale));
        QCOMPARE(kind->currentText(), QStringLiteral("Set of words"));
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        const auto now = m_panel->labels();
        QVERIFY(std::get<engine::FreeText>(now[0].scale).words->isClosed);
        QCOMPARE(std::get<engine::FreeText>(now[0].scale).words->terms.front().name, std::string("happy"));
    }

    void aNameAndARangeAreTyped()
    {
        m_panel->setLabels(kLabels);
        type(0, Name, QStringLiteral(" valence "));
        type(0, Greatest, QStringLiteral("4"));
        type(0, Step, QStringLiteral("0.5"));
        const auto revisions = m_panel->revisions();
        QCOMPARE(revisions[0].was, std::string("sentiment"));
        QCOMPARE(revisions[0].now.name, std::string("valence"));
        QVERIFY(std::get<engine::NumberScale>(revisions[0].now.scale)
                == (engine::NumberScale{-3.0, 4.0, 0.5}));
    }

    void onlyNumbersHaveARange()
    {
        m_panel->setLabels(kLabels);
        QVERIFY(canBeEdited(0, Least));
        QVERIFY(!canBeEdited(1, Least));
        QVERIFY(!canBeEdited(2, Step));
        QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, cell(1, Least).center());
        QVERIFY(!m_table->viewport()->findChild<QLineEdit*>());
        QTest::keyClick(kind(1), Qt::Key_Home); // numbers
        QVERIFY(canBeEdited(1, Least));
        QVERIFY(std::get<engine::NumberScale>(m_panel->labels()[1].scale) == engine::NumberScale());
        QTest::keyClick(kind(0), Qt::Key_End); // free text
        QVERIFY(!canBeEdited(0, Least));
        QVERIFY(std::holds_alternative<engine::FreeText>(m_panel->labels()[0].scale));
    }

    void labelsAreAddedAndRemoved()
    {
        m_panel->setLabels(kLabels);
        click("addLabel");
        QCOMPARE(m_table->currentRow(), 3);
        QCOMPARE(m_panel->labels().back().name, std::string("new label"));
        QCOMPARE(m_panel->revisions().back().was, std::string());
        m_table->setCurrentCell(1, Name);
        click("removeLabel");
        const auto labels = m_panel->labels();
        QCOMPARE(labels.size(), 3U);
        QVERIFY(labels[0] == kLabels[0] && labels[1] == kLabels[2]);
        m_panel->setLabels(kLabels);
        m_table->setCurrentCell(0, Name);
        click("removeLabel");
        QVERIFY(m_panel->labels().front() == kLabels[1]); // with its own terms
        for (int i = 0; i < 5; ++i) // more than there are
            click("removeLabel");
        QVERIFY(m_panel->labels().empty());
        click("terms"); // of none: no dialog
        QVERIFY(!QApplication::activeModalWidget());
    }

    void theKeyboardAloneAddsAndRenamesALabel()
    {
        m_table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_table, Qt::Key_Tab);
        QVERIFY(m_panel->findChild<QPushButton*>(QStringLiteral("addLabel"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        auto* field = m_table->viewport()->findChild<QLineEdit*>(); // what is typed is its name
        QVERIFY(field && field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("arousal"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_panel->labels().front().name, std::string("arousal"));
    }

    void namesOfAllKindsStayWhole()
    {
        const std::vector<engine::LabelScheme> odd{
            {"שבח", engine::FreeText()},
            {"👩‍👩‍👧", engine::NumberScale{0.0, 1.0, 0.1}},
            {"<b>R&D</b>", engine::Vocabulary{{{"&שבח", "#112233", "ש"}, {"👍🏽", "", "👍"}}}},
            {std::string(300, 'x'), engine::FreeText()}};
        m_panel->setLabels(odd);
        QVERIFY(m_panel->labels() == odd);
        m_table->setCurrentCell(2, Name);
        inTermsDialog([](QDialog& dialog, QTableWidget& terms) {
            QCOMPARE(terms.item(0, 0)->text(), QStringLiteral("&שבח"));
            accept(dialog);
        });
        QVERIFY(m_panel->labels() == odd);
    }

    void termsAreRenamedAddedAndRemoved()
    {
        m_panel->setLabels(kLabels);
        m_table->setCurrentCell(1, Name);
        inTermsDialog([](QDialog& dialog, QTableWidget& terms) {
            QCOMPARE(terms.rowCount(), 2);
            typeInto(terms, 0, 0, QStringLiteral("approval"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("addTerm")), Qt::LeftButton);
            typeInto(terms, 2, 0, QStringLiteral("question"));
            typeInto(terms, 2, 2, QStringLiteral("qu"));
            accept(dialog);
        });
        auto revision = m_panel->revisions()[1];
        const std::string colour = widgets::classColour(2).name().toStdString(); // of a new term's place
        QVERIFY(std::get<engine::Vocabulary>(revision.now.scale)
                == (engine::Vocabulary{
                    {{"approval", "#00ff00", "p"}, {"blame", "", "b"}, {"question", colour, "q"}}}));
        QVERIFY(revision.terms == (std::map<std::string, std::string>{{"praise", "approval"}}));
        inTermsDialog([](QDialog& dialog, QTableWidget& terms) { // once more
            typeInto(terms, 0, 0, QStringLiteral("applause"));
            accept(dialog);
        });
        revision = m_panel->revisions()[1];
        QVERIFY(revision.terms == (std::map<std::string, std::string>{{"praise", "applause"}}));
    }

    void aClosedDialogChangesNothing()
    {
        m_panel->setLabels(kLabels);
        m_table->setCurrentCell(2, Name);
        inTermsDialog([](QDialog& dialog, QTableWidget& terms) {
            QCOMPARE(terms.rowCount(), 0);
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("addTerm")), Qt::LeftButton);
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        QVERIFY(m_panel->labels() == kLabels);
    }

    void chosenTermsMakeTheScaleOneOfTerms()
    {
        m_panel->setLabels(kLabels);
        m_table->setCurrentCell(0, Name);
        inTermsDialog([](QDialog& dialog, QTableWidget&) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("addTerm")), Qt::LeftButton);
            accept(dialog);
        });
        QCOMPARE(std::get<engine::Vocabulary>(m_panel->labels()[0].scale).terms.front().name,
                 std::string("new term"));
        QVERIFY(!canBeEdited(0, Least));
    }

    void aTermsColourIsReadableOnItself()
    {
        engine::Vocabulary colours;
        for (const char* colour :
             {"#ffffff", "#000000", "#ffff00", "#0000ff", "#808080", "#00ff00", "#ff0000"})
            colours.terms.push_back({colour, colour, ""});
        m_panel->setLabels({{"colour", colours}});
        m_table->setCurrentCell(0, Name);
        inTermsDialog([](QDialog& dialog, QTableWidget& terms) {
            for (int row = 0; row < terms.rowCount(); ++row) {
                const QTableWidgetItem* cell = terms.item(row, 1);
                QVERIFY2(support::contrast(cell->data(Qt::BackgroundRole).value<QColor>(),
                                           cell->data(Qt::ForegroundRole).value<QColor>())
                             >= 4.5,
                         qPrintable(cell->text()));
            }
            accept(dialog);
        });
    }

    void headsAreWholeHoweverNarrow_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 0;
        QTest::newRow("wide") << 1300;
    }
    void headsAreWholeHoweverNarrow()
    {
        QFETCH(const int, width);
        m_panel->setLabels(kLabels);
        support::settle();
        const QSize size(std::max(width, m_panel->minimumSizeHint().width()), 300);
        m_panel->resize(size);
        QTRY_COMPARE(m_panel->size(), size);
        const QHeaderView* header = m_table->horizontalHeader();
        for (int column = 0; column < header->count(); ++column)
            QVERIFY2(header->sectionSizeHint(column) <= header->sectionSize(column),
                     qPrintable(QString::number(column)));
        for (int row = 0; row < 3; ++row)
            QVERIFY(kind(row)->width() >= kind(row)->sizeHint().width()); // its text is seen
        for (const QPushButton* button : m_panel->findChildren<QPushButton*>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        m_panel->setLabels(kLabels);
        m_table->setCurrentCell(0, Step);
        const QImage image = m_table->viewport()->grab().toImage();
        QVERIFY(support::inkContrast(image, cell(1, Name)) >= 4.5);
        QVERIFY(support::inkContrast(image, cell(0, Name)) >= 4.5); // the chosen one
        QVERIFY(support::inkContrast(image, cell(0, Greatest)) >= 4.5);
    }

private:
    QRect cell(int row, int column) const
    {
        return m_table->visualRect(m_table->model()->index(row, column));
    }
    QComboBox* kind(int row) const { return qobject_cast<QComboBox*>(m_table->cellWidget(row, Scale)); }
    bool canBeEdited(int row, int column) const
    {
        return m_table->item(row, column)->flags() & Qt::ItemIsEditable;
    }
    void click(const char* name) const
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    void type(int row, int column, const QString& text) const { typeInto(*m_table, row, column, text); }

    static void typeInto(QTableWidget& table, int row, int column, const QString& text)
    {
        auto* field = table.viewport()->findChild<QLineEdit*>(); // of a fresh row
        if (!field) {
            const QRect cell = table.visualRect(table.model()->index(row, column));
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
            QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, cell.center());
            field = table.viewport()->findChild<QLineEdit*>();
        }
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!table.viewport()->findChild<QLineEdit*>());
    }
    static void accept(QDialog& dialog)
    {
        QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
    }
    /// Clicks `Terms…`, lets `act` work in the dialog, and closes it if that did not.
    void inTermsDialog(const std::function<void(QDialog&, QTableWidget&)>& act) const
    {
        bool opened = false;
        QTimer whenOpen;
        whenOpen.setSingleShot(true);
        connect(&whenOpen, &QTimer::timeout, m_panel.get(), [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            opened = true;
            act(*dialog, *dialog->findChild<QTableWidget*>(QStringLiteral("termTable")));
            if (dialog->isVisible())
                dialog->reject();
        });
        whenOpen.start(0);
        click("terms");
        QVERIFY(opened);
    }

    std::unique_ptr<LabelTable> m_panel;
    QTableWidget* m_table = nullptr;
};

QTEST_MAIN(LabelSchemeTableTest)
#include "tst_label_scheme_table.moc"
