#include "app/prediction/model_card_text.h"

#include "app/prediction/answer_caution.h"
#include "app/prediction/model_merit.h"
#include "engine/core/json_text.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace app {

namespace {

using nlohmann::json;

struct ModelCardText {
    Q_DECLARE_TR_FUNCTIONS(app::ModelCardText)
};

QString plain(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

/// A value of the card on one line: texts without their marks, lists by commas.
QString lineOf(const json& value)
{
    if (value.is_string())
        return plain(value.get<std::string>());
    if (value.is_boolean())
        return value.get<bool>() ? ModelCardText::tr("yes") : ModelCardText::tr("no");
    if (value.is_array() && !value.empty() && !value.front().is_structured()) {
        QStringList parts;
        for (const json& part : value)
            parts << lineOf(part);
        return parts.join(QStringLiteral(", "));
    }
    return plain(engine::jsonText(value));
}

QString section(const QString& title)
{
    return QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
}

QString row(const QString& name, const QString& html)
{
    return QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), html);
}

QString table(const QString& rows)
{
    return QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(rows);
}

/// One row for each field of an object.
QString fieldsOf(const json& fields)
{
    QString rows;
    if (fields.is_object()) {
        for (const auto& [name, value] : fields.items())
            rows += row(QString::fromStdString(name), lineOf(value));
    }
    return table(rows);
}

QString cells(const QStringList& texts, bool isHead)
{
    QString html = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < texts.size(); ++i)
        html += QStringLiteral("<%1 align='%2' style='padding-right:14px'>%3</%1>")
                    .arg(isHead ? QStringLiteral("th") : QStringLiteral("td"),
                         i == 0 ? QStringLiteral("left") : QStringLiteral("right"), texts[i].toHtmlEscaped());
    return html + QStringLiteral("</tr>");
}

/// Which modalities a score is about: `all`, `text`.
QString modalitiesText(const std::string& modalities)
{
    if (modalities == "text+acoustic+visual")
        return ModelCardText::tr("all");
    if (modalities == "text")
        return ModelCardText::tr("text alone");
    if (modalities == "acoustic")
        return ModelCardText::tr("sound alone");
    if (modalities == "visual")
        return ModelCardText::tr("vision alone");
    return QString::fromStdString(modalities);
}

/// Whether a figure tells negative from positive, where neutral truths are left out.
bool isOfTwoSides(std::string_view field)
{
    return field.ends_with("_non0");
}

/// Whether a label's scale has no negative side: then a figure of two sides leaves out every segment without
/// the emotion, and what remains is right by itself.
bool isOneSided(const engine::ModelCard& card, const json& score)
{
    const auto label = std::ranges::find_if(
        card.labels, [&](const engine::LabelCard& one) { return score.value("label", json()) == one.name; });
    return label != card.labels.end() && label->low < label->high && label->low >= label->neutral;
}

/// The figures that people ask for first; the others stand in the card below.
/// @param fold  whose figures
QString scoresTable(const engine::ModelCard& card, const std::string& fold)
{
    const json& all = card.scores;
    json scores = json::array();
    std::ranges::copy_if(all, std::back_inserter(scores), [&](const json& score) {
        return score.is_object() && score.value("fold", json()) == fold;
    });
    if (scores.empty())
        return {};
    struct Figure {
        std::vector<const char*> fields; ///< the first that a score has
        QString name;
    };
    const std::vector<Figure> figures{{{"mae"}, ModelCardText::tr("MAE")},
                                      {{"corr"}, QStringLiteral("r")},
                                      {{"acc2_non0", "acc2", "binary_accuracy"}, QStringLiteral("Acc-2")},
                                      {{"acc7"}, QStringLiteral("Acc-7")},
                                      {{"accuracy"}, ModelCardText::tr("accuracy")},
                                      {{"wa"}, ModelCardText::tr("weighted accuracy")},
                                      {{"f1_non0", "f1"}, QStringLiteral("F1")}};
    const auto fieldOf = [](const Figure& figure, const json& score) -> const char* {
        const auto found
            = std::ranges::find_if(figure.fields, [&](const char* field) { return score.contains(field); });
        return found == figure.fields.end() ? nullptr : *found;
    };
    std::vector<Figure> there;
    QStringList head{ModelCardText::tr("label"), ModelCardText::tr("by"), QStringLiteral("n")};
    for (const Figure& figure : figures) {
        if (!std::ranges::any_of(scores,
                                 [&](const json& score) { return fieldOf(figure, score) != nullptr; }))
            continue;
        there.push_back(figure);
        head << figure.name;
    }
    QString rows = cells(head, true);
    for (const json& score : scores) {
        const auto text = [&](const char* field) {
            return score.contains(field) && score[field].is_string() ? score[field].get<std::string>()
                                                                     : std::string();
        };
        QStringList line{QString::fromStdString(text("label")), modalitiesText(text("modalities")),
                         lineOf(score.value("n", json("–")))};
        for (const Figure& figure : there) {
            const char* const field = fieldOf(figure, score);
            line << (field && score[field].is_number() && !(isOfTwoSides(field) && isOneSided(card, score))
                         ? widgets::shownNumber(score[field].get<double>(), 3, 'f')
                         : QStringLiteral("–"));
        }
        rows += cells(line, false);
    }
    const bool isAnyLeftOut = std::ranges::any_of(
        scores, [&](const json& score) { return score.contains("acc2_non0") && isOneSided(card, score); });
    const bool isAnyOfPresence = std::ranges::any_of(scores, [&](const json& score) {
        return score.contains("binary_accuracy") && isOneSided(card, score);
    });
    const QString note = isAnyLeftOut
        ? ModelCardText::tr(
            "Acc-2 and F1 tell negative from positive. A label from 0 upwards has no negative "
            "side, so it has neither: see MAE and r.")
        : isAnyOfPresence
        ? ModelCardText::tr("Acc-2 and F1 of a label from 0 upwards: whether it is there at all, above 0 as "
                            "labelled and above 0.1 as predicted.")
        : QString();
    return table(rows) + (note.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(note.toHtmlEscaped()));
}

