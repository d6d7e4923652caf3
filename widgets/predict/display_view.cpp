#include "widgets/predict/display_view.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/section_head.h"
#include "widgets/predict/display_bars.h"
#include "widgets/predict/display_graph.h"
#include "widgets/predict/display_heat_map.h"
#include "widgets/predict/display_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

DisplayView::DisplayView(QWidget* parent)
    : QWidget(parent)
    , m_chooser(narrowChoice(QStringLiteral("displayChooser"), tr("What is shown of the model"), this))
    , m_selectorRow(new QHBoxLayout)
    , m_form(narrowChoice(QStringLiteral("displayForm"), tr("How it is drawn"), this))
    , m_message(new QLabel(this))
    , m_canvases(new QVBoxLayout)
    , m_under(new QCheckBox(tr("show under the words"), this))
{
    setObjectName(QStringLiteral("displayView"));
    m_form->addItems({tr("as a graph"), tr("over the words")});
    m_message->setObjectName(QStringLiteral("displayMessage"));
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setWordWrap(true);
    m_under->setObjectName(QStringLiteral("displayUnderWords"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(sectionHead(tr("Inside the model"), this));
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_chooser, 3);
    top->addWidget(m_form, 2);
    layout->addLayout(top);
    m_selectorRow->setSpacing(6);
    layout->addLayout(m_selectorRow);
    layout->addWidget(m_message);
    layout->addLayout(m_canvases);
    layout->addWidget(m_under);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        m_wanted = m_chooser->itemData(index).toString();
        choose();
    });
    connect(m_form, &QComboBox::activated, this, [this](int index) {
        m_wantsHeatMap = index == 1;
        showDisplay();
    });
    connect(m_under, &QCheckBox::clicked, this, [this](bool checked) {
        emit underWordsWished(checked && current() ? QString::fromStdString(current()->output) : QString());
    });
    setDisplays({}, {});
}

void DisplayView::setDisplays(std::vector<engine::DisplayCard> displays, const QStringList& outputs)
{
    m_displays = std::move(displays);
    m_outputs = outputs;
    m_values.clear();
    removeSelectors(); // a display of the same name may have other entries
    m_chooser->clear();
    for (const engine::DisplayCard& display : m_displays)
        m_chooser->addItem(displayTitle(display.title), QString::fromStdString(display.output));
    m_chooser->setCurrentIndex(m_displays.empty() ? -1 : std::max(0, m_chooser->findData(m_wanted)));
    setVisible(!m_displays.empty());
    choose();
}

void DisplayView::setValues(std::map<std::string, engine::Tensor> values, const QStringList& words)
{
    m_values = std::move(values);
    m_words = words;
    showDisplay();
}

void DisplayView::setCurrentWord(std::optional<std::size_t> word)
{
    m_word = word;
    for (const auto& [form, canvas] : m_canvasOf)
        canvas->setCurrentWord(word);
}

void DisplayView::setUnderWords(const QString& output)
{
    m_underWords = output;
    m_under->setChecked(current() && current()->output == output.toStdString());
}

const engine::DisplayCard* DisplayView::current() const
{
    const int index = m_chooser->currentIndex();
    return index >= 0 ? &m_displays[static_cast<std::size_t>(index)] : nullptr;
}

void DisplayView::choose()
{
    m_under->setVisible(current() && canStandUnderWords(*current()));
    setUnderWords(m_underWords);
    showDisplay();
}

void DisplayView::removeSelectors()
{
    for (QComboBox* selector : m_selectors)
        delete selector; // not later: the layout would keep room for both
    m_selectors.clear();
    m_selected.clear();
    m_selectedOutput.clear();
    m_form->hide();
}

