package vn.tiepdon.simulator.card.citizen;

import java.util.Optional;
import java.util.Set;

/** One command after the other: which one it is, who may ask it, and under which protection. */
final class CardSession {

    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;
    private static final int READ_BINARY_ODD = 0xB1;
    private static final int MASTER_FILE = 0x3F00;

    private final Set<Quirk> quirks;
    private final CardProfile profile;
    private final CardFiles files;
    private final CardAuthentication authentication;

    private Optional<SecureChannel> channel = Optional.empty();

    CardSession(Set<Quirk> quirks, CardFiles files, CardAuthentication authentication) {
        this.quirks = quirks;
        this.profile = new CardProfile(quirks);
        this.files = files;
        this.authentication = authentication;
    }

    void reset() {
        endSession();
        files.reset();
        authentication.reset();
    }

    CardAnswer answer(CardCommand command) {
        return command.isProtected() ? protectedAnswer(command) : plainAnswer(command);
    }

    /** An unprotected command ends the protected session (ICAO Doc 9303 part 11, 9.8.3). */
    private CardAnswer plainAnswer(CardCommand command) {
        if (channel.isPresent()) {
            endSession();
        }
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
        files.sessionEnded();
        authentication.sessionEnded();
    }

    /** New keys protect what comes after the answer that agreed on them. */
    private void switchChannel() {
        channel = authentication.takeAgreed().or(() -> channel);
    }

    private CardAnswer run(CardCommand command) {
        try {
            return switch (command.ins()) {
                case SELECT -> select(command);
                case READ_BINARY -> files.read(command, granted(), profile.longestRead(command, channel));
                case READ_BINARY_ODD -> files.readOdd(command, granted(), profile.longestRead(command, channel));
                case CardAuthentication.GET_CHALLENGE -> authentication.challenge(files.inApplication());
                case CardAuthentication.EXTERNAL_AUTHENTICATE -> authentication.external(command.data());
                case CardAuthentication.MANAGE_ENVIRONMENT -> authentication.manageEnvironment(command, granted());
                case CardAuthentication.GENERAL_AUTHENTICATE -> authentication.general(command);
                case CardAuthentication.INTERNAL_AUTHENTICATE -> authentication.internal(command.data(), granted());
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
}
