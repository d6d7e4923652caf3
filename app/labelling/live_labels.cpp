#include "app/labelling/live_labels.h"

#include "app/document/document.h"
#include "app/document/segment_in_sight.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/new_segment.h"
#include "widgets/base/digit_key.h"
#include "widgets/base/takes_text.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace app {

namespace {

constexpr double kShortest = 0.04; // seconds: a key that was merely touched still makes a segment

std::optional<int> stepOf(const QKeyEvent& event)
{
    const auto digit = widgets::plainDigitOf(event);
    return digit && *digit > 0 ? std::optional(*digit - 1) : std::nullopt;
}

}

LiveLabels::LiveLabels(Document& document, Editor& editor, Player& player, QWidget& place, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_place(place)
{
    connect(&document, &Document::videoChanged, this, [this] { m_held.reset(); });
}

void LiveLabels::setActive(bool active)
{
    if (std::exchange(m_isActive, active) == active)
        return;
    m_held.reset();
    if (active)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool LiveLabels::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate)
        m_held.reset(); // its release will not come here
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease
        || event->type() == QEvent::ShortcutOverride;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!isKey || !widget || !m_place.isAncestorOf(widget) || widgets::takesText(*widget))
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto step = stepOf(*key);
    const bool isHeld = m_held && m_held->key == key->key();
    if (!step || (!m_player.isPlaying() && !isHeld))
        return QObject::eventFilter(watched, event);
    event->accept(); // a digit is no command while it plays
    if (key->isAutoRepeat())
        return true;
    if (event->type() == QEvent::KeyPress && !m_held)
        m_held = Held{key->key(), *step, m_player.position()};
    else if (event->type() == QEvent::KeyRelease && isHeld)
        release();
    return true;
}

void LiveLabels::labelSegment(const Held& held)
{
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    const auto segment = m_document.indexAt(kLabelsTier, std::max(0.0, held.since - m_delay));
    if (!tier || tier->labels.empty() || !segment) {
        m_document.notices().say(nothingToLabel(m_document));
        return;
    }
    const engine::LabelScheme& label = tier->labels.front();
    const QString name = QString::fromStdString(label.name);
    const auto value = engine::valueOfStep(label, held.step);
    if (value)
        m_editor.setLabel(kLabelsTier, *segment, name, *value);
    else
        m_document.notices().say(tr("%1 has no step %2.").arg(name).arg(held.step + 1));
}

void LiveLabels::release()
{
    const Held held = *std::exchange(m_held, std::nullopt);
    if (m_tier == kWordsTier)
        return labelSegment(held);
    if (!m_editor.knowsAnnotator())
        return;
    const engine::Tier* tier = m_document.tier(m_tier);
    if (!tier || tier->kind == engine::TierKind::Continuous) {
        m_document.notices().say(
            tr("Labels while playing need a tier of segments or points; click its track first."));
        return;
    }
    const double start = std::max(0.0, held.since - m_delay);
    const double end = std::max(start + kShortest, m_player.position() - m_delay);
    const QString name = tr("label while playing");
    m_editor.edit(name, [&, id = tier->id](const engine::Annotation& annotation) {
        engine::Segment segment = engine::newSegment(annotation, id, engine::TimePoint::ofSeconds(start),
                                                     engine::TimePoint::ofSeconds(end));
        if (!tier->labels.empty()) {
            const auto value = engine::valueOfStep(tier->labels.front(), held.step);
            if (!value)
                throw engine::Refused(tr("%1 has no step %2.")
                                          .arg(QString::fromStdString(tier->labels.front().name))
                                          .arg(held.step + 1)
                                          .toStdString());
            segment.values[tier->labels.front().name]
                = {*value,
                   {m_editor.annotator().toStdString(), QDateTime::currentMSecsSinceEpoch(), 1,
                    visibleParts(m_document.video())}};
        }
        return engine::insertSegment(annotation, segment);
    });
}

}
