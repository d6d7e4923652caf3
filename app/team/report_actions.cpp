#include "app/team/report_actions.h"

#include "app/actions/actions.h"
#include "app/agreement/review_report.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/project/project.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/snapshot/label_sequences.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace app {

namespace {

/// Which of these are to be written. Empty: none, or it was closed.
QStringList chosenSources(const std::vector<engine::LabelSource>& sources, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("labelExportDialog"));
    widgets::setGuidePage(dialog, "reviewing");
    dialog.setWindowTitle(ReportActions::tr("Export labels"));
    auto* list = new QListWidget(&dialog);
    list->setObjectName(QStringLiteral("labelSources"));
    list->setAccessibleName(ReportActions::tr("Labels to write"));
    for (const engine::LabelSource& source : sources) {
        auto* item = new QListWidgetItem(QString::fromStdString(source.title), list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    auto* buttons = widgets::acceptOrCancel(dialog);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(
        new QLabel(ReportActions::tr("One csd for each, with who judged in its metadata:"), &dialog));
    column->addWidget(list, 1);
    column->addWidget(buttons);
    QStringList chosen;
    if (dialog.exec() != QDialog::Accepted)
        return chosen;
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            chosen << list->item(row)->text();
    }
    return chosen;
}

QString besideProject(const Project& project)
{
    return folderFor(project.path());
}

}

ReportActions::ReportActions(Document& document, Project& project, const VideoOpener& videos, Tasks& tasks,
                             const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_project(project)
    , m_videos(videos)
    , m_tasks(tasks)
    , m_window(window)
{
    connect(actions.at("review-report"), &QAction::triggered, this, &ReportActions::askForReport);
    connect(actions.at("export-labels"), &QAction::triggered, this, &ReportActions::askForLabels);
}

void ReportActions::askForReport()
{
    const QString path = askForNewFile(
        m_window, {"report", tr("Report of the review"), tr("Web pages (*.html)"), besideProject(m_project)},
        QStringLiteral("review"), QStringLiteral("html"));
    if (!path.isEmpty())
        writeReport(path);
}

void ReportActions::writeReport(const QString& path)
{
    m_tasks.start(
        tr("Writing the report"), this,
        [annotation = m_document.storedAnnotation(), project = m_project.name(),
         path](const engine::RunContext& run) {
            app::writeReport(annotation, project, path.toStdString(), run);
        },
        [this, path](std::monostate) {
            m_document.notices().say(
                {tr("The report was written to %1, with its figures and all judgements as CSV beside it.")
                     .arg(path),
                 path});
        });
}

void ReportActions::askForLabels()
{
    std::vector<engine::LabelSource> sources = engine::labelSources(m_document.annotation(), kLabelsTier);
    const bool hasOwn = std::ranges::find(sources, engine::LabelSource::AsEdited, &engine::LabelSource::kind)
        != sources.end();
    if (packedLabels() && !hasOwn)
        sources.push_back({engine::LabelSource::AsEdited, {}, "as_edited"});
    if (sources.empty()) {
        const engine::Tier* tier = m_document.tier(kLabelsTier);
        const bool areClasses = tier && !tier->labels.empty() && !tier->firstScale();
        m_document.notices().say(
            areClasses ? tr("%1 is one of several classes, and this writes numbers. Use File → Export… "
                            "(annotation) for classes.")
                             .arg(QString::fromStdString(tier->labels.front().name))
                       : tr("Nothing is labelled yet: label segments, or begin a pass."));
        return;
    }
    const QStringList chosen = chosenSources(sources, m_window);
    const QString folder = chosen.isEmpty()
        ? QString()
        : askForFolder(m_window, {"labels", tr("Export labels into"), {}, besideProject(m_project)});
    if (!folder.isEmpty())
        exportLabels(folder, chosen);
}

/// Labels of packed segments, which lie in no csd. Null: there are none.
const OpenDataset::Sequence* ReportActions::packedLabels() const
{
    const auto dataset = m_videos.dataset();
    const OpenDataset::Sequence* labels = dataset ? dataset->withRole(Role::Labels) : nullptr;
    return labels && labels->packed ? labels : nullptr;
}

void ReportActions::exportLabels(const QString& folder, const QStringList& names)
{
    engine::Annotation annotation = m_document.storedAnnotation();
    std::vector<engine::LabelSource> sources = engine::labelSources(annotation, kLabelsTier);
    std::erase_if(sources, [&](const engine::LabelSource& source) {
        return !names.contains(QString::fromStdString(source.title));
    });
    std::optional<OpenDataset::Sequence> packed;
    if (const OpenDataset::Sequence* labels = packedLabels(); labels && names.contains(u"as_edited")) {
        packed = *labels;
        std::erase_if(sources, [](const engine::LabelSource& source) {
            return source.kind == engine::LabelSource::AsEdited;
        });
    }
    m_tasks.start(
        tr("Exporting labels"), this,
        [annotation = std::move(annotation), sources, packed, folder](const engine::RunContext&) {
            const std::filesystem::path target = folder.toStdString();
            std::size_t files = engine::exportLabels(annotation, kLabelsTier, sources, target).size();
            if (packed)
                files += engine::exportPackedLabels(annotation, *packed, target).size();
            return static_cast<int>(files);
        },
        [this, folder](int count) {
            m_document.notices().say(
                {tr("%n csd file(s) were written into %1.", nullptr, count).arg(folder), folder});
        });
}

}
