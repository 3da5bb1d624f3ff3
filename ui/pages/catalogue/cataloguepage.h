#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"
#include "ui/pages/page.h"

#include <memory>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace plimsoll {

class Chip;
class Jobs;
class PlainLabel;
class ReadingText;

/// What does the standard ask for? Phases, principles and provisions as a tree, and one provision with all
/// that is known of it. The target is a provision's designator.
class CataloguePage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("catalogue");

    explicit CataloguePage(Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;

private:
    struct Shelf
    {
        std::shared_ptr<const Catalogue> catalogue;
        std::vector<MappingSet> mappings;
    };

    QWidget *buildTree();
    QWidget *buildCard();
    void read();
    void fillTree();
    void filter(const QString &typed);
    void choose(const QString &wanted);
    void showChosen(QTreeWidgetItem *item);

    Jobs &m_jobs;
    Shelf m_shelf;
    QString m_wanted;
    QLineEdit *m_words = nullptr;
    QTreeWidget *m_tree = nullptr;
    PlainLabel *m_heading = nullptr;
    Chip *m_verb = nullptr;
    ReadingText *m_facts = nullptr;
};

}
