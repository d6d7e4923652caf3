#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/edited_words.h"

#include <QTemporaryDir>
#include <QTest>

using namespace engine;

namespace {

Entry entryOf(const std::vector<Interval>& intervals, const std::vector<std::string>& texts)
{
    Entry entry;
    entry.intervals.values = intervals;
    entry.features = {ElementType::Text, {texts.size(), 1}, texts};
    return entry;
}

WordsView viewOf(const std::vector<Interval>& intervals, const std::vector<std::string>& texts,
                 const std::vector<std::size_t>& rows)
{
    WordsView view;
    view.text = {intervals, texts};
    view.rows = rows;
    view.ids.resize(rows.size());
    return view;
}

}

class EditedWordsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        ComputationalSequence words;
        Metadata metadata;
        metadata["root name"] = "words";
        words.setMetadata(metadata);
        words.put("v[0]", entryOf({{1.0, 2.0}, {0.0, 1.0}}, {"two", "one"})); // not in order
        words.put("v[1]", entryOf({{2.0, 3.0}}, {"three"}));
        words.put("w", entryOf({{0.0, 1.0}, {2.0, 1.0}}, {"fine", "inverted"}));
        const QString path = m_folder.filePath(QStringLiteral("words.csd"));
        writeCsd(words, path.toStdString());
        m_file = std::make_shared<const CsdFile>(path.toStdString());
    }

    void timesGoIntoTheirOwnEntries()
    {
        const auto result = withWords(
            m_file,
            {{"v", viewOf({{0.0, 0.9}, {0.9, 2.0}, {2.0, 3.5}}, {"one", "two", "three"}, {0, 1, 2})}});
        QCOMPARE(result.ids(), (std::vector<std::string>{"v[0]", "v[1]", "w"}));
        QCOMPARE(result.entry("v[0]").intervals.values, (std::vector<Interval>{{0.9, 2.0}, {0.0, 0.9}}));
        QCOMPARE(result.entry("v[1]").intervals.values, (std::vector<Interval>{{2.0, 3.5}}));
        QCOMPARE(result.entry("v[0]").features, m_file->entry("v[0]").features);
    }

    void otherWordsBecomeOneEntry()
    {
        const std::size_t none = WordTimes::kNoRow;
        const auto result = withWords(m_file,
                                      {{"v",
                                        viewOf({{0.0, 1.0}, {1.0, 1.5}, {1.5, 2.0}, {2.0, 3.0}},
                                               {"one", "tw", "o", "three"}, {0, 1, none, 2})}});
        QCOMPARE(result.ids(), (std::vector<std::string>{"w", "v"}));
        QCOMPARE(result.entry("v").intervals.rows(), std::size_t{4});
        QCOMPARE(std::get<std::vector<std::string>>(result.entry("v").features.values)[2], std::string("o"));
    }

    void rowsWithoutUsableTimesStay()
    {
        const auto result = withWords(m_file, {{"w", viewOf({{0.0, 0.5}}, {"fine"}, {0})}});
        QCOMPARE(result.entry("w").intervals.values, (std::vector<Interval>{{0.0, 0.5}, {2.0, 1.0}}));
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const CsdFile> m_file;
};

QTEST_GUILESS_MAIN(EditedWordsTest)
#include "tst_edited_words.moc"
