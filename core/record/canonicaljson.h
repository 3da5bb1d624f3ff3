#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace plimsoll {

/// RFC 8785 bytes of JSON without doubles: there QJsonDocument's compact form is the same to the byte.
/// Must not be handed a number with a fraction or beyond 2^53.
QByteArray canonicalJson(const QJsonObject &object);
QByteArray canonicalJson(const QJsonArray &array);

}
