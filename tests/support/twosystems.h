#pragma once

#include "core/catalogue/catalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/assessing.h"
#include "core/workspace/checklist.h"
#include "core/workspace/registration.h"
#include "tests/support/workspacefixture.h"

namespace plimsoll {

/// A bank with two systems of which every kind of thing is known: answers of their own and of a platform,
/// files, a draft, a lapsed paper and a link as evidence, a reliance, an override, a limitation, an asset.
class TwoSystems
{
public:
    static inline const QDate today{2026, 11, 21};

    TwoSystems();

    [[nodiscard]] Occasion occasion() const { return {today, fixture->actor(), fixture.clock()}; }
    [[nodiscard]] std::unique_ptr<Connection> reader() const { return std::move(*fixture->reader()); }
    [[nodiscard]] Checklist checklist(const AiSystem &system) const;
    [[nodiscard]] QList<Id<AiSystem>> both() const { return {fraud.id, chatbot.id}; }

    AiSystem registered(const QString &name, const QString &preset, const QList<NamedHolder> &holders,
                        const QList<Id<Platform>> &inheritsFrom);
    void answer(const Id<Assessment> &where, const QString &item, const AnswerChange &change);
    /// Attaches a file with these bytes, or the link in `described`, to the item.
    Evidence attachTo(const Id<Assessment> &where, const QString &item, const QString &name,
                      const QByteArray &bytes, const Evidence &described);
    [[nodiscard]] Id<Assessment> assessmentOf(const AiSystem &system) const;

    WorkspaceFixture fixture;
    std::shared_ptr<const Catalogue> catalogue;
    Platform cloud;
    AiSystem fraud;
    AiSystem chatbot;

private:
    void describeFraud();
    void describeChatbot();
};

/// What is different in two readings of a checklist, for people; empty when nothing is.
QStringList differences(const Checklist &a, const Checklist &b);

}
