#include "app/training/options_page.h"

#include "engine/core/json_text.h"
#include "widgets/base/muted_label.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

/// `Line 3: …` of what is no JSON.
QString problemOf(const std::string& text, const nlohmann::json::parse_error& error)
{
    const std::size_t upTo = std::min(text.size(), error.byte);
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(upTo), '\n');
    std::string what = error.what();
    what.erase(0, what.find(": ") == std::string::npos ? 0 : what.find(": ") + 2);
    return OptionsPage::tr("Line %1: %2").arg(line).arg(QString::fromStdString(what));
}

}

OptionsPage::OptionsPage(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_note(widgets::mutedLabel(QStringLiteral("trainJsonNote"), this))
{
    m_text->setObjectName(QStringLiteral("trainJson"));
    m_text->setAccessibleName(tr("All options"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(m_note);
    connect(m_text, &QPlainTextEdit::textChanged, this, &OptionsPage::take);
}

void OptionsPage::setOptions(const nlohmann::ordered_json& options)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(QString::fromStdString(engine::jsonText(options, 2)));
    m_problem.clear();
    m_note->setText(tr("Fields are those of a configuration for polylogue-models train; what it is "
                       "learnt from stands under Settings."));
}

void OptionsPage::take()
{
    const std::string text = m_text->toPlainText().toStdString();
    nlohmann::ordered_json options;
    m_problem.clear();
    try {
        options = nlohmann::ordered_json::parse(text);
        if (!options.is_object() || !options.contains("model") || !options["model"].is_object()
            || !options.contains("training") || !options["training"].is_object())
            m_problem = tr("Line 1: expected an object with the objects model and training");
    } catch (const nlohmann::json::parse_error& error) {
        m_problem = problemOf(text, error);
    }
    m_note->setText(m_problem);
    if (m_problem.isEmpty())
        emit typed(options);
    else
        emit problemChanged();
}

}
