#include "core/sample/largeworkspace.h"

#include "core/assessment/response.h"
#include "core/base/newfolder.h"
#include "core/catalogue/applicability.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/occasionof.h"
#include "core/workspace/registration.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LargeWorkspace)
};

/// Invents systems and answers, the same ones each time.
class Invention
{
public:
    Invention(const Catalogue &catalogue, double answered, QDate today)
        : m_catalogue(catalogue)
        , m_answered(answered)
        , m_today(today)
    {
        for (const auto &preset : catalogue.presets())
            m_applicable.push_back(
                applicabilityOf(catalogue, circumstancesOf(preset, catalogue, u"Nordbank"_s, today)));
    }

    [[nodiscard]] Registration registration(int index)
    {
        static const std::array uses{u"Fraud"_s,  u"Support"_s,  u"Credit"_s,  u"Claims"_s,
                                     u"Market"_s, u"Document"_s, u"Payment"_s, u"Branch"_s};
        static const std::array kinds{u"scoring"_s, u"assistant"_s, u"forecast"_s, u"search"_s, u"routing"_s};
        Registration registration;
        registration.preset = presetOf(index).id;
        auto &system = registration.system;
        system.number = u"AI-%1"_s.arg(index + 1, 5, 10, QLatin1Char('0'));
        system.name = u"%1 %2 %3"_s.arg(uses[below(uses.size())], kinds[below(kinds.size())]).arg(index + 1);
        system.version = u"%1.%2"_s.arg(1 + below(4)).arg(below(10));
        system.purpose = Text::tr("Invented, to measure how the program does with many systems.");
        system.generative = presetOf(index).generative;
        system.exposure = Exposure(1 + below(4));
        system.criticality = Criticality(1 + below(4));
        system.phase = LifecyclePhase(below(4));
        system.approvalStatus = ApprovalStatus::Approved;
        system.plannedRelease = m_today.addDays(qint64(below(400)));
        return registration;
    }

    void answer(int index, const Id<Assessment> &assessment, const Id<Person> &owner, ChangeSet &changes)
    {
        const auto &applicable = m_applicable[size_t(index) % m_applicable.size()];
        for (const auto &item : m_catalogue.items()) {
            if (applicable[size_t(item.ordinal)].state != Applicability::State::Applies ||
                double(below(10000)) >= m_answered * 10000)
                continue;
            Response response;
            response.id = responseId(assessment, item.id);
            response.assessment = assessment;
            response.item = item.id;
            const auto chance = below(100);
            response.answer = chance < 70 ? Answer::Met : chance < 88 ? Answer::PartlyMet : Answer::NotMet;
            if (response.answer != Answer::Met) {
                response.rationale = Text::tr("Partly in place; the rest is planned and has an owner.");
                response.owner = owner;
                response.due = m_today.addDays(qint64(below(300)) - 60);
            }
            changes.create(response);
        }
    }

private:
    [[nodiscard]] const Preset &presetOf(int index) const
    {
        return m_catalogue.presets()[size_t(index) % m_catalogue.presets().size()];
    }
    size_t below(size_t bound) { return m_numbers() % bound; }

    const Catalogue &m_catalogue;
    double m_answered;
    QDate m_today;
    std::vector<std::vector<Applicability>> m_applicable; ///< by preset
    std::mt19937 m_numbers{1};
};

Id<Assessment> assessmentIn(const ChangeSet &changes)
{
    for (const auto &edit : changes.edits) {
        if (edit.table == Described<Assessment>::table)
            return Id<Assessment>::fromText(edit.id);
    }
    return {};
}

/// Commits when enough has come together; the next batch is prepared while the one before is being written.
class Batches
{
public:
    explicit Batches(Workspace &workspace)
        : m_workspace(workspace)
        , m_group(QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
    }

    Done add(const QList<Edit> &edits)
    {
        if (!m_batch.isEmpty() && m_batch.size() + edits.size() > mostEditsAtOnce) {
            if (auto sent = send(); !sent)
                return sent;
        }
        m_batch += edits;
        return {};
    }

    Done finish()
    {
        if (auto sent = send(); !sent)
            return sent;
        return written();
    }

private:
    Done send()
    {
        if (auto done = written(); !done)
            return done;
        ChangeSet changes(Text::tr("Register invented systems"));
        changes.group = m_group;
        changes.edits = std::exchange(m_batch, {});
        if (!changes.isEmpty())
            m_written = m_workspace.commit(changes);
        return {};
    }

    Done written()
    {
        if (!m_written)
            return {};
        auto future = *std::exchange(m_written, std::nullopt);
        future.waitForFinished();
        // Who makes it has no event loop: what was announced of every batch would wait in memory until the
        // end.
        QCoreApplication::sendPostedEvents(&m_workspace, QEvent::MetaCall);
        if (const auto committed = future.result(); !committed)
            return tl::unexpected(committed.error());
        return {};
    }

    Workspace &m_workspace;
    QString m_group;
    QList<Edit> m_batch;
    std::optional<QFuture<Result<Committed>>> m_written;
};

Done fill(Workspace &workspace, const LargeWorkspace &wanted, const Progress &progress)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const Occasion occasion = occasionOf(workspace);
    Invention invention(**catalogue, wanted.answered, occasion.today);
    Batches batches(workspace);
    auto registrar = Registrar::begin(**reader, **catalogue, occasion);
    if (!registrar)
        return tl::unexpected(registrar.error());
    for (int index = 0; index < wanted.systems; ++index) {
        if (!progress(index, wanted.systems, Text::tr("Inventing systems")))
            return refuse(ErrorCode::Cancelled, Text::tr("The large workspace was not made."));
        ChangeSet changes;
        const auto registered = registrar->add(invention.registration(index), changes);
        if (!registered)
            return tl::unexpected(registered.error());
        invention.answer(index, assessmentIn(changes), occasion.actor, changes);
        if (auto added = batches.add(changes.edits); !added)
            return added;
    }
    return batches.finish();
}

}

Done makeLargeWorkspace(const QString &folder, const LargeWorkspace &wanted, const Clock &clock,
                        const Progress &progress)
{
    if (wanted.systems < 1 || !(wanted.answered >= 0 && wanted.answered <= 1))
        return refuse(
            ErrorCode::Invalid,
            Text::tr(
                "A large workspace needs one system or more, and a part between 0 and 1 that is answered."));
    auto made = NewFolder::make(folder);
    if (!made)
        return tl::unexpected(made.error());
    const auto workspace = Workspace::create(folder,
                                             {.organisation = u"Nordbank"_s,
                                              .timeZone = u"UTC"_s,
                                              .personName = u"Inês Carvalho"_s,
                                              .personAddress = u"ines.carvalho@nordbank.example"_s,
                                              .personFunction = u"Security"_s,
                                              .sample = true},
                                             clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    if (auto filled = fill(**workspace, wanted, progress); !filled)
        return filled;
    made->keep();
    return {};
}

}
