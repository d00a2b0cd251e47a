package io.huizong.system.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Someone without a mouse. A step is to go to a control and use it; it is gone to with the Tab key or a shortcut that the
 * page tells.
 */
final class Keyboard {

    /** As often as this someone presses Tab before giving up: a page longer than that is no use. */
    private static final int TIMEOUT = 150;

    private final Page page;
    private int steps;

    Keyboard(Page page) {
        this.page = page;
    }

    /** How many steps were needed so far. */
    int steps() {
        return steps;
    }

    /** Finds by name, code or submission, and takes the first proposal, which is to contain that text. */
    void find(String typed, String proposal) {
        steps++;
        page.keyboard().press("Control+K");
        page.keyboard().insertText(typed);
        page.locator("#search-input-0", new Page.LocatorOptions().setHasText(proposal))
                .waitFor();
        page.keyboard().press("Enter");
    }

    /** Goes to a choice and moves to the option with that text. */
    void choose(String choice, String option) {
        steps++;
        Locator control = page.locator(choice);
        tabTo(control);
        int wanted = ((Number) control.evaluate(
                        "(list, text) => [...list.options].findIndex(option => option.text.startsWith(text))", option))
                .intValue();
        int there = ((Number) control.evaluate("list => list.selectedIndex")).intValue();
        for (int move = 0; move < Math.abs(wanted - there); move++) {
            page.keyboard().press(wanted > there ? "ArrowDown" : "ArrowUp");
        }
    }

    /** Goes to a link or button and presses it. */
    void press(Locator control) {
        steps++;
        tabTo(control);
        page.keyboard().press("Enter");
    }

    private void tabTo(Locator control) {
        control.waitFor();
        for (int pressed = 0; !isFocused(control); pressed++) {
            if (pressed == TIMEOUT) {
                throw new AssertionError("%s cannot be reached by Tab".formatted(control));
            }
            page.keyboard().press("Tab");
        }
    }

    private static boolean isFocused(Locator control) {
        return (Boolean) control.evaluate("node => node === document.activeElement");
    }
}