void DisplayView::makeSelectors(const DisplayLayout& layout, const engine::Tensor& output)
{
    const engine::DisplayCard& card = *current();
    std::vector<std::string> selected;
    for (const std::size_t axis : layout.chosen)
        selected.push_back(card.output + '/' + card.axes[axis] + '/' + std::to_string(output.shape[axis]));
    if (selected == m_selected && m_selectedOutput == card.output)
        return;
    removeSelectors();
    m_selected = std::move(selected);
    m_selectedOutput = card.output;
    for (const std::size_t axis : layout.chosen) {
        const std::string& name = card.axes[axis];
        auto* selector = narrowChoice(QStringLiteral("displayAxis%1").arg(m_selectors.size() + 1),
                                      tr("Which part is shown"), this);
        const auto extent = static_cast<std::size_t>(output.shape[axis]);
        if (name != "output") // scores have no common mean
            selector->addItem(tr("mean of all"), kMean);
        const QStringList entries = entryNames(card, axis, extent, {}, m_outputs);
        for (int entry = 0; entry < entries.size(); ++entry)
            selector->addItem(entries[entry], entry);
        const std::pair place(card.output, axis);
        const auto chosen = m_choices.find(place);
        selector->setCurrentIndex(
            chosen == m_choices.end() ? 0 : std::max(0, selector->findData(chosen->second)));
        selector->setVisible(extent > 1);
        connect(selector, &QComboBox::activated, this, [this, place, selector] {
            m_choices[place] = selector->currentData().toInt();
            showDisplay();
        });
        m_selectorRow->addWidget(selector);
        m_selectors.push_back(selector);
    }
}

DisplayCanvas* DisplayView::canvasOf(DisplayForm form)
{
    DisplayCanvas*& canvas = m_canvasOf[form];
    if (!canvas) {
        switch (form) {
        case DisplayForm::Names:
            canvas = new DisplayBars(this);
            break;
        case DisplayForm::Columns:
            canvas = new DisplayColumns(this);
            break;
        case DisplayForm::HeatMap:
            canvas = new DisplayHeatMap(this);
            break;
        case DisplayForm::Graph:
            canvas = new DisplayGraph(this);
            break;
        }
        canvas->setObjectName(QStringLiteral("display%1").arg(static_cast<int>(form)));
        m_canvases->addWidget(canvas);
    }
    return canvas;
}

/// The picture of the chosen display, or why there is none.
void DisplayView::showDisplay()
{
    const engine::DisplayCard* card = current();
    const auto output = card ? m_values.find(card->output) : m_values.end();
    const bool known = output != m_values.end();
    const bool drawn = known && fits(*card, output->second);
    m_message->setVisible(!drawn);
    m_message->setText(known ? tr("The model's output is not what its card says.") : tr("No answer yet."));
    DisplayCanvas* shown = nullptr;
    if (drawn) {
        DisplayLayout layout = layoutOf(*card, output->second.shape);
        makeSelectors(layout, output->second);
        m_form->setVisible(layout.canBeHeatMap);
        m_form->setCurrentIndex(m_wantsHeatMap ? 1 : 0);
        if (layout.canBeHeatMap && m_wantsHeatMap)
            layout.form = DisplayForm::HeatMap;
        std::vector<int> choices;
        for (const QComboBox* selector : m_selectors)
            choices.push_back(selector->currentData().toInt());
        shown = canvasOf(layout.form);
        shown->setAccessibleName(m_chooser->currentText());
        DisplayTable table = tableOf(*card, output->second, layout, choices, m_words, m_outputs);
        if (const auto names = m_values.find(card->namedBy); names != m_values.end()) {
            const QStringList texts = entryTexts(*card, names->second);
            if (texts.size() == table.rowNames.size())
                table.rowNames = texts;
        }
        shown->setTable(table);
        shown->setCurrentWord(m_word);
    } else if (!card
               || card->output != m_selectedOutput) { // else they wait for the answer, and keep the focus
        removeSelectors();
    }
    for (const auto& [form, canvas] : m_canvasOf)
        canvas->setVisible(canvas == shown);
}

}
