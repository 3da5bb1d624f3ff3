#pragma once

#include "core/inventory/aisystem.h"

#include <QJsonObject>

namespace plimsoll {

/// Says in what is told of the system whether it is out of scope and, where it is, the reason, who approved
/// that, by name, and when it is reviewed; null is what nobody recorded.
void insertScope(QJsonObject &told, const AiSystem &system, const QString &approver);

}
