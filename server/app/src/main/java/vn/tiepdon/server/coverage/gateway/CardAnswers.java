package vn.tiepdon.server.coverage.gateway;

import java.util.Optional;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;

/**
 * Reads the answers of {@code KQNhanLichSuKCB2024} (CV 1923/BHXH-CNTT 2024, phụ lục 03). What an answer must say by its
 * own code and does not makes it no answer at all. Lists of earlier visits are kept with the raw answer and not read.
 */
final class CardAnswers {

    private CardAnswers() {}

    /** @throws GatewayException when it is no answer */
    static Outcome read(byte[] body, CardQuestion asked) throws GatewayException {
        AnswerFields fields = AnswerFields.read(body);
        Result result = Results.of(fields.code());
        return switch (result.kind()) {
            case HOLDS -> accepted(result, card(fields, ""), fields, asked);
            case NEW_CARD -> renewed(result, fields, asked);
            case NOT_INSURED -> new Outcome.NotInsured(result, told(fields));
            case DESK -> new Outcome.Desk(result);
            case OUR_CONFIGURATION, GATEWAY_FAULT -> new Outcome.Unanswered(result);
        };
    }

    private static Outcome accepted(Result result, InsuredCard card, AnswerFields fields, CardQuestion asked)
            throws GatewayException {
        boolean otherName = fields.text("hoTen")
                .filter(name -> !AnswerFields.comparable(name).equals(AnswerFields.comparable(asked.fullName())))
                .isPresent();
        if (otherName || !asked.number().mayBe(card.number())) {
            return new Outcome.Desk(Results.of(Results.OTHER_PERSON));
        }
        return card.holdsOn(asked.day())
                ? new Outcome.Holds(result, card)
                : new Outcome.NotInsured(Results.of(Results.EXPIRED), Optional.of(card));
    }

    /** The same number again means that the card goes on with other dates. */
    private static Outcome renewed(Result result, AnswerFields fields, CardQuestion asked) throws GatewayException {
        InsuredCard card = card(fields, "Moi");
        boolean same = fields.text("maThe").filter(card.number().text()::equals).isPresent();
        if (!card.holdsOn(asked.day())) {
            return new Outcome.NotInsured(Results.of(Results.EXPIRED), Optional.of(card));
        }
        return same ? new Outcome.Holds(Results.of("000"), card) : new Outcome.NewCard(result, card);
    }

    /** @param which nothing, or "Moi" for the new card's fields */
    private static InsuredCard card(AnswerFields fields, String which) throws GatewayException {
        String number = fields.text("maThe" + which).orElseThrow(AnswerFields::garbled);
        Optional<String> facility = fields.text("maDKBD" + which);
        Optional<FacilityCode> code = facility.flatMap(FacilityCode::parse);
        if (facility.isPresent() && code.isEmpty()) {
            throw AnswerFields.garbled();
        }
        return new InsuredCard(
                InsuranceNumber.parse(number).orElseThrow(AnswerFields::garbled),
                fields.day("gtTheTu" + which).orElseThrow(AnswerFields::garbled),
                fields.day("gtTheDen" + which),
                code,
                fields.day("ngayDu5Nam"));
    }

    /** Of a card that holds no more whatever is said is welcome, and nothing is needed. */
    private static Optional<InsuredCard> told(AnswerFields fields) {
        try {
            return Optional.of(card(fields, ""));
        } catch (GatewayException notTold) {
            return Optional.empty();
        }
    }
}
