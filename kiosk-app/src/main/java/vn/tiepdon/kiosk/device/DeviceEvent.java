package vn.tiepdon.kiosk.device;

import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/**
 * What card reader, scanner and printer tell the kiosk. Events of one part arrive in the order in which they happened;
 * the listener must not block.
 */
public sealed interface DeviceEvent {

    /**
     * A card lies on the reader; {@link CardRead}, {@link CardDead}, {@link CitizenCardFound} or {@link CardFailed}
     * follows when it is fresh.
     *
     * @param fresh false when the card already lay there at start, so that nobody is checked in by a forgotten card
     */
    record CardInserted(boolean fresh) implements DeviceEvent {}

    /** The card is gone. Also sent when the reader itself went away with a card in it. */
    record CardRemoved() implements DeviceEvent {}

    /** The card was read, its signature verified and its proof made. */
    record CardRead(Presentation.PatientCard card) implements DeviceEvent {}

    /** The same, of a card that is on the list of blocked ones. */
    record CardDead(Presentation.PatientCard card) implements DeviceEvent {}

    /** The card could not be used; it may still lie on the reader. */
    record CardFailed(FaultCode fault) implements DeviceEvent {}

    /** The card is no patient card but a chip ID card. Nothing has been read of it. */
    record CitizenCardFound() implements DeviceEvent {}

    /**
     * A reading goes on.
     *
     * @param question of the {@link ChipRequest}
     * @param done bytes, never more than {@code total}, which is an estimate at first
     */
    record ChipProgress(long question, int done, int total) implements DeviceEvent {}

    /** The chip was read, and its number is the one that was expected. Who vouches for it is for the server to judge. */
    record ChipRead(long question, Presentation.CitizenChip chip) implements DeviceEvent {}

    /** The chip was not read; the card may still lie on the reader. */
    record ChipFailed(long question, FaultCode fault) implements DeviceEvent {}

    /**
     * The scanner read the code of an ID card.
     *
     * @param claim what the server is shown when the chip is not read
     */
    record CitizenCodeScanned(Presentation claim, ChipAccess access) implements DeviceEvent {}

    /** The scanner read another code that means something here. */
    record CodeScanned(Presentation presentation) implements DeviceEvent {}

    /** The scanner read something that means nothing here. */
    record CodeFailed(FaultCode fault) implements DeviceEvent {}

    /** @param faultOrNull null when the part is well again */
    record PartChanged(DeviceHealth.Kind part, FaultCode faultOrNull) implements DeviceEvent {}
}
