#include "app/commands/presetandroles.h"

#include "core/inventory/systemnames.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PresetAndRoles)
};

QStringList presetIds(const Catalogue &catalogue)
{
    QStringList ids;
    for (const auto &preset : catalogue.presets())
        ids.append(preset.id);
    return ids;
}

/// "developer" means the organisation itself; "data-custodian=Data Office" names the party. As people write
/// it, "System Operator", is understood as well.
std::optional<NamedHolder> holderFrom(const QString &words)
{
    const QString called = words.section(u'=', 0, 0).simplified().toLower().replace(u' ', u'-');
    const auto role = fromWord<Role>(called);
    const QString party = words.section(u'=', 1).trimmed();
    const bool namesNobody = words.contains(u'=') && heard(party).isEmpty();
    if (!role || namesNobody)
        return std::nullopt;
    return NamedHolder{*role, party};
}

}

void PresetAndRoles::addTo(Command command)
{
    command.takes("--preset", m_preset, "Answers the facts; \"catalogue show\" lists them").named("PRESET");
    command.takes("--role", m_roles, "Who holds which role; without a party, the organisation itself")
        .named("ROLE[=PARTY]");
}

QString PresetAndRoles::misuse(const Catalogue &catalogue) const
{
    if (!m_preset.empty() && !catalogue.preset(preset()))
        return Text::tr("There is no preset %1. Choose one of %2.")
            .arg(preset(), presetIds(catalogue).join(u", "_s));
    for (const auto &role : m_roles) {
        const QString words = QString::fromStdString(role);
        if (!holderFrom(words) && holderFrom(words.section(u'=', 0, 0)))
            return Text::tr(
                       "%1 names nobody. Write the party after =, or the role alone, which means your own "
                       "organisation.")
                .arg(words);
        if (!holderFrom(words))
            return Text::tr("%1 is no role. Choose one of developer, system-operator, data-custodian; "
                            "ROLE=PARTY names who holds it.")
                .arg(words);
    }
    return {};
}

QList<NamedHolder> PresetAndRoles::holders() const
{
    QList<NamedHolder> holders;
    for (const auto &role : m_roles) {
        if (const auto holder = holderFrom(QString::fromStdString(role)))
            holders.append(*holder);
    }
    return holders;
}

QJsonArray jsonOf(const QList<Party> &newParties)
{
    QJsonArray all;
    for (const Party &party : newParties)
        all.append(
            QJsonObject{{u"party"_s, party.name}, {u"id"_s, party.id.text()}, {u"kind"_s, word(party.kind)}});
    return all;
}

}
