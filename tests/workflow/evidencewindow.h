#pragma once

#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidenceuse.h"
#include "core/workspace/assessing.h"
#include "core/workspace/attaching.h"
#include "core/workspace/checklist.h"
#include "core/workspace/registration.h"
#include "tests/support/files.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace plimsoll {

using namespace Qt::StringLiterals;

/// The real window on a workspace with one system, and short ways to what the page Evidence shows.
class EvidenceWindow
{
public:
    EvidenceWindow() { shown.setWorkspace(record.workspace()); }

    AiSystem registered()
    {
        const Occasion occasion{record->today(), record->actor(), record.clock()};
        Registration registration;
        registration.system.name = u"Fraud <i>scoring</i>"_s;
        registration.preset = catalogue->presets().front().id;
        const auto connection = record->reader();
        record.commit(*planRegistration(**connection, *catalogue, registration, occasion));
        return record.all<AiSystem>().first();
    }

    /// An item whose condition the system does not meet, and why.
    std::pair<QString, QString> somethingNotApplicable()
    {
        const auto checklist = *readChecklist(**record->reader(), catalogue, system.id, record->today());
        for (const ChecklistLine &line : checklist.lines) {
            if (line.applicability.state == Applicability::State::ConditionNotMet)
                return {checklist.item(line).id, checklist.reason(line)};
        }
        qFatal("Everything applies");
    }

    Evidence attachedFile(const QString &file, const QStringList &items, const Evidence &described)
    {
        const auto connection = record->reader();
        const auto assessment = currentAssessment(**connection, system.id);
        QList<ItemOfAssessment> serves;
        for (const QString &item : items)
            serves.append({(**assessment).id, item});
        const auto done = attach(record.workspace(), {{file, described, serves}});
        if (!done || done->evidence.isEmpty())
            qFatal("%s could not be attached", qPrintable(file));
        return done->evidence.first();
    }

    /// A text file with these bytes; without a title of its own it is called file-1.txt, file-2.txt, ...
    Evidence attached(const QByteArray &bytes, const QStringList &items, const Evidence &described)
    {
        const auto count = record.all<Evidence>().size() + 1;
        return attachedFile(test::writeFile(record.path(u"file-%1.txt"_s.arg(count)), bytes), items,
                            described);
    }

    void open() { window.go({EvidencePage::key, {}}); }
    void open(const Evidence &evidence)
    {
        window.go(EvidencePage::placeOf(evidence.id));
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 1);
    }
    void openTab(const QString &key) { field<TabRow>(u"evidenceTabs"_s)->setCurrentKey(key); }

    [[nodiscard]] TableView *table() const { return window.findChild<TableView *>(u"evidence"_s); }
    template <class Widget>
    [[nodiscard]] Widget *field(const QString &name) const
    {
        return window.currentPage()->findChild<Widget *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return field<QPushButton>(name); }

    /// What the table says of a piece in the column under that header, and in its tooltip.
    [[nodiscard]] QString cell(const QString &title, const QString &header) const
    {
        return cellData(title, header, Qt::DisplayRole);
    }
    [[nodiscard]] QString toolTip(const QString &title, const QString &header) const
    {
        return cellData(title, header, Qt::ToolTipRole);
    }
    [[nodiscard]] QString cellData(const QString &title, const QString &header, int role) const
    {
        const QAbstractItemModel &model = *table()->model();
        int column = 0;
        while (column < model.columnCount() && model.headerData(column, Qt::Horizontal).toString() != header)
            ++column;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == title)
                return model.index(row, column).data(role).toString();
        }
        return u"no such piece"_s;
    }

    /// Ticks the first thing whose text begins so.
    void tick(const QString &list, const QString &text)
    {
        auto *view = field<QListView>(list + u"/list"_s);
        const auto find = [&] {
            return view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, text, 1,
                                        Qt::MatchStartsWith);
        };
        QTRY_COMPARE(find().size(), 1);
        view->setCurrentIndex(find().first());
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Space);
    }

    void chooseKind(EvidenceKind kind)
    {
        auto *box = field<ChoiceField>(u"intake/kind"_s);
        box->setKey(QString(word(kind)));
        Q_EMIT box->keyChosen(box->key());
    }

    void drop(const QStringList &paths) { QVERIFY(WindowFixture::drop(*window.currentPage(), paths)); }

    WorkspaceFixture record;
    std::shared_ptr<const Catalogue> catalogue = *shippedCatalogue();
    AiSystem system = registered();
    WindowFixture shown;
    Theme &theme = shown.theme();
    Jobs &jobs = shown.jobs();
    MainWindow &window = shown.window();
};

}
