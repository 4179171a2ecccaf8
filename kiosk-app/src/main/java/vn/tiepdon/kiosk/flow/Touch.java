package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.PriorityClaim;

/** What a finger, or a key, asks for. */
public sealed interface Touch {

    record Back() implements Touch {}

    /** Decides nothing, and is rightly tapped many times in a row. */
    sealed interface Browsing extends Touch {}

    record ChangeLanguage() implements Browsing {}

    record Listen() implements Browsing {}

    /** Everything that is touched moves into the lowest fifth, for someone in a wheelchair; again moves it back. */
    record Lower() implements Browsing {}

    record Help() implements Touch {}

    /** Nothing was hit, but somebody is there. */
    record Elsewhere() implements Touch {}

    record TypeNumber() implements Touch {}

    /** @param value 0 to 9 */
    record Digit(int value) implements Touch {}

    record Erase() implements Touch {}

    record NumberDone() implements Touch {}

    /** "Đúng, là tôi". */
    record ItIsMe() implements Touch {}

    /** "Không phải tôi". */
    record NotMe() implements Touch {}

    /** "Tôi đồng ý": the chip may be read. */
    record Agree() implements Touch {}

    /** Goes on without the chip. */
    record WithoutChip() implements Touch {}

    /** Nothing can be scanned: the digits on the card are typed. */
    record TypeCardDigits() implements Touch {}

    /** Of the insurance card that was newly issued. */
    record NewCard(boolean used) implements Touch {}

    /** "Tôi thuộc diện ưu tiên". */
    record AskPriority() implements Touch {}

    record Declare(PriorityClaim claim) implements Touch {}

    /** "Không, tôi không thuộc diện này". */
    record DeclareNothing() implements Touch {}

    record ChooseClinic(String code) implements Touch {}

    /** @param by pages, negative towards the front */
    record TurnPage(int by) implements Browsing {}

    /** Moves the mark to another clinic, for those who choose from the lowest fifth. */
    record MoveMark(int by) implements Browsing {}

    record ShowHistory() implements Touch {}

    record ShowClinics() implements Touch {}

    record NextTicket() implements Browsing {}

    record PrintAgain() implements Touch {}

    record Done() implements Touch {}

    /** Takes the way out that a trouble offers. */
    record GoOn() implements Touch {}
}
