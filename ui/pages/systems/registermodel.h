#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/systems/register.h"

namespace plimsoll {

using RegisterModel = RecordModel<RegisterRow>;

std::unique_ptr<RegisterModel> makeRegisterModel();

/// Accepts lines in which every word of `words` occurs; all when there is none.
RegisterModel::Filter registerFilter(const QString &words);

}
