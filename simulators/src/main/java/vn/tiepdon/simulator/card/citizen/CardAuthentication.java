package vn.tiepdon.simulator.card.citizen;

import java.util.Optional;
import java.util.Set;

/** The commands by which reader and chip prove themselves to each other; some of them agree on new keys. */
final class CardAuthentication {

    static final int MANAGE_ENVIRONMENT = 0x22;
    static final int EXTERNAL_AUTHENTICATE = 0x82;
    static final int GET_CHALLENGE = 0x84;
    static final int GENERAL_AUTHENTICATE = 0x86;
    static final int INTERNAL_AUTHENTICATE = 0x88;

    private static final int CHALLENGE = 8;

    private final Set<Quirk> quirks;
    private final ActiveKey activeKey;
    private final BasicAccess basicAccess;
    private final Optional<Pace> pace;
    private final Optional<ChipAuthentication> chipAuthentication;
    private final WrongPasswords wrongPasswords;
    private final Workload workload;

    private Optional<SecureChannel> agreed = Optional.empty();

    CardAuthentication(Set<Quirk> quirks, ChipKeys keys, AccessSecrets secrets, Randoms randoms, Workload workload) {
        CardProfile profile = new CardProfile(quirks);
        this.quirks = quirks;
        this.activeKey = keys.signature();
        this.workload = workload;
        this.wrongPasswords = new WrongPasswords(quirks, workload);
        this.basicAccess = new BasicAccess(secrets.accessSeed(), randoms);
        this.pace = profile.pace().map(suite -> new Pace(suite, secrets.pacePasswords(), randoms, workload));
        this.chipAuthentication =
                profile.chipAuthentication().map(cipher -> new ChipAuthentication(cipher, keys.agreement(), workload));
    }

    /** @return the channel that the last command agreed on, once */
    Optional<SecureChannel> takeAgreed() {
        Optional<SecureChannel> taken = agreed;
        agreed = Optional.empty();
        return taken;
    }

    void sessionEnded() {
        agreed = Optional.empty();
        chipAuthentication.ifPresent(ChipAuthentication::forget);
    }

    void reset() {
        sessionEnded();
        basicAccess.forget();
        pace.ifPresent(Pace::forget);
        wrongPasswords.forget();
    }

    CardAnswer challenge(boolean inApplication) {
        if (!inApplication || quirks.contains(Quirk.NO_BAC) || wrongPasswords.suspended()) {
            return CardAnswer.of(CardAnswer.CONDITIONS_NOT_SATISFIED);
        }
        wrongPasswords.delay();
        return CardAnswer.ok(basicAccess.challenge());
    }

    CardAnswer external(byte[] data) {
        Optional<BasicAccess.Opened> opened = basicAccess.authenticate(data);
        if (opened.isEmpty()) {
            return wrongPasswords.answer();
        }
        agreed = opened.map(BasicAccess.Opened::channel);
        return CardAnswer.ok(opened.get().answer());
    }

    /** @param granted whether the reader has shown a key */
    CardAnswer manageEnvironment(CardCommand command, boolean granted) {
        return switch (command.p1p2()) {
            case 0xC1A4 -> choosePassword(command.data());
            case 0x41A4 ->
                chipAuthentication
                        .filter(chip -> granted)
                        .map(chip -> chip.choose(command.data()))
                        .orElse(CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED));
            case 0x41A6 -> granted ? agreeAtOnce(command.data()) : CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED);
            default -> CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
        };
    }

    private CardAnswer choosePassword(byte[] data) {
        if (wrongPasswords.suspended() || pace.isEmpty()) {
            return CardAnswer.of(CardAnswer.CONDITIONS_NOT_SATISFIED);
        }
        wrongPasswords.delay();
        return pace.get().setTemplate(data);
    }

    private CardAnswer agreeAtOnce(byte[] data) {
        agreed = chipAuthentication.flatMap(chip -> chip.keyAgreementTemplate(data));
        return CardAnswer.of(agreed.isPresent() ? CardAnswer.OK : CardAnswer.WRONG_DATA);
    }

    CardAnswer general(CardCommand command) {
        if (chipAuthentication.isPresent() && chipAuthentication.get().isChosen()) {
            agreed = chipAuthentication.get().authenticate(command.data());
            return agreed.isPresent() ? CardAnswer.ok(Tlv.of(0x7C)) : CardAnswer.of(CardAnswer.WRONG_DATA);
        }
        if (pace.isEmpty()) {
            return CardAnswer.of(CardAnswer.CONDITIONS_NOT_SATISFIED);
        }
        Pace.Step step = pace.get().authenticate(command.data(), !command.isChained());
        agreed = step.channel();
        return step.answer().status() == CardAnswer.AUTHENTICATION_FAILED ? wrongPasswords.answer() : step.answer();
    }

    /** @param granted whether the reader has shown a key */
    CardAnswer internal(byte[] challenge, boolean granted) {
        if (!granted) {
            return CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED);
        }
        if (quirks.contains(Quirk.NO_ACTIVE_AUTHENTICATION)) {
            return CardAnswer.of(CardAnswer.UNKNOWN_COMMAND);
        }
        if (challenge.length != CHALLENGE) {
            return CardAnswer.of(CardAnswer.WRONG_LENGTH);
        }
        workload.step();
        return CardAnswer.ok(activeKey.sign(challenge));
    }
}
