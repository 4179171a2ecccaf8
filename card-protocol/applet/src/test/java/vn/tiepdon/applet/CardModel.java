package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a card must hold. */
record CardModel(int state, byte[] emergency, byte[] medication, List<byte[]> visits, int revision, int[] generations) {

    private static final int ROOM = 24;

    static CardModel personalised() {
        return new CardModel(
                CardFace.PERSONALISED, Issued.EMERGENCY, Issued.MEDICATION, List.of(Issued.VISIT), 1, new int[] {
                    0, 1, 1, 1
                });
    }

    CardModel in(int next) {
        return new CardModel(next, emergency, medication, visits, revision, generations);
    }

    CardModel withKeys(int role, int generation) {
        int[] next = generations.clone();
        next[role] = generation;
        return new CardModel(state, emergency, medication, visits, revision, next);
    }

    /** Null leaves a record as it is. */
    CardModel committed(byte[] newEmergency, byte[] newMedication, byte[] visit) {
        List<byte[]> told = new ArrayList<>(visits);
        if (visit != null) {
            told.add(0, visit);
        }
        return new CardModel(
                state,
                newEmergency == null ? emergency : newEmergency,
                newMedication == null ? medication : newMedication,
                List.copyOf(told.subList(0, Math.min(ROOM, told.size()))),
                revision + 1,
                generations);
    }

    Keys keys(int role) {
        return Keys.of(role << 4 | generations[role]);
    }

    boolean is(CardFace face) {
        if (state == CardFace.ENDED) {
            return face.state() == CardFace.ENDED;
        }
        return face.state() == state
                && face.identity() == Issued.IDENTITY.length
                && face.emergency() == emergency.length
                && face.medication() == medication.length
                && face.visits() == visits.size()
                && face.revision() == revision
                && face.keyVersions()[0] == keys(1).version()
                && face.keyVersions()[1] == keys(2).version()
                && face.keyVersions()[2] == keys(3).version();
    }

    @Override
    public String toString() {
        return "state %02X, revision %d, %d visits, keys %s"
                .formatted(state, revision, visits.size(), Arrays.toString(generations));
    }

    /** Looks at everything that the card shows to anybody. */
    void check(SimulatedCard card) {
        CardFace face = CardFace.of(card);
        assertThat(is(face)).as("%s of %s", face, this).isTrue();
        if (state == CardFace.ENDED) {
            assertThat(face.identity() + face.emergency() + face.medication() + face.visits() + face.revision())
                    .isZero();
            assertThat(face.keyVersions()).containsOnly(0);
            for (int role = 1; role <= 3; role++) {
                assertThat(card.find(keys(role).enc())).isFalse();
            }
            return;
        }
        assertThat(card.send(Terminal.command(0x00, 0x88, 0, 0, new byte[32])).status())
                .isEqualTo(Answer.OK);
        for (int role = 1; role <= 3; role++) {
            Terminal terminal = Terminal.open(card, keys(role));
            assertThat(terminal.read(1, Issued.IDENTITY.length)).isEqualTo(Issued.IDENTITY);
            if (state != CardFace.BLOCKED && role == 1) {
                checkRecords(terminal);
            }
        }
    }

    private void checkRecords(Terminal terminal) {
        assertThat(terminal.read(2, emergency.length)).isEqualTo(emergency);
        assertThat(terminal.read(3, medication.length)).isEqualTo(medication);
        for (int i = 0; i < visits.size(); i++) {
            assertThat(terminal.visit(i + 1).require()).isEqualTo(visits.get(i));
        }
    }
}
