#include "app/training/training_material.h"
#include "app/training/training_rows.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace app;
using Way = TrainingSplit::Way;

/// Labels in conversations are shared out among train, valid and test so that no conversation is in two.
class TestConversationSplits : public QObject {
    Q_OBJECT

    /// Six conversations of two, each entry with three labelled segments. Ada is in the first two.
    static TrainingMaterial material()
    {
        TrainingMaterial made;
        std::vector<engine::Conversation> all;
        for (const char* const id : {"a", "b", "c", "d", "e", "f"}) {
            engine::Conversation& conversation = all.emplace_back();
            conversation.id = id;
            for (const char* const who : {"p", "q"}) {
                conversation.participants.emplace_back();
                conversation.participants.back().id = who;
                if (*who == 'p' && *id <= 'b') {
                    conversation.participants.back().person = "Ada";
                    made.speakers[conversation.entryOf(conversation.participants.back())] = "Ada";
                }
            }
        }
        made.conversations = engine::KnownConversations(std::move(all));
        return made;
    }

    static engine::LabelToLearn label(const std::vector<std::string>& videos)
    {
        auto places = std::make_shared<engine::SegmentPlaces>();
        engine::LabelToLearn made;
        made.tier = "labels_listening";
        made.name = "valence";
        for (const std::string& video : videos) {
            places->videos.push_back(video);
            for (int i = 0; i < 3; ++i) {
                places->videoOf.push_back(places->videos.size() - 1);
                places->spans.push_back({static_cast<double>(i), i + 1.0});
                made.values.push_back(i % 2);
            }
        }
        made.segments = places;
        return made;
    }

    static engine::LabelToLearn everybody()
    {
        std::vector<std::string> videos;
        for (const char* const id : {"a", "b", "c", "d", "e", "f"}) {
            videos.push_back(std::string(id) + "@p");
            videos.push_back(std::string(id) + "@q");
        }
        return label(videos);
    }

    static std::string partOf(const engine::FoldLists& folds, const std::string& video)
    {
        for (const auto& [part, videos] : folds) {
            if (std::ranges::find(videos, video) != videos.end())
                return part;
        }
        return {};
    }

private slots:
    void noDrawTakesAConversationApart()
    {
        const TrainingMaterial of = material();
        const engine::LabelToLearn all = everybody();
        std::set<engine::FoldLists> different;
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            for (const Way way : {Way::ByVideo, Way::BySpeaker}) {
                const engine::FoldLists folds = drawnSplit(all, of, way, seed);
                QCOMPARE(folds.size(), std::size_t{3});
                for (const char* const id : {"a", "b", "c", "d", "e", "f"}) {
                    const std::string part = partOf(folds, std::string(id) + "@p");
                    QVERIFY(!part.empty());
                    QCOMPARE(partOf(folds, std::string(id) + "@q"), part);
                }
                if (way == Way::BySpeaker)
                    QCOMPARE(partOf(folds, "a@p"), partOf(folds, "b@p"));
                else
                    different.insert(folds);
            }
        }
        QVERIFY(different.size() > 10);
        QVERIFY(std::ranges::any_of(different, [](const engine::FoldLists& folds) {
            return partOf(folds, "a@p") != partOf(folds, "b@p");
        }));
    }

    void whatStaysTogetherIsKnown()
    {
        const TrainingMaterial of = material();
        const engine::LabelToLearn some = label({"a@p", "a@q", "b@p", "talk"});
        QCOMPARE(inseparable(of, some, "a@q"), (std::vector<std::string>{"a@p", "a@q"}));
        QCOMPARE(inseparable(of, some, "b@p"), std::vector<std::string>{"b@p"});
        QCOMPARE(inseparable(of, some, "talk"), std::vector<std::string>{"talk"});
    }

    /// Two conversations make a training without a test; two people of one do not.
    void conversationsAreCountedAndNotPeople()
    {
        const TrainingMaterial of = material();
        const auto two = splitWithoutTest(label({"a@p", "a@q", "b@q"}), of, {});
        QVERIFY(two);
        QCOMPARE(two->at("train"), (std::vector<std::string>{"a@p", "a@q"}));
        QCOMPARE(two->at("valid"), std::vector<std::string>{"b@q"});
        QVERIFY(!splitWithoutTest(label({"a@p", "a@q"}), of, {}));

        const auto titleOf = [&](const engine::LabelToLearn& what) {
            for (const TrainingNeed& need : trainingNeeds(&what, of, {}, {})) {
                if (need.kind == TrainingNeed::Kind::Videos)
                    return need.title;
            }
            return QString();
        };
        QCOMPARE(titleOf(label({"a@p", "a@q", "b@q"})),
                 QStringLiteral("Three conversations with labels: 2 so far"));
        QCOMPARE(titleOf(label({"x", "y"})), QStringLiteral("Three videos with labels: 2 so far"));
        QCOMPARE(titleOf(everybody()), QStringLiteral("Labels in each part"));
    }

    /// Who listens says nothing: of listeners the face alone is ticked.
    void ofListenersTheFaceIsUsual()
    {
        TrainingMaterial of = material();
        for (const auto& [key, modality] : {std::pair("words", engine::Modality::Text),
                                            {"acoustic", engine::Modality::Acoustic},
                                            {"visual", engine::Modality::Visual}})
            of.sources.push_back({key, modality, 3, {"a@p"}, true});
        engine::LabelToLearn what = label({"a@p"});
        for (const bool listening : {true, false}) {
            what.tier = listening ? "labels_listening" : "labels";
            const auto rows = sourceRowsOf(of, &what, {});
            QCOMPARE(rows.size(), std::size_t{3});
            for (const widgets::SourceRow& row : rows) {
                QCOMPARE(row.isChecked, !listening || row.modality == engine::Modality::Visual);
                QCOMPARE(row.note.isEmpty(), row.isChecked);
            }
        }
    }
};

QTEST_MAIN(TestConversationSplits)
#include "tst_conversation_splits.moc"
