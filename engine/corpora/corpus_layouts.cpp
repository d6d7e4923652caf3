#include "engine/corpora/corpus_layouts.h"

#include "engine/core/error.h"

#include <map>

namespace engine {

namespace {

/// A further corpus is a row here.
const std::map<std::string, const char*>& layouts()
{
    static const std::map<std::string, const char*> rows{
        {"cheavd", R"json({
            "media": ["{train,val,test}/**/*.{mp4,avi}"],
            "rows": [{"files": ["{train,val,test}*.{txt,csv}", "{train,val,test}/*.{txt,csv}"],
                      "lines": "^([^\\s,;.]+)(?:\\.[A-Za-z0-9]+)?[\\s,;]+(\\w+)\\s*$", "groups": ["video", "class"]}],
            "classes": ["neutral", "angry", "happy", "sad", "worried", "anxious", "surprise", "disgust"],
            "folds": {"by": "folder", "names": {"val": "valid"}}})json"},
        {"csv", R"json({
            "media": [],
            "rows": [{"files": ["*.csv"], "columns": {"file": "file", "fold": "fold"}}]})json"},
        {"iemocap-segments", R"json({
            "media": ["Session*/dialog/avi/DivX/*.avi"], "speaker": "^(Ses[0-9]+)",
            "rows": [{"files": ["Session*/dialog/EmoEvaluation/*.txt"], "video_from": "stem",
                      "lines": "^\\[([0-9.]+) - ([0-9.]+)\\]\\t(\\S+)\\t(\\w+)\\t\\[([0-9.]+), ([0-9.]+), ([0-9.]+)\\]",
                      "groups": ["start", "end", "clip", "class", "valence", "activation", "dominance"]},
                     {"files": ["Session*/dialog/transcriptions/*.txt"], "video_from": "stem",
                      "lines": "^(\\S+) \\[[0-9.]+-[0-9.]+\\]: (.*)$", "groups": ["clip", "text"]}],
            "classes": ["ang", "exc", "fru", "hap", "neu", "sad"],
            "values": ["valence", "activation", "dominance"],
            "folds": {"random": [0.7, 0.1, 0.2], "by": "segment", "seed": 0}})json"},
        {"mer23", R"json({
            "media": ["video/*.{mp4,avi}"],
            "rows": [{"files": ["*.csv", "label*/*.csv"], "columns": {"video": "name", "class": "discrete", "valence": "valence"}}],
            "classes": ["worried", "happy", "neutral", "angry", "surprise", "sad"], "values": ["valence"],
            "folds": {"lists": ["{train,valid,test}*.txt", "*/{train,valid,test}*.txt"]}})json"},
        {"mosei-raw", R"json({
            "media": ["Videos/Full/Combined/*.mp4", "Audio/**/WAV_16000/*.wav"],
            "rows": [{"files": ["Transcript/**/Combined/*.txt", "Transcript/Combined/*.txt"],
                      "lines": "^(.+?)___([0-9]+)___([0-9.]+)___([0-9.]+)___(.*)$",
                      "groups": ["video", "clip", "start", "end", "text"]},
                     {"files": ["Labels/*.csv"],
                      "columns": {"video": "Input.VIDEO_ID", "clip": "Input.CLIP", "anger": "Answer.anger",
                                  "disgust": "Answer.disgust", "fear": "Answer.fear", "happy": "Answer.happiness",
                                  "sad": "Answer.sadness", "surprise": "Answer.surprise"}}],
            "values": ["anger", "disgust", "fear", "happy", "sad", "surprise"],
            "folds": {"random": [0.7, 0.1, 0.2], "by": "video", "seed": 0}})json"},
        {"muse-mimic", R"json({
            "media": ["**/*.mp4"],
            "rows": [{"files": ["**/label*.csv"],
                      "columns": {"video": "id", "approval": "approval", "disappointment": "disappointment",
                                  "uncertainty": "uncertainty"}},
                     {"files": ["**/partition*.csv"], "columns": {"video": "id", "fold": "partition"}}],
            "values": ["approval", "disappointment", "uncertainty"],
            "folds": {"names": {"devel": "valid"}}})json"},
        {"processed", R"json({
            "media": ["**/audio.wav"], "id": "folder",
            "rows": [],
            "folds": {"lists": ["*_SPLIT/{train,valid,test}_split.txt", "**/{train,valid,test}_split.txt"]},
            "refused": [{"files": ["**/*.pkl"],
                         "because": "is a pickle, which can run programs and is not opened; convert it by scripts/unpickle.py where it can be trusted"}]})json"},
    };
    return rows;
}

}

nlohmann::ordered_json corpusLayout(const std::string& name)
{
    const auto found = layouts().find(name);
    if (found == layouts().end()) {
        std::string known;
        for (const std::string& layout : corpusLayoutNames())
            known += (known.empty() ? "" : ", ") + layout;
        throw FormatError("bad_config", "--layout", name + " is unknown; expected one of " + known);
    }
    return nlohmann::ordered_json::parse(found->second);
}

std::vector<std::string> corpusLayoutNames()
{
    std::vector<std::string> names;
    for (const auto& [name, layout] : layouts())
        names.push_back(name);
    return names;
}

void setLayoutField(nlohmann::ordered_json& layout, const std::string& assignment)
{
    using nlohmann::ordered_json;
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        throw FormatError("bad_config", assignment,
                          "sets nothing; expected field=value, such as rows.files=labels.csv");
    const std::string path = assignment.substr(0, equals), text = assignment.substr(equals + 1);
    ordered_json* place = &layout;
    for (std::size_t first = 0; first <= path.size();) {
        const std::size_t dot = std::min(path.find('.', first), path.size());
        const std::string part = path.substr(first, dot - first);
        if (place->is_array() && place->empty())
            place->push_back(ordered_json::object());
        if (place->is_array())
            place = &place->front();
        if (!place->is_object() && !place->is_null())
            throw FormatError("bad_config", path, "goes into something that has no fields");
        place = &(*place)[part];
        first = dot + 1;
    }
    const ordered_json parsed = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
    const ordered_json value = parsed.is_discarded() ? ordered_json(text) : parsed;
    *place = place->is_array() && !value.is_array() ? ordered_json::array({value}) : value;
}

}
