package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.citizen.AccessKey;

/**
 * The card's side of the worked examples of ICAO Doc 9303 part 11 (8th edition, 2021), byte for byte: appendix D.3 and
 * D.4, and G.1. What the values were compared with stands at the reader's test of the same name.
 */
class WorkedExamplesTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String COM = "60145F0104303130365F36063034303030305C026175";

    @Test
    void basicAccessControlAndSecureMessagingOfAppendixD() {
        AccessKey.Mrz key = new AccessKey.Mrz("L898902C<", "690806", "940623");
        assertThat(HEX.formatHex(ZoneText.accessSeed(key))).startsWith("239AB9CB282DAF66231DC5A4DF6BFBAE");
        CardSession card = card(
                key,
                Set.of(Quirk.NO_PACE),
                new ScriptedRandoms("4608F91988702212", "0B4F80323EB3191CB04970CB4052790B"));

        assertThat(say(card, "00A4040C07A0000002471001")).isEqualTo("9000");
        assertThat(say(card, "0084000008")).isEqualTo("4608F919887022129000");
        assertThat(say(
                        card,
                        "0082000028"
                                + "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
                                + "5F1448EEA8AD90A728"))
                .isEqualTo("46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F" + "2F2D235D074D74499000");
        assertThat(say(card, "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800"))
                .isEqualTo("990290008E08FA855A5D4C50A8ED9000");
        assertThat(say(card, "0CB000000D9701048E08ED6705417E96BA5500"))
                .isEqualTo("8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
        assertThat(say(card, "0CB000040D9701128E082EA28A70F3C7B53500"))
                .isEqualTo(
                        "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A" + "990290008E08C8B2787EAEA07D749000");
    }

    @Test
    void paceWithGenericMappingOfAppendixG() {
        AccessKey.Mrz key = new AccessKey.Mrz("T22000129", "640812", "101031");
        assertThat(HEX.formatHex(ZoneText.accessSeed(key))).isEqualTo("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD");
        CardSession card = card(
                key,
                Set.of(),
                new ScriptedRandoms(
                        "3F00C4D39D153F2B2A214A078D899B22",
                        "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560",
                        "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"));

        assertThat(say(card, "0022C1A40F800A04007F00070202040202830101")).isEqualTo("9000");
        assertThat(say(card, "10860000027C0000")).isEqualTo("7C12801095A3A016522EE98D01E76CB6B98B42C39000");
        assertThat(say(
                        card,
                        "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                                + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00"))
                .isEqualTo("7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
                        + "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000");
        assertThat(say(
                        card,
                        "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
                                + "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200"))
                .isEqualTo("7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
                        + "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000");
        assertThat(say(card, "008600000C7C0A8508C2B0BD78D94BA86600")).isEqualTo("7C0A86083ABB9674BCE93C089000");
    }

    private static CardSession card(AccessKey.Mrz key, Set<Quirk> quirks, Randoms randoms) {
        CardFiles files = new CardFiles(Optional.empty(), false, Map.of(ChipContent.COM, HEX.parseHex(COM)));
        byte[] can = "123456".getBytes(StandardCharsets.ISO_8859_1);
        CardAuthentication authentication = new CardAuthentication(
                quirks,
                ChipKeys.random(quirks, Randoms.secure()),
                new AccessSecrets(ZoneText.accessSeed(key), can),
                randoms,
                new Workload());
        return new CardSession(quirks, files, authentication);
    }

    private static String say(CardSession card, String command) {
        CardCommand parsed = CardCommand.parse(HEX.parseHex(command)).orElseThrow();
        return HEX.formatHex(card.answer(parsed).toBytes());
    }
}
