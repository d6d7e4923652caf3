#include "app/session/project_versions.h"

#include "app/project/project_copies.h"
#include "engine/annotation/difference.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/merge_copies.h"
#include "engine/core/error.h"
#include "engine/project_items/comparison_pass.h"
#include "engine/project_items/gold_items.h"
#include "engine/project_items/lacking_passes.h"
#include "engine/project_items/time_zero.h"
#include "widgets/base/scale_number.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// Another state of the project, with what this one says of files and windows: those are where they are now.
engine::Annotation withItemsOf(const engine::Annotation& now, engine::Annotation other)
{
    engine::Change change;
    for (const auto& [key, item] : other.items())
        change.items.push_back({item, std::nullopt});
    other.apply(change);
    change.items.clear();
    for (const auto& [key, item] : now.items())
        change.items.push_back({std::nullopt, item});
    other.apply(change);
    return other;
}

/// What a merge notes beside its step, since undo takes neither a pass nor a record away.
std::vector<engine::Item> notedFrom(const engine::Annotation& copy, const engine::Annotation& now)
{
    std::vector<engine::Item> items = lackingPasses(now, copy);
    std::ranges::move(lackingComparisons(now, copy), std::back_inserter(items));
    for (const auto& [key, item] : copy.items()) {
        if ((item.kind == kUnlockingItems || item.kind == engine::kGoldItems)
            && !now.item(item.kind, item.name))
            items.push_back(item);
    }
    return items;
}

/// How many segments have other right values in a copy; those of this project stay.
int differingGold(const engine::Annotation& copy, const engine::Annotation& now)
{
    const std::vector<engine::GoldItem> gold = goldItems(copy);
    return static_cast<int>(
        std::ranges::count_if(gold, [mine = goldItems(now)](const engine::GoldItem& item) {
            const engine::GoldItem* other = goldAt(mine, item.video, item.span);
            return other && (other->values != item.values || other->explanation != item.explanation);
        }));
}

std::set<std::string> videosWithTiers(const engine::Annotation& annotation)
{
    std::set<std::string> videos;
    for (const auto& [id, tier] : annotation.tiers())
        videos.insert(tier.video);
    return videos;
}

/// Why two projects that count their times from elsewhere stay two.
QString notMerged(const QString& name, const engine::OtherZero& other)
{
    const QString video = QString::fromStdString(other.video);
    const QString why = other.seconds
        ? ProjectVersions::tr("In %1 that is %2 s later.")
              .arg(video)
              .arg(widgets::shownNumber(*other.seconds, 3, 'f'))
        : ProjectVersions::tr("How far apart that is in %1 cannot be seen: its file cannot be read.")
              .arg(video);
    return ProjectVersions::tr(
               "%1 is not merged: one of the two projects was made with an earlier version, where times "
               "begin with the first picture and not with what is seen or heard first. %2 Nothing was "
               "changed; both go on by themselves.")
        .arg(name, why);
}

}

