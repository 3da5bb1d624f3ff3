#include "app/commands/verify.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/delivery/openedpackage.h"
#include "core/delivery/workspaceverification.h"
#include "core/package/verifier.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

struct Arguments
{
    std::string place;
    std::string seal;
};

Result<Exit> verifyWorkspaceAt(const std::string &folder, const Invocation &invocation)
{
    const auto workspace = openToRead(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto verification = verifyWorkspace(**workspace, invocation.output.progress());
    if (!verification)
        return tl::unexpected(verification.error());
    invocation.output.words(inWords(*verification).join(u'\n'));
    invocation.output.json(toJson(*verification));
    return verification->holds() ? Exit::Fine : Exit::No;
}

QJsonObject json(const PackagedRecord &record)
{
    return {{u"holds"_s, record.problems.isEmpty()},
            {u"entries"_s, record.journal.head.sequence},
            {u"head"_s, record.journal.head.digest.hex()},
            {u"withheld"_s, record.journal.withheld},
            {u"rows"_s, record.rows},
            {u"problems"_s, QJsonArray::fromStringList(record.problems)}};
}

QStringList words(const PackagedRecord &record)
{
    if (!record.problems.isEmpty())
        return record.problems;
    QStringList lines{
        Text::tr("The journal in it is unbroken: %1 entries, the last has the digest %2.")
            .arg(record.journal.head.sequence)
            .arg(record.journal.head.digest.hex()),
        Text::tr("Every one of %n rows of the record is what the journal says.", nullptr, int(record.rows))};
    if (record.journal.withheld > 0)
        lines.append(
            Text::tr("%n texts of the journal were withheld; they belong to what is not in the package.",
                     nullptr, int(record.journal.withheld)));
    return lines;
}

Result<Exit> verifyPackageAt(const QString &path, std::optional<Digest> seal, const Invocation &invocation)
{
    const auto verification = verify(path, invocation.output.progress(), seal);
    if (!verification)
        return tl::unexpected(verification.error());
    auto document = toJson(*verification);
    invocation.output.words(inWords(*verification).join(u'\n'));
    bool holds = verification->isGood();
    // Fingerprints that differ already say all; the record behind them proves nothing more.
    if (holds) {
        const auto record = verifyPackagedRecord(path, invocation.output.progress());
        if (!record)
            return tl::unexpected(record.error());
        if (*record) {
            holds = (*record)->problems.isEmpty();
            invocation.output.words(words(**record).join(u'\n'));
            document.insert(u"record"_s, json(**record));
        }
    }
    invocation.output.json(document);
    return holds ? Exit::Fine : Exit::No;
}

bool isWorkspace(const QString &path)
{
    return QFileInfo::exists(path + u"/workspace.db"_s);
}

Result<Exit> verifyPlace(const Arguments &arguments, const Invocation &invocation)
{
    const QString path = QString::fromStdString(arguments.place);
    const QString seal = QString::fromStdString(arguments.seal);
    const auto expected = Digest::fromHex(seal);
    if (!seal.isEmpty() && (!expected || isWorkspace(path))) {
        invocation.output.remark(expected ? Text::tr("A workspace has no seal; only packages do.")
                                          : Text::tr("A seal has 64 hexadecimal digits."));
        return Exit::Usage;
    }
    if (isWorkspace(path) || !QFileInfo::exists(path))
        return verifyWorkspaceAt(arguments.place, invocation);
    return verifyPackageAt(path, expected, invocation);
}

}

void addVerify(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    auto &command = *commandLine.program().add_subcommand(
        "verify", "Prove a package against its list, or a workspace against its journal");
    command.add_option("PLACE", arguments->place, "The workspace or package")->required();
    command.add_option("--seal", arguments->seal, "The seal the sender gave by another channel")
        ->type_name("HEX");
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return verifyPlace(*arguments, invocation); });
}

}
