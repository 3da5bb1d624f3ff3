#pragma once

#include "core/workspace/platforms.h"
#include "ui/pages/system/readingtab.h"
#include "ui/pages/system/recordform.h"

class QPushButton;

namespace plimsoll {

class Panel;
class PlainLabel;
class PlatformForm;

/// The system's current assessment: what it covers, who makes it, and its end; the ones before; and whose
/// common answers the system takes over.
class AssessmentTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit AssessmentTab(const TabContext &context, QWidget *parent = nullptr);

protected:
    void showReading() override;

private:
    void addCurrent();
    void addEnd(Panel &panel);
    void addEarlier();
    void addCommon();
    [[nodiscard]] QList<Choice> assessorsToChoose() const;
    void showEarlier();
    QWidget *earlierLine(const Assessment &assessment);
    void showPlatforms();
    void addPlatform(const Platform &platform);

    void start();
    void closeForGood();
    void inherit(const Platform &platform, TakingOver takingOver);
    void makePlatform(const Platform &asked);

    RecordForm<Assessment> m_form;
    PlainLabel *m_basis = nullptr;
    QWidget *m_fields = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_close = nullptr;
    QWidget *m_confirm = nullptr;
    PlainLabel *m_unanswered = nullptr;
    PlainLabel *m_periodEnd = nullptr; ///< of a period that the closing ends; hidden for another
    PlainLabel *m_uncovered = nullptr; ///< of items with days that no evidence covers; hidden for none
    Panel *m_earlier = nullptr;
    QVBoxLayout *m_earlierLines = nullptr;
    QList<Assessment> m_shownEarlier;
    PlainLabel *m_noPlatform = nullptr;
    QVBoxLayout *m_platforms = nullptr;
    QList<Platform> m_shownPlatforms;
    QList<QCheckBox *> m_inherits; ///< by index of those platforms
    PlatformForm *m_newPlatform = nullptr;
};

}
