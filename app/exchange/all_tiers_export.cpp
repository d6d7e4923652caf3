#include "app/exchange/all_tiers_export.h"

#include "app/actions/actions.h"
#include "app/dataset/dataset_loader.h"
#include "app/document/document.h"
#include "app/exchange/all_tiers_dialog.h"
#include "app/files/file_questions.h"

#include <QAction>
#include <QDir>
#include <QMessageBox>

#include <algorithm>
#include <set>

namespace app {

namespace {

constexpr qsizetype kMostTold = 3; // refusals and losses; the rest is counted

/// Up to kMostTold sentences, then how many more there are.
QString firstOf(const QStringList& sentences)
{
    const QString first = sentences.mid(0, kMostTold).join(QLatin1Char(' '));
    return sentences.size() > kMostTold
        ? AllTiersExport::tr("%1 … and %n more.", nullptr, static_cast<int>(sentences.size() - kMostTold))
              .arg(first)
        : first;
}

bool isThere(const engine::TierFolderFile& file)
{
    return file.code == "file_exists";
}

std::vector<std::filesystem::path> filesOfMoment(const ProjectMoment& moment)
{
    std::vector<std::filesystem::path> files;
    for (const engine::DatasetList::Sequence& sequence : moment.list.sequences)
        files.push_back(sequence.file);
    for (const engine::DatasetList::Media& media : moment.list.media)
        files.push_back(media.file);
    return files;
}

}

AllTiersExport::AllTiersExport(const Document& document, const ProjectMoments& moments, Tasks& tasks,
                               const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_moments(moments)
    , m_tasks(tasks)
    , m_window(window)
{
    connect(actions.at("export-all-tiers"), &QAction::triggered, this, &AllTiersExport::ask);
}

void AllTiersExport::ask()
{
    const ProjectMoment moment = m_moments.now();
    std::set<std::string> names;
    std::set<std::string> videos;
    for (const auto& [id, tier] : m_document.annotation().tiers()) {
        names.insert(tier.name);
        videos.insert(tier.video);
    }
    if (moment.dataset) {
        videos.insert(moment.dataset->ids.begin(), moment.dataset->ids.end());
        if (moment.dataset->withRole(engine::SequenceRole::Words))
            names.insert(kWordsTier);
        if (moment.dataset->withRole(engine::SequenceRole::Labels))
            names.insert(kLabelsTier);
    }
    if (names.empty()) {
        m_document.notices().say(tr("No video has tiers yet."));
        return;
    }
    QStringList shown;
    for (const std::string& name : names)
        shown << QString::fromStdString(name);
    AllTiersDialog dialog(shown, static_cast<int>(videos.size()), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString folder = askForFolder(
        m_window, {"annotation-folder", tr("Folder for the annotation"), {}, dataFolder(m_document)});
    if (folder.isEmpty())
        return;
    engine::TierFolderWish wish;
    wish.format = &dialog.format();
    wish.folder = folder.toStdString();
    for (const QString& name : dialog.tiers())
        wish.tiers.insert(name.toStdString());
    wish.isOneTable = dialog.isOneTable();
    wish.options.guardCells = dialog.guardsCells();
    write(wish);
}

void AllTiersExport::write(const engine::TierFolderWish& wish)
{
    m_tasks.start(
        tr("Writing the annotation of all videos"), this,
        [moment = m_moments.now(), wish](const engine::RunContext& run) {
            engine::AllTiers tiers(moment.annotation(), moment.dataset.get());
            engine::TierFolderWish safe = wish;
            safe.options.sources = filesOfMoment(moment);
            const std::set<std::string> known = tiers.tierNames();
            std::erase_if(safe.tiers, [&](const std::string& name) { return !known.contains(name); });
            if (safe.tiers.empty() && !wish.tiers.empty()) // else none would mean all
                throw engine::FormatError("nothing_to_write", wish.folder.string(),
                                          "is not written to: no video has a segment of these tiers");
            return engine::writeTierFolder(tiers, safe, run);
        },
        [this, wish](const engine::TierFolderReport& report) { tell(wish, report); });
}

void AllTiersExport::tell(const engine::TierFolderWish& wish, const engine::TierFolderReport& report)
{
    const QString folder = QString::fromStdString(wish.folder.string());
    std::set<std::string> there;
    QStringList refusals;
    for (const engine::TierFolderFile& file : report.files) {
        if (isThere(file))
            there.insert(file.video);
        else if (!file.code.empty())
            refusals << tr("%1: %2.").arg(QString::fromStdString(file.video),
                                          QString::fromStdString(file.problem));
    }
    std::size_t files = 0;
    for (const engine::TierFolderFile& file : report.files)
        files += file.files.size();
    QString summary = tr("%n file(s) written into %1.", nullptr, static_cast<int>(files)).arg(folder);
    if (report.empty() > 0)
        summary
            += QLatin1Char(' ') + tr("%n video(s) have no tiers.", nullptr, static_cast<int>(report.empty()));
    if (!refusals.isEmpty())
        summary += QLatin1Char(' ') + tr("Refused: %1").arg(firstOf(refusals));
    QStringList losses;
    for (const auto& [sentence, videos] : report.losses())
        losses << QString::fromStdString(sentence);
    if (!losses.isEmpty())
        summary += QLatin1Char(' ') + tr("What the format cannot hold: %1").arg(firstOf(losses));
    if (files > 0 || there.empty())
        m_document.notices().say(files > 0 ? Notice(summary, folder) : Notice(summary));
    if (there.empty())
        return;
    const QString question = tr("Files of %n video(s) are in %1 already. Write over them?", nullptr,
                                static_cast<int>(there.size()))
                                 .arg(folder);
    if (QMessageBox::question(m_window, tr("Export annotation of all videos"), question,
                              QMessageBox::Yes | QMessageBox::No, QMessageBox::No)
        != QMessageBox::Yes) {
        m_document.notices().say(
            tr("%n video(s) were left as they are in %1.", nullptr, static_cast<int>(there.size()))
                .arg(folder));
        return;
    }
    engine::TierFolderWish again = wish;
    again.replaces = true;
    if (!wish.isOneTable)
        again.videos = there;
    write(again);
}

}
