package vn.tiepdon.card.reader;

/** What happens at the readers. Messages and text forms hold no card data. */
public sealed interface ReaderEvent {

    /** @param reader the reader's name, as PC/SC gives it */
    record ReaderReady(String reader) implements ReaderEvent {}

    /** The reader was unplugged, or its service was lost; its card, if any, was reported removed before. */
    record ReaderGone(String reader) implements ReaderEvent {}

    /** @param reason the PC/SC name of the error, such as {@code SCARD_E_NO_SERVICE} */
    record ServiceLost(String reason) implements ReaderEvent {}

    record ServiceBack() implements ReaderEvent {}

    /**
     * @param fresh false when the card already lay there when its reader was first seen: somebody forgot it, and nobody is
     *     to be checked in by it
     * @param card the way to talk to it
     */
    record CardPresented(String reader, boolean fresh, PresentedCard card) implements ReaderEvent {}

    record CardRemoved(String reader) implements ReaderEvent {}
}
