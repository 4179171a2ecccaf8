package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import vn.tiepdon.server.facility.FacilityId;

class RecordSignerTest {

    private static final FacilityId HOSPITAL = new FacilityId(1);

    private final TestCertificate certificate = TestCertificate.rsa();
    private final RecordSigner signer = new RecordSigner(any -> Optional.of(certificate.key()));

    @Test
    void theSignatureCoversTheWholeFileAndHolds() throws Exception {
        byte[] signed = signer.signed(HOSPITAL, RecordRulesTest.good());
        assertThat(holds(signed)).isTrue();
        String altered = new String(signed, StandardCharsets.UTF_8).replace("BN000123", "BN000124");
        assertThat(holds(altered.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void theFieldsStandInTheOrderOfTheDecision() throws Exception {
        NodeList fields = parsed(signer.signed(HOSPITAL, RecordRulesTest.good()))
                .getElementsByTagName("TRANG_THAI_KCB")
                .item(0)
                .getChildNodes();
        assertThat(IntStream.range(0, fields.getLength())
                        .mapToObj(i -> fields.item(i).getNodeName()))
                .containsExactly(Arrays.stream(RecordField.values())
                        .map(RecordField::name)
                        .toArray(String[]::new));
    }

    private boolean holds(byte[] file) throws Exception {
        Document document = parsed(file);
        NodeList signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        assertThat(signatures.getLength()).isEqualTo(1);
        assertThat(signatures.item(0).getParentNode().getNodeName()).isEqualTo(RecordXml.SIGNATURE);
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(
                        new DOMValidateContext(certificate.key().certificate().getPublicKey(), signatures.item(0)))
                .validate(new DOMValidateContext(certificate.key().certificate().getPublicKey(), signatures.item(0)));
    }

    private static Document parsed(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }
}