ProjectVersions::ProjectVersions(Document& document, Editor& editor, Tasks& tasks, Project& project,
                                 SourceGuard& guard, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_readingEarlier(tasks)
    , m_readingCopy(tasks)
    , m_merging(tasks)
    , m_project(project)
    , m_guard(guard)
{
    connect(&editor.history(), &QUndoStack::indexChanged, this, [this] { ++m_edits; });
}

void ProjectVersions::readAgain(const std::vector<engine::SourceFile>& changed)
{
    m_guard.keep(changed);
    m_editor.editStored(tr("read changed files again"), [&](const engine::Annotation& annotation) {
        std::set<engine::TierId> outdated;
        for (const auto& [id, tier] : annotation.tiers()) {
            const bool isChanged
                = std::any_of(changed.begin(), changed.end(), [&](const engine::SourceFile& file) {
                      return file.role == "sequence" && file.name == tier.source;
                  });
            if (isChanged)
                outdated.insert(id);
        }
        return engine::removeTiers(annotation, outdated);
    });
    emit datasetChanged();
}

void ProjectVersions::restore(const engine::Snapshot& version, const QString& when)
{
    if (m_project.isDamaged()) {
        m_project.replaceDamaged(version, when);
        return;
    }
    m_readingEarlier.start(
        tr("Reading an earlier state"),
        [version](const engine::RunContext&) {
            return std::make_shared<OpenedProject>(lookAtProject(version.file));
        },
        [this, when, project = m_project.path()](const std::shared_ptr<OpenedProject>& earlier) {
            if (project != m_project.path())
                return; // another was opened meanwhile
            for (const QString& lost : earlier->lost)
                m_document.notices().say(lost);
            if (m_project.writer())
                m_project.writer()->putAsideChanges();
            const bool done = m_editor.editStored(
                tr("restore version of %1").arg(when), [&](const engine::Annotation& now) {
                    return engine::difference(now, withItemsOf(now, earlier->annotation));
                });
            if (done)
                m_document.notices().say(
                    tr("The project is as it was on %1. Undo brings the later state back.").arg(when));
        });
}

struct ProjectVersions::Copies {
    QString path;
    std::filesystem::path project; ///< mine
    std::optional<engine::Annotation> base;
    engine::Annotation theirs;
    std::optional<engine::OtherZero> other;
};

void ProjectVersions::merge(const QString& path)
{
    m_copies.reset();
    m_readingCopy.start(
        tr("Reading the other copy"),
        [path, project = m_project.path(), dataset = m_document.dataset(),
         zero = timeZeroOf(m_document.annotation()),
         mine
         = engine::originOf(m_document.annotation(), path.toStdString())](const engine::RunContext& run) {
            OpenedProject theirs = lookAtProject(path.toStdString());
            if (!theirs.lost.isEmpty()) // what is lost would look like removed
                throw engine::FormatError("damaged", path.toStdString(),
                                          "is damaged, so it is not merged: "
                                              + theirs.lost.front().toStdString());
            auto copies = std::make_shared<Copies>();
            copies->path = path;
            copies->project = project;
            copies->theirs = std::move(theirs.annotation);
            if (timeZeroOf(copies->theirs) != zero)
                copies->other = otherZero(dataset, videosWithTiers(copies->theirs), run);
            const auto theirsOfMine
                = engine::originOf(copies->theirs, project); // or mine is a copy of theirs
            if (const auto& origin = theirsOfMine ? theirsOfMine : mine) {
                OpenedProject base = lookAtProject(*origin);
                if (base.lost.isEmpty())
                    copies->base = std::move(base.annotation);
            }
            return copies;
        },
        [this](const std::shared_ptr<Copies>& copies) {
            if (copies->project != m_project.path())
                return; // another was opened meanwhile
            if (copies->other)
                m_document.notices().say(notMerged(QFileInfo(copies->path).fileName(), *copies->other));
            else
                compare(copies, {}, true);
        });
}

void ProjectVersions::mergeWith(const engine::ConflictChoices& choices)
{
    if (m_copies)
        compare(std::exchange(m_copies, nullptr), choices, false);
}

void ProjectVersions::compare(const std::shared_ptr<const Copies>& copies,
                              const engine::ConflictChoices& choices, bool isFirst)
{
    m_merging.start(
        tr("Merging"),
        [copies, choices, mine = m_document.storedAnnotation()](const engine::RunContext&) {
            auto result = std::make_shared<engine::Merged>(
                engine::mergeCopies(copies->base ? &*copies->base : nullptr, mine, copies->theirs, choices));
            return result;
        },
        [this, copies, choices, isFirst, edits = m_edits](const std::shared_ptr<engine::Merged>& result) {
            if (copies->project != m_project.path())
                return; // another was opened meanwhile
            if (edits != m_edits)
                compare(copies, choices, isFirst); // the project was edited meanwhile
            else if (isFirst && !result->conflicts.empty())
                emit conflicting((m_copies = copies)->path, *result);
            else
                apply(*copies, *result);
        });
}

void ProjectVersions::apply(const Copies& copies, const engine::Merged& result)
{
    if (m_project.writer())
        m_project.writer()->putAsideChanges();
    const bool isDone = m_editor.editStored(tr("merge %1").arg(QFileInfo(copies.path).fileName()),
                                            [&](const engine::Annotation&) { return result.change; });
    if (!isDone && !result.change.empty())
        return;
    if (const int differing = differingGold(copies.theirs, m_document.annotation()))
        m_document.notices().say(
            tr("%n gold item(s) are said to be right otherwise in %1; those of this project stay.", nullptr,
               differing)
                .arg(QFileInfo(copies.path).fileName()));
    m_document.note(notedFrom(copies.theirs, m_document.annotation()));
    emit merged(copies.path, result);
}

}
