package vn.tiepdon.card.patientcard;

/** A card answered, and this is why it identifies nobody. Messages hold no card data. */
public abstract sealed class PatientCardException extends Exception
        permits NotOurCardException,
                ForeignCardException,
                SignatureInvalidException,
                UnknownSigningKeyException,
                CardBlankException,
                CardBlockedException,
                CardEndedException,
                NewerLayoutException,
                CardExpiredException,
                MalformedRecordException,
                CardAuthenticationFailedException,
                CardAlreadyPersonalisedException,
                KeySetMissingException,
                KeysRefusedException,
                TriesUsedUpException,
                NotAllowedException,
                WrongStateException,
                KeyOrderRefusedException,
                RevisionNotNewerException,
                RecordDoesNotFitException,
                UnexpectedStatusException {

    private static final long serialVersionUID = 1L;

    PatientCardException(String message) {
        super(message);
    }
}
