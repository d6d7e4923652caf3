#include "engine/deidentify/look_page.h"

#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/media/picture_file.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPictures = 100;
constexpr std::size_t kMostOfDoubts = 60;
constexpr int kWidth = 480; // pixels

struct Wanted {
    std::string file;
    std::size_t frame = 0;
    std::string why;
};

/// At most `most` of the pictures that deserve a look, evenly taken.
std::vector<Wanted> doubts(const DeidentificationCheck& check, std::size_t most)
{
    std::vector<Wanted> all;
    for (const CheckedFile& file : check.files) {
        for (const FaceLeft& face : file.facesLeft)
            all.push_back({file.file, face.frame, "two finders see a face"});
        for (const FaceLeft& face : file.singleHits)
            all.push_back({file.file, face.frame, "one finder sees something"});
        for (const std::string& place : check.unsure) {
            const std::size_t colon = place.find(": ");
            if (colon != std::string::npos && fs::path(file.file).stem() == place.substr(0, colon))
                all.push_back({file.file, static_cast<std::size_t>(std::stoul(place.substr(colon + 8))), "nobody was found here for a while"});
        }
    }
    std::vector<Wanted> some;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
        some.push_back(all[i * all.size() / std::min(most, all.size())]);
    return some;
}

std::vector<Wanted> evenly(const DeidentificationCheck& check, std::size_t count)
{
    const std::size_t frames = check.frames();
    std::vector<Wanted> some;
    for (std::size_t i = 0; i < std::min(count, frames); ++i) {
        std::size_t place = (2 * i + 1) * frames / (2 * std::min(count, frames));
        for (const CheckedFile& file : check.files) {
            if (place < file.frames) {
                some.push_back({file.file, place, ""});
                break;
            }
            place -= file.frames;
        }
    }
    return some;
}

}

std::size_t writeLookPage(const fs::path& folder, const DeidentificationCheck& check, const fs::path& page,
                          const RunContext& run)
{
    std::vector<Wanted> wanted = doubts(check, kMostOfDoubts);
    const std::vector<Wanted> others = evenly(check, kPictures - wanted.size());
    wanted.insert(wanted.end(), others.begin(), others.end());
    makeFolder(page);
    std::string html = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Is anybody to be seen?</title>\n"
                       "<style>body{font-family:sans-serif;background:#222;color:#eee;margin:1.5rem}"
                       "figure{display:inline-block;margin:.4rem}img{width:300px;display:block}"
                       "figcaption{font-size:.8rem}.doubt{outline:3px solid #d95}</style>\n"
                       "<h1>Is anybody to be seen?</h1>\n<p>Look at every picture. Orange frames are pictures in which a finder saw "
                       "something. When nobody can be known, note that you looked:<br>\n"
                       "<code>polylogue-cli deidentify --look FOLDER --looked-at-by NAME</code></p>\n";
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::unique_ptr<VideoReader> reader;
    std::string open;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        run.tick(i, wanted.size());
        if (open != wanted[i].file) {
            open = wanted[i].file;
            reader = std::make_unique<VideoReader>(MediaFile(folder / open));
            reader->index();
        }
        const auto frame = reader->frame(wanted[i].frame, kWidth, kWidth, run.stop);
        const std::string name = fmt::format("{:03}.png", i + 1);
        writePng(*frame, page / name);
        const std::string what = fmt::format("{}, {:.2f} s{}{}", fs::path(open).stem().string(), frame->time, wanted[i].why.empty() ? "" : ": ", wanted[i].why);
        list.push_back({{"picture", name}, {"video", fs::path(open).stem().string()}, {"seconds", frame->time}, {"why", wanted[i].why}});
        html += fmt::format("<figure{}><img src=\"{}\" alt=\"{}\"><figcaption>{}</figcaption></figure>\n",
                            wanted[i].why.empty() ? "" : " class=\"doubt\"", name, what, what);
    }
    writeTextFile(page / kLookList, jsonText(list, 1) + '\n').commit();
    writeTextFile(page / "index.html", html + "</html>\n").commit();
    return wanted.size();
}

}
