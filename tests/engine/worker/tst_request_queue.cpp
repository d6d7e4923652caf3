#include "engine/worker/request_queue.h"

#include <QTest>

#include <chrono>
#include <future>
#include <thread>

using namespace engine;

namespace {

PredictRequest predict(std::uint64_t id)
{
    PredictRequest request;
    request.id = id;
    return request;
}

std::uint64_t idOfPrediction(const std::optional<RequestQueue::Work>& work)
{
    return std::get<PredictRequest>(work.value()).id;
}

}

class TestRequestQueue : public QObject {
    Q_OBJECT

private slots:
    void whatALiveSessionHandsOverIsNeverDropped()
    {
        RequestQueue queue;
        LiveRequest first, second;
        first.id = 1;
        second.id = 2;
        QVERIFY(!queue.push(first));
        QVERIFY(!queue.push(second));
        QCOMPARE(std::get<LiveRequest>(*queue.take()).id, std::uint64_t(1));
        QCOMPARE(std::get<LiveRequest>(*queue.take()).id, std::uint64_t(2));
    }

    void theNewestPredictionWins()
    {
        RequestQueue queue;
        QVERIFY(!queue.push(predict(1)));
        const std::optional<Failure> dropped = queue.push(predict(2));
        QVERIFY(dropped.has_value());
        QCOMPARE(dropped->id, std::uint64_t(1));
        QCOMPARE(dropped->code, std::string("superseded"));
        QCOMPARE(idOfPrediction(queue.take()), std::uint64_t(2));
    }

    void aPredictionThatIsTakenIsNotSuperseded()
    {
        RequestQueue queue;
        queue.push(predict(1));
        QCOMPARE(idOfPrediction(queue.take()), std::uint64_t(1));
        QVERIFY(!queue.push(predict(2)));
    }

    void loadingAModelIsNeverDropped()
    {
        RequestQueue queue;
        queue.push(predict(1));
        QVERIFY(!queue.push(LoadModel{2, "a"}));
        QVERIFY(!queue.push(LoadModel{3, "b"}));
        QVERIFY(queue.push(predict(4)).has_value());
        QCOMPARE(std::get<LoadModel>(queue.take().value()).id, std::uint64_t(2));
        QCOMPARE(std::get<LoadModel>(queue.take().value()).id, std::uint64_t(3));
        QCOMPARE(idOfPrediction(queue.take()), std::uint64_t(4));
    }

    void aWaitingRequestCanBeWithdrawn()
    {
        RequestQueue queue;
        queue.push(LoadModel{1, "a"});
        queue.push(predict(2));
        QVERIFY(queue.cancel(2) == cancelledFailure(2));
        QCOMPARE(std::get<LoadModel>(queue.take().value()).id, std::uint64_t(1));
        QVERIFY(!queue.isCancelled(2));
    }

    void cancellingTheRequestInHandIsRemembered()
    {
        RequestQueue queue;
        queue.push(predict(1));
        queue.take();
        QVERIFY(!queue.isCancelled(1));
        QVERIFY(!queue.cancel(1));
        QVERIFY(queue.isCancelled(1));
        QVERIFY(!queue.isCancelled(2));
    }

    void takeWaitsForWork()
    {
        RequestQueue queue;
        auto taken = std::async(std::launch::async, [&queue] { return queue.take(); });
        const auto early = taken.wait_for(std::chrono::milliseconds(20)); // time to come back with nothing
        queue.push(predict(5));
        QCOMPARE(early, std::future_status::timeout);
        QCOMPARE(idOfPrediction(taken.get()), std::uint64_t(5));
    }

    void aClosedQueueWakesWhoWaits()
    {
        RequestQueue queue;
        std::jthread closer([&queue] { queue.close(); });
        QVERIFY(!queue.take());
    }
};

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_request_queue.moc"
