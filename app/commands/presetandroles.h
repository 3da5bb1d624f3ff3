#pragma once

#include "app/commands/command.h"

#include "core/catalogue/catalogue.h"
#include "core/workspace/registration.h"

#include <QJsonArray>

namespace plimsoll {

/// The options --preset and --role of commands that register systems.
class PresetAndRoles
{
public:
    /// They live as long as this object.
    void addTo(Command command);

    /// What is wrong with what was said; empty when nothing is.
    [[nodiscard]] QString misuse(const Catalogue &catalogue) const;
    [[nodiscard]] QString preset() const { return QString::fromStdString(m_preset); }
    [[nodiscard]] QList<NamedHolder> holders() const;

private:
    std::string m_preset;
    std::vector<std::string> m_roles;
};

/// The parties that nobody had entered before, for programs.
QJsonArray jsonOf(const QList<Party> &newParties);

}
