package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.card.citizen.ChipFile;

class CscaStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TestCsca VIETNAM = TestCsca.vietnam();
    private static final TestCsca ELSEWHERE = TestCsca.named("C=UT,CN=CSCA Utopia", TestCsca.FROM, TestCsca.TO);

    @TempDir
    Path folder;

    @Test
    void derAndPemAreBothTaken() throws Exception {
        TestCsca second = TestCsca.named("C=VN,CN=Second", TestCsca.FROM, TestCsca.TO);
        write("a.der", VIETNAM.certificate().getEncoded());
        write("b.PEM", pem(second.certificate()));
        assertThat(load().entries()).extracting(CscaEntry::standing).containsOnly(CscaStanding.ROOT);
        assertThat(load().roots()).containsExactly(VIETNAM.certificate(), second.certificate());
    }

    @Test
    void whatIsOfNoUseIsToldAndStopsNothing() throws Exception {
        byte[] own = VIETNAM.certificate().getEncoded();
        byte[] torn = own.clone();
        torn[torn.length - 1] ^= 1;
        byte[] nameless = own.clone();
        PassiveAuthenticationTest.replace(
                nameless, PassiveAuthenticationTest.COUNTRY, PassiveAuthenticationTest.NO_IDENTIFIER);
        write("a.cer", own);
        write("b.cer", own);
        write("c.cer", "rubbish".getBytes(StandardCharsets.US_ASCII));
        write("d.ml", own);
        write("e.cer", new byte[100_000]);
        write("f.cer", torn);
        write("g.cer", VIETNAM.signer().certificate().getEncoded());
        write("h.cer", ELSEWHERE.certificate().getEncoded());
        write("i.cer", ELSEWHERE.linkTo(VIETNAM).getEncoded());
        write("j.cer", new byte[0]);
        write("k.cer", nameless);
        write("readme.txt", own);
        assertThat(load().entries())
                .extracting(CscaEntry::file, CscaEntry::standing)
                .containsExactly(
                        tuple("a.cer", CscaStanding.ROOT),
                        tuple("b.cer", CscaStanding.DUPLICATE),
                        tuple("c.cer", CscaStanding.UNREADABLE),
                        tuple("d.ml", CscaStanding.UNREADABLE),
                        tuple("e.cer", CscaStanding.TOO_LARGE),
                        tuple("f.cer", CscaStanding.SIGNATURE_WRONG),
                        tuple("g.cer", CscaStanding.NO_AUTHORITY),
                        tuple("h.cer", CscaStanding.OTHER_COUNTRY),
                        tuple("i.cer", CscaStanding.ISSUER_MISSING),
                        tuple("j.cer", CscaStanding.UNREADABLE),
                        tuple("k.cer", CscaStanding.UNREADABLE));
        assertThat(load().roots()).hasSize(1);
    }

    @Test
    void aMasterListIsUnfoldedAndVietnamTakenFromIt() throws Exception {
        write("world.ml", masterList(ELSEWHERE.certificate(), VIETNAM.certificate()));
        CscaStore store = load();
        assertThat(store.entries())
                .extracting(CscaEntry::standing)
                .containsExactlyInAnyOrder(CscaStanding.OTHER_COUNTRY, CscaStanding.ROOT);
        Map<ChipFile, byte[]> card =
                PassiveAuthenticationTest.signed(VIETNAM.signer().sod());
        assertThat(PassiveAuthentication.check(card, store, NOW)).isInstanceOf(Authenticity.Proven.class);
    }

    @Test
    void aMasterListThatWasChangedIsNotUsed() throws Exception {
        byte[] list = masterList(VIETNAM.certificate());
        byte[] own = VIETNAM.certificate().getEncoded();
        int at = list.length;
        do {
            at--;
        } while (!Arrays.equals(list, at, Math.min(at + own.length, list.length), own, 0, own.length));
        list[at + own.length - 1] ^= 1;
        write("world.ml", list);
        assertThat(load().entries()).extracting(CscaEntry::standing).containsExactly(CscaStanding.UNREADABLE);
    }

    @Test
    void linksAreFollowedOverSeveralKeysWhateverTheirFilesAreCalled() {
        TestCsca second = TestCsca.named("C=VN,CN=Second", TestCsca.FROM, TestCsca.TO);
        TestCsca third = TestCsca.named("C=VN,CN=Third", TestCsca.FROM, TestCsca.TO);
        TestStore.write(folder, "a.cer", second.linkTo(third));
        TestStore.write(folder, "b.cer", VIETNAM.linkTo(second));
        TestStore.write(folder, "c.cer", VIETNAM.certificate());
        assertThat(load().entries())
                .extracting(CscaEntry::standing)
                .containsExactly(CscaStanding.LINK, CscaStanding.LINK, CscaStanding.ROOT);
    }

    @Test
    void whatMayNotCertifyIsNoAuthority() throws Exception {
        write("a.cer", TestCsca.vietnamWith(TestCsca.CA).certificate().getEncoded());
        write(
                "b.cer",
                TestCsca.vietnamWith(TestCsca.CA, TestCsca.use(KeyUsage.cRLSign))
                        .certificate()
                        .getEncoded());
        write(
                "c.cer",
                TestCsca.vietnamWith(TestCsca.use(KeyUsage.keyCertSign))
                        .certificate()
                        .getEncoded());
        assertThat(load().entries())
                .extracting(CscaEntry::standing)
                .containsExactly(CscaStanding.ROOT, CscaStanding.NO_AUTHORITY, CscaStanding.NO_AUTHORITY);
    }

    @Test
    void aKeyThatWouldKeepAProcessorBusyVouchesForNobody() throws Exception {
        KeyPair absurd = TestCsca.rsaKeys(1024, BigInteger.ONE.shiftLeft(64).setBit(0));
        write("a.cer", TestCsca.vietnamWith(absurd).certificate().getEncoded());
        assertThat(load().entries()).extracting(CscaEntry::standing).containsExactly(CscaStanding.SIGNATURE_WRONG);
    }

    @Test
    void ofMoreThanAThousandFilesTheRestIsToldAndLeftUnread() throws Exception {
        for (int i = 0; i < CscaFolder.MOST_FILES; i++) {
            write("%04d.cer".formatted(i), new byte[0]);
        }
        write("one too many.cer", VIETNAM.certificate().getEncoded());
        assertThat(load().entries())
                .hasSize(CscaFolder.MOST_FILES + 1)
                .last()
                .isEqualTo(new CscaEntry("one too many.cer", Optional.empty(), CscaStanding.TOO_MANY));
    }

    @Test
    void aFolderThatIsNotThereIsAnEmptyStore() {
        assertThat(CscaStore.load(folder.resolve("nowhere")).isEmpty()).isTrue();
        assertThat(CscaStore.empty().entries()).isEmpty();
    }

    private CscaStore load() {
        return CscaStore.load(folder);
    }

    private void write(String name, byte[] content) {
        TestStore.write(folder, name, content);
    }

    private static byte[] pem(X509Certificate certificate) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] masterList(X509Certificate... certificates) throws Exception {
        ASN1EncodableVector set = new ASN1EncodableVector();
        for (X509Certificate certificate : certificates) {
            set.add(Certificate.getInstance(certificate.getEncoded()));
        }
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new ASN1Integer(0));
        list.add(new DERSet(set));
        return ELSEWHERE
                .masterListSigner()
                .sod()
                .contentType("2.23.136.1.1.2")
                .signed(new DERSequence(list).getEncoded());
    }
}
