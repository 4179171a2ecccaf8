package vn.tiepdon.card.citizen;

/** A chip answered, and this is why it identifies nobody. Messages hold no card data. */
public abstract sealed class CitizenChipException extends Exception
        permits NoChipApplicationException,
                AccessDeniedException,
                ForeignDocumentException,
                MalformedChipFileException,
                ChipAlteredException,
                ChipClonedException,
                AlgorithmUnsupportedException,
                ChipRefusedException,
                PhotoUndecodableException {

    private static final long serialVersionUID = 1L;

    CitizenChipException(String message, Throwable cause) {
        super(message, cause);
    }
}
