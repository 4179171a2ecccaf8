package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.simulator.card.VirtualCard;

/** A Vietnamese chip ID card, contactless. */
public final class VirtualCitizenCard implements VirtualCard {

    /** As a contactless reader makes one up for a card with the historical bytes 80 73 C8 21 10 (PC/SC part 3, 3.1.3.2.3). */
    private static final byte[] ATR = withCheck(HexFormat.of().parseHex("3B8580018073C82110"));

    private final Set<Quirk> quirks;
    private final Workload workload = new Workload();
    private final CardSession session;

    private VirtualCitizenCard(
            Set<Quirk> quirks, CardFiles files, ChipKeys keys, AccessSecrets secrets, Randoms randoms) {
        this.quirks = quirks;
        this.session = new CardSession(quirks, files, new CardAuthentication(quirks, keys, secrets, randoms, workload));
    }

    /** A card issued to this citizen, with the authority's signature. */
    public static VirtualCitizenCard of(Citizen citizen, TestAuthority authority, Quirk... quirks) {
        return of(citizen, authority, quirks.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(quirks)));
    }

    public static VirtualCitizenCard of(Citizen citizen, TestAuthority authority, Set<Quirk> quirks) {
        return of(citizen, authority, quirks, Randoms.secure());
    }

    static VirtualCitizenCard of(Citizen citizen, TestAuthority authority, Set<Quirk> quirks, Randoms randoms) {
        ChipKeys keys = ChipKeys.random(quirks, randoms);
        ChipKeys held = quirks.contains(Quirk.CLONED) ? ChipKeys.random(quirks, randoms) : keys;
        CardFiles files = new CardFiles(
                new CardProfile(quirks).cardAccess(),
                quirks.contains(Quirk.ACCESS_FILE_OUTSIDE_ONLY),
                new ChipContent(citizen, authority, quirks).files(keys, randoms));
        return new VirtualCitizenCard(quirks, files, held, AccessSecrets.of(citizen), randoms);
    }

    /** The card without any reader between. */
    public Transport transport() {
        return this::transmit;
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public synchronized byte[] transmit(byte[] commandApdu) {
        Optional<CardCommand> command = CardCommand.parse(commandApdu)
                .filter(parsed -> !parsed.extended() || quirks.contains(Quirk.EXTENDED_LENGTH));
        return command.map(session::answer)
                .orElse(CardAnswer.of(CardAnswer.WRONG_LENGTH))
                .toBytes();
    }

    @Override
    public synchronized void reset() {
        session.reset();
    }

    /** @return how many steps the card's crypto unit has taken in its life, or has waited: for a model of time */
    public synchronized int cryptoSteps() {
        return workload.steps();
    }

    private static byte[] withCheck(byte[] atr) {
        byte[] checked = Arrays.copyOf(atr, atr.length + 1);
        for (int i = 1; i < atr.length; i++) {
            checked[atr.length] ^= atr[i];
        }
        return checked;
    }
}
