package vn.tiepdon.simulator.card.citizen;

import java.util.Optional;
import java.util.Set;

/** One command after the other: what the card knows, who may ask it, and under which protection. */
final class CardSession {

    private static final int MANAGE_ENVIRONMENT = 0x22;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int GET_CHALLENGE = 0x84;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;
    private static final int READ_BINARY_ODD = 0xB1;
    private static final int MASTER_FILE = 0x3F00;

    private final Set<Quirk> quirks;
    private final CardProfile profile;
    private final CardFiles files;
    private final ActiveKey activeKey;
    private final BasicAccess basicAccess;
    private final Optional<Pace> pace;
    private final Optional<ChipAuthentication> chipAuthentication;
    private final WrongPasswords wrongPasswords;
    private final Workload workload;

    private Optional<SecureChannel> channel = Optional.empty();
    private Optional<SecureChannel> nextChannel = Optional.empty();

    CardSession(
            Set<Quirk> quirks,
            CardFiles files,
            ChipKeys keys,
            AccessSecrets secrets,
            Randoms randoms,
            Workload workload) {
        this.quirks = quirks;
        this.profile = new CardProfile(quirks);
        this.files = files;
        this.activeKey = keys.signature();
        this.workload = workload;
        this.wrongPasswords = new WrongPasswords(quirks, workload);
        this.basicAccess = new BasicAccess(secrets.accessSeed(), randoms);
        this.pace = profile.pace().map(suite -> new Pace(suite, secrets.pacePasswords(), randoms, workload));
        this.chipAuthentication =
                profile.chipAuthentication().map(cipher -> new ChipAuthentication(cipher, keys.agreement(), workload));
    }

    void reset() {
        endSession();
        files.reset();
        wrongPasswords.forget();
    }

    CardAnswer answer(CardCommand command) {
        return command.isProtected() ? protectedAnswer(command) : plainAnswer(command);
    }

    /** An unprotected command ends the protected session (ICAO Doc 9303 part 11, 9.8.3). */
    private CardAnswer plainAnswer(CardCommand command) {
        endSession();
        CardAnswer answer = run(command);
        switchChannel();
        return answer;
    }

    private CardAnswer protectedAnswer(CardCommand command) {
        if (channel.isEmpty()) {
            return CardAnswer.of(CardAnswer.PROTECTION_WRONG);
        }
        SecureChannel protecting = channel.get();
        try {
            CardAnswer answer = run(protecting.open(command));
            CardAnswer wrapped = protecting.protect(answer, command.ins() % 2 == 1);
            switchChannel();
            return wrapped;
        } catch (ChannelBrokenException e) {
            endSession();
            return CardAnswer.of(e.status());
        }
    }

    private void endSession() {
        channel = Optional.empty();
        nextChannel = Optional.empty();
        files.sessionEnded();
    }

    /** New keys protect what comes after the answer that agreed on them. */
    private void switchChannel() {
        if (nextChannel.isPresent()) {
            channel = nextChannel;
            nextChannel = Optional.empty();
        }
    }

    private CardAnswer run(CardCommand command) {
        try {
            return switch (command.ins()) {
                case SELECT -> select(command);
                case READ_BINARY -> files.read(command, granted(), profile.longestRead(command, channel));
                case READ_BINARY_ODD -> files.readOdd(command, granted(), profile.longestRead(command, channel));
                case GET_CHALLENGE -> challenge();
                case EXTERNAL_AUTHENTICATE -> externalAuthenticate(command.data());
                case MANAGE_ENVIRONMENT -> manageEnvironment(command);
                case GENERAL_AUTHENTICATE -> generalAuthenticate(command);
                case INTERNAL_AUTHENTICATE -> internalAuthenticate(command.data());
                default -> CardAnswer.of(CardAnswer.UNKNOWN_COMMAND);
            };
        } catch (IllegalArgumentException e) {
            return CardAnswer.of(CardAnswer.WRONG_DATA);
        }
    }

    private boolean granted() {
        return channel.isPresent();
    }

