#include "widgets/conversation/transition_model.h"

#include "widgets/base/scale_number.h"
#include "widgets/conversation/conversation_tables.h"

#include <cmath>

namespace widgets {

namespace {

/// `1:05.2`
QString momentText(double seconds)
{
    const auto tenths = static_cast<long long>(std::floor(std::abs(seconds) * 10 + 1e-6));
    const QString sign = seconds < 0 && tenths > 0 ? QString(QChar(0x2212)) : QString();
    return sign
        + QStringLiteral("%1:%2")
              .arg(tenths / 600)
              .arg(shownNumber(static_cast<double>(tenths % 600) / 10, 1, 'f'), 4, QLatin1Char('0'));
}

}

void TransitionModel::setContent(const ConversationContent& content)
{
    beginResetModel();
    m_content = content;
    endResetModel();
}

const engine::TurnTransition& TransitionModel::transition(int row) const
{
    return m_content.turns->transitions[static_cast<std::size_t>(row)];
}

double TransitionModel::timeAt(int row) const
{
    return transition(row).at;
}

int TransitionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_content.turns ? 0 : static_cast<int>(m_content.turns->transitions.size());
}

int TransitionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant TransitionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const engine::TurnTransition& one = transition(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (index.column() == Offset ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::UserRole)
        return {};
    switch (index.column()) {
    case Time:
        return role == Qt::UserRole ? QVariant(one.at) : QVariant(momentText(one.at));
    case FromTo:
        return tr("%1 → %2").arg(m_content.nameOf(one.from), m_content.nameOf(one.to));
    case Offset:
        return role == Qt::UserRole ? QVariant(one.fto) : QVariant(signedNumber(one.fto, 2));
    default:
        return transitionName(one.kind);
    }
}

QVariant TransitionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Offset ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == Offset)
        return tr("From the end of one turn to the start of the next, in seconds; less than 0: they overlap");
    if (role == Qt::ToolTipRole && section == Time)
        return tr("Minutes and seconds of the conversation, whoever is in hand");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case FromTo:
        return tr("From → to");
    case Offset:
        return tr("Offset, s");
    default:
        return tr("Kind");
    }
}

}
