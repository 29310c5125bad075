// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/recovery.h"
#include "ui/session/actions.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace bellweave::ui {

class ExampleCard;
class ExampleFacts;

/// Where the program starts: new, open, import, recent files and the shipped examples.
/// Arrows move among the cards, Enter opens, "/" filters.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(const Actions& actions, QWidget* parent = nullptr);

    /// Reads the recent files anew.
    void refreshRecent();
    /// Offers work that an earlier session left unsaved, above the recent files.
    void setRecovered(const std::vector<RecoveryCopy>& copies);
    /// Offers the way back to a design that is open behind the page.
    void setWayBack(bool shown);
    const std::vector<ExampleCard*>& cards() const { return m_cards; }

Q_SIGNALS:
    void recentChosen(const QString& path);
    void exampleChosen(const QString& path);
    void recoveredChosen(const bellweave::RecoveryCopy& copy);
    void discardRequested(const bellweave::RecoveryCopy& copy);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeStart(const Actions& actions);
    QWidget* makeGallery();
    void layOutCards();
    void fitParts();
    void moveAmongCards(const ExampleCard& from, int key);

    QPushButton* m_back = nullptr;
    QVBoxLayout* m_recovered = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLineEdit* m_filter = nullptr;
    QWidget* m_gallery = nullptr;
    QGridLayout* m_grid = nullptr;
    ExampleFacts* m_facts = nullptr;
    QWidget* m_start = nullptr;
    int m_cardsInRow = 3;
    std::vector<ExampleCard*> m_cards;
    std::vector<ExampleCard*> m_shown;
};

} // namespace bellweave::ui
