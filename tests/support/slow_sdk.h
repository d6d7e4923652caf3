#pragma once

#include "engine/recipes/recipe.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// The steps of the CMU-MultimodalSDK a second time: slow, obvious, and sharing no code with the engine. The
/// whole dataset lies in memory, every row is compared with every other, and NumPy's rules are written out.
namespace engine::test {

struct SlowCell {
    long double number = 0; ///< holds every int64 and every double
    std::string text;
};

struct SlowRow {
    long double start = 0;
    long double end = 0;
    std::vector<SlowCell> cells;
    std::string filled; ///< `zeros`, `ones`, `several`; empty: measured
};

struct SlowEntry {
    ElementType intervalType = ElementType::Float64;
    ElementType featureType = ElementType::Float32;
    std::vector<std::size_t> extents; ///< of one row
    std::vector<SlowRow> rows;
};

struct SlowSequence {
    std::string key;
    std::vector<std::pair<std::string, SlowEntry>>
        entries; ///< in the order in which the SDK goes through them

    const SlowEntry* find(const std::string& id) const;
    SlowEntry* find(const std::string& id);
};

SlowEntry slowEntry(const Entry& entry);

/// What an align step did to the rows of one sequence of one video.
struct SlowAccount {
    std::size_t rows = 0;
    std::size_t kept = 0; ///< rows that some target received, each once
    std::size_t several = 0; ///< rows that more than one received
    std::vector<std::size_t> perTarget;
};

struct SlowReport {
    std::map<std::string, std::map<std::string, SlowAccount>> videos; ///< video → sequence
    std::map<std::string, std::set<std::string>> droppedVideos; ///< video → sequences that lack it
    std::map<std::string, std::set<std::string>> droppedIds; ///< id → sequences that lack it
};

/// A step failed. Which of several failures is told first is left open: the SDK goes from sequence to
/// sequence, the engine from video to video.
struct SlowFailure {
    std::set<std::string> codes;
};

/// A dataset and what is done to it.
class SlowSdk {
public:
    /// @param files  every file that a recipe may load; keys are root names
    explicit SlowSdk(std::map<std::filesystem::path, SlowSequence> files) : m_files(std::move(files)) { }

    /// @throws SlowFailure
    void load(const Load& load);
    void step(const RecipeStep& step);

    const std::vector<SlowSequence>& sequences() const { return m_sequences; }
    const std::vector<SlowReport>& reports() const { return m_reports; } ///< one per step

    /// fold → ids, in the order of the first sequence; after hard_unify.
    std::vector<std::vector<std::string>> foldIds(const TensorSettings& settings) const;

private:
    void apply(const AlignStep& step);
    void apply(const ImputeStep& step);
    void apply(const UnifyStep& step);
    void apply(const HardUnifyStep& step);
    void apply(const RevertStep& step);
    void apply(const SortStep& step);
    void apply(const AddStep& step);
    void apply(const MergeStep& step);
    void apply(const RenameStep& step);
    void apply(const RemoveStep& step);
    void apply(const RemoveIdStep& step);
    void apply(const FunctionalsStep&) { } // the SDK has none of these
    void apply(const ConversationTimeStep&) { }
    void apply(const PartnerStep&) { }

    SlowSequence& known(const std::string& key);
    std::vector<SlowSequence> loaded(const Load& load) const;
    void alignVideo(const std::string& video, const AlignStep& step, std::vector<SlowSequence>& results,
                    std::set<std::string>& codes);
    std::vector<SlowRow> madeReference(const std::string& video, const AlignReference& reference) const;
    /// Video → sequences that lack it, of the videos that some have.
    std::map<std::string, std::set<std::string>> lackingVideos() const;
    std::map<std::string, std::set<std::string>> lackingIds() const;
    void keep(const std::function<bool(const std::string& id)>& wanted);

    std::map<std::filesystem::path, SlowSequence> m_files;
    std::vector<SlowSequence> m_sequences;
    /// Type and extents of each sequence's rows, by key: what a filled row looks like.
    std::map<std::string, SlowEntry> m_patterns;
    std::vector<SlowReport> m_reports;
};

/// Stored rows of one entry, `length` of them, as get_tensors makes them: float64, or text.
SlowEntry slowTensor(const SlowEntry& entry, std::size_t length, bool padBehind);

}
