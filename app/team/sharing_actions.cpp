#include "app/team/sharing_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/files/file_questions.h"
#include "app/project/invitations.h"
#include "app/project/project.h"
#include "app/review/pass_places.h"
#include "app/review/review.h"
#include "app/video/video_opener.h"
#include "engine/annotation/layer_names.h"
#include "engine/core/installation.h"

#include <QDir>

#include <algorithm>

namespace app {

SharingActions::SharingActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(actions.at("share-work"), &QAction::triggered, this, &SharingActions::show);
    connect(&parts.document, &Document::projectChanged, this, [this] {
        m_units.clear();
        if (m_dialog)
            m_dialog->close(); // its segments are of the project before
    });
    // after all others took what was opened: they leave passes of what was open before
    connect(&parts.videos, &VideoOpener::entriesListed, this, &SharingActions::begin, Qt::QueuedConnection);
}

void SharingActions::show()
{
    if (!m_parts.project.writer()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly().isEmpty()
                                           ? tr("Open a dataset first: its project keeps who judges what.")
                                           : m_parts.document.whyReadOnly());
        return;
    }
    if (!m_dialog) {
        m_dialog = new SharingDialog(m_window);
        connect(m_dialog, &SharingDialog::sharingWished, this, &SharingActions::askForFolder);
        connect(m_dialog, &SharingDialog::tierChosen, this, &SharingActions::gather);
    }
    m_dialog->showForm();
    m_dialog->setTiers(engine::judgeableTiers(m_parts.document.annotation()));
    gather();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SharingActions::showPlan(const engine::WorkSharing& sharing, const QStringList& annotators)
{
    show();
    if (m_dialog)
        m_dialog->setPlan(sharing, annotators);
}

/// The segments of the chosen tier.
void SharingActions::gather()
{
    m_units.clear();
    m_dialog->setSegments(0);
    m_parts.sources.gatherUnits(engine::annotatorLayer(m_dialog->choice().tier, {}, 1),
                                [this](const std::vector<engine::ReviewUnit>& units) {
                                    m_units = units;
                                    if (m_dialog)
                                        m_dialog->setSegments(m_units.size());
                                });
}

/// Beside the project; one that nobody saved lies where people do not look, so beside its recordings.
std::filesystem::path SharingActions::usualFolder() const
{
    const std::filesystem::path own = m_parts.project.path().parent_path();
    const std::filesystem::path hidden = engine::dataFolder();
    if (std::ranges::mismatch(hidden, own).in1 != hidden.end())
        return own;
    const engine::DatasetList& dataset = m_parts.document.dataset();
    const bool isOwn = !dataset.media.empty() && !engine::Installation::ofThisProgram().isDemo(dataset.root);
    return isOwn ? dataset.media.front().file.path().parent_path()
                 : std::filesystem::path(QDir::homePath().toStdString());
}

void SharingActions::askForFolder()
{
    const QString folder = app::askForFolder(m_window,
                                             {"invitations",
                                              tr("Where the invitations will lie"),
                                              {},
                                              QString::fromStdString(usualFolder().string())});
    if (!folder.isEmpty())
        share(m_dialog->choice(), folder);
}

void SharingActions::share(const SharingDialog::Choice& choice, const QString& folder)
{
    const engine::Annotation& annotation = m_parts.document.annotation();
    const std::vector<engine::GoldItem> gold = goldItems(annotation);
    const auto shares = engine::shareWork(m_units.size(), choice.sharing);
    std::vector<engine::Item> passes;
    std::vector<Invitation> invitations;
    std::vector<SharedOutPage::Row> rows;
    for (std::size_t rater = 0; rater < shares.size(); ++rater) {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(
            choice.tier, choice.annotators[static_cast<qsizetype>(rater)].toStdString(), 1);
        if (auto there = reviewPass(annotation, pass.layer.name))
            pass = std::move(*there); // what is new comes behind it
        pass.settings.reasons = {engine::ReviewReason::NotLabelled};
        pass.settings.order = engine::ReviewOrder::Shuffled;
        pass.settings.seed = choice.sharing.seed + static_cast<std::uint32_t>(rater);
        pass.mix = choice.mix;
        if (pass.mix.repeats > 0.0 && pass.repeatLayer.empty())
            pass.repeatLayer = engine::layerFor(pass.layer, engine::LayerPurpose::Repeat).name;
        addPlaces(pass, passPlaces(m_units, pass, gold, pass.places, shares[rater]));
        passes.push_back(passItem(pass));
        const Invitation& invitation
            = invitations.emplace_back(Invitation{pass.layer.annotator, pass.layer.name});
        rows.push_back({QString::fromStdString(invitationFile(invitation, folder.toStdString()).string()),
                        QString::fromStdString(invitation.annotator), pass.places.size()});
    }
    m_parts.document.note(passes);
    m_parts.project.writeInvitations(invitations, folder, this,
                                     [this, rows, folder] { showShared(rows, folder); });
}

/// Says in the dialog, if it is still there, what comes next.
void SharingActions::showShared(const std::vector<SharedOutPage::Row>& rows, const QString& folder)
{
    if (m_dialog && m_dialog->isVisible())
        m_dialog->showShared(rows, folder);
}

/// Whoever opens an invitation comes straight to its pass.
void SharingActions::begin()
{
    const auto invitation = invitationOf(m_parts.document.annotation());
    if (!invitation || m_parts.review.isActive() || !m_parts.project.writer())
        return;
    m_parts.editor.setAnnotator(QString::fromStdString(invitation->annotator));
    m_parts.review.resume(invitation->layer);
}

}
