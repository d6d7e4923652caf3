#include "widgets/review/compare_panel.h"

#include "widgets/base/digit_key.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/review/clear_layout.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace widgets {

namespace {

/// The letter that plays a clip: A, B, ….
QString letterOf(int clip)
{
    return QString(QChar(u'A' + static_cast<char16_t>(clip)));
}

/// A button whose text lies in as many lines as it needs.
class TextButton : public QPushButton {
public:
    explicit TextButton(QWidget* parent) : QPushButton(parent)
    {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    void setLines(const QString& lines)
    {
        m_lines = lines;
        setAccessibleName(lines);
        updateGeometry();
        update();
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QRect room(0, 0, std::max(1, width - 2 * kMargin), 1 << 20);
        return fontMetrics().boundingRect(room, Qt::TextWordWrap, m_lines).height() + 2 * kMargin;
    }
    QSize sizeHint() const override { return {width(), heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        painter.drawControl(QStyle::CE_PushButton, option);
        painter.setPen(option.palette.color(QPalette::ButtonText));
        painter.drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_lines);
    }

private:
    static constexpr int kMargin = 10; ///< pixels
    QString m_lines;
};

}

ComparePanel::ComparePanel(QWidget* parent)
    : QWidget(parent)
    , m_title(sectionHead({}, this))
    , m_progress(mutedLabel(QStringLiteral("compareProgress"), this))
    , m_question(named(new QLabel(this), "compareQuestion"))
    , m_grid(new QGridLayout)
    , m_tie(quietButton("compareTie", tr("&0  As much"), this))
    , m_back(quietButton("compareBack", tr("&Take the last answer back"), this))
    , m_scores(quietButton("compareScores", tr("&Scores…"), this))
    , m_leave(quietButton("compareLeave", tr("&Leave"), this))
{
    setObjectName(QStringLiteral("comparePanel"));
    setGuidePage(*this, "reviewing");
    setProperty("panelButtons", true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Clips to compare"));
    m_title->setObjectName(QStringLiteral("compareTitle"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_question->setFont(large);
    m_question->setWordWrap(true);
    m_grid->setSpacing(6);
    m_grid->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_scores);
    buttons->addWidget(m_leave);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_progress);
    column->addWidget(m_question);
    column->addLayout(m_grid);
    column->addWidget(m_tie, 0, Qt::AlignLeft);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(m_tie, &QPushButton::clicked, this, [this] { emit clipChosen(-1); });
    connect(m_back, &QPushButton::clicked, this, &ComparePanel::backWished);
    connect(m_scores, &QPushButton::clicked, this, &ComparePanel::scoresWished);
    connect(m_leave, &QPushButton::clicked, this, &ComparePanel::leaveWished);
}

void ComparePanel::makeClips(int count, bool areTexts)
{
    if (static_cast<int>(m_choices.size()) == count && m_areTexts == areTexts)
        return;
    m_areTexts = areTexts;
    clearLayout(*m_grid);
    m_plays.clear();
    m_choices.clear();
    for (int clip = 0; clip < count; ++clip) {
        auto* play = quietButton("", tr("▶  %1").arg(letterOf(clip)), this);
        play->setObjectName(QStringLiteral("comparePlay%1").arg(clip + 1));
        play->setAccessibleName(tr("Play %1").arg(letterOf(clip)));
        play->setToolTip(tr("Play the clip (key %1)").arg(letterOf(clip)));
        play->setCheckable(true);
        connect(play, &QPushButton::clicked, this, [this, clip] { emit playWished(clip); });
        play->setVisible(!areTexts || clip == 0); // both texts are of one clip
        QPushButton* choice = areTexts ? new TextButton(this) : quietButton("", {}, this);
        choice->setObjectName(QStringLiteral("compareChoice%1").arg(clip + 1));
        choice->setCheckable(!areTexts);
        choice->setMinimumHeight(fontMetrics().height() * 3);
        connect(choice, &QPushButton::clicked, this, [this, clip] { emit clipChosen(clip); });
        m_grid->addWidget(play, clip, 0);
        m_grid->addWidget(choice, clip, 1);
        m_plays.push_back(play);
        m_choices.push_back(choice);
    }
}

void ComparePanel::setContent(const Content& content)
{
    m_content = content;
    makeClips(static_cast<int>(content.clips.size()), content.areTexts);
    m_title->setText(content.title.toUpper());
    m_progress->setText(content.progress);
    m_question->setText(content.question);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const bool isBest = content.best && *content.best == static_cast<int>(i);
        const QString clip = content.clips[static_cast<qsizetype>(i)];
        if (content.areTexts) {
            static_cast<TextButton*>(m_choices[i])->setLines(tr("%1  %2").arg(i + 1).arg(clip));
            continue;
        }
        m_choices[i]->setText(isBest ? tr("%1  %2 · best").arg(i + 1).arg(clip)
                                     : tr("%1  %2").arg(i + 1).arg(clip));
        m_choices[i]->setChecked(isBest);
        m_choices[i]->setEnabled(!isBest);
    }
    m_tie->setVisible(content.takesTies && !content.clips.isEmpty());
    m_back->setEnabled(content.canGoBack);
}

void ComparePanel::setPlaying(std::optional<int> clip)
{
    for (std::size_t i = 0; i < m_plays.size(); ++i)
        m_plays[i]->setChecked(clip && *clip == static_cast<int>(i));
}

/// Whether a key says something here.
bool ComparePanel::takes(const QKeyEvent& event) const
{
    if (event.matches(QKeySequence::Undo))
        return true; // what was done before the pass is not undone from here
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto clips = static_cast<int>(m_content.clips.size());
    if (const auto digit = plainDigitOf(event))
        return (*digit == 0 && m_content.takesTies && clips > 0)
            || (*digit >= 1 && *digit <= clips && m_content.best != *digit - 1);
    return event.key() >= Qt::Key_A && event.key() < Qt::Key_A + clips;
}

bool ComparePanel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && takes(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // so that it comes as a key, and not as a command
        return true;
    }
    return QWidget::event(event);
}

void ComparePanel::keyPressEvent(QKeyEvent* event)
{
    if (!takes(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Undo)) {
        if (m_content.canGoBack)
            emit backWished();
    } else if (const auto digit = plainDigitOf(*event)) {
        emit clipChosen(*digit - 1);
    } else {
        emit playWished(event->key() - Qt::Key_A);
    }
}

}
