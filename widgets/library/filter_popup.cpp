#include "widgets/library/filter_popup.h"

#include "widgets/base/number_box.h"
#include "widgets/base/section_head.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace widgets {

namespace {

constexpr double kGreatestLabel = 1000.0;
constexpr int kParts = 6; // that can be missing, with nothing in particular
constexpr int kThings = 6; // that can have been seen, with nothing in particular
constexpr double kLongest = 1e6; // seconds
constexpr double kMostPeople = 1000; // in one conversation

/// A number or, at its least, none.
QDoubleSpinBox* bound(const char* name, const QString& accessibleName, const QString& prefix, double least,
                      double greatest, QWidget* parent)
{
    auto* box = new NumberBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->setRange(least, greatest);
    box->setDecimals(2);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setPrefix(prefix);
    box->setSpecialValueText(prefix + QStringLiteral("…"));
    box->setValue(least);
    return box;
}

std::optional<double> valueOf(const QDoubleSpinBox& box)
{
    return box.value() > box.minimum() ? std::optional(box.value()) : std::nullopt;
}

/// What was typed and is none of the choices becomes one: editing the form must not lose it.
void select(QComboBox& box, const QString& data)
{
    const QSignalBlocker quiet(&box);
    if (box.findData(data) < 0)
        box.addItem(data, data);
    box.setCurrentIndex(box.findData(data));
}

}

FilterPopup::FilterPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_order(new QComboBox(this))
    , m_descending(new QComboBox(this))
    , m_fold(new QComboBox(this))
    , m_missing(new QComboBox(this))
    , m_labelName(new QLabel(this))
    , m_least(bound("filterLeast", tr("Label from"), tr("from "), -kGreatestLabel - 1, kGreatestLabel, this))
    , m_greatest(
          bound("filterGreatest", tr("Label to"), tr("to "), -kGreatestLabel - 1, kGreatestLabel, this))
    , m_longer(bound("filterLonger", tr("Longer than, in seconds"), tr("from "), 0, kLongest, this))
    , m_shorter(bound("filterShorter", tr("Shorter than, in seconds"), tr("to "), 0, kLongest, this))
    , m_seen(new QComboBox(this))
    , m_with(new QLineEdit(this))
    , m_people(bound("filterPeople", tr("Number of participants"), {}, 0, kMostPeople, this))
{
    setObjectName(QStringLiteral("filterPopup"));
    setFrameShape(QFrame::StyledPanel);
    m_order->setObjectName(QStringLiteral("libraryOrder"));
    m_order->setAccessibleName(tr("Sort by"));
    m_descending->setObjectName(QStringLiteral("libraryDescending"));
    m_descending->setAccessibleName(tr("Direction"));
    m_descending->addItem(tr("Ascending"), false);
    m_descending->addItem(tr("Descending"), true);
    m_fold->setObjectName(QStringLiteral("filterFold"));
    m_missing->setObjectName(QStringLiteral("filterMissing"));
    for (const LibraryOrder::Key key : LibraryOrder::all)
        m_order->addItem(LibraryOrder::title(key), static_cast<int>(key));
    const std::pair<const char*, QString> parts[]{
        {"", tr("Nothing in particular")}, {"text", tr("Text")},     {"sound", tr("Sound")},
        {"vision", tr("Vision")},          {"labels", tr("Labels")}, {"media", tr("Media")}};
    for (const auto& [name, title] : parts)
        m_missing->addItem(title, QLatin1String(name));
    m_seen->setObjectName(QStringLiteral("filterSeen"));
    m_seen->setToolTip(tr("What was visible before somebody answered"));
    const std::pair<const char*, QString> things[]{
        {"", tr("Nothing in particular")},     {"prediction", tr("A prediction")},
        {"explanation", tr("An explanation")}, {"suggestion", tr("A suggestion")},
        {"other", tr("Another’s answer")},     {"suspect", tr("A suspected error")}};
    for (const auto& [name, title] : things)
        m_seen->addItem(title, QLatin1String(name));
    m_with->setObjectName(QStringLiteral("filterWith"));
    m_with->setPlaceholderText(tr("anybody"));
    m_with->setToolTip(tr("A participant of the conversation; the beginning of the name is enough"));
    m_people->setDecimals(0);
    m_people->setSpecialValueText(tr("any number"));

    auto* grid = new QGridLayout(this);
    const int gap = fontMetrics().height() * 2 / 3;
    grid->setContentsMargins(gap, gap, gap, gap);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(gap * 2 / 3);
    int row = 0;
    const auto add = [&](QLabel* label, QWidget* first, QWidget* second = nullptr) {
        grid->addWidget(label, row, 0);
        grid->addWidget(first, row, 1, 1, second ? 1 : 2);
        if (second)
            grid->addWidget(second, row, 2);
        label->setBuddy(first);
        ++row;
    };
    const auto head = [&](const QString& text) { grid->addWidget(sectionHead(text, this), row++, 0, 1, 3); };
    head(tr("Sort"));
    add(new QLabel(tr("&By"), this), m_order);
    grid->addWidget(m_descending, row++, 1, 1, 2);
    head(tr("Show only"));
    add(new QLabel(tr("&Fold"), this), m_fold);
    add(new QLabel(tr("&Missing"), this), m_missing);
    add(m_labelName, m_least, m_greatest);
    add(new QLabel(tr("&Seconds"), this), m_longer, m_shorter);
    add(new QLabel(tr("S&een before"), this), m_seen);
    add(new QLabel(tr("&With"), this), m_with);
    add(new QLabel(tr("&Participants"), this), m_people);
    auto* clear = new QPushButton(tr("&Clear"), this);
    clear->setObjectName(QStringLiteral("filterClear"));
    clear->setToolTip(tr("Shows all videos again"));
    grid->addWidget(clear, row, 2, Qt::AlignRight);

    setChoices({}, {});
    for (QComboBox* box : {m_order, m_descending})
        connect(box, &QComboBox::currentIndexChanged, this, &FilterPopup::tellOrder);
    for (QComboBox* box : {m_fold, m_missing, m_seen})
        connect(box, &QComboBox::currentIndexChanged, this, &FilterPopup::tellFilter);
    for (QDoubleSpinBox* box : {m_least, m_greatest, m_longer, m_shorter, m_people})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FilterPopup::tellFilter);
    connect(m_with, &QLineEdit::textEdited, this, &FilterPopup::tellFilter);
    connect(clear, &QPushButton::clicked, this, &FilterPopup::cleared);
}

