#include "app/timeline/video_search.h"

#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

QString described(const Document& document, std::size_t segment)
{
    QStringList parts;
    const LabelsView& labels = document.labels();
    const QString text = QString::fromStdString(document.annotation().segment(labels.ids[segment])->text);
    if (!text.isEmpty())
        parts << text;
    if (const QString term = labels.terms.at(static_cast<qsizetype>(segment)); !term.isEmpty())
        parts << term;
    for (std::size_t column = 0; column < labels.rows.features.columns; ++column) {
        const double value = labels.rows.features.at(segment, column);
        if (!std::isnan(value) && (column == 0 || value != 0))
            parts << QStringLiteral("%1 %2").arg(labels.names.at(static_cast<qsizetype>(column)),
                                                 widgets::shownNumber(value, 3));
    }
    return parts.join(QStringLiteral(", "));
}

void findWords(const engine::TimedText& words, const QRegularExpression& pattern, std::vector<Hit>& hits)
{
    QString text;
    std::vector<qsizetype> begins; // of each word in the text
    for (const std::string& word : words.texts) {
        begins.push_back(text.size());
        text += QString::fromStdString(word) + QLatin1Char(' ');
    }
    text.chop(1);
    const auto wordAt = [&](qsizetype place) {
        return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), place)
                                        - begins.begin())
            - 1;
    };
    for (QRegularExpressionMatchIterator it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength() == 0)
            continue;
        const std::size_t first = wordAt(match.capturedStart());
        hits.push_back({kWordsTier, first, wordAt(match.capturedEnd() - 1), words.intervals[first].start});
    }
}

}

std::vector<Hit> findInVideo(const Document& document, const QRegularExpression& pattern)
{
    std::vector<Hit> hits;
    if (!document.hasVideo() || !pattern.isValid() || pattern.pattern().isEmpty())
        return hits;
    findWords(document.words(), pattern, hits);
    for (std::size_t segment = 0; segment < document.labels().ids.size(); ++segment) {
        if (described(document, segment).contains(pattern))
            hits.push_back({kLabelsTier, segment, segment, document.labels().rows.intervals[segment].start});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.start < b.start; });
    return hits;
}

}
