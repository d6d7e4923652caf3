#include "tests/support/packed_avi.h"

#include <QList>
#include <QtEndian>

namespace support {

namespace {

const QByteArray kPicture = QByteArray::fromHex("000001b6");
const QByteArray kUserData = QByteArray::fromHex("000001b2");
constexpr int kPredicted = 1; // kinds of pictures
constexpr int kBetween = 2;

int kindOf(const QByteArray& packet)
{
    return static_cast<unsigned char>(packet[packet.indexOf(kPicture) + 4]) >> 6;
}

QByteArray number(qsizetype value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(static_cast<quint32>(value), bytes.data());
    return bytes;
}

/// The sign that DivX gave its packed streams, in place of the encoder's.
QByteArray signedByDivx(QByteArray packet)
{
    const qsizetype begin = packet.indexOf(kUserData);
    if (begin < 0)
        return packet;
    const qsizetype end = packet.indexOf(QByteArray::fromHex("000001"), begin + 4);
    return packet.replace(begin, end - begin, kUserData + "DivX503b1393p");
}

}

QByteArray packedAvi(const QByteArray& avi)
{
    const qsizetype movie = avi.indexOf("movi");
    QList<QByteArray> packets;
    for (qsizetype at = movie + 4; avi.mid(at, 4) == "00dc";) {
        const auto size = qFromLittleEndian<quint32>(avi.constData() + at + 4);
        packets << signedByDivx(avi.mid(at + 8, size));
        at += 8 + size + size % 2;
    }
    for (qsizetype i = 0; i + 1 < packets.size(); ++i) {
        if (kindOf(packets[i]) != kPredicted || kindOf(packets[i + 1]) != kBetween)
            continue;
        packets[i] += packets[i + 1];
        packets[++i] = kPicture + QByteArray::fromHex("507f7f");
    }
    QByteArray data = "movi";
    QByteArray index;
    for (const QByteArray& packet : packets) {
        const bool isKey = kindOf(packet) == 0;
        index += "00dc" + number(isKey ? 0x10 : 0) + number(data.size()) + number(packet.size());
        data += "00dc" + number(packet.size()) + packet + QByteArray(packet.size() % 2, '\0');
    }
    const QByteArray body = avi.mid(12, movie - 8 - 12) + "LIST" + number(data.size()) + data + "idx1"
        + number(index.size()) + index;
    return "RIFF" + number(body.size() + 4) + "AVI " + body;
}

}
