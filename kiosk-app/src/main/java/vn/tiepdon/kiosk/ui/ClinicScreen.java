package vn.tiepdon.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.kiosk.flow.AskPriority;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Pages;
import vn.tiepdon.kiosk.flow.Touch;

/** Where to go today. A proven patient sees the own record in the upper third, where it costs no touch. */
final class ClinicScreen implements Screen {

    private final Pane pane = new Pane();
    private final Lettering title =
            Lettering.in(new Layout.Box(48, 140, 984, 200), Fonts.BOLD, 80, 56, Pos.CENTER_LEFT, "ink");
    private final Lettering note =
            Lettering.in(new Layout.Box(48, 352, 984, 268), Fonts.REGULAR, 48, 44, Pos.CENTER_LEFT, "soft");
    private final Lettering refusal =
            Lettering.in(new Layout.Box(48, 352, 984, 268), Fonts.SEMIBOLD, 56, 44, Pos.CENTER_LEFT, "attention-text");
    private final List<ClinicTile> tiles = new ArrayList<>();
    private final ClinicTile wide;
    private final List<ClinicTile> shown = new ArrayList<>();

    ClinicScreen(Consumer<Touch> sink) {
        wide = new ClinicTile(Layout.clinicBox(0, true), true, sink);
        for (int i = 0; i < Pages.PER_PAGE; i++) {
            tiles.add(new ClinicTile(Layout.clinicBox(i, false), false, sink));
        }
        pane.getChildren().addAll(title.node(), note.node(), refusal.node(), wide.node());
        tiles.forEach(tile -> pane.getChildren().add(tile.node()));
    }

    @Override
    public Pane pane() {
        return pane;
    }

    @Override
    public List<Answer> draw(Kiosk kiosk, Words words) {
        ChooseClinic choice = (ChooseClinic) kiosk.state();
        Identification identification = choice.visit().identification();
        String address = words.address(identification.person().address());
        title.write(choice.expected()
                .map(clinic -> words.say("clinics.expected", address, words.say(clinic.appointment())))
                .orElseGet(() -> words.say("clinics.title", address)));
        say(choice, words);
        Pages pages = choice.pages();
        int page = pages.pageOf(choice.marked());
        boolean wideHere = page == 0 && pages.wideFirst();
        shown.clear();
        for (int i = pages.firstOn(page); i < pages.endOf(page); i++) {
            int cell = i - pages.firstOn(page) + (wideHere && i > 0 ? 1 : 0);
            shown.add(wideHere && i == 0 ? wide : tiles.get(cell));
            boolean marked = kiosk.around().lowered() && i == choice.marked();
            shown.get(shown.size() - 1).show(choice.clinics().get(i), marked, words);
        }
        tiles.stream().filter(tile -> !shown.contains(tile)).forEach(ClinicTile::hide);
        if (!wideHere) {
            wide.hide();
        }
        return kiosk.around().lowered() ? lowAnswers(choice, words) : answers(choice, page, words);
    }

    /** What the n-th clinic on the page, from 1, stands for; null when there is none. */
    Touch clinic(int n, Kiosk kiosk) {
        ChooseClinic choice = (ChooseClinic) kiosk.state();
        Pages pages = choice.pages();
        int page = pages.pageOf(choice.marked());
        int index = pages.firstOn(page) + n - 1;
        return index < pages.endOf(page)
                ? new Touch.ChooseClinic(choice.clinics().get(index).code())
                : null;
    }

    private void say(ChooseClinic choice, Words words) {
        ClinicOption refused = choice.refused();
        if (refused != null) {
            boolean full = refused.state() == ClinicOption.State.FULL;
            note.clear();
            refusal.write(words.say(full ? FaultCode.CLINIC_FULL : FaultCode.CLINIC_CLOSED));
            return;
        }
        refusal.clear();
        if (!choice.visit().declared().isEmpty()) {
            PriorityClaim said = choice.visit().declared().iterator().next();
            note.write(words.say("clinics.declared", words.say("priority." + said)));
            return;
        }
        note.write(
                choice.visit().identification() instanceof Identification.Proven proven
                        ? Records.summary(proven.history(), choice.visit().past(words.facility()), words)
                        : words.say("clinics.claimed"));
    }

    private static List<Answer> answers(ChooseClinic choice, int page, Words words) {
        List<Answer> answers = new ArrayList<>();
        int pages = choice.pages().count();
        if (pages > 1 && page > 0) {
            answers.add(Answer.other(words.say("clinics.back"), new Touch.TurnPage(-1)));
        }
        // One row has room for three.
        if (choice.visit().proven() && page == 0) {
            answers.add(Answer.other(words.say("clinics.history"), new Touch.ShowHistory()));
        }
        if (AskPriority.concerns(choice.visit())) {
            answers.add(Answer.other(words.say("clinics.priority"), new Touch.AskPriority()));
        }
        if (pages > 1) {
            answers.add(Answer.other(words.say("clinics.more", page + 1, pages), new Touch.TurnPage(1)));
        }
        return answers;
    }

    private static List<Answer> lowAnswers(ChooseClinic choice, Words words) {
        ClinicOption marked = choice.clinics().get(choice.marked());
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.other(words.say("clinics.previous"), new Touch.MoveMark(-1)));
        if (AskPriority.concerns(choice.visit())) {
            answers.add(Answer.key(
                    words.say("clinics.priority.low"), words.say("clinics.priority"), new Touch.AskPriority()));
        }
        answers.add(Answer.main(
                words.say("clinics.take", words.say(marked.name())), new Touch.ChooseClinic(marked.code())));
        answers.add(Answer.other(words.say("clinics.next"), new Touch.MoveMark(1)));
        return answers;
    }

    @Override
    public void clear() {
        title.clear();
        note.clear();
        refusal.clear();
        wide.hide();
        tiles.forEach(ClinicTile::hide);
        shown.clear();
    }
}
