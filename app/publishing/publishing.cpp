#include "app/publishing/publishing.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/files/file_questions.h"
#include "app/project/open_project.h"
#include "app/project/project.h"
#include "app/publishing/publish_dialog.h"
#include "engine/publishing/agreement_of_votes.h"
#include "engine/publishing/publication_copies.h"
#include "engine/publishing/split_shares.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QRegularExpression>
#include <QStandardPaths>

namespace app {

namespace {

engine::DatasetList listOf(const ProjectMoment& moment)
{
    return moment.dataset ? moment.dataset->list : moment.list;
}

/// 0: it is not there.
qint64 bytesOf(const std::filesystem::path& file)
{
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(file, missing);
    return missing ? 0 : static_cast<qint64>(bytes);
}

PublishOffer offerOf(const ProjectMoment& moment, const engine::RunContext& run)
{
    PublishOffer offer;
    const engine::DatasetList list = listOf(moment);
    engine::AllTiers tiers(moment.annotation(), moment.dataset.get());
    const auto study = std::make_shared<engine::PublishedStudy>(
        engine::publishedStudy(moment.annotation(), tiers, list, {}, moment.folder.string(), run));
    offer.labels = engine::publishedLabels(*study, engine::PublishedRule::Crowd, run);
    offer.facts = engine::publishedFacts(*study, offer.labels, 1, run);
    offer.card = engine::publicationCardOf(moment.annotation()).value_or(engine::PublicationCard());
    offer.study = study;
    if (!study->folds.empty())
        offer.splits.push_back({});
    offer.splits.push_back({{{"train", 0.7}, {"valid", 0.1}, {"test", 0.2}}, {}, {}, {}});
    for (PublishOffer::Splits& each : offer.splits) {
        each.splits = engine::publishedSplits(*study, each.shares);
        each.section = engine::splitsSection(*study, offer.labels, each.splits);
        each.findings = engine::studyFindings(*study, each.splits);
    }
    for (const engine::DatasetList::Sequence& sequence : list.sequences)
        offer.sequences.push_back({QString::fromStdString(sequence.name), bytesOf(sequence.file)});
    for (const engine::DatasetList::Media& media : list.media)
        offer.recordingBytes += bytesOf(media.file);
    offer.videos = moment.dataset ? static_cast<int>(moment.dataset->ids.size()) : 0;
    offer.recordings = static_cast<int>(list.media.size());
    offer.project = QString::fromStdString(list.name.empty() ? offer.card.title : list.name);
    return offer;
}

/// A folder's name that every system takes: `two-talks-1.0.0`.
QString folderName(const engine::PublicationCard& card)
{
    QString name = QString::fromStdString(card.title).toLower();
    name.replace(QRegularExpression(QStringLiteral("[^\\w]+")), QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("dataset") : name.left(60)) + QLatin1Char('-')
        + QString::fromStdString(card.version);
}

}

Publishing::Publishing(const Document& document, Editor& editor, const Project& project,
                       const ProjectMoments& moments, Tasks& tasks, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_project(project)
    , m_moments(moments)
    , m_tasks(tasks)
    , m_hide(actions.at("deidentify"))
    , m_window(window)
{
    connect(actions.at("publish"), &QAction::triggered, this, &Publishing::gather);
}

void Publishing::gather()
{
    m_tasks.start(
        tr("Looking at what can be published"), this,
        [moment = m_moments.now()](const engine::RunContext& run) { return offerOf(moment, run); },
        [this](PublishOffer offer) { ask(std::move(offer)); });
}

void Publishing::ask(PublishOffer offer)
{
    auto* dialog = new PublishDialog(offer, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDialog::hidingWished, this, [this, dialog] {
        dialog->reject(); // what was typed stays in the project
        m_hide->trigger();
    });
    connect(dialog, &QDialog::finished, this, [this, dialog, offer = std::move(offer)](int result) {
        const PublishWish wish = dialog->wish();
        if (wish.card != offer.card)
            m_editor.edit(tr("card of the publication"), [&](const engine::Annotation& annotation) {
                return engine::putItem(annotation, engine::publicationItem(wish.card));
            });
        if (result != QDialog::Accepted)
            return;
        const QString place = askForFolder(
            m_window,
            {"publication", tr("Where the published folder is made"), {}, folderFor(m_project.path())});
        if (!place.isEmpty())
            write(offer, wish, QDir(place).filePath(folderName(wish.card)));
    });
    dialog->open();
}

void Publishing::write(const PublishOffer& offer, const PublishWish& wish, const QString& folder)
{
    engine::PublicationWish publication;
    publication.card = wish.card;
    publication.out = folder.toStdString();
    publication.rule = wish.rule;
    publication.tables.comments = wish.comments;
    publication.version = QCoreApplication::applicationVersion().toStdString();
    publication.shares = wish.shares;
    if (QDir(folder).exists()) {
        const auto answer = QMessageBox::question(
            m_window, tr("Publish"),
            tr("%1 is there already. Replace it, if it was published by this program?").arg(folder),
            QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes)
            return;
        publication.overwrites = true;
    }
    const ProjectMoment moment = m_moments.now();
    std::vector<std::string> sequences;
    for (const QString& key : wish.sequences)
        sequences.push_back(key.toStdString());
    publication.copies = engine::publicationCopies(listOf(moment), sequences, wish.recordings);
    m_tasks.start(
        tr("Publishing"), this,
        [study = offer.study, publication, list = listOf(moment),
         withClips = wish.clips](const engine::RunContext& run) mutable {
            if (withClips)
                publication.shards = engine::ShardWish{&list};
            publication.agreement = engine::agreementOfVotes(*study, publication.seed, run);
            engine::PublicationReport report = engine::publish(*study, publication, run);
            if (report.isRefused())
                return report;
            const engine::PublicationReport seen = engine::verifyPublication(publication.out, run);
            report.findings.insert(report.findings.end(), seen.findings.begin(), seen.findings.end());
            return report;
        },
        [this, folder](const engine::PublicationReport& report) { tell(report, folder); });
}

void Publishing::tell(const engine::PublicationReport& report, const QString& folder)
{
    if (report.isRefused()) {
        QStringList why;
        for (const engine::Finding& finding : report.findings) {
            if (finding.severity == engine::Finding::Severity::Invalid)
                why << QString::fromStdString(finding.message);
        }
        m_document.notices().say(tr("Not as it should be: %1").arg(why.join(QLatin1Char(' '))));
        return;
    }
    m_document.notices().say(
        {tr("%n file(s) published and verified.", nullptr, static_cast<int>(report.files.size())), folder});
}

}
