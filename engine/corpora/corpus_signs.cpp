#include "engine/corpora/corpus_signs.h"

#include <array>
#include <initializer_list>

namespace engine {

namespace {

namespace fs = std::filesystem;

bool hasPath(const fs::path& path)
{
    std::error_code missing;
    return fs::exists(path, missing);
}

/// A layout is seen where one of these is in the folder.
struct LayoutSign {
    const char* layout;
    std::initializer_list<const char*> paths;
};

}

std::string layoutSeenIn(const fs::path& folder)
{
    static const std::array kSigns{
        LayoutSign{"iemocap", {"Session1/dialog/EmoEvaluation", "Session5/dialog/EmoEvaluation"}},
        LayoutSign{"meld", {"train_sent_emo.csv", "train/train_sent_emo.csv", "test_sent_emo.csv"}},
        LayoutSign{"mer", {"track1_train.csv"}},
        LayoutSign{"siq2", {"qa/qa_train.json", "qa/qa_val.json"}},
        LayoutSign{"seamless",
                   {"improvised/train", "improvised/dev", "improvised/test", "naturalistic/train",
                    "naturalistic/dev", "naturalistic/test", "metadata/vad"}},
    };
    for (const LayoutSign& sign : kSigns) {
        for (const char* const path : sign.paths) {
            if (hasPath(folder / path))
                return sign.layout;
        }
    }
    return {};
}

}
