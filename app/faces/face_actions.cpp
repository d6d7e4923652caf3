#include "app/faces/face_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/faces/faces.h"
#include "app/faces/shown_face.h"
#include "app/playback/player.h"
#include "engine/project_items/face_items.h"
#include "widgets/base/icons.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/player/video_surface.h"

#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double kTogether = 0.5; // seconds: two who are seen at once for longer are no slip of the detector

bool isSeenOnBothSides(const engine::FaceTracks& tracks, const engine::SplitFace& split)
{
    const engine::FacePerson* person = engine::findPerson(tracks, split.person);
    const auto start = [&](const engine::StoredSight& sight) { return tracks.frames[sight.frame].start; };
    return person && start(person->sights.front()) < split.time && start(person->sights.back()) >= split.time;
}

QString facePartText(const engine::Interval& span)
{
    return QStringLiteral("%1–%2").arg(widgets::shownNumber(span.start, 1, 'f'),
                                       widgets::shownNumber(span.end, 1, 'f'));
}

}

FaceActions::FaceActions(Document& document, Editor& editor, Player& player, Faces& faces,
                         const Actions& actions, std::function<std::optional<engine::Interval>()> selection,
                         widgets::VideoSurface& video, QWidget* mainWindow)
    : QObject(mainWindow)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_faces(faces)
    , m_actions(actions)
    , m_selection(std::move(selection))
    , m_video(video)
    , m_mainWindow(mainWindow)
{
    QAction* shown = actions.at("show-faces");
    shown->setChecked(m_settings.facesShown());
    connect(shown, &QAction::toggled, this, &FaceActions::setShown);
    connect(actions.at("people"), &QAction::triggered, this, &FaceActions::openPeople);
    connect(&faces, &Faces::changed, this, &FaceActions::show);
    connect(&document, &Document::videoChanged, this, &FaceActions::show);
    connect(&player, &Player::frameReady, this, [this](const QImage&, double seconds) {
        m_pictureTime = seconds;
        show();
    });
    connect(&video, &widgets::VideoSurface::captionsChanged, this, &FaceActions::placeChip);
    connect(&video, &widgets::VideoSurface::faceMenuWished, this, &FaceActions::openMenu);
    faces.want(this, shown->isChecked());
    makeChip(shown);
    show();
}

/// Over the picture, at its left top, where there is something to switch.
void FaceActions::makeChip(QAction* shown)
{
    shown->setIconText(tr("Faces"));
    shown->setIconVisibleInMenu(false);
    m_chip = new QToolButton(&m_video);
    m_chip->setObjectName(QStringLiteral("chip"));
    m_chip->setDefaultAction(shown);
    m_chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chip->setFocusPolicy(Qt::NoFocus); // the menu has it for the keys
    m_chip->setAutoRaise(false);
    placeChip();
}

/// Below the name of who is seen, where several are.
void FaceActions::placeChip()
{
    constexpr int margin = 10; // pixels
    m_chip->move(margin, std::max(margin, m_video.captionBottom() + margin / 2));
}

void FaceActions::setShown(bool shown)
{
    m_settings.setFacesShown(shown);
    m_faces.want(this, shown);
    show();
}

void FaceActions::show()
{
    std::vector<widgets::ShownFace> shown;
    if (m_actions.at("show-faces")->isChecked() && m_faces.tracks() && m_player.info() && m_pictureTime) {
        for (const Faces::Seen& seen : m_faces.at(*m_pictureTime)) {
            shown.push_back(shownFace(seen, m_faces.tracks()->pixels, *m_player.info()));
            shown.back().name = m_faces.nameOf(seen.person);
            shown.back().colour = m_faces.colourOf(seen.person);
        }
    }
    m_video.setFaces(shown);
    const QColor ink = widgets::themeOf(m_video.palette()).text;
    if (std::exchange(m_ink, ink) != ink) // the theme is another
        m_actions.at("show-faces")->setIcon(widgets::icon(QStringLiteral("face"), ink));
    m_chip->setVisible(m_player.info() && m_faces.datasetHasLandmarks());
    tellWhetherThere();
}

