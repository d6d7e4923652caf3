#include "engine/sequences/media_list.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace {

using engine::ListedMedia;
using engine::MediaList;

MediaList three()
{
    return {{"a", "/m/a.mp4", "ada", ""}, {"b", "/m/b.mp4", "", ""}, {"a", "/other/a.mp4", "", ""}};
}

class TestMediaList : public QObject {
    Q_OBJECT
private slots:
    void copiesShareUntilOneIsEdited()
    {
        const MediaList first = three();
        MediaList second = first;
        QCOMPARE(&second[0], &first[0]);
        second.edit()[0].speaker = "eve";
        QVERIFY(&second[0] != &first[0]);
        QCOMPARE(first[0].speaker, std::string("ada"));
        QCOMPARE(second[0].speaker, std::string("eve"));
        QVERIFY(first != second);
        second.edit()[0].speaker = "ada";
        QVERIFY(first == second);
    }

    void editingWhatNobodySharesCopiesNothing()
    {
        MediaList list = three();
        const ListedMedia* before = &list[1];
        list.edit()[1].id = "c";
        QCOMPARE(&list[1], before);
    }

    void oneIsFoundByItsId()
    {
        MediaList list = three();
        QCOMPARE(list.find("a"), &list[0]); // the first of two
        QCOMPARE(list.find("b"), &list[1]);
        QVERIFY(!list.find("c"));
        list.edit()[1].id = "c"; // after it was sought in
        QVERIFY(!list.find("b"));
        QCOMPARE(list.find("c"), &list[1]);
        list.push_back({"d", "/m/d.mp4", "", ""});
        QCOMPARE(list.find("d"), &list[3]);
        list.clear();
        QVERIFY(!list.find("a"));
        list.push_back({"a", "/m/a.mp4", "", ""});
        QCOMPARE(list.find("a"), &list[0]);
    }

    void allComeInTheOrderOfTheirIds()
    {
        const MediaList unordered
            = {{"c", "/m/c.mp4", "", ""}, {"a", "/m/a.mp4", "", ""}, {"b", "/m/b.mp4", "", ""}};
        QCOMPARE(&unordered.byId(0), &unordered[1]);
        QCOMPARE(&unordered.byId(1), &unordered[2]);
        QCOMPARE(&unordered.byId(2), &unordered[0]);
        const MediaList twice = three();
        QCOMPARE(&twice.byId(0), &twice[0]); // equal ones as they stand
        QCOMPARE(&twice.byId(1), &twice[2]);
        QCOMPARE(&twice.byId(2), &twice[1]);
    }

    /// One text tells what a path of the library's kind does.
    void pathsAreKeptAsTexts()
    {
        const std::filesystem::path path = std::filesystem::path("/m") / "a.mp4";
        const engine::CompactPath kept = path;
        QCOMPARE(kept.string(), std::string("/m/a.mp4"));
        QVERIFY(kept == path);
        QVERIFY(kept == engine::CompactPath("/m//a.mp4"));
        QVERIFY(kept != engine::CompactPath("/m/b.mp4"));
        QVERIFY(engine::CompactPath("/m/a/x") < engine::CompactPath("/m/a-b/x")); // part by part
        QCOMPARE(kept.path().stem().string(), std::string("a"));
        QVERIFY(engine::CompactPath().empty());
    }

    void anEmptyOneThatWasSoughtInTakesMore()
    {
        MediaList list;
        QVERIFY(!list.find("a"));
        list.push_back({"a", "/m/a.mp4", "", ""});
        QCOMPARE(list.find("a"), &list[0]);
    }

    void oneThatWasMovedFromIsStillAList()
    {
        MediaList list = three();
        const MediaList taken = std::move(list);
        QCOMPARE(taken.size(), std::size_t(3));
        QVERIFY(list.find("z") == nullptr); // NOLINT: that is what is asked
        list.edit().clear();
        QCOMPARE(taken.size(), std::size_t(3));
    }

    void severalThreadsSeekInOne()
    {
        std::vector<ListedMedia> media;
        for (int i = 0; i < 2000; ++i)
            media.push_back({std::to_string(i), "/m/" + std::to_string(i), "", ""});
        const MediaList list = media;
        std::atomic<int> found = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([copy = list, &found] {
                    for (int i = 0; i < 2000; ++i) {
                        const ListedMedia* one = copy.find(std::to_string(i));
                        found += one && one->file.string() == "/m/" + std::to_string(i);
                    }
                });
        }
        QCOMPARE(found.load(), 8000);
    }
};

}

QTEST_GUILESS_MAIN(TestMediaList)
#include "tst_media_list.moc"