/// What is to be known before all figures; empty: nothing is.
QString warningOf(const engine::ModelCard& card)
{
    return card.labels.empty() || beatsConstant(card.scores, card.labels.front().name)
        ? QString()
        : QStringLiteral("<p><b>%1</b></p>").arg(noBetterThanConstant().toHtmlEscaped());
}

QString labelsTable(const engine::ModelCard& card)
{
    QString rows;
    for (const engine::LabelCard& label : card.labels)
        rows += row(QString::fromStdString(label.name),
                    ModelCardText::tr("%1 … %2, column %3 of the labels")
                        .arg(widgets::shownNumber(static_cast<double>(label.low), 3, 'g'),
                             widgets::shownNumber(static_cast<double>(label.high), 3, 'g'))
                        .arg(label.column + 1)
                        .toHtmlEscaped());
    return table(rows);
}

QString inputsTable(const engine::ModelCard& card)
{
    const std::array names{ModelCardText::tr("Text"), ModelCardText::tr("Sound"),
                           ModelCardText::tr("Vision")};
    constexpr std::array fields{"text", "acoustic", "visual"};
    QString rows;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool isNamed = card.recipe.is_object() && card.recipe.contains(fields[i])
            && card.recipe[fields[i]].is_string();
        const QString sequence
            = isNamed ? QString::fromStdString(card.recipe[fields[i]].get<std::string>()) : QString();
        const auto width = static_cast<int>(card.normalisation[i].width());
        QString what = !card.modalities[i] ? ModelCardText::tr("not learnt from")
                                           : ModelCardText::tr("%n column(s)", nullptr, width);
        if (card.modalities[i] && !sequence.isEmpty())
            what = ModelCardText::tr("%1 of the sequence %2").arg(what, sequence);
        rows += row(names[i], what.toHtmlEscaped());
    }
    if (card.recipe.is_object()) {
        for (const auto& [name, value] : card.recipe.items()) {
            if (std::ranges::find(fields, name) == fields.end())
                rows += row(QString::fromStdString(name), lineOf(value));
        }
    }
    return table(rows);
}

QString dataTable(const engine::ModelCard& card)
{
    QString rows = row(ModelCardText::tr("whom"), learntFromText(card).toHtmlEscaped());
    for (const auto& [fold, videos] : card.folds)
        rows += row(QString::fromStdString(fold),
                    ModelCardText::tr("%n video(s): %1", nullptr, static_cast<int>(videos.size()))
                        .arg(lineOf(videos)));
    if (!card.trainingDataSha256.empty())
        rows += row(ModelCardText::tr("SHA-256 of the data"), plain(card.trainingDataSha256));
    if (!card.command.empty())
        rows += row(ModelCardText::tr("command"), plain(card.command));
    return table(rows);
}

}

QString modelCardHtml(const engine::ModelCard& card, const QString& file)
{
    QString html
        = QStringLiteral("<h2>%1</h2><p>%2<br>%3</p>")
              .arg(plain(card.name), plain(engine::classOf(card.architecture)), file.toHtmlEscaped());
    const auto scoresOn = [&card](const QString& title, const std::string& fold) {
        const QString figures = card.scores.is_array() ? scoresTable(card, fold) : QString();
        return figures.isEmpty() ? QString() : section(title) + figures;
    };
    html += warningOf(card);
    const QString title = ModelCardText::tr("How good it is on videos that it has not seen");
    html += hadTest(card.scores) ? scoresOn(title, "test")
                                 : section(title) + QStringLiteral("<p>%1</p>").arg(noTest().toHtmlEscaped());
    html += section(ModelCardText::tr("What it predicts")) + labelsTable(card);
    html += section(ModelCardText::tr("What it takes")) + inputsTable(card);
    html += section(ModelCardText::tr("What it learnt from")) + dataTable(card);
    html += section(ModelCardText::tr("How it learnt")) + fieldsOf(card.training);
    html += section(ModelCardText::tr("How it is built")) + fieldsOf(card.architecture);
    html += scoresOn(ModelCardText::tr("On the videos by which training was ended"), "valid");
    html += scoresOn(ModelCardText::tr("On the videos that it learnt from"), "train");
    html += section(ModelCardText::tr("The card as it is in the file"))
        + QStringLiteral("<pre style='white-space:pre-wrap'>%1</pre>")
              .arg(plain(engine::jsonText(engine::toJson(card), 1)));
    return html;
}

}