/// Without landmarks of this video there is nothing to switch; the setting stays for the next.
void FaceActions::tellWhetherThere()
{
    QAction* shown = m_actions.at("show-faces");
    const bool isThere = !m_faces.datasetHasLandmarks() || !m_document.hasVideo() || m_faces.hasLandmarks();
    if (m_chip->isEnabled() == isThere)
        return;
    m_chip->setEnabled(isThere);
    m_chip->setToolTip(
        isThere ? shown->toolTip()
                : tr("There are no landmarks of faces of this video. File → Sequences… makes them."));
}

void FaceActions::openMenu(std::size_t person, QPoint where)
{
    QMenu menu(m_mainWindow);
    menu.setObjectName(QStringLiteral("faceMenu"));
    fill(menu, person);
    menu.exec(where);
}

/// A menu for each person, those in the picture first.
void FaceActions::openPeople()
{
    if (!m_faces.tracks()) {
        const bool isOff = !m_actions.at("show-faces")->isChecked();
        m_document.notices().say(
            isOff ? tr("Faces are not shown: turn them on first (menu View).")
                  : tr("There are no landmarks of faces of this video. File → Sequences… makes them."));
        return;
    }
    QMenu menu(m_mainWindow);
    menu.setObjectName(QStringLiteral("peopleMenu"));
    std::vector<std::size_t> people;
    for (const Faces::Seen& seen : m_faces.at(m_player.position()))
        people.push_back(seen.person);
    const std::size_t inPicture = people.size();
    for (const engine::FacePerson& person : m_faces.tracks()->people) {
        if (std::ranges::find(people, person.id) == people.end())
            people.push_back(person.id);
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (i == inPicture && i > 0)
            menu.addSeparator();
        fill(*menu.addMenu(widgets::literalText(m_faces.nameOf(people[i]))), people[i]);
    }
    menu.exec(m_video.mapToGlobal(QPoint(12, 12)));
}

void FaceActions::fill(QMenu& menu, std::size_t person)
{
    connect(menu.addAction(tr("&Name…")), &QAction::triggered, this, [this, person] { rename(person); });
    fillSame(*menu.addMenu(tr("&Same person as")), person);
    connect(menu.addAction(tr("Someone &else from here on")), &QAction::triggered, this, [this, person] {
        correct(tr("%1 is someone else from here on").arg(m_faces.nameOf(person)),
                engine::SplitFace{person, shownTime()});
    });
    menu.addSeparator();
    fillSpeaking(menu, person);
    menu.addSeparator();
    QAction* measures = menu.addAction(tr("&Measures of this person for tracks and models"));
    measures->setCheckable(true);
    const engine::FaceCorrections said = m_faces.corrections();
    measures->setChecked(said.measured == person);
    connect(measures, &QAction::triggered, this, [this, person](bool chosen) {
        edit(tr("measures of %1").arg(m_faces.nameOf(person)), [&](engine::FaceCorrections changed) {
            changed.measured = chosen ? std::optional(person) : std::nullopt;
            return changed;
        });
    });
    QAction* asFound = menu.addAction(tr("All faces as they were &found"));
    asFound->setEnabled(said != engine::FaceCorrections());
    connect(asFound, &QAction::triggered, this, [this] {
        edit(tr("faces as they were found"),
             [](const engine::FaceCorrections&) { return engine::FaceCorrections(); });
    });
    if (!m_document.whyReadOnly().isEmpty())
        menu.setEnabled(false);
}

