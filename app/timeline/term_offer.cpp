#include "app/timeline/term_offer.h"

#include "widgets/base/class_colours.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

namespace app {

namespace {

constexpr int kMostRows = 9; // in sight at once, and as many as there are digits
constexpr int kSwatch = 10; // px

}

TermOffer::TermOffer(QLineEdit& field, const engine::Vocabulary& terms)
    : QListWidget(field.window())
    , m_field(field)
{
    setObjectName(QStringLiteral("termOffer"));
    setAccessibleName(tr("Terms"));
    setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setIconSize({kSwatch, kSwatch});
    for (const engine::Term& term : terms.terms) {
        const int place = static_cast<int>(m_terms.size());
        m_terms << QString::fromStdString(term.name);
        QPixmap swatch(kSwatch, kSwatch);
        swatch.fill(widgets::termColour(term, place));
        const QString digit = place < kMostRows ? QString::number(place + 1) : QStringLiteral(" ");
        addItem(new QListWidgetItem(swatch, QStringLiteral("%1  %2").arg(digit, m_terms.back())));
    }
    connect(&m_field, &QLineEdit::textEdited, this, &TermOffer::narrow);
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { emit chosen(m_terms.at(row(item))); });
    connect(&m_field, &QObject::destroyed, this, &QObject::deleteLater);
    m_field.installEventFilter(this);
    place();
    show();
    raise();
}

TermOffer::~TermOffer() = default;

std::optional<QString> TermOffer::meant(const QString& typed) const
{
    if (typed.isEmpty())
        return std::nullopt;
    QStringList begun;
    for (const QString& term : m_terms) {
        if (term.compare(typed, Qt::CaseInsensitive) == 0)
            return term;
        if (term.startsWith(typed, Qt::CaseInsensitive))
            begun << term;
    }
    return begun.size() == 1 ? std::optional(begun.front()) : std::nullopt;
}

/// Below the field, or above it where there is more room.
void TermOffer::place()
{
    const QWidget& window = *parentWidget();
    int rows = 0;
    for (int row = 0; row < count(); ++row)
        rows += item(row)->isHidden() ? 0 : 1;
    setVisible(rows > 0);
    const int frame = 2 * frameWidth();
    const int wanted = std::min(rows, kMostRows) * std::max(1, sizeHintForRow(0)) + frame;
    const int width
        = std::max(m_field.width(), sizeHintForColumn(0) + frame + verticalScrollBar()->sizeHint().width());
    const QPoint below = m_field.mapTo(&window, QPoint(0, m_field.height()));
    const int above = below.y() - m_field.height();
    const bool isBelow = window.height() - below.y() >= std::min(wanted, above);
    const int height = std::min(wanted, isBelow ? window.height() - below.y() : above);
    setGeometry(std::min(below.x(), std::max(0, window.width() - width)),
                isBelow ? below.y() : above - height, width, height);
}

void TermOffer::narrow(const QString& typed)
{
    for (int row = 0; row < count(); ++row)
        item(row)->setHidden(!m_terms[row].startsWith(typed.trimmed(), Qt::CaseInsensitive));
    const auto term = meant(typed.trimmed());
    setCurrentRow(term ? static_cast<int>(m_terms.indexOf(*term)) : -1);
    place();
}

/// The arrow keys write what they come to into the field.
void TermOffer::step(int by)
{
    int row = currentRow() < 0 && by < 0 ? count() : currentRow();
    do {
        row += by;
    } while (row >= 0 && row < count() && item(row)->isHidden());
    if (row < 0 || row >= count())
        return;
    setCurrentRow(row);
    m_field.setText(m_terms[row]);
    m_field.setModified(true);
}

bool TermOffer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field && (event->type() == QEvent::Move || event->type() == QEvent::Resize))
        place();
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != &m_field || !isKey)
        return QListWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isArrow = key.key() == Qt::Key_Down || key.key() == Qt::Key_Up;
    if (event->type() == QEvent::ShortcutOverride) { // else the arrow keys walk over the tiers
        event->setAccepted(event->isAccepted() || isArrow);
        return isArrow;
    }
    if (isArrow) {
        step(key.key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    const QString typed = key.text();
    const int digit = typed.size() == 1 ? typed.front().digitValue() : -1;
    const bool isFirst
        = m_field.text().isEmpty() || (m_field.hasSelectedText() && m_field.selectedText() == m_field.text());
    if (digit < 1 || digit > m_terms.size() || !isFirst)
        return QListWidget::eventFilter(watched, event);
    emit chosen(m_terms[digit - 1]);
    return true;
}

}
