#include "widgets/suspects/suspect_card.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/predict/sentiment_scale.h"
#include "widgets/review/value_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// The label as far as a button can give each of its values.
std::optional<engine::LabelScheme> correctable(const SuspectCard::Content& content)
{
    const std::string name = content.labelName.toStdString();
    if (content.classes.isEmpty())
        return content.isOfWholes
            ? std::optional(engine::LabelScheme{name, engine::NumberScale{content.low, content.high, 1.0}})
            : std::nullopt;
    engine::Vocabulary terms;
    for (const QString& one : content.classes) {
        const bool hasKey = terms.terms.size() < 9;
        terms.terms.push_back(
            {one.toStdString(), {}, hasKey ? std::to_string(terms.terms.size() + 1) : std::string()});
    }
    return engine::LabelScheme{name, terms};
}

/// A number, or the place of a term.
double placeOf(const ValueEditor::Value& value, const engine::LabelScheme& label)
{
    if (const double* number = std::get_if<double>(&value))
        return *number;
    const auto& terms = std::get<engine::Vocabulary>(label.scale).terms;
    return static_cast<double>(std::ranges::find(terms, std::get<std::string>(value), &engine::Term::name)
                               - terms.begin());
}

/// What placeOf() tells of. Absent: there is no such class.
std::optional<ValueEditor::Value> valueAt(double place, const QStringList& classes)
{
    if (classes.isEmpty())
        return place;
    const auto at = static_cast<qsizetype>(std::lround(place));
    return at >= 0 && at < classes.size() ? std::optional<ValueEditor::Value>(classes[at].toStdString())
                                          : std::nullopt;
}

}

SuspectCard::SuspectCard(QWidget* parent)
    : QWidget(parent)
    , m_nothing(new QWidget(this))
    , m_body(new QWidget)
    , m_area(new QScrollArea(this))
    , m_column(new QVBoxLayout(m_body))
    , m_title(new ElidedLabel({}, m_body))
    , m_left(mutedLabel(QStringLiteral("suspectsLeft"), m_body))
    , m_words(new QLabel(m_body))
    , m_scale(new SentimentScale(m_body))
    , m_why(new QLabel(m_body))
    , m_accept(answer(QStringLiteral("acceptSuspect"), &SuspectCard::acceptWished))
    , m_keep(answer(QStringLiteral("keepSuspect"), &SuspectCard::keepWished))
    , m_dismiss(answer(QStringLiteral("dismissSuspect"), &SuspectCard::dismissWished))
    , m_never(answer(QStringLiteral("neverSuspect"), &SuspectCard::neverWished))
    , m_next(answer(QStringLiteral("nextSuspect"), &SuspectCard::nextWished))
    , m_correctHead(sectionHead(tr("Correct"), m_body))
    , m_correctPlace(new QVBoxLayout)
    , m_kindsHead(sectionHead(tr("What it may be"), m_body))
    , m_kinds(new KindBars(m_body))
    , m_errorsHead(sectionHead(tr("While training"), m_body))
    , m_errors(new ErrorCurve(m_body))
    , m_neighboursHead(sectionHead(tr("Neighbours"), m_body))
    , m_neighbours(new ValuedPictures(m_body))
{
    setObjectName(QStringLiteral("suspectCard"));
    setAutoFillBackground(true);
    setProperty("panelButtons", true);
    const int space = fontMetrics().height();
    auto* nothing = new QVBoxLayout(m_nothing);
    nothing->setContentsMargins(space, space, space, space);
    auto* hint = mutedLabel({}, m_nothing);
    hint->setText(tr("Choose a suspicious label in the queue at the left."));
    nothing->addWidget(hint);
    nothing->addStretch(1);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setObjectName(QStringLiteral("suspectTitle"));
    m_left->setWordWrap(false);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_words->setFont(large);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_why->setObjectName(QStringLiteral("suspectWhy"));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setMargin(space / 2);
    m_why->setAutoFillBackground(true);
    m_why->setBackgroundRole(QPalette::AlternateBase);
    m_accept->setProperty("primary", true);
    m_keep->setToolTip(tr("K: the label is right as it is"));
    m_dismiss->setText(tr("Dismiss  X"));
    m_dismiss->setToolTip(tr("X: something else than the label is wrong"));
    m_never->setText(tr("Never again"));
    m_never->setToolTip(tr("The segment is not offered again, whatever is found"));
    m_next->setText(tr("Next  ⏎"));
    m_next->setToolTip(tr("Enter: to the next one, without an answer"));
    m_kindsHead->setToolTip(
        tr("How likely each kind of error is, as models tell that have not seen the video"));
    m_errorsHead->setToolTip(
        tr("How far models were from this label after each epoch, beside the middle half "
           "of all segments. What is never learnt may be wrong."));
    m_neighboursHead->setToolTip(
        tr("Segments of other videos that a model holds to be most alike, with their labels"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_left);
    auto* firstRow = new QHBoxLayout;
    firstRow->addWidget(m_keep, 1);
    firstRow->addWidget(m_dismiss, 1);
    auto* secondRow = new QHBoxLayout;
    secondRow->addWidget(m_never, 1);
    secondRow->addWidget(m_next, 1);
    m_column->setContentsMargins(space, space * 3 / 4, space, space);
    m_column->setSpacing(space / 2);
    m_column->addLayout(head);
    m_column->addWidget(m_words);
    m_column->addWidget(m_scale);
    m_column->addWidget(m_why);
    m_column->addWidget(m_accept);
    m_column->addLayout(firstRow);
    m_column->addWidget(m_correctHead);
    m_column->addLayout(m_correctPlace);
    m_column->addLayout(secondRow);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_kindsHead, m_kinds, m_errorsHead, m_errors,
                                                           m_neighboursHead, m_neighbours})
        m_column->addWidget(widget);
    m_column->addStretch(1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_body);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_nothing, 1);
    whole->addWidget(m_area, 1);
    connect(m_neighbours, &ValuedPictures::chosen, this, &SuspectCard::neighbourChosen);
    setContent(std::nullopt);
}

