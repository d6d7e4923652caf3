#include "app/dataset_view/room_models.h"

#include "app/prediction/model_choice.h"
#include "app/settings/settings.h"

#include <QFileInfo>

#include <algorithm>

namespace app {

QString whyNotOverDatasets(const ModelFile& file, const Document& document)
{
    const bool isPacked = document.hasVideo() && document.video().packed;
    if (file.isOfParts) // each segment's own recording is asked about, whichever is in sight
        return isPacked || document.dataset().media.empty() ? RoomModels::tr("wants recordings") : QString();
    if (file.looksAtRecordings) // it is not asked with modalities absent
        return RoomModels::tr("looks at recordings; here models of sequences are asked");
    if (!file.givesScores)
        return RoomModels::tr("learnt without labels: it predicts none");
    if (isPacked) // what the file has is known, also where it is nothing
        return misfit(file, document.video());
    const bool hasFeatures
        = document.hasVideo() && document.video().inputWidths() != std::array<std::size_t, 3>{};
    return hasFeatures ? misfit(file, document.video()) : QString();
}

RoomModels::RoomModels(const Document& document, const ModelsClient& client, const ModelChoice& choice,
                       const Settings& settings, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_client(client)
    , m_choice(choice)
    , m_settings(settings)
    , m_finding(tasks)
{
}

void RoomModels::choose(const QString& path)
{
    m_chosen = path;
}

QString RoomModels::path() const
{
    if (!m_chosen.isEmpty())
        return m_chosen;
    return m_choice.path().isEmpty() ? m_client.loadedPath() : m_choice.path();
}

QString RoomModels::name() const
{
    const QString model = path();
    const auto& loaded = m_client.model();
    if (loaded && model == m_client.loadedPath())
        return QString::fromStdString(loaded->name);
    return m_names.value(model, QFileInfo(model).completeBaseName());
}

const ModelFile* RoomModels::file() const
{
    const auto found = std::ranges::find(m_files, path(), &ModelFile::path);
    return found == m_files.end() ? nullptr : &*found;
}

std::optional<AnswerCaution> RoomModels::caution() const
{
    const ModelFile* const known = file();
    const bool isOfDrawings = m_document.dataset().who == engine::Who::Drawn;
    return known && !isOfDrawings ? known->caution : std::nullopt;
}

bool RoomModels::readsWords() const
{
    if (const ModelFile* const known = file())
        return known->readsWords;
    const auto& loaded = m_client.model(); // of a run, which is not among those that are found
    const auto own = loaded && path() == m_client.loadedPath() ? modelFileOf(*loaded) : std::nullopt;
    return !own || own->readsWords;
}

bool RoomModels::canHide() const
{
    return !m_cannotHide.contains(path());
}

void RoomModels::find()
{
    m_finding.start(
        tr("Looking for models of the dataset view"),
        [folders = modelFolders(m_document.dataset().root), recent = m_settings.recentModels()](
            const engine::RunContext& run) { return findModels(folders, recent, run); },
        [this](const std::vector<ModelFile>& files) { take(files); });
}

void RoomModels::take(const std::vector<ModelFile>& files)
{
    std::vector<widgets::ModelEntry> entries;
    std::vector<ModelFile> fitting;
    m_files = files;
    for (const ModelFile& file : files) {
        m_names[file.path] = file.name;
        if (!file.hidesModalities)
            m_cannotHide.insert(file.path);
        const QString why = whyNotOverDatasets(file, m_document);
        entries.push_back({file.path, file.name, why.isEmpty() ? file.architecture : why, why.isEmpty()});
        if (why.isEmpty())
            fitting.push_back(file);
    }
    emit found(entries, fitting);
}

}
