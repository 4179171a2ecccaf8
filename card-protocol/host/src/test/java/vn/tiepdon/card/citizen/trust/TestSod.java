package vn.tiepdon.card.citizen.trust;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.tiepdon.card.citizen.ChipFile;

/**
 * How an EF.SOD is made, rightly or wrongly.
 *
 * @param certificate whom the signature names
 * @param digest of the groups
 * @param signedAt as a signed attribute; none when null
 * @param along certificates that the file brings
 */
record TestSod(
        PrivateKey key,
        X509Certificate certificate,
        String digest,
        String signature,
        Instant signedAt,
        ASN1ObjectIdentifier contentType,
        List<X509Certificate> along) {

    static final ASN1ObjectIdentifier CONTENT_TYPE = ICAOObjectIdentifiers.id_icao_ldsSecurityObject;

    TestSod key(PrivateKey other) {
        return new TestSod(other, certificate, digest, signature, signedAt, contentType, along);
    }

    TestSod digest(String other) {
        return new TestSod(key, certificate, other, signature, signedAt, contentType, along);
    }

    TestSod signature(String other) {
        return new TestSod(key, certificate, digest, other, signedAt, contentType, along);
    }

    TestSod signedAt(Instant other) {
        return new TestSod(key, certificate, digest, signature, other, contentType, along);
    }

    TestSod contentType(String other) {
        return new TestSod(key, certificate, digest, signature, signedAt, new ASN1ObjectIdentifier(other), along);
    }

    TestSod bringing(X509Certificate... others) {
        return new TestSod(key, certificate, digest, signature, signedAt, contentType, List.of(others));
    }

    byte[] over(Map<ChipFile, byte[]> files) {
        try {
            DataGroupHash[] hashes = files.entrySet().stream()
                    .filter(file -> file.getKey().dataGroup() > 0)
                    .map(file ->
                            new DataGroupHash(file.getKey().dataGroup(), new DEROctetString(hash(file.getValue()))))
                    .toArray(DataGroupHash[]::new);
            LDSSecurityObject object =
                    new LDSSecurityObject(new DefaultDigestAlgorithmIdentifierFinder().find(digest), hashes);
            return inTag(ChipFile.SOD, signed(object.getEncoded("DER")));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The CMS message alone. */
    byte[] signed(byte[] content) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(parameters -> {
                            AttributeTable table =
                                    new DefaultSignedAttributeTableGenerator(attributes()).getAttributes(parameters);
                            return signedAt == null ? table.remove(CMSAttributes.signingTime) : table;
                        })
                        .build(
                                new JcaContentSignerBuilder(signature)
                                        .setProvider(BouncyCastle.PROVIDER)
                                        .build(key),
                                certificate));
        generator.addCertificates(new JcaCertStore(along));
        return generator
                .generate(new CMSProcessableByteArray(contentType, content), true)
                .toASN1Structure()
                .getEncoded("DER");
    }

    private AttributeTable attributes() {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        if (signedAt != null) {
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signedAt)))));
        }
        return new AttributeTable(attributes);
    }

    private byte[] hash(byte[] file) {
        try {
            return MessageDigest.getInstance(digest).digest(file);
        } catch (Exception missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A whole file of the chip: the content behind its tag and length. */
    static byte[] inTag(ChipFile file, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file.tag());
        int length = content.length;
        if (length > 0xFFFF) {
            out.writeBytes(new byte[] {(byte) 0x83, (byte) (length >> 16)});
        } else {
            out.write(0x82);
        }
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
