#pragma once

#include "core/catalogue/event.h"
#include "core/catalogue/fact.h"
#include "core/catalogue/item.h"
#include "core/catalogue/phase.h"
#include "core/catalogue/preset.h"
#include "core/catalogue/principle.h"
#include "core/catalogue/provision.h"

#include <QHash>

#include <span>

namespace plimsoll {

/// A word the standard uses without defining it; organisations record their own definition.
struct UndefinedTerm
{
    QString id;
    QString note;

    friend bool operator==(const UndefinedTerm &, const UndefinedTerm &) = default;
};

/// What a catalogue says about itself and lists, in the order of the standard.
struct CatalogueContent
{
    QString id;      ///< "en-304-223"
    QString version; ///< of our wording: "1.0.0"
    QString title;
    QString edition; ///< "EN 304 223 V2.1.1 (2025-12)"
    QString publisher;
    QString source;
    QString language;
    QString licence;
    QStringList notices;
    std::vector<UndefinedTerm> undefinedTerms;
    std::vector<Phase> phases;
    std::vector<Principle> principles;
    std::vector<Fact> facts;
    std::vector<Event> events;
    std::vector<Provision> provisions;
    std::vector<Preset> presets;
    Digest digest; ///< of all of the above

    friend bool operator==(const CatalogueContent &, const CatalogueContent &) = default;
};

/// A standard as data: phases, principles, provisions, what is answered, and when it applies. Never changes
/// once read.
class Catalogue
{
public:
    explicit Catalogue(CatalogueContent content);

    [[nodiscard]] const QString &id() const { return m_content.id; }
    [[nodiscard]] const QString &version() const { return m_content.version; }
    [[nodiscard]] const QString &edition() const { return m_content.edition; }
    [[nodiscard]] const Digest &digest() const { return m_content.digest; }
    /// Everything the catalogue says, for pages and reports that show it whole.
    [[nodiscard]] const CatalogueContent &content() const { return m_content; }

    [[nodiscard]] const std::vector<Phase> &phases() const { return m_content.phases; }
    [[nodiscard]] const std::vector<Principle> &principles() const { return m_content.principles; }
    [[nodiscard]] const std::vector<Provision> &provisions() const { return m_content.provisions; }
    [[nodiscard]] const std::vector<Fact> &facts() const { return m_content.facts; }
    [[nodiscard]] const std::vector<Event> &events() const { return m_content.events; }
    [[nodiscard]] const std::vector<Preset> &presets() const { return m_content.presets; }
    [[nodiscard]] const std::vector<UndefinedTerm> &undefinedTerms() const
    {
        return m_content.undefinedTerms;
    }
    /// All that is answered, in the order of the standard; an item's ordinal is its index here.
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }

    [[nodiscard]] std::span<const Item> itemsOf(const Phase &phase) const;
    [[nodiscard]] std::span<const Item> itemsOf(const Provision &provision) const;

    /// Each null when nothing is called so.
    [[nodiscard]] const Item *item(const QString &id) const;
    [[nodiscard]] const Provision *provision(const QString &id) const;
    [[nodiscard]] const Fact *fact(QStringView id) const;
    [[nodiscard]] const Event *event(QStringView id) const;
    [[nodiscard]] const Preset *preset(QStringView id) const;
    [[nodiscard]] const Phase *phase(QStringView id) const;

    [[nodiscard]] const Provision &provisionOf(const Item &item) const;
    /// The part's own title where the item is a part.
    [[nodiscard]] const QString &titleOf(const Item &item) const;
    /// What is asked for, in our words: the part's text or the provision's summary.
    [[nodiscard]] const QString &textOf(const Item &item) const;

    friend bool operator==(const Catalogue &a, const Catalogue &b) { return a.m_content == b.m_content; }

private:
    CatalogueContent m_content;
    std::vector<Item> m_items;
    std::vector<int> m_firstItemOfProvision; ///< one more entry than provisions
    QHash<QString, int> m_itemById;
    QHash<QString, int> m_provisionById;
};

}
