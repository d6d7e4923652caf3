#include "app/export/word_export.h"

#include "engine/core/error.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/edited_words.h"

#include <algorithm>

namespace app {

WordExport::WordExport(const Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_tasks(tasks)
{
}

void WordExport::write(const OpenDataset* dataset, const QString& target)
{
    const OpenDataset::Sequence* words = dataset ? dataset->withRole(Role::Words) : nullptr;
    std::map<std::string, WordsView> edited;
    for (const std::string& video : m_document.videosWithOwnWords())
        edited.emplace(video, m_document.ownWords(video));
    if (!words && edited.empty()) {
        m_document.notices().say(tr("There are no words to export yet."));
        return;
    }
    int untimed = 0;
    int drafts = 0;
    for (const auto& [video, view] : edited) {
        untimed += static_cast<int>(std::ranges::count(view.timed, false));
        drafts += static_cast<int>(std::ranges::count(view.draft, true));
    }
    if (m_document.hasVideo() && !edited.contains(m_document.video().id.toStdString()))
        drafts += static_cast<int>(std::ranges::count(m_document.spokenWords().draft, true));
    engine::VideoOffsets offsets;
    if (words)
        offsets = engine::offsetsOf(m_document.annotation(), words->key);
    for (const auto& [video, view] : edited)
        offsets.erase(video); // they lie where they were put
    std::vector<std::filesystem::path> sources;
    for (const auto& sequence : m_document.dataset().sequences)
        sources.push_back(sequence.file);
    for (const auto& media : m_document.dataset().media) {
        sources.push_back(media.file);
        sources.insert(sources.end(), media.otherCameras.begin(), media.otherCameras.end());
    }
    m_tasks.start(
        tr("Exporting the words"), this,
        [file = words ? words->file : nullptr, edited = std::move(edited), offsets, sources,
         path = target](const engine::RunContext&) {
            const std::filesystem::path out = path.toStdString();
            std::error_code missing;
            for (const std::filesystem::path& source : sources) {
                if (std::filesystem::equivalent(out, source, missing))
                    throw engine::IoError(
                        "io", out.string(),
                        "belongs to the dataset that is open; choose another name, it is never written to");
            }
            engine::writeCsd(engine::shifted(engine::withWords(file, edited), offsets), out);
            return path;
        },
        [this, untimed, drafts](const QString& written) {
            const QString done = tr("The words were written to %1.").arg(written);
            QString said = untimed == 0
                ? done
                : tr("%1 %n of them has no times: it is written with those at which it lies.", nullptr,
                     untimed)
                      .arg(done);
            if (drafts > 0)
                said += QLatin1Char(' ')
                    + tr("%n word(s) are a draft that nobody has looked at.", nullptr, drafts);
            m_document.notices().say({said, written});
        });
}

}