void FilterPopup::setChoices(const QStringList& folds, const QString& label)
{
    const QSignalBlocker quiet(m_fold);
    const QSignalBlocker quietMissing(m_missing);
    const QSignalBlocker quietSeen(m_seen);
    while (m_missing->count() > kParts)
        m_missing->removeItem(m_missing->count() - 1); // what was typed earlier
    while (m_seen->count() > kThings)
        m_seen->removeItem(m_seen->count() - 1);
    m_fold->clear();
    m_fold->addItem(tr("Any"), QString());
    for (const QString& fold : folds)
        m_fold->addItem(fold, fold);
    m_fold->setEnabled(!folds.isEmpty());
    m_labelName->setText(label.isEmpty() ? tr("Label") : label);
    m_least->setEnabled(!label.isEmpty());
    m_greatest->setEnabled(!label.isEmpty());
}

void FilterPopup::setFilter(const LibraryFilter& filter)
{
    select(*m_fold, filter.fold);
    select(*m_missing, filter.missing);
    select(*m_seen, filter.seen);
    if (m_with->text() != filter.with)
        m_with->setText(filter.with); // tells nothing: it was not typed
    for (const auto& [box, value] : {std::pair(m_least, filter.least),
                                     {m_greatest, filter.greatest},
                                     {m_longer, filter.longer},
                                     {m_shorter, filter.shorter},
                                     {m_people, filter.people}}) {
        const QSignalBlocker quiet(box);
        box->setValue(value.value_or(box->minimum()));
    }
}

void FilterPopup::setOrder(const LibraryOrder& order)
{
    const QSignalBlocker quietKey(m_order);
    const QSignalBlocker quietDirection(m_descending);
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(order.key)));
    m_descending->setCurrentIndex(order.descending ? 1 : 0);
}

void FilterPopup::tellFilter()
{
    emit filterEdited({m_fold->currentData().toString(), m_missing->currentData().toString(),
                       valueOf(*m_least), valueOf(*m_greatest), valueOf(*m_longer), valueOf(*m_shorter),
                       m_seen->currentData().toString(), m_with->text(), valueOf(*m_people)});
}

void FilterPopup::tellOrder()
{
    emit orderEdited({static_cast<LibraryOrder::Key>(m_order->currentData().toInt()),
                      m_descending->currentData().toBool()});
}

}
