#pragma once

#include "core/record/described.h"

namespace plimsoll {

/// Every kind of thing a workspace's record holds, parents before children. A new entity is added here.
const Schema &recordSchema();

}