void FaceActions::fillSame(QMenu& menu, std::size_t person)
{
    for (const engine::FacePerson& other : m_faces.tracks()->people) {
        if (other.id == person)
            continue;
        const QString name = m_faces.nameOf(other.id);
        const double together = engine::secondsTogether(*m_faces.tracks(), person, other.id);
        const bool isPossible = together < kTogether;
        QAction* same = menu.addAction(widgets::literalText(
            isPossible ? name
                       : tr("%1 (both are seen at once for %2 s)")
                             .arg(name, widgets::shownNumber(std::round(together * 10) / 10, 6))));
        same->setEnabled(isPossible);
        connect(same, &QAction::triggered, this, [this, person, name, id = other.id] {
            correct(tr("%1 is %2").arg(m_faces.nameOf(person), name), engine::MergedFaces{id, person});
        });
    }
    menu.setEnabled(!menu.isEmpty());
}

std::optional<FaceActions::Part> FaceActions::partInHand() const
{
    if (const auto span = m_selection(); span && span->end > span->start)
        return Part{*span, tr("the selection")};
    if (const auto segment = m_document.segmentAt(m_player.position()))
        return Part{m_document.labels().rows.intervals[*segment], tr("this segment")};
    return std::nullopt;
}

void FaceActions::fillSpeaking(QMenu& menu, std::size_t person)
{
    const auto add = [&](const QString& text, const engine::Interval& span) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, person, span] {
            correct(tr("%1 speaks").arg(m_faces.nameOf(person)), engine::ChosenSpeaker{person, span});
        });
    };
    const engine::Interval all{0.0, std::max(m_player.duration(), m_faces.tracks()->frames.back().end)};
    if (const auto part = partInHand()) {
        add(tr("S&peaks in %1 (%2 s)").arg(part->name, facePartText(part->span)), part->span);
        connect(menu.addAction(tr("N&obody speaks in %1").arg(part->name)), &QAction::triggered, this,
                [this, span = part->span] {
                    correct(tr("nobody speaks"), engine::ChosenSpeaker{std::nullopt, span});
                });
    }
    add(tr("Speaks from &here on"), {shownTime(), all.end});
    add(tr("Speaks in the &whole video"), all);
}

double FaceActions::shownTime() const
{
    constexpr double rounding = 1e-3; // of times in files
    return m_pictureTime.value_or(m_player.position()) - rounding;
}

void FaceActions::rename(std::size_t person)
{
    if (!m_document.whyReadOnly().isEmpty())
        return;
    QInputDialog dialog(m_mainWindow);
    dialog.setWindowTitle(tr("Name of a person"));
    dialog.setLabelText(tr("Name:"));
    dialog.setTextValue(m_faces.nameOf(person));
    constexpr int beside = 120; // pixels of the window's border that the title does not have
    dialog.resize(std::max(dialog.sizeHint().width(),
                           dialog.fontMetrics().horizontalAdvance(dialog.windowTitle()) * 5 / 4 + beside),
                  dialog.sizeHint().height());
    const bool isTaken = dialog.exec() == QDialog::Accepted;
    const QString name = dialog.textValue().trimmed();
    if (!isTaken || name == m_faces.nameOf(person))
        return;
    edit(tr("name %1").arg(name), [&](engine::FaceCorrections changed) {
        if (name.isEmpty())
            changed.names.erase(person);
        else
            changed.names[person] = name.toStdString();
        return changed;
    });
}

void FaceActions::edit(const QString& name,
                       const std::function<engine::FaceCorrections(engine::FaceCorrections)>& change)
{
    if (!m_document.hasVideo())
        return;
    const std::string video = m_faces.video();
    m_editor.edit(name, [&](const engine::Annotation& annotation) {
        return putFaceCorrections(annotation, video, change(faceCorrections(annotation, video)));
    });
}

void FaceActions::correct(const QString& name, const engine::FaceCorrection& step)
{
    const auto* split = std::get_if<engine::SplitFace>(&step);
    if (split && !isSeenOnBothSides(*m_faces.tracks(), *split)) {
        m_document.notices().say(
            tr("%1 is not seen both before and after the playhead.").arg(m_faces.nameOf(split->person)));
        return;
    }
    edit(name, [&](const engine::FaceCorrections& before) { return engine::with(before, step); });
}

}
