#include "engine/alignment/listener_words.h"
#include "engine/sequences/csd_writer.h"
#include "engine/training/data/listed_listeners.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

/// What a dataset says of those who listen. Three people: ada; bert, whose file begins a second late; cleo,
/// who never speaks.
class ListedListenersTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    DatasetList m_list;

    void put(const char* name, const std::vector<std::pair<std::string, Entry>>& entries)
    {
        const std::filesystem::path file
            = m_folder.filePath(QLatin1String(name) + QStringLiteral(".csd")).toStdString();
        writeCsd(test::sequence(name, entries), file);
        m_list.sequences.push_back({"raw", name, file});
    }

    static Entry rows(std::vector<Interval> intervals, std::vector<float> values)
    {
        return {{ElementType::Float64, std::move(intervals)}, test::floats(1, std::move(values))};
    }

    /// Bert speaks at 1 s of the conversation, ada at 4 s.
    static FoldData fold()
    {
        FoldData fold;
        fold.ids = {"tea@ada[0]", "tea@bert[0]"};
        fold.turns = {{"tea", "ada", 4.0, 6.0}, {"tea", "bert", 1.0, 3.0}};
        fold.labels = FeatureMatrix(2, 1);
        return fold;
    }

private slots:
    void initTestCase()
    {
        m_list.name = "tea party";
        m_list.more["conversations"] = nlohmann::ordered_json::parse(
            R"([{"id": "tea", "participants": [{"id": "ada"}, {"id": "bert", "offset_s": 1.0}, {"id": "cleo"}]}])");
        put("labels_listening",
            {{"tea@ada", rows({{1.1, 2.9}, {7.0, 8.0}}, {2.0F, 9.0F})}, // the second is about no turn
             {"tea@bert", rows({{3.0, 5.0}}, {-1.0F})}, // 4…6 s of the conversation
             {"tea@cleo", rows({{1.0, 1.9}}, {0.5F})}}); // nearly half of bert's turn, all of the label
        put("visual",
            {{"tea@ada", rows({{1.0, 2.0}, {2.0, 3.0}, {3.0, 4.0}}, {1.0F, 2.0F, 50.0F})},
             {"tea@bert", rows({{3.0, 4.0}, {4.0, 5.0}}, {7.0F, std::numeric_limits<float>::quiet_NaN()})}});
        put("words",
            {{"tea@ada", {{ElementType::Float64, {{4.0, 4.5}, {4.5, 5.0}}}, test::texts({"well", "sp"})}},
             {"tea@bert", {{ElementType::Float64, {{0.0, 0.5}, {3.2, 3.6}}}, test::texts({"oh", "no"})}}});
    }

    void labelsAreOfTheSlotsOfThoseWhoListen()
    {
        FoldData turns = fold();
        ListedListeners(m_list, {}, false).tell(turns);
        QCOMPARE(turns.listening.count, std::size_t{3}); // bert, ada, cleo
        const std::span<const float> ofAda = turns.listening.values.row(0),
                                     ofBert = turns.listening.values.row(1);
        QCOMPARE(ofAda[0], -1.0F);
        QVERIFY(std::isnan(ofAda[1]) && std::isnan(ofAda[2]));
        QVERIFY(std::isnan(ofBert[0]));
        QCOMPARE(ofBert[1], 2.0F);
        QCOMPARE(ofBert[2], 0.5F);
        QCOMPARE(turns.seen.count, std::size_t{0}); // nobody wanted to know
    }

    void whatIsSeenIsTheMeanOfTheTurn()
    {
        FoldData turns = fold();
        ListedListeners(m_list, {}, true).tell(turns);
        QCOMPARE(turns.seen.values.row(1)[1], 1.5F);
        QCOMPARE(turns.seen.values.row(1)[2], 0.0F);
        QCOMPARE(turns.seen.values.row(0)[0], 7.0F); // what is no number does not count
    }

    void otherColumnsAreRefused()
    {
        FoldData turns = fold();
        turns.labels = FeatureMatrix(2, 4);
        const std::string failure = test::failureOf([&] { ListedListeners(m_list, {}, false).tell(turns); });
        QVERIFY2(failure.starts_with("wrong_labels"), failure.c_str());
    }

    /// Rows of who listens are made of the words of who speaks.
    void wordsOfTheOthersAreInOnesOwnTime()
    {
        const CsdFile words(m_list.sequence("words")->file);
        const ListenerWords listeners(m_list, words, aboutListening({}));
        QCOMPARE(listeners.of("tea@ada").intervals, (std::vector<Interval>{{1.0, 1.5}, {4.2, 4.6}}));
        QCOMPARE(listeners.of("tea@bert").intervals, (std::vector<Interval>{{3.0, 3.5}}));
        QCOMPARE(listeners.of("tea@cleo").intervals,
                 (std::vector<Interval>{{1.0, 1.5}, {4.0, 4.5}})); // 4.2 overlaps
        QVERIFY(listeners.of("tea@ada").texts.empty());
        QCOMPARE(ListenerWords(m_list, words, {}).of("tea@ada").texts.size(), std::size_t{2});
    }

    void recipesGoBothWays()
    {
        QCOMPARE(aboutListening({}).labels, std::string("labels_listening"));
        QCOMPARE(aboutListening(aboutListening({})).labels, std::string("labels_listening"));
        QCOMPARE(aboutSpeaking(aboutListening({})), SegmentRecipe());
    }
};

QTEST_APPLESS_MAIN(ListedListenersTest)
#include "tst_listed_listeners.moc"
