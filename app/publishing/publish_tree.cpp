#include "app/publishing/publish_tree.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeWidgetItemIterator>

namespace app {

namespace {

constexpr int kNameRole = Qt::UserRole;
constexpr int kBytesRole = Qt::UserRole + 1;
constexpr auto kSequence = "sequence/";

QString sizeText(qint64 bytes)
{
    return bytes > 0 ? QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat) : QString();
}

QString countText(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

}

PublishTree::PublishTree(const PublishOffer& offer, QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(fontMetrics().height() / 2);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    addTables(offer);
    addFiles(offer);
    expandAll();
    connect(this, &QTreeWidget::itemChanged, this, &PublishTree::ticked);
}

void PublishTree::addTables(const PublishOffer& offer)
{
    QTreeWidgetItem* labels = addGroup(tr("Labels"));
    addPart(*labels,
            {{},
             tr("Values, with how sure they are"),
             countText(offer.facts.units),
             QStringLiteral("labels.csv")});
    addPart(*labels,
            {{},
             tr("Answers of each rater: r01, r02, …"),
             countText(offer.facts.votes),
             QStringLiteral("votes.csv, raters.csv")});
    if (!offer.facts.comparisons.empty())
        addPart(*labels,
                {{},
                 tr("Comparisons"),
                 countText(offer.facts.comparisons.size()),
                 QStringLiteral("comparisons.csv, comparison_scores.csv")});
    addPart(*labels,
            {QStringLiteral("comments"),
             tr("Comments: they may name people"),
             {},
             tr("Free text: read it before others do.")});
    QTreeWidgetItem* beside = addGroup(tr("Beside them"));
    addPart(*beside,
            {{}, tr("Card, licence, consent"), {}, QStringLiteral("README.md, LICENSE, CONSENT.md")});
    addPart(*beside,
            {{},
             tr("Agreement, codebook, methods"),
             {},
             QStringLiteral("agreement.json, codebook/, codebook.csv, methods.md, methods.tex")});
    addPart(*beside,
            {{},
             tr("Croissant, citation, Zenodo, sums"),
             {},
             QStringLiteral("croissant.json, CITATION.cff, references.bib, .zenodo.json, CHECKSUMS.sha256")});
}

void PublishTree::addFiles(const PublishOffer& offer)
{
    if (!offer.sequences.empty()) {
        QTreeWidgetItem* sequences = addGroup(tr("Sequences"));
        for (const PublishOffer::Sequence& sequence : offer.sequences)
            addPart(*sequences,
                    {QLatin1String(kSequence) + sequence.key, sequence.key, sizeText(sequence.bytes),
                     tr("As its file is."), sequence.bytes});
    }
    QTreeWidgetItem* media = addGroup(tr("Recordings"));
    const bool hasRecordings = offer.recordings > 0;
    addPart(*media,
            {QStringLiteral("recordings"),
             tr("%n as they are, with faces and voices", nullptr, offer.recordings),
             sizeText(offer.recordingBytes),
             tr("Only where everybody agreed to that. Nothing is covered or changed."), offer.recordingBytes,
             hasRecordings});
    addPart(*media,
            {QStringLiteral("clips"),
             tr("Clips of the segments, as archives"),
             {},
             tr("In the folder shards, as WebDataset reads them: clip, sound, text and values of each "
                "segment. Faces and voices are as they are."),
             0,
             hasRecordings});
}

QTreeWidgetItem* PublishTree::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(this, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setSizeHint(0, {0, rowHeight()});
    QFont bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    return group;
}

void PublishTree::addPart(QTreeWidgetItem& group, const Part& part)
{
    auto* item = new QTreeWidgetItem(&group, {part.text, part.amount});
    item->setSizeHint(0, {0, rowHeight()});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(0, part.tip);
    item->setData(0, kNameRole, part.name);
    item->setData(0, kBytesRole, part.bytes);
    item->setForeground(1, palette().brush(QPalette::PlaceholderText));
    if (part.name.isEmpty()) {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable); // a tick that nobody takes away
        item->setCheckState(0, Qt::Checked);
        return;
    }
    item->setFlags(part.isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                  : Qt::NoItemFlags);
    item->setCheckState(0, Qt::Unchecked);
}

QTreeWidgetItem* PublishTree::part(const QString& name) const
{
    for (QTreeWidgetItemIterator item(const_cast<PublishTree*>(this)); *item; ++item) {
        if ((*item)->data(0, kNameRole).toString() == name)
            return *item;
    }
    return nullptr;
}

QStringList PublishTree::sequences() const
{
    QStringList keys;
    for (QTreeWidgetItemIterator item(const_cast<PublishTree*>(this), QTreeWidgetItemIterator::Checked);
         *item; ++item) {
        const QString name = (*item)->data(0, kNameRole).toString();
        if (name.startsWith(QLatin1String(kSequence)))
            keys << name.mid(static_cast<qsizetype>(std::char_traits<char>::length(kSequence)));
    }
    return keys;
}

bool PublishTree::isTicked(const char* name) const
{
    const QTreeWidgetItem* item = part(QLatin1String(name));
    return item && item->checkState(0) == Qt::Checked;
}

void PublishTree::tick(const char* name, bool isTicked)
{
    if (QTreeWidgetItem* item = part(QLatin1String(name)); item && item->flags() & Qt::ItemIsUserCheckable)
        item->setCheckState(0, isTicked ? Qt::Checked : Qt::Unchecked);
}

qint64 PublishTree::copiedBytes() const
{
    qint64 bytes = 0;
    for (QTreeWidgetItemIterator item(const_cast<PublishTree*>(this), QTreeWidgetItemIterator::Checked);
         *item; ++item)
        bytes += (*item)->data(0, kBytesRole).toLongLong();
    return bytes;
}

}
