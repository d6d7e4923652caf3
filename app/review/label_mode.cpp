#include "app/review/label_mode.h"

#include "widgets/base/digit_key.h"
#include "widgets/base/takes_text.h"
#include "widgets/review/label_letters.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace app {

namespace {

std::optional<engine::LabelValue> valueOf(const engine::LabelScheme& label, const QString& key)
{
    if (const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale)) {
        for (const engine::Term& term : vocabulary->terms) {
            if (!term.key.empty() && key.compare(QString::fromStdString(term.key), Qt::CaseInsensitive) == 0)
                return engine::LabelValue{term.name, {}};
        }
        return std::nullopt;
    }
    bool isNumber = false;
    const int digit = key.toInt(&isNumber);
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    if (!isNumber || !scale || digit < scale->least || digit > scale->greatest)
        return std::nullopt;
    return engine::LabelValue{static_cast<double>(digit), {}};
}

}

LabelMode::LabelMode(std::function<const engine::Tier*()> tierInHand, QObject* parent)
    : QObject(parent)
    , m_tierInHand(std::move(tierInHand))
{
}

void LabelMode::toggle()
{
    set(std::nullopt, !m_isOn && m_tierInHand());
}

void LabelMode::set(std::optional<std::size_t> label, bool isOn)
{
    if (isOn != m_isOn) {
        if (isOn)
            qApp->installEventFilter(this);
        else
            qApp->removeEventFilter(this);
    }
    m_isOn = isOn;
    m_label = label;
    emit changed(isOn, label);
}

bool LabelMode::takeKey(const QKeyEvent& event)
{
    const engine::Tier* tier = m_tierInHand();
    if (!tier || tier->labels.empty()
        || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.key() == Qt::Key_Escape || event.text().compare(QLatin1String("e"), Qt::CaseInsensitive) == 0) {
        set(std::nullopt, false);
        return true;
    }
    const auto digit = widgets::plainDigitOf(event);
    const QString key = digit ? QString::number(*digit) : event.text();
    if (key.isEmpty())
        return false;
    const bool isTerm = !m_label && std::holds_alternative<engine::Vocabulary>(tier->labels.front().scale);
    if (const std::size_t chosen = m_label.value_or(0); (m_label || isTerm) && chosen < tier->labels.size()) {
        if (const auto value = valueOf(tier->labels[chosen], key)) {
            emit valueChosen(tier->labels[chosen], *value);
            return true;
        }
    }
    const std::vector<QChar> letters = widgets::lettersOf({tier->labels.begin() + 1, tier->labels.end()});
    const auto found = std::ranges::find(letters, key.front().toLower());
    if (found != letters.end())
        set(static_cast<std::size_t>(found - letters.begin()) + 1, true);
    return key.front().isLetterOrNumber(); // no other letter does anything else meanwhile
}

bool LabelMode::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_isOn || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QObject::eventFilter(watched, event);
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget != QApplication::focusWidget() || widgets::takesText(*widget))
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) { // so that it comes as a key, and not as a command
        const bool isTyped = key->text().size() == 1 && key->text().front().isLetterOrNumber()
            && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        const bool isOurs = widgets::digitOf(*key) ? widgets::plainDigitOf(*key).has_value() : isTyped;
        if (isOurs || key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
    return takeKey(*key) || QObject::eventFilter(watched, event);
}

}
