package vn.tiepdon.card.citizen;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The photograph in DG2: the first facial image of a record after ISO/IEC 19794-5:2005, inside one or more biometric
 * information templates (ICAO Doc 9303 part 10, 4.7.2).
 */
public final class ChipPhoto {

    /** A passport photograph has about 0.3 million. */
    private static final long MAX_PIXELS = 2_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int TEMPLATES = 0x7F61;
    private static final int TEMPLATE = 0x7F60;
    private static final int COUNT = 0x02;
    private static final int DATA_BLOCK = 0x5F2E;
    private static final int DATA_BLOCK_ENCIPHERED_FORM = 0x7F2E;

    private static final int MAGIC = 0x46414300;
    private static final int GENERAL_HEADER = 14;
    private static final int FACIAL_INFORMATION = 20;
    private static final int FEATURE_POINT = 8;
    private static final int IMAGE_INFORMATION = 12;
    private static final int JPEG_START = 0xFFD8;

    private ChipPhoto() {}

    /**
     * @param dg2 the whole file, tag and length included
     * @throws MalformedChipFileException when it holds no facial image
     * @throws PhotoUndecodableException when the image is neither JPEG nor JPEG 2000, is damaged, or too big
     */
    public static BufferedImage decode(byte[] dg2) throws MalformedChipFileException, PhotoUndecodableException {
        byte[] image = image(dg2);
        if (image.length > 2 && ((image[0] & 0xFF) << 8 | image[1] & 0xFF) == JPEG_START) {
            return decode(image, ImageIO.getImageReadersByFormatName("jpeg").next());
        }
        byte[] codestream = Jpeg2000.codestream(image, MAX_PIXELS)
                .orElseThrow(
                        () -> new PhotoUndecodableException("neither JPEG nor a JPEG 2000 of a photograph's size"));
        try {
            return decode(codestream, new J2KImageReaderSpi().createReaderInstance(null));
        } catch (IOException e) {
            throw new PhotoUndecodableException("no decoder");
        }
    }

    private static BufferedImage decode(byte[] image, ImageReader reader) throws PhotoUndecodableException {
        try (ImageInputStream in = new ImpatientStream(image, PATIENCE)) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                throw new PhotoUndecodableException("too many pixels");
            }
            return reader.read(0);
        } catch (IOException | RuntimeException | Error e) {
            // The JPEG 2000 decoder throws bare Errors at what it cannot understand.
            throw new PhotoUndecodableException("damaged");
        } finally {
            reader.dispose();
        }
    }

    private static byte[] image(byte[] dg2) throws MalformedChipFileException {
        Ber file = new Ber(ChipFile.DG2, dg2);
        Ber templates = file.inside(ChipFile.DG2.tag()).inside(TEMPLATES);
        templates.value(COUNT);
        Ber template = templates.inside(TEMPLATE);
        template.skip();
        int tag = template.peekTag();
        byte[] record = template.value(tag == DATA_BLOCK_ENCIPHERED_FORM ? tag : DATA_BLOCK);
        return firstImage(record);
    }

    private static byte[] firstImage(byte[] record) throws MalformedChipFileException {
        ByteBuffer in = ByteBuffer.wrap(record);
        if (record.length < GENERAL_HEADER + FACIAL_INFORMATION + IMAGE_INFORMATION || in.getInt(0) != MAGIC) {
            throw new MalformedChipFileException(ChipFile.DG2, "no facial record");
        }
        long length = Integer.toUnsignedLong(in.getInt(GENERAL_HEADER));
        int featurePoints = Short.toUnsignedInt(in.getShort(GENERAL_HEADER + 4));
        int start = GENERAL_HEADER + FACIAL_INFORMATION + FEATURE_POINT * featurePoints + IMAGE_INFORMATION;
        long end = GENERAL_HEADER + length;
        if (end > record.length || start >= end) {
            throw new MalformedChipFileException(ChipFile.DG2, "a facial image outside its record");
        }
        byte[] image = new byte[(int) end - start];
        in.get(start, image);
        return image;
    }
}
