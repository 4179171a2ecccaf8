package vn.tiepdon.server.card.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.register.RegisteredCard;

/** Wraps new key sets so that only the card they are for can open them. */
@Component
public class KeyOrders {

    /** The administrators' set comes last: all others are wrapped under the one it takes the place of. */
    private static final List<CardRole> IN_ORDER = List.of(CardRole.READING, CardRole.WRITING, CardRole.ADMINISTERING);

    private final CardMasters masters;

    KeyOrders(CardMasters masters) {
        this.masters = masters;
    }

    /** The sets that a card holds in an older generation than today's; none when it is not known what it holds. */
    public List<CardKeyOrder> due(RegisteredCard card) {
        Optional<KeyVersion> administering =
                card.keys().of(CardRole.ADMINISTERING).filter(masters::holds);
        if (card.serialBytes().isEmpty() || administering.isEmpty()) {
            return List.of();
        }
        List<KeyVersion> wanted = IN_ORDER.stream()
                .filter(role -> card.keys()
                        .of(role)
                        .filter(held ->
                                held.generation() < masters.current(role).generation())
                        .isPresent())
                .map(masters::current)
                .toList();
        return orders(
                card.id(),
                card.serialBytes().get(),
                administering.get(),
                card.id().bytes(),
                wanted);
    }

    /** The three sets of a card that is being personalised, wrapped under its transport keys. */
    public List<CardKeyOrder> first(CardId card, byte[] serial, KeyVersion transport) {
        List<KeyVersion> wanted = IN_ORDER.stream().map(masters::current).toList();
        return orders(card, serial, transport, serial, wanted);
    }

    private List<CardKeyOrder> orders(
            CardId card, byte[] serial, KeyVersion wrapping, byte[] wrappingContext, List<KeyVersion> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        CardKeys wrappingKeys = masters.keys(wrapping, wrappingContext);
        try {
            List<CardKeyOrder> orders = new ArrayList<>();
            for (KeyVersion version : wanted) {
                CardKeys keys = masters.keys(version, card.bytes());
                try {
                    orders.add(new CardKeyOrder(version.code(), wrappingKeys.keyOrder(keys, version, serial)));
                } finally {
                    keys.destroy();
                }
            }
            return orders;
        } finally {
            wrappingKeys.destroy();
        }
    }
}
