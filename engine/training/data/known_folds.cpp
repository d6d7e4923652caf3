#include "engine/training/data/known_folds.h"

#include "engine/core/same_length.h"
#include "engine/core/segment_id.h"
#include "engine/core/sha256.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kHashDigits = 16;

/// Of all steps that are not padding, in the modalities that the segment has.
std::string hashOf(const FoldData& fold, std::size_t segment)
{
    Sha256 hash;
    for (const Modality modality : allModalities) {
        const FeatureBlock& block = fold.of(modality);
        if (block.width == 0 || !fold.presenceOf(modality)[segment])
            continue;
        const auto steps = static_cast<std::size_t>(fold.lengthsOf(modality)[segment]);
        const auto values = block.segment(segment).first(steps * block.width);
        hash.add(static_cast<std::uint64_t>(modality));
        hash.add(static_cast<std::uint64_t>(block.width));
        hash.add(values.data(), values.size_bytes());
    }
    return hexadecimal(hash.digest()).substr(0, kHashDigits);
}

FoldsByName foldsByHash(const std::map<std::string, std::string>& segments)
{
    FoldsByName folds;
    for (std::size_t fold = 0; fold < foldNames.size(); ++fold) {
        const auto listed = segments.find(std::string(foldNames[fold]));
        if (listed == segments.end())
            continue;
        const std::string& hashes = listed->second;
        for (std::size_t begin = 0; begin + kHashDigits <= hashes.size(); begin += kHashDigits)
            folds[hashes.substr(begin, kHashDigits)].insert(fold);
    }
    return folds;
}

FoldsByName foldsByVideo(const FoldLists& videos)
{
    FoldsByName folds;
    for (std::size_t fold = 0; fold < foldNames.size(); ++fold) {
        const auto listed = videos.find(std::string(foldNames[fold]));
        if (listed == videos.end())
            continue;
        for (const std::string& video : listed->second)
            folds[video].insert(fold);
    }
    return folds;
}

std::string foldOf(const std::set<std::size_t>* byHash, const std::set<std::size_t>* byVideo)
{
    if (byHash && byHash->size() == 1)
        return std::string(foldNames[*byHash->begin()]);
    if (byVideo && byVideo->size() == 1)
        return std::string(foldNames[*byVideo->begin()]);
    return byHash ? std::string(foldNames[*byHash->begin()]) : std::string();
}

const std::set<std::size_t>* find(const FoldsByName& folds, const std::string& name)
{
    const auto found = folds.find(name);
    return found == folds.end() ? nullptr : &found->second;
}

}

std::map<std::string, std::string> segmentHashes(const FeatureData& data)
{
    std::map<std::string, std::string> segments;
    for (const FoldData& fold : data.folds) {
        std::string hashes;
        for (std::size_t i = 0; i < fold.size(); ++i)
            hashes += hashOf(fold, i);
        segments[fold.name] = hashes;
    }
    return segments;
}

KnownFolds::KnownFolds(const ModelCard& card)
    : m_byHash(card.segments ? foldsByHash(*card.segments) : FoldsByName())
    , m_byVideo(foldsByVideo(card.folds))
{
}

std::string KnownFolds::of(const FoldData& fold, std::size_t segment) const
{
    return foldOf(m_byHash.empty() ? nullptr : find(m_byHash, hashOf(fold, segment)),
                  find(m_byVideo, videoOfSegment(fold.ids[segment])));
}

std::vector<std::string> KnownFolds::of(const FeatureData& data) const
{
    std::vector<std::string> known;
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i)
            known.push_back(of(fold, i));
    }
    return known;
}

FeatureData withKnownFolds(FeatureData data, const ModelCard& card)
{
    const std::vector<std::string> known = KnownFolds(card).of(data);
    std::map<std::string, std::vector<std::size_t>, std::less<>>
        segments; // of each fold, by place in the pool
    std::size_t place = 0;
    std::size_t moved = 0;
    std::size_t fromTrain = 0;
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i, ++place) {
            const std::string& now = known[place].empty() ? fold.name : known[place];
            moved += now != fold.name;
            fromTrain += now != fold.name && now == "train";
            segments[now].push_back(place);
        }
    }
    if (moved == 0)
        return data;
    const FoldData pool = pooled(data);
    for (FoldData& fold : data.folds) {
        const std::string name = fold.name;
        fold = selected(pool, segments[name]);
        fold.name = name;
    }
    data.notes.push_back(
        fmt::format("{} segments are in other folds than when the model was trained ({} of them it "
                    "learnt from); they count in those of the model, with --own-folds in those of "
                    "the data",
                    moved, fromTrain));
    return data;
}

void noteCopies(FeatureData& data, const std::map<std::string, std::string>& hashes)
{
    const FoldsByName folds = foldsByHash(hashes);
    std::size_t copies = 0;
    std::string first;
    for (std::size_t fold = 1; fold < data.folds.size(); ++fold) {
        const std::string& listed = hashes.at(data.folds[fold].name);
        for (std::size_t i = 0; i < data.folds[fold].size(); ++i) {
            if (!folds.at(listed.substr(i * kHashDigits, kHashDigits)).contains(0))
                continue;
            if (copies++ == 0)
                first = data.folds[fold].ids[i] + " of " + data.folds[fold].name;
        }
    }
    if (copies > 0)
        data.notes.push_back(
            fmt::format("{} segments of valid and test have the same features as one of train, {} first: "
                        "the figures of these folds may be too good",
                        copies, first));
}

std::vector<std::string> foldsOf(const FeatureData& data)
{
    std::vector<std::string> folds;
    for (const FoldData& fold : data.folds)
        folds.insert(folds.end(), fold.size(), fold.name);
    return folds;
}

std::string learntNote(const std::vector<std::string>& folds, const std::vector<std::string>& known)
{
    requireSameLength("known folds of segments", known.size(), folds.size());
    std::size_t learnt = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < folds.size(); ++i) {
        const bool isScored = folds[i] == "valid" || folds[i] == "test";
        others += isScored;
        learnt += isScored && known[i] == "train";
    }
    return fmt::format(
        "folds of the data: {} of the {} segments of valid and test are ones that the model learnt from",
        learnt, others);
}

}
