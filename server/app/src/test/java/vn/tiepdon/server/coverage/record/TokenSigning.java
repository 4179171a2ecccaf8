package vn.tiepdon.server.coverage.record;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import vn.tiepdon.server.facility.FacilityId;

/** A program of its own, because a token's library reads its configuration from the environment: signs with what lies in it. */
public final class TokenSigning {

    private TokenSigning() {}

    /** @param args configuration of SunPKCS11, PIN, a PKCS#12 to put into the token, its password */
    public static void main(String[] args) throws Exception {
        char[] pin = args[1].toCharArray();
        fill(args[0], pin, Path.of(args[2]), args[3].toCharArray());
        SigningCertificate.Key key = SigningCertificate.ofToken(args[0], args[1]);
        byte[] signed = new RecordSigner(any -> Optional.of(key)).signed(new FacilityId(1), RecordRulesTest.good());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(signed));
        DOMValidateContext context = new DOMValidateContext(
                key.certificate().getPublicKey(),
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
        boolean holds = XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
        boolean stays = key.privateKey().getEncoded() == null;
        System.out.write(((holds && stays ? "signed" : "holds " + holds + ", stays " + stays) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static void fill(String configuration, char[] pin, Path file, char[] password) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
        KeyStore token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, pin);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = new FileInputStream(file.toFile())) {
            store.load(bytes, password);
        }
        token.setKeyEntry("hospital", store.getKey("hospital", password), null, store.getCertificateChain("hospital"));
        token.store(null);
    }
}
