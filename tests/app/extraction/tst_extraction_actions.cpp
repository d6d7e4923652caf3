#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/extraction/extraction_actions.h"
#include "app/extraction/extraction_feature.h"
#include "app/tasks/tasks.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/support/waiting.h"

using namespace app;

/// A dialog says that a dataset is there, and that it has grown, while the window is still opening it.
class ExtractionActionsTest : public QObject {
    Q_OBJECT

    bool m_isOpening = false;
    QWidget m_window;
    Document m_document;
    Tasks m_tasks;
    CommandTable m_table = extractionCommands();
    Actions m_actions{&m_window, std::span(&m_table, 1)};
    ExtractionActions m_extraction{
        m_document, [] { return nullptr; }, [this] { return m_isOpening; }, m_tasks, {}, m_actions,
        &m_window};
    QSignalSpy m_wished{&m_extraction, &ExtractionActions::datasetWished};
    QSignalSpy m_grown{&m_extraction, &ExtractionActions::projectGrown};

    ExtractDialog& dialog() const { return *m_window.findChild<ExtractDialog*>(); }

    void grow(const char* list, bool goesOn) const
    {
        emit dialog().grown(QLatin1String(list), false, std::filesystem::file_time_type::clock::now(),
                            goesOn);
    }

    void setDataset(const char* folder)
    {
        engine::DatasetList list;
        list.root = folder;
        m_isOpening = false;
        m_document.setDataset(std::move(list));
    }

private slots:
    void initTestCase() { m_extraction.ask({}); }
    void init()
    {
        m_wished.clear();
        m_grown.clear();
    }

    void whatGrowsWhileTheDatasetIsBeingOpenedIsReadAgain()
    {
        emit dialog().datasetReady(QStringLiteral("/made/dataset.json"));
        QCOMPARE(m_wished.size(), 1);
        m_isOpening = true;
        grow("/made/dataset.json", true);
        grow("/made/dataset.json", false);
        QVERIFY(m_grown.isEmpty());
        setDataset("/made");
        QTRY_COMPARE(m_grown.size(), 1);
        QCOMPARE(m_grown[0][3].toBool(), false); // the last
        setDataset("/made"); // by somebody, later
        QTest::qWait(50);
        QCOMPARE(m_grown.size(), 1);
    }

    void whatGrowsInSightIsReadAtOnce()
    {
        grow("/made/dataset.json", true);
        QCOMPARE(m_grown.size(), 1);
    }

    /// A person opens something else at the moment when more is joined.
    void whatAPersonWishedToOpenComesFirst()
    {
        m_isOpening = true;
        grow("/made/dataset.json", true);
        QVERIFY(m_grown.isEmpty());
        setDataset("/elsewhere");
        QTest::qWait(50);
        QVERIFY(m_grown.isEmpty());
    }

    void whatGrowsElsewhereIsNobodysNews()
    {
        grow("/other/dataset.json", true);
        emit dialog().datasetReady(QStringLiteral("/third/dataset.json"));
        m_isOpening = true;
        grow("/third/dataset.json", true);
        setDataset("/fourth"); // which the person wished for
        QTest::qWait(50);
        setDataset("/third");
        QTest::qWait(50);
        QVERIFY(m_grown.isEmpty());
    }
};

QTEST_MAIN(ExtractionActionsTest)
#include "tst_extraction_actions.moc"
