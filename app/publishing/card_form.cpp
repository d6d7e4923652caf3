#include "app/publishing/card_form.h"

#include "widgets/base/form_kit.h"

#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <nlohmann/json.hpp>

namespace app {

namespace {

QString joined(const std::vector<std::string>& texts, const QString& between)
{
    QStringList all;
    for (const std::string& text : texts)
        all << QString::fromStdString(text);
    return all.join(between);
}

/// The parts of a text, without blanks around them and without empty ones.
std::vector<std::string> parts(const QString& text, QLatin1Char between)
{
    std::vector<std::string> parts;
    for (const QString& part : text.split(between)) {
        if (!part.trimmed().isEmpty())
            parts.push_back(part.trimmed().toStdString());
    }
    return parts;
}

QString authorLine(const engine::PublicationCard::Author& author)
{
    QString line = QString::fromStdString(author.family);
    if (!author.given.empty())
        line += QStringLiteral(", ") + QString::fromStdString(author.given);
    if (!author.affiliation.empty() || !author.orcid.empty())
        line += QStringLiteral("; ") + QString::fromStdString(author.affiliation);
    if (!author.orcid.empty())
        line += QStringLiteral("; ") + QString::fromStdString(author.orcid);
    return line;
}

nlohmann::json authorOf(const std::string& line)
{
    const QStringList fields = QString::fromStdString(line).split(QLatin1Char(';'));
    const QString name = fields.value(0);
    const qsizetype comma = name.indexOf(QLatin1Char(','));
    const auto text = [](const QString& part) { return part.trimmed().toStdString(); };
    return {{"family", text(comma < 0 ? name : name.left(comma))},
            {"given", text(comma < 0 ? QString() : name.mid(comma + 1))},
            {"affiliation", text(fields.value(1))},
            {"orcid", text(fields.value(2))}};
}

}

CardForm::CardForm(const engine::PublicationCard& card, QWidget* parent)
    : QWidget(parent)
    , m_licence(widgets::named(new QComboBox(this), "card_licence"))
    , m_rest(card)
{
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(0, 0, 0, 0);
    const auto text = [](const std::string& of) { return QString::fromStdString(of); };
    m_title = line(*form, "title", tr("&Title"), text(card.title), tr("what others call it"));
    m_licence->setEditable(true);
    m_licence->addItems({QString(), QStringLiteral("CC-BY-4.0"), QStringLiteral("CC-BY-SA-4.0"),
                         QStringLiteral("CC-BY-NC-4.0"), QStringLiteral("CC-BY-NC-SA-4.0"),
                         QStringLiteral("CC-BY-ND-4.0"), QStringLiteral("CC0-1.0")});
    m_licence->setCurrentText(text(card.licence));
    m_licence->setToolTip(
        tr("What others may do with it, by its SPDX id. Without a licence nothing is published."));
    form->addRow(tr("&Licence"), m_licence);
    connect(m_licence, &QComboBox::currentTextChanged, this, &CardForm::changed);
    m_summary
        = lines(*form, "summary", tr("&Summary"), text(card.summary), tr("what it is, in two sentences"), 2);
    QStringList authors;
    for (const engine::PublicationCard::Author& author : card.authors)
        authors << authorLine(author);
    m_authors = lines(*form, "authors", tr("&Made by"), authors.join(QLatin1Char('\n')),
                      tr("Family, Given; where from; ORCID – one person a line"), 2);
    m_languages = line(*form, "languages", tr("La&nguages"), joined(card.languages, QStringLiteral(", ")),
                       QStringLiteral("en, de"));
    m_keywords = line(*form, "keywords", tr("&Keywords"), joined(card.keywords, QStringLiteral(", ")),
                      tr("sentiment, video"));
    m_version = line(*form, "version", tr("&Version"), text(card.version), QStringLiteral("1.0.0"));
    m_date = line(*form, "date", tr("&Date"),
                  card.date.empty() ? QDate::currentDate().toString(Qt::ISODate) : text(card.date),
                  QStringLiteral("2026-11-28"));
    m_address = line(*form, "url", tr("&Address or DOI"), text(card.doi.empty() ? card.url : card.doi),
                     QStringLiteral("10.5281/zenodo.…, https://…"));
    m_consent = lines(*form, "consent", tr("&Consent"), text(card.consent),
                      tr("what the filmed people agreed to"), 2);
    m_erasure = line(*form, "erasure", tr("&Erasure"), text(card.erasure),
                     tr("whom to ask that somebody be taken out"));
    m_raters
        = lines(*form, "raters", tr("&Raters"), text(card.raters), tr("how they were chosen and trained"), 2);
    m_limits = lines(*form, "limits", tr("Known l&imits"), joined(card.limits, QStringLiteral("\n")),
                     tr("one a line"), 2);
}

QLineEdit* CardForm::line(QFormLayout& form, const char* field, const QString& label, const QString& text,
                          const QString& example)
{
    auto* edit = new QLineEdit(text, this);
    edit->setObjectName(QStringLiteral("card_") + QLatin1String(field));
    edit->setPlaceholderText(example);
    form.addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &CardForm::changed);
    return edit;
}

QPlainTextEdit* CardForm::lines(QFormLayout& form, const char* field, const QString& label,
                                const QString& text, const QString& example, int rows)
{
    auto* edit = new QPlainTextEdit(text, this);
    edit->setObjectName(QStringLiteral("card_") + QLatin1String(field));
    edit->setPlaceholderText(example);
    edit->setTabChangesFocus(true);
    edit->setProperty("isField", true);
    edit->setFixedHeight(fontMetrics().lineSpacing() * rows + fontMetrics().height());
    form.addRow(label, edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &CardForm::changed);
    return edit;
}

engine::PublicationCard CardForm::card() const
{
    const QString address = m_address->text().trimmed();
    const bool isDoi = address.startsWith(QLatin1String("10."));
    nlohmann::json typed = engine::toJson(m_rest);
    typed["title"] = m_title->text().trimmed().toStdString();
    typed["licence"] = m_licence->currentText().trimmed().toStdString();
    typed["summary"] = m_summary->toPlainText().trimmed().toStdString();
    typed["authors"] = nlohmann::json::array();
    for (const std::string& author : parts(m_authors->toPlainText(), QLatin1Char('\n')))
        typed["authors"].push_back(authorOf(author));
    typed["languages"] = parts(m_languages->text(), QLatin1Char(','));
    typed["keywords"] = parts(m_keywords->text(), QLatin1Char(','));
    typed["version"] = m_version->text().trimmed().toStdString();
    typed["date"] = m_date->text().trimmed().toStdString();
    typed["doi"] = isDoi ? address.toStdString() : std::string();
    typed["url"] = isDoi ? std::string() : address.toStdString();
    typed["consent"] = m_consent->toPlainText().trimmed().toStdString();
    typed["erasure"] = m_erasure->text().trimmed().toStdString();
    typed["raters"] = m_raters->toPlainText().trimmed().toStdString();
    typed["limits"] = parts(m_limits->toPlainText(), QLatin1Char('\n'));
    return engine::publicationCard(typed, {});
}

void CardForm::focusField(const QString& field)
{
    if (auto* edit = findChild<QWidget*>(QStringLiteral("card_") + field))
        edit->setFocus(Qt::OtherFocusReason);
}

}
