#include "widgets/base/word_chips.h"

#include "widgets/base/menu_text.h"
#include "widgets/base/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kChipSpacing = 4; // pixels

QString compared(const QString& word)
{
    return word.simplified().toLower();
}

/// Its children lie beside each other, and in a further line where there is no room.
class ChipLines : public QWidget {
public:
    explicit ChipLines(QWidget* parent) : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    int heightForWidth(int width) const override { return place(width, false); }
    QSize sizeHint() const override { return {width(), place(std::max(width(), 120), false)}; }
    QSize minimumSizeHint() const override { return {60, place(std::max(width(), 120), false)}; }

protected:
    void resizeEvent(QResizeEvent*) override { place(width(), true); }

public:
    int place(int width, bool moves) const
    {
        int x = 0, y = 0, line = 0;
        for (QToolButton* chip : findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
            if (chip->isHidden())
                continue;
            const QSize size(std::min(chip->sizeHint().width(), width), chip->sizeHint().height());
            if (x > 0 && x + size.width() > width) {
                x = 0;
                y += line + kChipSpacing;
                line = 0;
            }
            if (moves)
                chip->setGeometry(QRect(QPoint(x, y), size));
            x += size.width() + kChipSpacing;
            line = std::max(line, size.height());
        }
        return y + line;
    }
};

}

WordChips::WordChips(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_chips(new ChipLines(this))
    , m_field(new QLineEdit(this))
    , m_none(new QToolButton(this))
{
    m_field->setObjectName(label + QStringLiteral("Words"));
    m_field->setAccessibleName(tr("Words of %1").arg(label));
    m_field->setPlaceholderText(tr("a word, then Enter"));
    m_field->setToolTip(
        tr("Enter, a comma or a semicolon ends a word; Backspace in the empty field takes the "
           "last one away."));
    m_field->installEventFilter(this);
    m_none->setObjectName(label + QStringLiteral("None"));
    m_none->setText(tr("None"));
    m_none->setAccessibleName(tr("%1: none").arg(label));
    m_none->setToolTip(tr("An answer, too: no word fits, such as no emotion."));
    m_none->setCheckable(true);
    m_none->setProperty("scaleStep", QStringLiteral("narrow"));
    m_none->setFocusPolicy(Qt::TabFocus);
    connect(m_none, &QToolButton::clicked, this, [this] {
        const bool wasNone = m_words && m_words->isEmpty();
        showWords(); // until the answer comes back
        announce(wasNone ? std::nullopt : std::optional<QStringList>(QStringList()));
    });
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.endsWith(QLatin1Char(',')) || text.endsWith(QLatin1Char(';')))
            takeTyped();
    });
    auto* line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(m_none);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kChipSpacing);
    column->addWidget(m_chips);
    column->addLayout(line);
    showWords();
}

void WordChips::setList(const QStringList& words, bool isClosed, std::map<QString, QColor> colours)
{
    m_list = words;
    m_isClosed = isClosed;
    m_colours = std::move(colours);
    auto* completer = new QCompleter(words, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &WordChips::takeTyped,
            Qt::QueuedConnection);
    m_field->setCompleter(words.isEmpty() ? nullptr : completer);
    showWords();
}

void WordChips::setLooks(WordLooks looks)
{
    m_looks = std::move(looks);
    showWords();
}

void WordChips::setWords(const std::optional<QStringList>& words)
{
    if (!m_field->hasFocus())
        m_field->clear(); // half a word of another segment
    if (m_words == words)
        return;
    m_words = words;
    showWords();
}

void WordChips::announce(const std::optional<QStringList>& words)
{
    emit chosen(words);
}

/// What stands in the field becomes a word; of a closed list, only where the list has it.
void WordChips::takeTyped()
{
    QStringList words = m_words.value_or(QStringList());
    QStringList refused;
    const QString typed = m_field->text().replace(QLatin1Char(','), QLatin1Char(';'));
    for (const QString& part : typed.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString word = part.simplified();
        const auto isSame = [&](const QString& other) { return compared(other) == compared(word); };
        const auto listed = std::ranges::find_if(m_list, isSame);
        if (word.isEmpty() || std::ranges::any_of(words, isSame))
            continue;
        if ((m_isClosed && listed == m_list.end()) || words.size() >= m_most)
            refused << word;
        else
            words << (listed == m_list.end() ? word : *listed);
    }
    m_field->setText(refused.join(QStringLiteral("; ")));
    if (!refused.isEmpty()) {
        m_field->selectAll();
        m_field->setToolTip(words.size() >= m_most
                                ? tr("A set has %1 words at most.").arg(m_most)
                                : tr("The list of this label is closed, and does not have this word."));
    }
    if (!words.isEmpty() && words != m_words.value_or(QStringList()))
        announce(words);
}

void WordChips::removeWord(const QString& word)
{
    QStringList words = m_words.value_or(QStringList());
    words.removeOne(word);
    announce(words.isEmpty() ? std::nullopt : std::optional<QStringList>(words));
}

QToolButton* WordChips::chipFor(const QString& word)
{
    auto* chip = new QToolButton(m_chips);
    chip->setObjectName(QStringLiteral("%1 %2").arg(m_label, word));
    chip->setText(literalText(word) + QStringLiteral("  ×"));
    chip->setAccessibleName(tr("%1: take “%2” away").arg(m_label, word));
    chip->setToolTip(tr("A click takes the word away."));
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setProperty("scaleStep", QStringLiteral("narrow"));
    const std::optional<WordLook> look = m_looks ? m_looks(word) : std::nullopt;
    if (look) {
        chip->setToolTip(tr("%1. A click takes the word away.").arg(look->tip));
        chip->setAccessibleDescription(look->tip);
    }
    const auto own = m_colours.find(compared(word));
    if (const QColor colour = own != m_colours.end() ? own->second
            : look                                   ? look->colour
                                                     : QColor();
        colour.isValid())
        chip->setStyleSheet(QStringLiteral("QToolButton { background: %1; color: %2; }")
                                .arg(colour.name(), readableOn(colour).name()));
    connect(chip, &QToolButton::clicked, this, [this, word] { removeWord(word); });
    return chip;
}

void WordChips::showWords()
{
    for (QToolButton* chip : m_chips->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
        chip->hide();
        chip->deleteLater();
    }
    for (const QString& word : m_words.value_or(QStringList()))
        chipFor(word)->show();
    m_chips->setVisible(m_words && !m_words->isEmpty());
    m_none->setChecked(m_words && m_words->isEmpty());
    static_cast<ChipLines*>(m_chips)->place(m_chips->width(), true);
    m_chips->updateGeometry();
}

bool WordChips::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_field && isKey) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !m_field->text().trimmed().isEmpty()) {
            if (event->type() == QEvent::KeyPress)
                takeTyped();
            event->accept(); // so that Enter comes as a key, and not as a command
            return true;
        }
        const bool ends = m_field->text().isEmpty() && (isEnter || key->key() == Qt::Key_Escape)
            && key->modifiers() == Qt::NoModifier;
        if (ends) {
            if (event->type() == QEvent::KeyPress)
                emit ended();
            event->accept();
            return true;
        }
        if (event->type() == QEvent::ShortcutOverride)
            return QWidget::eventFilter(watched, event);
        if (key->key() == Qt::Key_Backspace && m_field->text().isEmpty() && m_words && !m_words->isEmpty()) {
            removeWord(m_words->back());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