QPushButton* SuspectCard::answer(const QString& name, void (SuspectCard::*wished)())
{
    auto* button = new QPushButton(m_body);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, wished);
    return button;
}

/// Buttons for the values of the scale, made anew where the scale is another.
void SuspectCard::makeScale(const Content& content)
{
    const std::optional<engine::LabelScheme> offered = correctable(content);
    m_correctHead->setVisible(offered.has_value());
    if (offered == m_correctable)
        return;
    m_correctable = offered;
    delete m_correct;
    m_correct = nullptr;
    if (!offered)
        return;
    m_correct = new ValueEditor(*offered, /*isFirst=*/true, m_body);
    m_correct->setObjectName(QStringLiteral("correctSuspect"));
    m_correctPlace->addWidget(m_correct);
    connect(m_correct, &ValueEditor::chosen, this,
            [this](const QString&, const std::optional<ValueEditor::Value>& value) {
                if (value)
                    emit correctionWished(placeOf(*value, *m_correctable));
            });
}

void SuspectCard::setContent(const std::optional<Content>& content)
{
    m_nothing->setVisible(!content);
    m_area->setVisible(content.has_value());
    if (!content)
        return;
    m_title->setText(QStringLiteral("%1   %2").arg(content->title, content->span));
    m_title->setToolTip(m_title->text());
    m_left->setText(content->left);
    m_words->setText(content->words);
    m_words->setVisible(!content->words.isEmpty());
    m_scale->setVisible(content->classes.isEmpty()); // classes have no order
    m_scale->setScale(content->labelName, content->low, content->high);
    m_scale->setLabel(content->label);
    m_scale->setPrediction(content->expected, true);
    m_scale->setSaid(content->said);
    m_why->setText(content->why);
    makeScale(*content);
    m_accept->setVisible(!content->accept.isEmpty());
    m_accept->setText(QStringLiteral("%1  A").arg(content->accept));
    m_accept->setToolTip(content->acceptTip);
    m_keep->setText(QStringLiteral("%1  K").arg(content->keep));
    for (QPushButton* button : {m_accept, m_keep, m_dismiss, m_never})
        button->setEnabled(content->isEditable);
    if (m_correct) {
        m_correct->setEnabled(content->isEditable);
        m_correct->setValue(valueAt(content->label, content->classes));
    }
    m_kinds->setBars(content->kinds);
    m_kindsHead->setVisible(!content->kinds.empty());
    m_errors->setErrors(content->errors);
    m_errorsHead->setVisible(!content->errors.own.empty());
    m_neighbours->setPictures(content->neighbours);
    m_neighboursHead->setVisible(!content->neighbours.empty());
}

void SuspectCard::setNeighbour(std::size_t place, const QImage& picture)
{
    m_neighbours->setImage(place, picture);
}

}
