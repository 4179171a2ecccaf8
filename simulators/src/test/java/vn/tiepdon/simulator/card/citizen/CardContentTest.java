package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.PassportService;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardContentTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Map<Integer, Short> GROUPS = Map.of(
            1, PassportService.EF_DG1,
            2, PassportService.EF_DG2,
            13, PassportService.EF_DG13,
            14, PassportService.EF_DG14,
            15, PassportService.EF_DG15);

    @Test
    void everyGroupIsHashedAndTheHashesAreSigned() throws Exception {
        TestAuthority authority = TestAuthority.vietnam();
        Jmrtd reader = opened(VirtualCitizenCard.of(CITIZEN, authority));
        SODFile security = security(reader);

        assertThat(security.getDigestAlgorithm()).isEqualTo("SHA-256");
        assertThat(security.getDataGroupHashes()).containsOnlyKeys(1, 2, 3, 13, 14, 15);
        assertThat(wrongGroups(reader, security)).isEmpty();
        X509Certificate signer = security.getDocSigningCertificate();
        assertThat(isSignedBy(security, signer)).isTrue();
        signer.verify(certificate(authority.cscaCertificate()).getPublicKey(), BC);
        assertThat(signer.getPublicKey().getAlgorithm()).startsWith("EC");
    }

    @ParameterizedTest
    @CsvSource({"ALTERED_DG1,1", "ALTERED_DG13,13"})
    void whatWasAlteredAfterSigningIsTheOnlyThingThatNoLongerFits(Quirk quirk, int group) throws Exception {
        Jmrtd reader = opened(VirtualCitizenCard.of(CITIZEN, TestAuthority.vietnam(), quirk));
        SODFile security = security(reader);
        assertThat(wrongGroups(reader, security)).containsExactly(group);
        assertThat(isSignedBy(security, security.getDocSigningCertificate())).isTrue();
    }

    @Test
    void anAuthorityHasTheSameCertificateInEveryProgram() {
        assertThat(TestAuthority.vietnam().cscaCertificate())
                .isEqualTo(TestAuthority.vietnam().cscaCertificate())
                .isNotEqualTo(TestAuthority.stranger().cscaCertificate());
    }

    @Test
    void anExpiredAuthorityHadExpiredBeforeTheCardWasIssued() throws Exception {
        X509Certificate csca = certificate(TestAuthority.expired().cscaCertificate());
        assertThat(csca.getNotAfter().toInstant())
                .isBefore(CITIZEN.issued().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void aMasterListHoldsTheListedAuthorities() throws Exception {
        TestAuthority vietnam = TestAuthority.vietnam();
        TestAuthority stranger = TestAuthority.stranger();
        byte[] list = vietnam.masterList(List.of(vietnam, stranger));
        CMSSignedData signed = new CMSSignedData(list);
        assertThat(CscaMasterList.getInstance((byte[]) signed.getSignedContent().getContent())
                        .getCertStructs())
                .extracting(each -> each.getEncoded())
                .containsExactlyInAnyOrder(vietnam.cscaCertificate(), stranger.cscaCertificate());
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        X509CertificateHolder certificate = signed.getCertificates().getMatches(null).stream()
                .filter(holder -> signer.getSID().match(holder))
                .findFirst()
                .orElseThrow();
        assertThat(signer.verify(
                        new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(certificate)))
                .isTrue();
    }

    @Test
    void aForeignCardHasNoVietnameseData() throws Exception {
        Jmrtd reader = opened(VirtualCitizenCard.of(CITIZEN.foreign(), TestAuthority.vietnam()));
        assertThat(security(reader).getDataGroupHashes()).containsOnlyKeys(1, 2, 3, 14, 15);
        assertThat(new String(reader.read(PassportService.EF_DG1), StandardCharsets.US_ASCII))
                .contains("I<UTO");
    }

    @Test
    void vietnameseDataAreSixteenEntriesInTheirOrder() throws Exception {
        byte[] file = CitizenData.file(CITIZEN, "0123456789ABCDEF", false);
        assertThat(file[0]).isEqualTo((byte) 0x6D);
        ASN1Sequence content = ASN1Sequence.getInstance(Tlv.parse(file).get(0x6D));
        List<ASN1Sequence> entries = new ArrayList<>();
        ASN1Set.getInstance(content.getObjectAt(2)).forEach(entry -> entries.add(ASN1Sequence.getInstance(entry)));
        assertThat(entries)
                .extracting(
                        entry -> ASN1Integer.getInstance(entry.getObjectAt(0)).intValueExact())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(entries.get(0).getObjectAt(1)).hasToString(CITIZEN.nationalNumber());
        assertThat(entries.get(14).getObjectAt(1)).hasToString("012345678");
    }

    @Test
    void thePhotoIsAFaceOfAboutFifteenKilobytes() throws Exception {
        FaceImageInfo photo = photo(Quirk.KNOWS_MASTER_FILE);
        assertThat(photo.getMimeType()).isEqualTo("image/jpeg");
        assertThat(photo.getImageLength()).isBetween(12_000, 18_000);
        assertThat(ImageIO.read(photo.getImageInputStream()).getWidth()).isEqualTo(240);
    }

    @Test
    void thePhotoMayBeJpeg2000() throws Exception {
        FaceImageInfo photo = photo(Quirk.JPEG_2000);
        assertThat(photo.getMimeType()).isEqualTo("image/jp2");
        assertThat(photo.getImageLength()).isBetween(10_000, 18_000);
        BufferedImage decoded = ImageIO.read(photo.getImageInputStream());
        assertThat(decoded.getHeight()).isEqualTo(320);
        Color background = new Color(decoded.getRGB(5, 5));
        assertThat(background.getRed()).isBetween(0xD8 - 12, 0xD8 + 12);
        assertThat(background.getBlue()).isBetween(0xF0 - 12, 0xF0 + 12);
    }

    private static FaceImageInfo photo(Quirk quirk) throws Exception {
        Jmrtd reader = opened(VirtualCitizenCard.of(CITIZEN, TestAuthority.vietnam(), quirk));
        DG2File file = new DG2File(new ByteArrayInputStream(reader.read(PassportService.EF_DG2)));
        FaceInfo face = (FaceInfo) file.getSubRecords().get(0);
        return face.getFaceImageInfos().get(0);
    }

    private static Jmrtd opened(VirtualCitizenCard card) throws Exception {
        Jmrtd reader = new Jmrtd(card);
        reader.openByCan(CITIZEN.can());
        return reader;
    }

    private static SODFile security(Jmrtd reader) throws Exception {
        return new SODFile(new ByteArrayInputStream(reader.read(PassportService.EF_SOD)));
    }

    private static List<Integer> wrongGroups(Jmrtd reader, SODFile security) throws Exception {
        Map<Integer, byte[]> hashes = new HashMap<>(security.getDataGroupHashes());
        hashes.remove(3);
        List<Integer> wrong = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> hash : hashes.entrySet()) {
            byte[] content = reader.read(GROUPS.get(hash.getKey()));
            if (!MessageDigest.isEqual(MessageDigest.getInstance("SHA-256").digest(content), hash.getValue())) {
                wrong.add(hash.getKey());
            }
        }
        return wrong;
    }

    private static boolean isSignedBy(SODFile security, X509Certificate signer) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA", BC);
        signature.initVerify(certificate(signer.getEncoded()).getPublicKey());
        signature.update(security.getEContent());
        return signature.verify(security.getEncryptedDigest());
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", BC);
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
