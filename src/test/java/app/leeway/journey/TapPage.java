package app.leeway.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** The tablet page as fingers use it; counts the taps. */
final class TapPage {
    /**
     * The service worker has taken the page over: what is routed by a test while it does so passes
     * the route by.
     */
    private static final String WORKS_OFFLINE =
            "() => navigator.serviceWorker.ready.then(() => new Promise(done =>"
                    + " navigator.serviceWorker.controller ? done(true) :"
                    + " navigator.serviceWorker.addEventListener('controllerchange', () =>"
                    + " done(true))))";

    /** A keyboard comes up on a tablet as soon as something that takes text has the focus. */
    private static final String KEYBOARD =
            "() => document.activeElement.matches('input:not([type=radio], [type=checkbox])')";

    private final Page page;
    private int taps;
    private boolean keyboardSeen;

    TapPage(Page page) {
        this.page = page;
    }

    /** Waits until the tiles are there and the page would open without network. */
    TapPage ready() {
        page.locator(".tile").first().waitFor();
        page.evaluate(WORKS_OFFLINE);
        return this;
    }

    /** The same, and it is this person's page: the one of somebody before them goes first. */
    TapPage readyFor(String name) {
        page.locator("#who b").filter(new Locator.FilterOptions().setHasText(name)).waitFor();
        return ready();
    }

    TapPage kind(String code) {
        return tap("#tile-" + code);
    }

    TapPage minutes(int chip) {
        return tap(".minutes .chip:has([value='" + chip + "'])");
    }

    TapPage oneMinuteMore() {
        return tap(".minutes .stepper button:last-child");
    }

    TapPage kilometres(int chip) {
        return tap(".km .chip:has([value='" + chip + "'])");
    }

    TapPage amount(int kronor) {
        return tap(".amount .chip:has([value='" + kronor * 100 + "'])");
    }

    /** "No one", or "not known" where a customer is wanted. */
    TapPage nobody() {
        return tap(".customer .chip:has([value=''])");
    }

    TapPage minutesAgo(int chip) {
        return fold(0).tap(".when .chip:has([value='" + chip + "'])");
    }

    TapPage bending(String clause) {
        return fold(1).tap(".bends .chip:has([value='" + clause + "'])");
    }

    private TapPage fold(int index) {
        return tap("summary >> nth=" + index);
    }

    /** Logs it as done. */
    TapPage log() {
        return tap("#log");
    }

    /** The other way out of a STOP or ASK: it is asked, or the no is noted. */
    TapPage ask() {
        return tap("#ask");
    }

    /** Not within the first second, when a tap is taken for the second one of a double tap. */
    TapPage undo() {
        page.waitForCondition(
                () -> page.locator("#undo").textContent().matches(".*\\([12]?\\d\\)"));
        return tap("#undo");
    }

    TapPage tap(String selector) {
        page.locator(selector).click();
        taps++;
        keyboardSeen |= (boolean) page.evaluate(KEYBOARD);
        return this;
    }

    /** What the answer says, in large letters. */
    Locator verdict() {
        return page.locator("#answer-words b");
    }

    /** All that the answer says. */
    String answer() {
        return page.locator("#answer-words").innerText();
    }

    /** Waits for the answer to be of this colour: GO, GO_AND_TELL, ASK, STOP. */
    TapPage awaitTone(String outcome) {
        page.locator("#answer[data-tone=" + outcome + "]").waitFor();
        return this;
    }

    /** Waits for the answer's mark: saved, received, look. */
    TapPage awaitMark(String mark) {
        page.locator("#answer-words [data-mark=" + mark + "]").waitFor();
        return this;
    }

    /** Waits until so many rows of "my shift" carry the mark. */
    TapPage awaitRows(int many, String mark) {
        page.waitForCondition(() -> rows(mark) == many);
        return this;
    }

    int rows(String mark) {
        return page.locator(".row [data-mark=" + mark + "]").count();
    }

    /** Id of the entry that the answer is about: the one logged last, wherever it is listed. */
    String logged() {
        return page.locator("#answer").getAttribute("data-entry");
    }

    /** Ids of the gestures in "my shift", by when they happen: what is planned comes first. */
    @SuppressWarnings("unchecked")
    List<String> ids() {
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('.row')].map(r => r.dataset.id)");
    }

    /** Ids of those that lie on this tablet only. */
    List<String> unsentIds() {
        Locator rows = page.locator(".row:has([data-mark=saved])");
        return rows.all().stream().map(row -> row.getAttribute("data-id")).toList();
    }

    /** What is left for me, as the head of the page says it: digits only. */
    int left() {
        String said = page.locator(".figure b").first().textContent();
        return Integer.parseInt(said.replaceAll("\\D", ""));
    }

    TapPage awaitLeft(int kronor) {
        page.waitForCondition(() -> left() == kronor);
        return this;
    }

    TapPage notice(String name) {
        page.locator("[data-notice=" + name + "]").waitFor();
        return this;
    }

    boolean isWaitingShown() {
        return page.locator("#waits").isVisible();
    }

    TapPage signOut() {
        page.locator("#settings").click();
        page.locator("#sign-out").click();
        page.locator("#sign-in")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return this;
    }

    int taps() {
        return taps;
    }

    boolean isKeyboardSeen() {
        return keyboardSeen;
    }
}
