#include "engine/annotation/review_queue.h"

#include <QTest>

using namespace engine;

namespace {

ReviewUnit unit(const std::string& video, double start, std::vector<double> votes = {})
{
    ReviewUnit result{video, {start, start + 2.0}};
    result.words = 5;
    result.isAnswered = true;
    for (std::size_t i = 0; i < votes.size(); ++i)
        result.votes.push_back({"rater " + std::to_string(i), votes[i]});
    return result;
}

const std::set<ReviewReason> kAll{
    ReviewReason::Flagged, ReviewReason::OffScale, ReviewReason::SignConflict,
    ReviewReason::Spread,  ReviewReason::Model,    ReviewReason::MissingModality,
    ReviewReason::NoWords, ReviewReason::TooShort, ReviewReason::NotLabelled};

std::vector<std::pair<std::size_t, ReviewReason>> found(const std::vector<ReviewUnit>& units,
                                                        const ReviewSettings& settings)
{
    std::vector<std::pair<std::size_t, ReviewReason>> result;
    for (const ReviewItem& item : reviewQueue(units, settings))
        result.emplace_back(item.unit, item.reason);
    return result;
}

}

class TestReviewQueue : public QObject {
    Q_OBJECT

private slots:
    /// Turns of both people, as they were spoken; whoever is not of the conversation goes by name.
    void aConversationStaysTogetherAndInOrder_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<std::vector<std::size_t>>("expected");
        QTest::newRow("as the videos go")
            << static_cast<int>(ReviewOrder::Context) << std::vector<std::size_t>{4, 0, 2, 1, 3, 5};
        QTest::newRow("what matters most first")
            << static_cast<int>(ReviewOrder::Reason) << std::vector<std::size_t>{0, 2, 1, 3, 4, 5};
    }

    void aConversationStaysTogetherAndInOrder()
    {
        QFETCH(const int, order);
        std::vector<ReviewUnit> units{unit("tea@ada", 0),   unit("tea@ada", 10), unit("tea@bert", 1),
                                      unit("tea@bert", 12), unit("alone", 0),    unit("zoo", 0)};
        for (std::size_t i = 0; i < units.size(); ++i) {
            units[i].isAnswered = false;
            if (i < 4)
                units[i].conversation = "tea";
        }
        units[2].moment = 5.0; // bert's recording began four seconds later
        units[3].moment = 16.0;
        units[3].flaggedBy = {"ben"}; // matters most, and the turns before come before it
        ReviewSettings settings;
        settings.reasons = {ReviewReason::Flagged, ReviewReason::NotLabelled};
        settings.order = static_cast<ReviewOrder>(order);
        std::vector<std::size_t> queue;
        for (const ReviewItem& item : reviewQueue(units, settings))
            queue.push_back(item.unit);
        QTEST(queue, "expected");
    }

    void eachReasonIsFound_data()
    {
        QTest::addColumn<int>("reason");
        for (const ReviewReason reason : kAll)
            QTest::newRow(name(reason).c_str()) << static_cast<int>(reason);
    }

    void eachReasonIsFound()
    {
        QFETCH(const int, reason);
        ReviewUnit odd = unit("v", 4, {1, 1});
        switch (static_cast<ReviewReason>(reason)) {
        case ReviewReason::Flagged:
            odd.flaggedBy = {"ben"};
            break;
        case ReviewReason::OffScale:
            odd.isOffScale = true;
            break;
        case ReviewReason::SignConflict:
            odd.votes = {{"a", -0.5}, {"b", 1}};
            break;
        case ReviewReason::Spread:
            odd.votes = {{"a", 0}, {"b", 2}};
            break;
        case ReviewReason::Model:
            odd.prediction = -0.5; // the mean vote is 1
            break;
        case ReviewReason::MissingModality:
            odd.missing = {"visual"};
            break;
        case ReviewReason::NoWords:
            odd.words = 0;
            break;
        case ReviewReason::TooShort:
            odd.span.end = odd.span.start + 0.2;
            break;
        default:
            odd.isAnswered = false;
        }
        ReviewUnit plain = unit("v", 0, {1, 2});
        plain.prediction = 1.2;
        const std::vector<ReviewUnit> units{plain, odd};
        ReviewSettings settings;
        settings.reasons = kAll;
        using Found = std::vector<std::pair<std::size_t, ReviewReason>>;
        QCOMPARE(found(units, settings), (Found{{1, static_cast<ReviewReason>(reason)}}));
        settings.reasons.erase(static_cast<ReviewReason>(reason));
        QCOMPARE(found(units, settings), Found());
    }

    void whatMattersMostComesFirst()
    {
        std::vector<ReviewUnit> units{unit("a", 0), unit("a", 3, {0, 2}), unit("b", 0, {0, 3}), unit("b", 3)};
        units[0].isAnswered = false;
        units[3].flaggedBy = {"ben"};
        ReviewSettings settings;
        settings.reasons = kAll;
        using Found = std::vector<std::pair<std::size_t, ReviewReason>>;
        QCOMPARE(found(units, settings),
                 (Found{{3, ReviewReason::Flagged},
                        {2, ReviewReason::Spread},
                        {1, ReviewReason::Spread},
                        {0, ReviewReason::NotLabelled}}));
        settings.order = ReviewOrder::Context;
        QCOMPARE(found(units, settings).front().first, std::size_t(0));
        QCOMPARE(found(units, settings).back().first, std::size_t(3));
    }

    void shufflingIsRepeatable()
    {
        std::vector<ReviewUnit> units;
        for (int i = 0; i < 100; ++i) {
            units.push_back(unit("v", i * 3.0));
            units.back().isAnswered = false;
        }
        ReviewSettings settings;
        settings.reasons = {ReviewReason::NotLabelled};
        settings.order = ReviewOrder::Shuffled;
        const auto first = found(units, settings);
        QCOMPARE(found(units, settings), first);
        settings.seed = 2;
        QVERIFY(found(units, settings) != first);
        QCOMPARE(found(units, settings).size(), std::size_t(100));
    }

    void aSecondPassRepeatsTheFirst()
    {
        std::vector<ReviewUnit> units{unit("v", 0), unit("v", 3), unit("v", 6), unit("v", 9)};
        for (ReviewUnit& one : units)
            one.isAnswered = false;
        units[1].isRepeat = units[2].isRepeat = true;
        ReviewSettings settings;
        settings.reasons = {ReviewReason::NotLabelled};
        settings.repeatsOnly = true;
        QCOMPARE(reviewQueue(units, settings).size(), std::size_t(2));
        QCOMPARE(reviewQueue(units, settings).front().unit, std::size_t(1));
        settings.most = 1;
        QCOMPARE(reviewQueue(units, settings).size(), std::size_t(1));
    }

    void controlsAreAShareOfTheOthers()
    {
        std::vector<ReviewUnit> units;
        for (int i = 0; i < 100; ++i)
            units.push_back(unit("v", i * 3.0, {1, 1}));
        for (std::size_t i = 0; i < 20; ++i)
            units[i].flaggedBy = {"ben"};
        ReviewSettings settings;
        settings.reasons = {ReviewReason::Flagged, ReviewReason::Control};
        const auto queue = reviewQueue(units, settings);
        QCOMPARE(queue.size(), std::size_t(28)); // a tenth of the other 80
        const auto controls = std::ranges::count(queue, ReviewReason::Control, &ReviewItem::reason);
        QCOMPARE(controls, 8);
        for (const ReviewItem& item : queue)
            QCOMPARE(item.reason == ReviewReason::Control, item.unit >= 20);
    }
};

QTEST_GUILESS_MAIN(TestReviewQueue)
#include "tst_review_queue.moc"
