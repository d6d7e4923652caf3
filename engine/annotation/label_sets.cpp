#include "engine/annotation/label_sets.h"

#include <algorithm>

namespace engine {

namespace {

std::vector<LabelScheme> scales(const std::vector<std::string>& names, const NumberScale& scale)
{
    std::vector<LabelScheme> labels;
    for (const std::string& name : names)
        labels.push_back({name, scale});
    return labels;
}

std::vector<LabelScheme> bothOf(std::vector<LabelScheme> first, const std::vector<LabelScheme>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// Colours that people with any of the three colour blindnesses tell apart.
const Term kNeutral{"neutral", "#8a909c", "n"};
const Term kHappy{"happy", "#e6a93e", "h"};
const Term kSad{"sad", "#4f8fd0", "s"};
const Term kAnger{"anger", "#d1495b", "a"};
const Term kSurprise{"surprise", "#a78bfa", "u"};
const Term kDisgust{"disgust", "#5f8f3f", "d"};
const Term kFear{"fear", "#46505f", "f"};

const NumberScale kSentiment{-3.0, 3.0, 1.0};
const NumberScale kPresence{0.0, 3.0, 1.0};
const NumberScale kTrait{1.0, 7.0, 1.0};
const NumberScale kManikin{1.0, 5.0, 1.0};

const std::vector<std::string> kEmotionLabels{"happy", "sad", "anger", "surprise", "disgust", "fear"};

/// Several may be given to one utterance: each is there or not.
const std::vector<std::string> kIemocapCategories{"neutral", "happy", "sad",        "anger",   "surprise",
                                                  "disgust", "fear",  "frustrated", "excited", "other"};

const std::vector<LabelSet> kSets{
    {"mosi", "CMU-MOSI", {{kSentimentLabel, kSentiment}}},
    {"mosei", "CMU-MOSEI", bothOf({{kSentimentLabel, kSentiment}}, scales(kEmotionLabels, kPresence))},
    {"pom", "POM",
     scales({"confident", "passionate", "voice pleasant", "dominant", "credible", "vivid", "expertise",
             "entertaining", "reserved", "trusting", "relaxed", "outgoing", "thorough", "nervous",
             "persuasive", "humorous", "sentiment"},
            kTrait)},
    {"iemocap", "IEMOCAP",
     bothOf(scales(kIemocapCategories, {0.0, 1.0, 1.0}),
            scales({"valence", "activation", "dominance"}, kManikin))},
    {"meld",
     "MELD",
     {{"emotion", Vocabulary{{kNeutral, kHappy, kSad, kAnger, kSurprise, kDisgust, kFear}}},
      {"sentiment",
       Vocabulary{
           {{"negative", "#4f8fd0", "1"}, {"neutral", "#8a909c", "2"}, {"positive", "#e68a3e", "3"}}}}}},
    {"vad", "Valence, arousal, dominance", scales({"valence", "arousal", "dominance"}, {-1.0, 1.0, 0.0})},
    {"text", "Text", {}}};

bool hasEnds(const LabelScheme& label, const NumberScale& ends)
{
    const auto* scale = std::get_if<NumberScale>(&label.scale);
    return scale && scale->least == ends.least && scale->greatest == ends.greatest;
}

}

std::span<const LabelSet> labelSets()
{
    return kSets;
}

const LabelSet* labelSet(const std::string& id)
{
    const auto found = std::ranges::find(kSets, id, &LabelSet::id);
    return found == kSets.end() ? nullptr : &*found;
}

bool isSentimentScale(const LabelScheme& label)
{
    return label.name == kSentimentLabel && hasEnds(label, kSentiment);
}

bool isStrengthOfSentiment(const LabelScheme& label)
{
    const auto* scale = std::get_if<NumberScale>(&label.scale);
    return label.name == kSentimentLabel && scale && scale->least <= -2.0 && scale->greatest >= 2.0;
}

bool isEmotionLabel(const LabelScheme& label)
{
    return std::ranges::find(kEmotionLabels, label.name) != kEmotionLabels.end();
}

bool isPresenceScale(const LabelScheme& label)
{
    return hasEnds(label, kPresence);
}

}