    private CardAnswer select(CardCommand command) {
        byte[] data = command.data();
        return switch (command.p1()) {
            case 0x04 -> files.selectApplication(data);
            case 0x00 -> selectMasterFile(data);
            case 0x02 -> selectFile(data);
            case 0x08 -> selectFromMasterFile(data);
            default -> CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
        };
    }

    private CardAnswer selectMasterFile(byte[] data) {
        if (!quirks.contains(Quirk.KNOWS_MASTER_FILE)) {
            return CardAnswer.of(CardAnswer.UNKNOWN_COMMAND);
        }
        boolean named = data.length == 0 || data.length == 2 && fileId(data) == MASTER_FILE;
        return named ? files.selectMasterFile() : CardAnswer.of(CardAnswer.FILE_NOT_FOUND);
    }

    private CardAnswer selectFile(byte[] data) {
        return data.length == 2 ? files.select(fileId(data), granted()) : CardAnswer.of(CardAnswer.WRONG_LENGTH);
    }

    /** A path that does not name the master file itself (ISO/IEC 7816-4, 7.1.1). */
    private CardAnswer selectFromMasterFile(byte[] data) {
        if (!quirks.contains(Quirk.KNOWS_MASTER_FILE)) {
            return CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
        }
        files.selectMasterFile();
        return selectFile(data);
    }

    private static int fileId(byte[] data) {
        return (data[0] & 0xFF) << 8 | data[1] & 0xFF;
    }

    private CardAnswer challenge() {
        boolean allowed = files.inApplication() && !quirks.contains(Quirk.NO_BAC) && !wrongPasswords.suspended();
        return allowed ? CardAnswer.ok(basicAccess.challenge()) : CardAnswer.of(CardAnswer.CONDITIONS_NOT_SATISFIED);
    }

    private CardAnswer externalAuthenticate(byte[] data) {
        Optional<BasicAccess.Opened> opened = basicAccess.authenticate(data);
        if (opened.isEmpty()) {
            return wrongPasswords.answer();
        }
        nextChannel = opened.map(BasicAccess.Opened::channel);
        return CardAnswer.ok(opened.get().answer());
    }

    private CardAnswer manageEnvironment(CardCommand command) {
        return switch (command.p1p2()) {
            case 0xC1A4 -> choosePassword(command.data());
            case 0x41A4 ->
                chipAuthentication
                        .filter(chip -> granted())
                        .map(chip -> chip.choose(command.data()))
                        .orElse(CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED));
            case 0x41A6 -> granted() ? agreeAtOnce(command.data()) : CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED);
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
        nextChannel = chipAuthentication.flatMap(chip -> chip.keyAgreementTemplate(data));
        return CardAnswer.of(nextChannel.isPresent() ? CardAnswer.OK : CardAnswer.WRONG_DATA);
    }

    private CardAnswer generalAuthenticate(CardCommand command) {
        if (chipAuthentication.isPresent() && chipAuthentication.get().isChosen()) {
            nextChannel = chipAuthentication.get().authenticate(command.data());
            return nextChannel.isPresent() ? CardAnswer.ok(Tlv.of(0x7C)) : CardAnswer.of(CardAnswer.WRONG_DATA);
        }
        if (pace.isEmpty()) {
            return CardAnswer.of(CardAnswer.CONDITIONS_NOT_SATISFIED);
        }
        Pace.Step step = pace.get().authenticate(command.data(), !command.isChained());
        nextChannel = step.channel();
        return step.answer().status() == CardAnswer.AUTHENTICATION_FAILED ? wrongPasswords.answer() : step.answer();
    }

    private CardAnswer internalAuthenticate(byte[] challenge) {
        if (!granted()) {
            return CardAnswer.of(CardAnswer.SECURITY_NOT_SATISFIED);
        }
        if (quirks.contains(Quirk.NO_ACTIVE_AUTHENTICATION)) {
            return CardAnswer.of(CardAnswer.UNKNOWN_COMMAND);
        }
        if (challenge.length != 8) {
            return CardAnswer.of(CardAnswer.WRONG_LENGTH);
        }
        workload.step();
        return CardAnswer.ok(activeKey.sign(challenge));
    }
}
