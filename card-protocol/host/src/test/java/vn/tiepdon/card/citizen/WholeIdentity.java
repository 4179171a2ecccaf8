package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;

/** What every identity promises, however odd the files it came from. */
final class WholeIdentity {

    private WholeIdentity() {}

    /** The identity is filled, and is nobody else's. */
    static void require(CitizenIdentity identity, CitizenIdentity owner) {
        assertThat(identity.nationalNumber()).isEqualTo(owner.nationalNumber());
        assertThat(yearToDay(identity)).isEqualTo(yearToDay(owner));
        assertThat(identity.sex()).isEqualTo(owner.sex());
        requireText(identity.fullName());
        assertThat(identity.fullName()).isNotBlank().hasSizeLessThanOrEqualTo(200);
        requireText(identity.residence());
        assertThat(identity.oldNumber().orElse("123456789")).matches("[0-9]{9}([0-9]{3})?");
        assertThat(identity.issued()).isNotNull();
        assertThat(identity.expires()).isNotNull();
        assertThat(identity).hasToString("CitizenIdentity[…]");
    }

    /** Of the date: DG1 does not know the century. */
    private static String yearToDay(CitizenIdentity identity) {
        return identity.birthDate().toCompact().substring(2);
    }

    private static void requireText(String text) {
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text.chars()).noneMatch(Character::isISOControl);
    }
}
